// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatementId } from '../../../data/schema.ts';
import { type Candidate, createNeighbourhood } from '../../../entrypoints/annotator.content/neighbourhood.ts';

const article = {} as Element;

function candidate(order: number, text: string, { isAbout = false, matter = null as Element | null } = {}): Candidate {
  return { block: { text, pieces: [] }, order, matter, isAbout, links: [] };
}

function neighbourhoodOf(...candidates: readonly Candidate[]) {
  const neighbourhood = createNeighbourhood();
  for (const each of candidates) neighbourhood.add(each);
  return neighbourhood;
}

const ids = (...names: string[]) => names as StatementId[];

describe('what stands around a paragraph', () => {
  test('is what is about the matter a few blocks away, the nearest first', () => {
    const [far, above, below] = [
      candidate(1, 'far', { isAbout: true }),
      candidate(18, 'above', { isAbout: true }),
      candidate(21, 'below', { isAbout: true }),
    ];
    const other = candidate(20, 'about nothing');
    const neighbourhood = neighbourhoodOf(far, above, below, other);
    expect(neighbourhood.around(other)).toEqual({ nearby: 'below\nabove\n', earlier: [] });
    above.order = 40;
    neighbourhood.place([]);
    expect(neighbourhood.around(other)).toEqual({ nearby: 'below\n', earlier: [] });
  });

  test('is all of its article, and nothing of another', () => {
    const inside = candidate(1, 'inside', { isAbout: true, matter: article });
    const outside = candidate(99, 'outside', { isAbout: true });
    const far = candidate(100, 'far', { matter: article });
    expect(neighbourhoodOf(inside, outside, far).around(far).nearby).toBe('inside\n');
  });

  test('tells which statements were named before it', () => {
    const [first, second, third] = [candidate(1, 'a'), candidate(2, 'b'), candidate(3, 'c')];
    const neighbourhood = neighbourhoodOf(first, second, third);
    neighbourhood.note(second, { earlier: [] }, ids('two'));
    neighbourhood.note(first, { earlier: [] }, ids('one', 'two'));
    neighbourhood.note(third, { earlier: [] }, ids('three'));
    expect(neighbourhood.around(third).earlier).toEqual(['one', 'two']);
    neighbourhood.note(first, { earlier: [] }, []);
    expect(neighbourhood.around(third).earlier).toEqual(['two']);
    neighbourhood.keepOnly((each) => each !== second);
    expect(neighbourhood.around(third).earlier).toEqual([]);
  });

  test('never holds more than is handed to detection, nor anything of itself', () => {
    const candidates = fc.array(fc.record({ order: fc.nat(60), isAbout: fc.boolean(), length: fc.nat(1500) }), { maxLength: 40 });
    fc.assert(
      fc.property(candidates, (given) => {
        const all = given.map(({ order, isAbout, length }, index) =>
          candidate(order, `${index}:`.padEnd(length, 'x'), { isAbout }),
        );
        const neighbourhood = neighbourhoodOf(...all);
        for (const each of all) {
          const nearby = neighbourhood.around(each).nearby ?? '';
          expect(nearby.length).toBeLessThanOrEqual(2100);
          expect(nearby.split('\n')).not.toContain(each.block.text);
        }
      }),
    );
  });
});

describe('a paragraph that was looked at', () => {
  test('is to be looked at again once what is around it is other text, and no more when it was', () => {
    const lonely = candidate(1, '22 states wrote.');
    const neighbourhood = neighbourhoodOf(lonely);
    const look = () => neighbourhood.note(lonely, neighbourhood.around(lonely), []);
    look();
    expect(neighbourhood.isUnsettled(lonely)).toBe(false);
    const about = candidate(2, 'On the region.', { isAbout: true });
    neighbourhood.add(about);
    expect(neighbourhood.isUnsettled(lonely)).toBe(true);
    look();
    expect(neighbourhood.isUnsettled(lonely)).toBe(false);
    expect(neighbourhood.keepOnly((each) => each !== about)).toBe(true);
    expect(neighbourhood.isUnsettled(lonely)).toBe(true);
  });

  test('is to be looked at again when a statement is named before it', () => {
    const [first, second] = [candidate(1, 'a', { isAbout: true }), candidate(2, 'b')];
    const neighbourhood = neighbourhoodOf(first, second);
    neighbourhood.note(second, neighbourhood.around(second), ids('two'));
    neighbourhood.note(first, neighbourhood.around(first), ids('one'));
    expect(neighbourhood.isUnsettled(second)).toBe(true);
    expect(neighbourhood.isUnsettled(first)).toBe(false);
  });
});
