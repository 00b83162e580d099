/**
 * The looks of every state of the card, in real Chromium: as in the pictures kept in tests/gallery/pictures, and with nothing that axe
 * finds wrong, contrast and sizes of targets included. `npm run -s gallery -- --accept` keeps new pictures; look at them first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { difference } from '../../scripts/gallery/compare.ts';
import { type Picture, pictureNames, takePictures } from '../../scripts/gallery/pictures.ts';
import { root } from '../../scripts/tools.ts';

const KEPT = path.join(root, 'tests', 'gallery', 'pictures');
const DIFFERENCES = path.join(root, '.output', 'gallery', 'differences');
/** The share of a picture that may differ: fonts are drawn a little differently from one version of a browser to the next. */
const GRAIN = 0.02;

describe('every state of the card', () => {
  const pictures = new Map<string, Picture>();

  beforeAll(async () => {
    for await (const picture of takePictures()) pictures.set(picture.name, picture);
  });

  test.each(pictureNames())('%s looks as it did, and is accessible', async (name) => {
    const { png, problems } = pictures.get(name) as Picture;
    expect(problems).toEqual([]);
    const file = path.join(KEPT, `${name}.png`);
    expect(existsSync(file), `${file} is there`).toBe(true);
    const { share, png: shown } = difference(readFileSync(file), png);
    if (share > GRAIN) {
      await mkdir(DIFFERENCES, { recursive: true });
      await writeFile(path.join(DIFFERENCES, `${name}.png`), shown ?? png);
    }
    expect(share, `the share that differs: see ${path.relative(root, DIFFERENCES)}`).toBeLessThanOrEqual(GRAIN);
  });

  test('no picture is kept of a state that is gone', () => {
    expect(
      readdirSync(KEPT)
        .map((file) => file.replace(/\.png$/, ''))
        .toSorted(),
    ).toEqual(pictureNames().toSorted());
  });
});
