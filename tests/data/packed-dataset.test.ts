import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import { packDataset, unpackDataset } from '../../data/packed-dataset.ts';
import { anyDataset } from '../support/dataset-arbitraries.ts';

describe('a packed dataset', () => {
  test('holds what the dataset does, in the same order, in less room', () => {
    const packed = packDataset(dataset);
    expect(unpackDataset(packed)).toEqual(dataset);
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(dataset).length * 0.85);
  });

  test('is unpacked to what was packed, whatever the events', () => {
    fc.assert(
      fc.property(anyDataset, (any) => {
        expect(unpackDataset(packDataset(any))).toEqual(any);
      }),
    );
  });

  test('is frozen when it is unpacked', () => {
    const [statement] = unpackDataset(packDataset(dataset)).statements;
    expect(Object.isFrozen(statement) && Object.isFrozen(statement?.events) && Object.isFrozen(statement?.events[0])).toBe(true);
  });
});
