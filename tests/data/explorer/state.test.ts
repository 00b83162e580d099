import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import {
  CARDS,
  DEFAULT_STATE,
  decodeState,
  type ExplorerState,
  encodeState,
  MAPS,
  MOST_COMPARED,
  memberOf,
  ORDERS,
  REGIONAL_GROUPS,
  shownState,
  VIEWS,
} from '../../../data/explorer/state.ts';
import { LANGUAGES } from '../../../data/languages.ts';
import { anyDay } from '../../support/dataset-arbitraries.ts';

const decode = (text: string) => decodeState(text, dataset);

const anyCountry = fc.constantFrom(...dataset.countries.map(({ code }) => code));
const anyMember = fc.oneof(
  anyCountry,
  fc.constantFrom(...REGIONAL_GROUPS),
  fc.uniqueArray(anyCountry, { minLength: 2, maxLength: 12 }).map(memberOf),
);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const anyState: fc.Arbitrary<ExplorerState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  statement: orNull(fc.constantFrom(...dataset.statements.map(({ id }) => id))),
  card: fc.constantFrom(...CARDS),
  country: orNull(anyCountry),
  asOf: orNull(anyDay),
  map: fc.constantFrom(...MAPS),
  sort: fc.constantFrom(...ORDERS),
  like: orNull(anyCountry),
  group: orNull(fc.constantFrom(...REGIONAL_GROUPS)),
  compared: fc.uniqueArray(anyMember, { maxLength: MOST_COMPARED }),
  from: orNull(anyDay),
  to: orNull(anyDay),
  q: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => text.length <= 200 && text.isWellFormed()),
  lang: orNull(fc.constantFrom(...LANGUAGES)),
});

test('any state is read back from its address as it was', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(decode(encodeState(state))).toEqual(state);
    }),
  );
});

test('an address that was read is written again as itself', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const text = encodeState(state);
      expect(encodeState(decode(text))).toBe(text);
    }),
  );
});

test('what is as it is by default is not in the address', () => {
  expect(encodeState(DEFAULT_STATE)).toBe('');
  expect(encodeState({ ...DEFAULT_STATE, view: 'matrix' })).toBe('view=matrix');
});

test('another view than the map has nothing in its address of a statement whose card is closed there', () => {
  const map = { ...DEFAULT_STATE, view: 'map', statement: '2019-07-12-support', card: 'closed' } as const;
  expect(encodeState(shownState(map))).toBe('view=map&statement=2019-07-12-support&card=closed');
  expect(encodeState(shownState({ ...map, view: 'matrix' }))).toBe('view=matrix');
});

test('an address can be read by people', () => {
  const state = { ...DEFAULT_STATE, view: 'compare', compared: ['QA', 'latin-america', memberOf(['RU', 'CU'])] } as const;
  expect(encodeState(state)).toBe('view=compare&compared=QA.latin-america.CU_RU');
});

test.each([
  ['a parameter nobody knows', 'view=matrix&colour=red', 'view=matrix'],
  ['a view there is not', 'view=nowhere&q=a', 'q=a'],
  ['a country there is not', 'country=ZZ', ''],
  ['a statement there is not', 'statement=2019-07-08-nothing', ''],
  ['a day the calendar has not', 'asOf=2023-02-30', ''],
  ['a card that is neither open nor closed', 'view=map&card=ajar', 'view=map'],
  ['a comparison with a country there is not', 'compared=QA.ZZ', ''],
  ['a comparison with one member twice', 'compared=QA.QA', ''],
  ['a group not in the order of the alphabet', 'compared=RU_CU', ''],
  ['the second of two', 'view=matrix&view=map', 'view=matrix'],
])('%s is dropped', (_, text, kept) => {
  expect(encodeState(decode(text))).toBe(kept);
});
