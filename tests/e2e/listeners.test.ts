/** What our scripts listen to in a page: nothing that happens often, where there is no mention to point at. */
import { expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { press, untilCard, untilPinned } from '../support/card.ts';
import { listenersOf } from '../support/management.ts';
import { hover, PATIENCE, untilMarked, untilPainted, untilRead } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

/** Only for a page that comes back from the cache of whole pages. */
const WITHOUT_MENTIONS = ['pageshow'];

forEachBrowser((context) => {
  const { openPage } = context;

  test('a page without a mention has no listener of ours for what its reader does', async () => {
    const page = await openPage('no-mention.html');
    await expect.poll(() => listenersOf(context, page), PATIENCE).toEqual(WITHOUT_MENTIONS);
    // One that was opened later has been read by then, and so has this one.
    await untilMarked(await openPage('demo.html'));
    await page.mouse.move(200, 200);
    await page.mouse.click(210, 210);
    expect(await listenersOf(context, page)).toEqual(WITHOUT_MENTIONS);
  });

  test('a page has them while it has a mention, and no longer', async () => {
    const page = await openPage('no-mention.html');
    // It gets a mention, and loses it.
    await untilRead(page);
    expect(await listenersOf(context, page)).toEqual(WITHOUT_MENTIONS);

    await page.goto(`${context.server.origin}/demo.html`);
    await untilMarked(page);
    expect(await listenersOf(context, page)).toEqual(expect.arrayContaining(['keydown', 'pointerdown', 'pointermove']));
    await page.evaluate(() => document.body.replaceChildren());
    await expect.poll(() => listenersOf(context, page), PATIENCE).toEqual(WITHOUT_MENTIONS);
  });

  test('a page that is turned off while a card is pinned has none', async () => {
    const page = await openPage('dark.html');
    await untilPainted(page, 'letter signed by 22 countries');
    await hover(page, 'letter signed by 22 countries');
    await untilCard(context, page, '22 countries voiced concern');
    await press(context, page, 'Pin');
    await untilPinned(context, page, '22 countries voiced concern');
    await setSettings(context, { enabled: false });
    await expect.poll(() => listenersOf(context, page), PATIENCE).toEqual(WITHOUT_MENTIONS);
    await resetSettings(context);
  });
});
