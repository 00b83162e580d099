/** The pictures of the stores' pages: all there, of the size that stores take, and none of an empty or half-drawn page. */
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers.ts';
import { PICTURE_SIZE, type StorePicture, takeStorePictures } from '../../scripts/store-pictures.ts';

test('in two languages the pictures are all there, and tell the same in other words', async ({ skip }) => {
  if (!(await findBrowser('chromium'))) skip('There is no chromium on this computer.');
  const taken: StorePicture[] = [];
  for await (const picture of takeStorePictures(['en', 'ar'])) taken.push(picture);
  const names = taken.filter(({ language }) => language === 'en').map(({ name }) => name);
  expect(names).toEqual(['1-card', '2-popup', '3-panel', '4-timeline', '5-map', '6-changes']);
  expect(taken.map(({ language, name }) => `${language} ${name}`)).toEqual(
    ['en', 'ar'].flatMap((language) => names.map((name) => `${language} ${name}`)),
  );
  for (const { language, name, png } of taken) {
    const { width, height } = PNG.sync.read(Buffer.from(png));
    expect({ width, height }, `${language} ${name}`).toEqual(PICTURE_SIZE);
  }
  // No two alike: neither two views, nor one view in two languages.
  expect(new Set(taken.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(taken.length);
});
