/** Whatever stands behind `#` in the explorer's address, typed, cut short or made by somebody else: it is a state that a view can show. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  CARDS,
  codesOf,
  DEFAULT_STATE,
  decodeState,
  encodeState,
  isRegionalGroup,
  LONGEST_QUERY,
  MAPS,
  MOST_COMPARED,
  ORDERS,
  REGIONAL_GROUPS,
  VIEWS,
} from '../../data/explorer/state.ts';
import { Day } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';

const dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const codes = dataset.countries.map(({ code }) => code);
const ids = dataset.statements.map(({ id }) => id);

const piece = fc.oneof(
  fc.constantFrom(...codes, ...ids, ...VIEWS, ...MAPS, ...CARDS, ...ORDERS, ...REGIONAL_GROUPS),
  fc.constantFrom('QA', 'CU_RU', 'RU_CU', 'ZZ', '2019-07-12', '2023-02-30', '9999-99-99', '.', '_', '', 'null', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const anyValue = fc.oneof(
  piece,
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('.')),
);
const known = fc.constantFrom(...Object.keys(DEFAULT_STATE));
const unknown = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'View', ' view'),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((name) => !Object.hasOwn(DEFAULT_STATE, name.toWellFormed())),
);
const anyParameters = fc.array(fc.tuple(fc.oneof(known, unknown), anyValue), { maxLength: 14 });
const written = (parameters: string[][]) => new URLSearchParams(parameters).toString();

/** Addresses with something in them, some of them damaged, and texts that are none. */
const anyText = fc.oneof(
  anyParameters.map(written),
  fc.tuple(anyParameters.map(written), fc.nat(), fc.string({ maxLength: 4 })).map(([text, at, inserted]) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${inserted}${text.slice(place)}`;
  }),
  fc.string({ unit: 'binary' }),
);

const decode = (text: string) => decodeState(text, dataset);

test(
  'any text is a state in which each field is one that a view can show',
  () => {
    forAny(anyText, (text) => {
      const state = decode(text);
      expect(Object.keys(state)).toEqual(Object.keys(DEFAULT_STATE));
      expect(VIEWS).toContain(state.view);
      expect(MAPS).toContain(state.map);
      expect(CARDS).toContain(state.card);
      expect(ORDERS).toContain(state.sort);
      expect([null, ...REGIONAL_GROUPS]).toContain(state.group);
      expect([null, ...ids]).toContain(state.statement);
      for (const country of [state.country, state.like]) expect([null, ...codes]).toContain(country);
      for (const day of [state.asOf, state.from, state.to]) expect(day === null || v.is(Day, day), String(day)).toBe(true);
      expect(state.compared.length).toBeLessThanOrEqual(MOST_COMPARED);
      expect(new Set(state.compared).size).toBe(state.compared.length);
      for (const member of state.compared)
        expect(isRegionalGroup(member) || codesOf(member)?.every((code) => codes.includes(code)), member).toBe(true);
      expect(state.q.length).toBeLessThanOrEqual(LONGEST_QUERY);
      expect(state.q.isWellFormed()).toBe(true);
    });
  },
  FUZZ_PATIENCE,
);

test(
  'a state that was read from any text is read again from its own address, which is then written as itself',
  () => {
    forAny(anyText, (text) => {
      const state = decode(text);
      const address = encodeState(state);
      expect(decode(address)).toEqual(state);
      expect(encodeState(decode(address))).toBe(address);
    });
  },
  FUZZ_PATIENCE,
);

test(
  'parameters that are not known change nothing, wherever they stand',
  () => {
    const strangers = fc.array(fc.tuple(unknown, anyValue), { maxLength: 4 });
    forAny(fc.tuple(anyParameters, strangers, strangers), ([parameters, before, after]) => {
      const state = decode(written(parameters));
      expect(decode(written([...before, ...parameters, ...after]))).toEqual(state);
      for (const name of new URLSearchParams(encodeState(state)).keys()) expect(DEFAULT_STATE).toHaveProperty([name]);
    });
  },
  FUZZ_PATIENCE,
);
