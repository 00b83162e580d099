/** Pages made ready before their reader asks for them. Only Chromium does that. */
import type { CDPSession, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf } from '../support/card.ts';
import { hover, PATIENCE, untilMarked } from '../support/page.ts';

forEachBrowser(
  (context) => {
    test('a page is left alone while it is prerendered, and marked once it is shown', async () => {
      const page = await context.openPage('no-mention.html');
      await page.evaluate(() => {
        const rules = { prerender: [{ urls: ['/demo.html'], eagerness: 'immediate' }] };
        document.head.append(
          Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify(rules) }),
        );
      });
      const session = await prerenderedFrom(context, page);
      const state = () => stateOf(context, session);
      const untouched = { prerendering: true, ready: 'complete', notes: false, annotator: false, highlights: 0 };
      await expect.poll(state, PATIENCE).toEqual(untouched);
      // As long as it takes to mark the same page in a tab of its own.
      await untilMarked(await context.openPage('demo.html?of-its-own'));
      expect(await state()).toEqual(untouched);

      await page.bringToFront();
      await Promise.all([page.waitForNavigation(), page.evaluate(() => location.assign('/demo.html'))]);
      const activated = () =>
        page.evaluate(() => (performance.getEntriesByType('navigation')[0] as ActivatedNavigation | undefined)?.activationStart);
      expect(await activated()).toBeGreaterThan(0);
      await untilMarked(page);
      await hover(page, 'letter signed by 22 countries');
      await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
    });
  },
  { only: ['chromium'] },
);

/** A line to the page that is prerendered in a tab. It hangs on the tab: one to a page alone makes Chromium prerender nothing. */
async function prerenderedFrom({ extension }: BrowserTest, page: Page): Promise<CDPSession> {
  const browser = await extension.browser.target().createCDPSession();
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}`);
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: tab.targetId, flatten: true });
  const sessionOf = (id: string) => browser.connection()?.session(id) as CDPSession;
  const session = sessionOf(sessionId);
  let prerendered: CDPSession | undefined;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.subtype === 'prerender') prerendered = sessionOf(sessionId);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter: [{}] });
  await expect.poll(() => prerendered, { ...PATIENCE, message: 'the browser prerenders nothing' }).toBeDefined();
  return prerendered as unknown as CDPSession;
}

/** What there is of us in a page, asked in the content scripts' world there; nothing as long as that does not exist. */
async function stateOf({ extension }: BrowserTest, session: CDPSession): Promise<unknown> {
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === `chrome-extension://${extension.id}`) world = id;
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.disable');
  if (world === undefined) return undefined;
  const { result } = await session.send('Runtime.evaluate', {
    contextId: world,
    returnByValue: true,
    expression: `({
      prerendering: document.prerendering,
      ready: document.readyState,
      notes: globalThis.pageNotes !== undefined,
      annotator: globalThis.pageNotesAnnotator !== undefined,
      highlights: CSS.highlights.size,
    })`,
  });
  return result.value;
}

/** Not in the types yet: when a prerendered page was shown, in milliseconds after its navigation; 0 for others. */
interface ActivatedNavigation extends PerformanceEntry {
  readonly activationStart: number;
}
