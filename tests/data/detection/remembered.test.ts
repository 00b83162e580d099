import { expect, test, vi } from 'vitest';
import { remembered } from '../../../data/detection/remembered.ts';

test('asks once for what comes again soon, and gives the same answer for ever', () => {
  const read = vi.fn((text: string) => text.length);
  const ask = remembered(read);
  expect([ask('a'), ask('bb'), ask('a')]).toEqual([1, 2, 1]);
  expect(read).toHaveBeenCalledTimes(2);
  const many = Array.from({ length: 100 }, (_, index) => 'x'.repeat(index));
  expect(many.map(ask)).toEqual(many.map(({ length }) => length));
  expect([...many].reverse().map(ask)).toEqual([...many].reverse().map(({ length }) => length));
});

test('remembers that there was no answer', () => {
  const read = vi.fn(() => undefined);
  const ask = remembered(read);
  ask('a');
  ask('a');
  expect(read).toHaveBeenCalledTimes(1);
});
