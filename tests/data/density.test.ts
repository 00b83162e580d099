import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DENSITIES, type Density, marked, type Placing, referentOf } from '../../data/density.ts';
import type { Mention } from '../../data/detection/mention.ts';

const region: Mention = { kind: 'xinjiang', start: 0, end: 8 };
const people: Mention = { kind: 'related', start: 0, end: 7 };
const letter: Mention = { kind: 'statement', start: 0, end: 9, link: ['2019-07-08-concern'], reasons: [] };
const reply: Mention = { kind: 'statement', start: 0, end: 9, link: ['2019-07-12-support'], reasons: [] };
const either: Mention = { ...letter, link: ['2019-07-12-support', '2019-07-08-concern'] };
const cuba: Mention = { kind: 'country', start: 0, end: 4, code: 'CU' };
const qatar: Mention = { kind: 'country', start: 0, end: 5, code: 'QA' };

interface Named extends Placing {
  readonly name: string;
}

/** "a1 region": a mention by its name and section; in brackets one that nobody sees. */
function placed(...texts: string[]): Named[] {
  const mentions: Record<string, Mention> = { region, people, letter, reply, either, cuba, qatar };
  return texts.map((name) => {
    const [section = '', which = ''] = name.replace(/[()]/g, '').split(' ');
    return { name, mention: mentions[which] as Mention, section: () => section, isSeen: () => !name.startsWith('(') };
  });
}

const kept = (placings: readonly Named[], density: Density) => marked(placings, density).map(({ name }) => name);

describe('what is marked', () => {
  const page = placed('1 region', '1 letter', '1 region', '2 region', '2 either', '2 people', '2 people', '3 letter', '3 cuba');

  test('is everything by default', () => {
    expect(marked(page, 'all')).toEqual(page);
  });

  test('may be the first of the same in each section', () => {
    expect(kept(page, 'section')).toEqual(['1 region', '1 letter', '2 region', '2 either', '2 people', '3 letter', '3 cuba']);
  });

  test('may be the first of the same on the page', () => {
    expect(kept(page, 'page')).toEqual(['1 region', '1 letter', '2 either', '2 people', '3 cuba']);
  });

  test('is not one that nobody sees, as long as one of the same is seen', () => {
    expect(kept(placed('(1 region)', '(1 region)', '1 region', '1 region'), 'page')).toEqual(['1 region']);
    expect(marked(placed('(1 region)', '(1 region)'), 'section')).toHaveLength(1);
  });

  test('is the next of the same where a reader has hidden the first', () => {
    expect(kept(placed('1 region', '2 region').slice(1), 'page')).toEqual(['2 region']);
  });

  test('is asked for no section and no sight that it does not need', () => {
    const ask = () => {
      throw new Error('asked');
    };
    expect(marked([{ mention: region, section: ask, isSeen: ask }], 'all')).toHaveLength(1);
    const second = { mention: region, section: ask, isSeen: ask };
    expect(marked([...placed('1 region'), second], 'page')).toHaveLength(1);
  });
});

test.each([
  [letter, either, false],
  [either, { ...either, link: ['2019-07-08-concern', '2019-07-12-support'] } as Mention, true],
  [letter, reply, false],
  [region, people, false],
  [cuba, qatar, false],
  [cuba, { ...cuba, start: 40, end: 44 } as Mention, true],
])('%j and %j: the same is %s', (one, other, isSame) => {
  expect(referentOf(one) === referentOf(other)).toBe(isSame);
});

describe('for any page', () => {
  const placing = fc.record({
    mention: fc.constantFrom<Mention>(region, people, letter, reply, either, cuba, qatar),
    place: fc.nat(3),
    seen: fc.boolean(),
  });
  const placings = fc
    .array(placing, { maxLength: 30 })
    .map((all) => all.map(({ mention, place, seen }) => ({ mention, place, seen, section: () => place, isSeen: () => seen })));

  test('those marked are some of all, in order, and each referent once a stretch', () => {
    fc.assert(
      fc.property(placings, fc.constantFrom(...DENSITIES), (all, density) => {
        const left = marked(all, density);
        expect(left).toEqual(all.filter((each) => left.includes(each)));
        if (density === 'all') return;
        const stretches = left.map(({ mention, place }) => `${referentOf(mention)} ${density === 'page' ? '' : place}`);
        expect(new Set(stretches).size).toBe(stretches.length);
      }),
    );
  });

  test('no referent is lost, and none that can be seen is marked out of sight only', () => {
    fc.assert(
      fc.property(placings, fc.constantFrom(...DENSITIES), (all, density) => {
        const left = marked(all, density);
        for (const { mention, place, seen } of all) {
          const same = left.filter(
            (other) => referentOf(other.mention) === referentOf(mention) && (density === 'page' || other.place === place),
          );
          expect(same.length).toBeGreaterThan(0);
          if (seen) expect(same.some((other) => other.seen)).toBe(true);
        }
      }),
    );
  });

  test('what is marked in sections holds all that is marked on the page, where all can be seen', () => {
    fc.assert(
      fc.property(placings, (all) => {
        const seen = all.map((each) => ({ ...each, isSeen: () => true }));
        const inSections = marked(seen, 'section');
        for (const each of marked(seen, 'page')) expect(inSections).toContain(each);
      }),
    );
  });
});
