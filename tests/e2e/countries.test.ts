/** Countries inside the card: to their records and back, and the reader's own. */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { countryContext } from '../../data/country-context.ts';
import { answerOf, statementLine } from '../../data/popover-context.ts';
import { counterpartOf, joinedLater, statementById, withdrawn } from '../../data/queries.ts';
import type { CountryCode, Statement } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard, untilNoCard } from '../support/card.ts';
import { hover, PATIENCE, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';
import { english } from '../support/words.ts';

const dataset = readDataset(path.resolve(import.meta.dirname, '../../data'));
const LETTER = 'letter signed by 22 countries';
const letter = present(statementById(dataset, '2019-07-08-concern'));
const answer = present(counterpartOf(dataset, letter));

const headlineOf = (statement: Statement) => statementLine(statement, english).headline;
const recordOf = (code: CountryCode) => present(countryContext(dataset, code, english));
const lineOf = (statement: Statement, code: CountryCode) => {
  const { name, answer } = present(answerOf(dataset, statement.id, code, english));
  return `${name}: ${answer}`;
};

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  async function openCard(): Promise<Page> {
    const page = await openPage('demo.html');
    await untilPainted(page, LETTER);
    await hover(page, LETTER);
    await untilCard(context, page, headlineOf(letter));
    return page;
  }

  describe('a country', () => {
    test('leads to its record, from there to another statement, and back twice to where the reader was', async () => {
      const page = await openCard();
      await press(context, page, headlineOf(answer));
      await untilCard(context, page, headlineOf(answer));
      const [left] = withdrawn(answer);
      const record = recordOf(present(left).country);
      await press(context, page, record.name);
      await untilCard(context, page, record.headline);
      const row = present(record.parts.flatMap(({ rows }) => rows).find(({ position }) => /withdrew/.test(position)));
      await press(context, page, `${row.date} ${row.position}`);
      await untilCard(context, page, row.headline);
      await press(context, page, 'Back');
      const back = await untilCard(context, page, record.headline);
      expect(back.focusedOn).toContain(row.position);
      expect(back.scrolled).toBeGreaterThan(0);
      await press(context, page, 'Back');
      expect(await untilCard(context, page, headlineOf(answer))).toMatchObject({ focused: true, focusedOn: record.name });
    });

    test('is gone back from to the same lines, by keyboard as well', async () => {
      const page = await openCard();
      const joined = present(joinedLater(letter).at(-1));
      const { name, headline } = recordOf(joined.country);
      await press(context, page, name);
      await untilCard(context, page, headline);
      await press(context, page, 'Back');
      const first = await untilCard(context, page, headlineOf(letter));
      expect(first).toMatchObject({ focusedOn: name });
      expect(first.scrolled).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      const there = await untilCard(context, page, headline);
      expect([there.scrolled, there.focusedOn]).toEqual([0, headline]);
      await press(context, page, 'Back');
      expect(await untilCard(context, page, headlineOf(letter))).toMatchObject({ focusedOn: name, scrolled: first.scrolled });
    });
  });

  describe('the country of one’s own', () => {
    test('comes first in every card, and leads to its record', async () => {
      await setSettings(context, { country: 'QA' });
      const page = await openCard();
      const card = await cardOf(context, page);
      const line = lineOf(letter, 'QA');
      expect(card.controls.indexOf(line)).toBe(card.controls.findIndex((name) => name.startsWith('Find a country')) - 1);
      await press(context, page, line);
      await untilCard(context, page, recordOf('QA').headline);
    });

    test('is never guessed, and set from the answer of a search', async () => {
      const page = await openCard();
      const { name } = recordOf('IT');
      expect((await cardOf(context, page)).controls.filter((control) => control.includes(': '))).toEqual([]);
      await press(context, page, 'Find a country');
      await page.keyboard.type(name);
      await expect
        .poll(async () => (await cardOf(context, page)).controls, PATIENCE)
        .toContain(`Show ${name} first in every card`);
      expect(await storedSettings(context)).toEqual({});
      await press(context, page, `Show ${name} first in every card`);
      await expect.poll(() => storedSettings(context), PATIENCE).toEqual({ country: 'IT' });
      expect((await cardOf(context, page)).controls).toContain(lineOf(letter, 'IT'));
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      await page.mouse.move(4, 4);
      await hover(page, LETTER);
      expect((await untilCard(context, page, headlineOf(letter))).controls).toContain(lineOf(letter, 'IT'));
    });

    test('is chosen in the settings among all countries, or none', async () => {
      const options = await context.extension.openExtensionPage('/options.html');
      const select = await options.waitForSelector('select:has([value="QA"])');
      const codes = await options.$$eval('select:has([value="QA"]) option', (all) => all.map((option) => option.value));
      expect(codes.toSorted()).toEqual(['', ...dataset.countries.map(({ code }) => code)].toSorted());
      await select?.select('DE');
      await expect.poll(() => storedSettings(context), PATIENCE).toEqual({ country: 'DE' });
      await select?.select('');
      await expect.poll(() => storedSettings(context), PATIENCE).toEqual({ country: null });
      await options.close();
    });
  });
});

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The record has no such thing any more.');
  return value;
}
