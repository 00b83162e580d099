/** The explorer's pictures in real browsers: what is pointed at, keys, the day, and files; the rest of the page is explorer.test.ts's. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { faultsIn } from '../support/faults.ts';
import { PATIENCE } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const PICTURES = { timeline: 'view=timeline', tiles: 'view=map', world: 'view=map&map=world' } as const;

forEachBrowser((context) => {
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });

  async function open(state: string): Promise<Page> {
    const page = await context.extension.openExtensionPage(`/explorer.html#${state}`);
    opened.push(page);
    await page.setViewport({ width: 1280, height: 900 });
    await page.waitForSelector('[role="listbox"] [role="option"]');
    await page.bringToFront();
    return page;
  }

  const told = (page: Page) => page.$eval('.us-told', (element) => element.textContent ?? '');
  const hash = (page: Page) => page.evaluate(() => location.hash);

  test.each([
    ['tiles', PICTURES.tiles],
    ['world', PICTURES.world],
  ])('on the map of the %s the smallest state answers to the pointer, and a click opens its record', async (_, state) => {
    const page = await open(state);
    const place = await page.$eval('[data-code="TV"]', (sign) => {
      sign.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = sign.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(place.x + 3, place.y - 2);
    await expect.poll(() => told(page), PATIENCE).toMatch(/^Tuvalu: on known lists of concern only\. Concern: signed \d+ of 13/);
    await page.mouse.click(place.x, place.y);
    await expect.poll(() => hash(page), PATIENCE).toContain('country=TV');
    await page.waitForSelector('aside');
  });

  test('on the map of the world the smallest states lie over the land around them, whatever their names', async () => {
    const page = await open(PICTURES.world);
    const { count, covered } = await page.$$eval('[role="option"]:has(.us-small-state)', (signs) => ({
      count: signs.length,
      covered: signs.flatMap((sign) => {
        sign.scrollIntoView({ block: 'center', inline: 'center' });
        const { left, top, width, height } = sign.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        // Where they are close together, another of them.
        const { id } = seen?.closest('use')?.href.baseVal.match(/#(?<id>.*)/)?.groups ?? {
          id: seen?.closest('[role="option"]')?.id,
        };
        const isSmall = document.getElementById(id ?? '')?.querySelector('.us-small-state');
        return isSmall ? [] : [`${sign.getAttribute('data-code')} lies under ${id}`];
      }),
    }));
    expect(count).toBeGreaterThan(0);
    expect(covered).toEqual([]);
  });

  test('a country is reached by its letter and by arrows, and its record by Enter', async () => {
    const page = await open(PICTURES.tiles);
    await page.evaluate(() => document.querySelector<SVGElement>('[role="listbox"]')?.focus());
    await page.keyboard.press('q');
    await expect.poll(() => told(page), PATIENCE).toMatch(/^Qatar: not known\./);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => told(page), PATIENCE).toMatch(/^United Arab Emirates: on known lists of support only\./);
    await page.keyboard.press('Enter');
    await expect.poll(() => hash(page), PATIENCE).toContain('country=AE');
  });

  test('the slider takes the map back to a day, and the address with it', async () => {
    const page = await open(`${PICTURES.tiles}&asOf=2019-07-13`);
    const qatar = () => page.$eval('[data-code="QA"]', (sign) => sign.getAttribute('aria-label'));
    expect(await qatar()).toBe('Qatar: on known lists of support only');
    await page.focus('input[type="range"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => hash(page), PATIENCE).toContain('asOf=2019-07-18');
    await expect.poll(qatar, PATIENCE).toBe('Qatar: not known');
    expect(await page.$eval('.us-date-slider', (slider) => slider.textContent)).toContain('Qatar withdrew.');
  });

  test.each([
    ['tiles', 'view=map'],
    ['world', 'view=map&map=world'],
  ])('the map of the %s shows who signed the statement that is chosen, with every way back', async (_, state) => {
    const page = await open(state);
    const qatar = () => page.$eval('[data-code="QA"]', (sign) => sign.getAttribute('aria-label'));
    expect(await qatar()).toBe('Qatar: not known');
    await page.select('.us-map-statement select', '2019-07-12-support');
    await expect.poll(qatar, PATIENCE).toBe('Qatar: withdrew');
    expect(await hash(page)).toContain('statement=2019-07-12-support');
    expect(await page.title()).toBe('Where countries stand: 37 countries voiced support for China, 12 July 2019 · Undersigned');
    expect(await faultsIn(page)).toEqual([]);
    await page.evaluate(() => document.querySelector<SVGElement>('[role="listbox"]')?.focus());
    await page.keyboard.press('q');
    await expect.poll(() => told(page), PATIENCE).toBe('Qatar: withdrew, 18 July 2019.');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.us-position');
    expect(await hash(page)).toContain('statement=2019-07-12-support&country=QA');
    // The map stays when the country's card is closed, and the reader goes on from it.
    await page.click('.us-position .us-icon');
    await expect.poll(() => page.$('.us-position'), PATIENCE).toBeNull();
    expect(await qatar()).toBe('Qatar: withdrew');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
    // So does it when the statement's is, also where the address is asked for again.
    await page.click('aside .us-card [aria-label="Close"]');
    await expect.poll(() => page.$('aside'), PATIENCE).toBeNull();
    expect(await qatar()).toBe('Qatar: withdrew');
    await page.evaluate(() => {
      Object.assign(globalThis, { isOld: true });
      location.reload();
    });
    const isNew = () => page.evaluate(() => !('isOld' in globalThis));
    await expect.poll(() => isNew().catch(() => false), PATIENCE).toBe(true);
    await expect.poll(() => qatar().catch(() => ''), PATIENCE).toBe('Qatar: withdrew');
    expect(await page.$('aside')).toBeNull();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.click('.us-map-statement + a');
    await page.waitForSelector('aside .us-card');
    expect(await focused()).toBe('The statement');
    await page.click('.us-map-statement + a + a');
    await expect.poll(qatar, PATIENCE).toBe('Qatar: not known');
    expect(await page.$('aside')).toBeNull();
  });

  /** Presses every button that saves a picture, and gives what was saved by the ending of its name. */
  async function saveAll(page: Page): Promise<(ending: string) => Promise<string>> {
    // Files are given by links; here they are kept to be looked at.
    await page.evaluate(() => {
      const kept: Record<string, Promise<string>> = {};
      Object.assign(globalThis, { kept });
      // The page's policy lets it fetch nothing, not even what it made itself.
      const files = new Map<string, Blob>();
      const address = URL.createObjectURL;
      URL.createObjectURL = (file: Blob) => {
        const url = address(file);
        files.set(url, file);
        return url;
      };
      HTMLAnchorElement.prototype.click = function click() {
        const read = async () => {
          const blob = files.get(this.href);
          if (!blob) throw new Error('no file');
          if (blob.type === 'image/svg+xml') return blob.text();
          const picture = await createImageBitmap(blob);
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const pen = canvas.getContext('2d');
          if (!pen) throw new Error('no canvas');
          pen.drawImage(picture, 0, 0);
          const { data } = pen.getImageData(0, 0, picture.width, picture.height);
          const colours = new Set<string>();
          for (let at = 0; at < data.length; at += 4) colours.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
          return JSON.stringify({ width: picture.width, colours: [...colours] });
        };
        kept[this.download.replace(/^.*\./, '')] = read();
      };
      for (const button of document.querySelectorAll<HTMLElement>('.us-picture-files button')) button.click();
    });
    return async (ending: string) => {
      await page.waitForFunction((ending) => ending in (globalThis as unknown as { kept: object }).kept, {}, ending);
      return page.evaluate((ending) => (globalThis as unknown as { kept: Record<string, string> }).kept[ending] ?? '', ending);
    };
  }

  describe.each(Object.entries(PICTURES))('the picture of the %s', (_, state) => {
    test('can be saved: title, both sides’ colours and all, as a PNG twice as fine as the page and as an SVG', async () => {
      const page = await open(state);
      const keptAs = await saveAll(page);
      const png = JSON.parse(await keptAs('png')) as { width: number; colours: string[] };
      const shown = await page.evaluate(() => ({
        width: document.querySelector('[role="listbox"]')?.getBoundingClientRect().width ?? 0,
        title: document.querySelector('.us-picture b')?.textContent ?? '',
        sides: ['concern', 'support'].map((side) => {
          const probe = document.querySelector('.us-picture')?.appendChild(document.createElement('i'));
          if (!probe) return '';
          probe.style.color = `var(--${side})`;
          const { color } = getComputedStyle(probe);
          probe.remove();
          return color;
        }),
      }));
      expect(png.width).toBeGreaterThan(2 * shown.width);
      expect(png.colours).toEqual(expect.arrayContaining(shown.sides));
      const svg = await keptAs('svg');
      expect(svg).toContain(shown.title);
      for (const side of shown.sides) expect(svg).toContain(side);
    });
  });

  test('a saved timeline has its texts where the page has them, in a language that runs from right to left, too', async () => {
    await setSettings(context, { language: 'ar' });
    try {
      const page = await open(PICTURES.timeline);
      await page.waitForSelector('html[dir=rtl]');
      const svg = await (await saveAll(page))('svg');
      const { shown, saved } = await page.evaluate((svg) => {
        // As a file of its own is, which has no page around it.
        const place = document.body.appendChild(document.createElement('div'));
        place.dir = 'ltr';
        place.append(document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true));
        const placesIn = (drawing: Element | null) => {
          const { left = 0, width = 1 } = drawing?.getBoundingClientRect() ?? {};
          return [...(drawing?.querySelectorAll('text') ?? [])].map((text) => {
            const box = text.getBoundingClientRect();
            return { text: text.textContent, at: (box.left - left) / width };
          });
        };
        return {
          shown: placesIn(document.querySelector('[data-drawing]')),
          saved: placesIn(place.querySelector('svg svg')),
        };
      }, svg);
      expect(shown.length).toBeGreaterThan(10);
      expect(saved).toEqual(shown.map(({ text, at }) => ({ text, at: expect.closeTo(at, 1) })));
    } finally {
      await resetSettings(context);
    }
  });

  test('the world has no fault that axe finds, and scrolls in its own place where the window is narrow', async () => {
    const page = await open(PICTURES.world);
    expect(await faultsIn(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
