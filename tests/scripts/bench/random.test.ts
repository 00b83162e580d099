import { expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/random.ts';

test('a seed gives the same numbers again, evenly and below the end', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 6_000 }, () => random.below(6));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  for (let face = 0; face < 6; face++) {
    const count = draw(7).filter((each) => each === face).length;
    expect(count).toBeGreaterThan(900);
    expect(count).toBeLessThan(1_100);
  }
});

test('nothing can be picked from nothing', () => {
  expect(() => createRandom(1).pick([])).toThrow('nothing to pick');
});
