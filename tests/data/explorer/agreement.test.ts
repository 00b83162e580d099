import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, agreementBetween, agreementOf, compareActs, NO_AGREEMENT, share } from '../../../data/explorer/agreement.ts';

const anyAct = fc.constantFrom<Act>('stands', 'withdrew', 'stayed-off', 'voted-yes', 'voted-no', 'abstained', null);

test('what is not known agrees with nothing and differs from nothing', () => {
  fc.assert(
    fc.property(anyAct, (act) => {
      expect(compareActs(act, null)).toBe('unknown');
      expect(compareActs(null, act)).toBe('unknown');
    }),
  );
});

test('that two stayed off a list is no agreement', () => {
  expect(compareActs('stayed-off', 'stayed-off')).toBe('neither');
});

test('who withdrew did not do the same as who never signed, or who stands', () => {
  expect(compareActs('withdrew', 'stayed-off')).toBe('differed');
  expect(compareActs('withdrew', 'stands')).toBe('differed');
});

test('it makes no difference who is named first', () => {
  fc.assert(fc.property(anyAct, anyAct, (a, b) => compareActs(a, b) === compareActs(b, a)));
});

test('every country of a group is compared with every one of the other, none with itself', () => {
  const acts: Record<string, Act> = { AA: 'stands', BB: 'stayed-off', CC: null };
  const between = agreementBetween(['AA', 'BB', 'CC'], ['AA', 'BB'], (country) => acts[country] ?? null);
  expect(between).toEqual({ agreed: 0, differed: 2, neither: 0, unknown: 2 });
});

test('statement after statement is counted once, as what it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyAct, anyAct)), (pairs) => {
      const agreement = agreementOf(
        pairs.map(([act]) => act),
        pairs.map(([, act]) => act),
      );
      for (const [found, number] of Object.entries(agreement))
        expect(number).toBe(pairs.filter(([a, b]) => compareActs(a, b) === found).length);
    }),
  );
});

test('there is no share where nothing can be compared', () => {
  expect(share({ ...NO_AGREEMENT, neither: 12, unknown: 26 })).toBeNull();
  expect(share({ ...NO_AGREEMENT, agreed: 3, differed: 1, unknown: 26 })).toBe(0.75);
});
