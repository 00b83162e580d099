/** What is told in the reader's own language, in browsers that are set to one. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { statementLine } from '../../data/popover-context.ts';
import { statementById } from '../../data/queries.ts';
import type { LaunchOptions } from '../../scripts/launch.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard } from '../support/card.ts';
import { hover, PATIENCE, untilPainted } from '../support/page.ts';
import { english, wordsIn } from '../support/words.ts';

const LETTER = 'letter signed by 22 countries';
const turkish = wordsIn('tr');

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
        const statement = statementById(readDataset(path.resolve(import.meta.dirname, '../../data')), '2019-07-08-concern');
        if (!statement) throw new Error('no letter');
        await untilCard(context, page, statementLine(statement, turkish).headline);
        await press(context, page, turkish.say('card.foot.why'));
        const said = turkish.say('card.reasons.matched');
        expect(said).not.toBe(english.say('card.reasons.matched'));
        await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain(said);
        const lines = (await cardOf(context, page)).text.replace(/\s+/g, '');
        expect(lines).toContain(`${turkish.say('card.reasons.count')}${LETTER}`.replace(/\s+/g, ''));
      });
    },
    { only: [name], launch: IN_TURKISH[name] },
  );
}
