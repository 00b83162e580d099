import { expect, test } from 'vitest';
import { PARTS, readArguments } from '../../../scripts/bench/arguments.ts';

test('all parts are run unless some are named, always in the same order', () => {
  expect(readArguments([])?.parts).toEqual(PARTS);
  expect(readArguments(['storm', 'scan', '--json'])).toEqual({
    parts: ['scan', 'storm'],
    json: true,
    pages: undefined,
    minutes: 1,
  });
});

test('the soak is long when it is asked for by name, and as long as wanted when that is said', () => {
  expect(readArguments(['soak'])?.minutes).toBe(10);
  expect(readArguments(['--minutes', '0.5'])?.minutes).toBe(0.5);
});

test('help is no benchmark', () => {
  expect(readArguments(['--help'])).toBeUndefined();
});

test.each([[['speed']], [['--minutes', 'ten']], [['--minutes', '0']]])('%j is refused with what can be asked for', (line) => {
  expect(() => readArguments(line)).toThrow(/npm run -s bench/);
});
