import { describe, expect, test } from 'vitest';
import {
  encyclopediaPage,
  longTextPage,
  manyMentionsPage,
  manyNodesPage,
  newsPage,
  type Planted,
} from '../../../scripts/bench/pages.ts';
import { NAMES } from '../../../scripts/bench/patterns.ts';

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

/** What a reader sees of a page, and a line break wherever an element begins or ends. */
function textOf(html: string): string {
  return html.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n');
}

test('a page is the same for the same seed and another one for another', () => {
  expect(newsPage(4)).toBe(newsPage(4));
  expect(newsPage(4)).not.toBe(newsPage(14));
});

test.each<Planted>(['nothing', 'near'])('news with %s planted names the region nowhere', (planted) => {
  const names = new RegExp(NAMES.join('|'), 'i');
  for (const seed of SEEDS) expect(newsPage(seed, planted)).not.toMatch(names);
});

test('of ten planted mentions eight name the region, in every language', () => {
  const names = new RegExp(NAMES.join('|'), 'gi');
  for (const seed of SEEDS) expect(newsPage(seed, 10).match(names)?.length).toBeGreaterThanOrEqual(8);
});

test('news pages have the size of real ones', () => {
  for (const seed of SEEDS) {
    const { length } = textOf(newsPage(seed)).replace(/\s+/g, ' ');
    expect(length).toBeGreaterThan(3_000);
    expect(length).toBeLessThan(60_000);
  }
});

describe('the giants', () => {
  test('have the length, the nodes and the mentions asked for', () => {
    expect(textOf(encyclopediaPage(1, 20_000)).length).toBeGreaterThan(20_000);
    expect(textOf(longTextPage(1, 20_000)).length).toBeGreaterThan(20_000);
    expect(manyNodesPage(1, 400).match(/<(?:span|b|i)>/g)).toHaveLength(400);
    expect(manyMentionsPage(1, 50).match(/Xinjiang|Sinkiang/g)).toHaveLength(40);
  });
});
