/** What a reader has chosen to have marked: related terms, names of countries, and how many mentions of the same. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../data/settings.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard, untilNoCard, untilStill } from '../support/card.ts';
import { framesOf, hover, PATIENCE, paintedIn, untilPainted, untilRead } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const RECORD = /^Since \d{4} states voiced concern \d+\stimes, support \d+\stimes$/;
/** In the order of the page, with all of them marked. */
const ALL = ['Xinjiang', 'Xinjiang', 'Xinjiang', LETTER, 'Xinjiang', 'Xinjiang', 'Xinjiang'];

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  async function openWith(file: string, settings: Partial<Settings>): Promise<Page> {
    await setSettings(context, settings);
    return openPage(file);
  }

  const textsIn = async (page: Page) => (await paintedIn(page)).map(({ text }) => text);
  const untilMarks = (page: Page, texts: string[]) => expect.poll(() => textsIn(page), PATIENCE).toEqual(texts);
  const listedIn = async (page: Page) => (await framesOf(context, page)).flatMap(({ listed }) => listed ?? []);

  describe('related terms', () => {
    test('are marked on a page about nothing else, at once when they are wanted and no longer when they are not', async () => {
      const page = await openPage('people.html');
      await untilRead(page);
      expect(await textsIn(page)).toEqual([]);
      await setSettings(context, { markRelated: true });
      await untilMarks(page, ['Uyghurs']);
      await setSettings(context, { markRelated: false });
      await untilMarks(page, []);
    });

    test('open the record in brief, which says why it is there', async () => {
      const page = await openWith('people.html', { markRelated: true });
      await untilPainted(page, 'Uyghurs');
      await hover(page, 'Uyghurs');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(RECORD);
      await press(context, page, 'Why?');
      await expect
        .poll(async () => (await cardOf(context, page)).text, PATIENCE)
        .toContain('Marked because this is a term related to the region.');
    });

    test('are the names of cities too, on a page about the matter', async () => {
      const page = await openWith('sections.html', { markRelated: true });
      await untilMarks(page, [...ALL.slice(0, 5), 'Uyghurs', 'Xinjiang', 'Kashgar', 'Xinjiang']);
    });
  });

  describe('names of countries', () => {
    test('are marked where the page is about the matter, but for China and names of something else', async () => {
      const page = await openWith('sections.html', { markCountries: true });
      await untilMarks(page, [
        ...['Xinjiang', 'Xinjiang', 'Cuba', 'Cuba', 'Xinjiang', LETTER, 'Japan', 'Iceland', 'Xinjiang'],
        ...['Xinjiang', 'Xinjiang', 'Chad', 'Jordan', 'Cuba'],
      ]);
    });

    test('are left alone on any other page, until it names the region', async () => {
      const page = await openWith('people.html', { markCountries: true });
      await untilRead(page);
      await untilMarks(page, []);
      await page.evaluate(() => {
        const added = document.createElement('p');
        added.textContent = 'They are from Xinjiang.';
        document.body.append(added);
      });
      await untilMarks(page, ['Cuba', 'Qatar', 'Xinjiang']);
    });

    test('open the record of the country', async () => {
      const page = await openWith('sections.html', { markCountries: true });
      await untilPainted(page, 'Iceland');
      await hover(page, 'Iceland');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Iceland voiced concern/);
    });
  });

  describe('how many are marked', () => {
    test('can be the first of the same under each heading that can be seen', async () => {
      const page = await openWith('sections.html', { density: 'section' });
      await untilMarks(page, ['Xinjiang', 'Xinjiang', LETTER, 'Xinjiang']);
    });

    test('changes at once in an open page, and none is lost to the list', async () => {
      const page = await openPage('sections.html');
      await untilMarks(page, ALL);
      await setSettings(context, { density: 'page' });
      await untilMarks(page, ['Xinjiang', LETTER]);
      expect((await listedIn(page)).map(({ text }) => text)).toEqual(ALL);
      await setSettings(context, { density: 'all' });
      await untilMarks(page, ALL);
    });

    test('is kept to as the page changes: what comes before takes the place of the first, and what goes leaves it', async () => {
      const page = await openWith('sections.html', { density: 'page', markRegion: true });
      await untilMarks(page, ['Xinjiang', LETTER]);
      const texts = () =>
        page.evaluate(() =>
          [...CSS.highlights]
            .filter(([name]) => name.startsWith('note-'))
            .flatMap(([, ranges]) => [...ranges].map(({ startContainer }) => startContainer.parentElement?.id ?? '')),
        );
      await expect.poll(texts, PATIENCE).toContain('intro');
      await page.evaluate(() => {
        const added = document.createElement('p');
        added.id = 'first';
        added.textContent = 'First of all Xinjiang.';
        document.querySelector('h1')?.after(added);
      });
      await expect.poll(texts, PATIENCE).toContain('first');
      expect(await texts()).not.toContain('intro');
      await page.evaluate(() => document.getElementById('first')?.remove());
      await expect.poll(texts, PATIENCE).toContain('intro');
    });

    test('leaves the next to be marked where a reader has hidden the first', async () => {
      const page = await openWith('sections.html', { density: 'page' });
      await untilMarks(page, ['Xinjiang', LETTER]);
      await hover(page, 'Xinjiang');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(RECORD);
      await press(context, page, 'Hide…');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain('Hide this mention');
      await press(context, page, 'Hide this mention');
      await untilCard(context, page, 'This mention is hidden.');
      // The mark painted now has the same words as the one that is hidden.
      await expect.poll(async () => (await listedIn(page)).map(({ text }) => text), PATIENCE).toEqual(ALL.slice(1));
      await untilMarks(page, ['Xinjiang', LETTER]);
    });

    test('is what opens under the pointer, while the list and the keyboard lead to all', async () => {
      const page = await openWith('sections.html', { density: 'page' });
      await untilMarks(page, ['Xinjiang', LETTER]);
      const [last] = (await listedIn(page)).keys().toArray().slice(-1);
      const openCard = (index: number) =>
        context.extension.evaluateInFrames(page, (index: number) => globalThis.pageNotes?.open(index), index);
      await openCard(last ?? 0);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(RECORD);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      const { x, y } = await page.$eval('p:last-child', ({ firstChild }) => {
        const range = document.createRange();
        range.setStart(firstChild as Text, (firstChild as Text).data.lastIndexOf('Xinjiang'));
        range.setEnd(firstChild as Text, range.startOffset + 'Xinjiang'.length);
        const { left, top } = range.getBoundingClientRect();
        return { x: left, y: top };
      });
      await page.mouse.move(x + 10, y + 30);
      await page.mouse.move(x + 10, y + 10, { steps: 4 });
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(false);
      await hover(page, LETTER);
      await untilCard(context, page, '22 countries voiced concern');
    });
  });
});
