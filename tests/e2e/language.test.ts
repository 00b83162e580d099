/** What is told in the reader's own language, in browsers that are set to one. */
import { expect, test } from 'vitest';
import type { LaunchOptions } from '../../scripts/launch.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard } from '../support/card.ts';
import { hover, PATIENCE, untilPainted } from '../support/page.ts';

const LETTER = 'letter signed by 22 countries';

/** How each browser is told its reader's languages. */
const IN_TURKISH = {
  chromium: { switches: ['--accept-lang=tr-TR,en'] },
  firefox: { preferences: { 'intl.accept_languages': 'tr-TR, en' } },
} satisfies Record<string, Partial<LaunchOptions>>;

for (const name of ['chromium', 'firefox'] as const) {
  forEachBrowser(
    (context) => {
      test('a reader of Turkish is told in Turkish why something was marked, in the page’s own words', async () => {
        const page = await context.openPage('demo.html');
        await untilPainted(page, LETTER);
        await hover(page, LETTER);
        await untilCard(context, page, '22 countries voiced concern');
        await press(context, page, 'Why?');
        await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Sayfada yazan:');
        expect((await cardOf(context, page)).text).toMatch(/Sayı\s*letter signed by 22 countries/);
      });
    },
    { only: [name], launch: IN_TURKISH[name] },
  );
}
