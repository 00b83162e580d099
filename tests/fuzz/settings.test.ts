/** Whatever a settings file or the browser's storage holds: nothing throws, and what is taken from it is valid. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSettings, SETTING_NAMES } from '../../data/settings.ts';
import { otherSettings, readSettingsFile, settingsFile } from '../../data/settings-file.ts';
import { FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';
import { settingsArbitrary, takenAlong } from '../support/settings-arbitrary.ts';
import { english } from '../support/words.ts';

/** Values that JSON and the structured clone can hold, odd ones among them. */
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withTypedArray: true, maxDepth: 2 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, 'x'.repeat(3000), [null], [['example.org']]),
);

const anyName = fc.constantFrom(...SETTING_NAMES, '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'future', '');

/** Stored settings of which some are right. */
const anyRecord = fc
  .tuple(settingsArbitrary, fc.array(fc.tuple(anyName, anyValue), { maxLength: 6 }))
  .map(([settings, changes]) => Object.fromEntries([...Object.entries(settings), ...changes]));

test(
  'what is read from any storage is complete and valid, and reads the same again',
  () => {
    forAny(fc.tuple(fc.oneof(anyValue, anyRecord), fc.oneof(fc.constant(undefined), anyValue, anyRecord)), ([stored, policy]) => {
      const { settings, managed } = parseSettings(stored, policy);
      expect(Object.keys(settings).toSorted()).toEqual(SETTING_NAMES.toSorted());
      const again = parseSettings(settings);
      expect(again).toEqual({ settings, managed: {}, problems: [], managedProblems: [] });
      for (const [name, value] of Object.entries(managed)) expect(settings[name as keyof typeof settings]).toBe(value);
    });
  },
  FUZZ_PATIENCE,
);

/** A right file, and then a few characters cut out, put in or written twice. */
const mutilatedFile = fc
  .tuple(
    settingsArbitrary,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom('"', '}', '[', '\\u', '1e999', '"__proto__":'))),
      { maxLength: 3 },
    ),
  )
  .map(([settings, edits]) =>
    edits.reduce(
      (text, [at, length, put]) => {
        const start = at % text.length;
        return text.slice(0, start) + put + text.slice(start + length);
      },
      settingsFile(settings, {}),
    ),
  );

const fileWith = (settings: unknown) => JSON.stringify({ format: 'undersigned-settings', version: 1, settings });
const strangeFile = fc.dictionary(anyName, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }).map(fileWith);

test(
  'any settings file is taken whole and valid, or refused with reasons',
  () => {
    forAny(fc.oneof(mutilatedFile, strangeFile, fc.string(), fc.json()), (text) => {
      const read = readSettingsFile(text, english);
      if ('problems' in read) {
        expect(read.problems.length).toBeGreaterThan(0);
        for (const problem of read.problems) expect(problem.length).toBeLessThan(400);
        return;
      }
      expect(parseSettings(read.settings).problems).toEqual([]);
      // As it will be stored, and written to a file again.
      const stored = { ...read.others, ...read.settings };
      expect(otherSettings(stored)).toEqual(read.others);
      expect(Object.getPrototypeOf(stored)).toBe(Object.prototype);
      const complete = parseSettings(stored).settings;
      const again = { settings: takenAlong(complete), others: read.others };
      expect(readSettingsFile(settingsFile(complete, read.others), english)).toEqual(again);
    });
  },
  FUZZ_PATIENCE,
);
