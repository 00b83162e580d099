/** What a card says of the page it stands on: what was known on its date, what happened since, where its words differ. */
import { expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { press, type ShownCard, untilCard } from '../support/card.ts';
import { hover, untilPainted } from '../support/page.ts';

const CONCERN = '22 countries voiced concern';
const SUPPORT = '37 countries voiced support for China';

forEachBrowser((context) => {
  async function openCard(file: string, text: string, headline: string) {
    const page = await context.openPage(file);
    await untilPainted(page, text);
    await hover(page, text);
    return { page, card: await untilCard(context, page, headline) };
  }

  test('an article of 15 July 2019: 37 were known, and what happened since is set apart from it', async () => {
    const { page, card } = await openCard('dated.html', 'rival letter signed by 37 states', SUPPORT);
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'On the page’s date, 15 July 2019',
        '37 announced.',
        'Since',
        '18 July 2019: Qatar withdrew, made public in August 2019.',
      ]),
    );
    expect(card.text.indexOf('37 announced.')).toBeLessThan(card.text.indexOf('The 37 signatories'));
    expect(card.text).not.toContain('Text:');
    await press(context, page, CONCERN);
    const other = await untilCard(context, page, CONCERN);
    expect(linesOf(other)).toContain('22 announced; Italy joined on 12 July 2019.');
  });

  test('an article of 12 July 2019 that says 50: the record has 37 on that day, and 50 since', async () => {
    const { card } = await openCard('dated-number.html', 'letter signed by 50 countries', SUPPORT);
    expect(linesOf(card)).toContain('Text: 50. Record on 12 July 2019: 37; since 26 July 2019: 50.');
  });

  test('an article that names a country which joined later: the record has the day', async () => {
    const { card } = await openCard('dated-names.html', '22 countries', CONCERN);
    expect(linesOf(card)).toContain('Text names Italy. Record: joined on 12 July 2019.');
    expect(card.text).not.toMatch(/Text names[^.]*(?:Japan|Germany)/);
  });

  test('an article of long after: one line, since nothing has changed', async () => {
    const { card } = await openCard('demo.html', 'letter signed by 22 countries', CONCERN);
    expect(linesOf(card)).toContain('On the page’s date, 8 December 2025: as on this card; no change since is known.');
    expect(card.text).not.toContain('Text:');
  });
});

function linesOf({ text }: ShownCard): string[] {
  return text.split('\n').map((line) => line.trim());
}
