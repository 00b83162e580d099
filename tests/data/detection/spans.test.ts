import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlapping, overlapTest, preferredApart, type Span, startingWithin } from '../../../data/detection/spans.ts';

const anySpan = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }));
const anySpans = fc.array(anySpan, { maxLength: 20 });
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

describe('spans', () => {
  test('are told to overlap as if each were asked', () => {
    fc.assert(
      fc.property(anySpans, anySpan, (spans, span) => {
        expect(overlapTest(spans)(span)).toBe(spans.some((other) => overlap(other, span)));
      }),
    );
  });

  test('fall into runs that do not touch one another and hold them all', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const runs = overlapping(spans);
        expect(runs.flat()).toHaveLength(spans.length);
        for (const [index, run] of runs.entries())
          for (const other of runs.slice(index + 1)) expect(run.some((a) => other.some((b) => overlap(a, b)))).toBe(false);
      }),
    );
  });

  test('that start within a stretch are found in order', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(70), fc.nat(70), (spans, a, b) => {
        const ordered = spans.toSorted((x, y) => x.start - y.start);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(startingWithin(ordered, from, to)).toEqual(ordered.filter(({ start }) => start >= from && start < to));
      }),
    );
  });

  test('that are kept apart overlap none kept, and what is dropped overlaps one preferred to it', () => {
    fc.assert(
      fc.property(anySpans, (ranked) => {
        const kept = preferredApart(ranked);
        for (const [index, span] of ranked.entries()) {
          const preferred = kept.filter((other) => ranked.indexOf(other) < index);
          expect(kept.includes(span)).toBe(!preferred.some((other) => overlap(other, span)));
        }
      }),
    );
  });
});
