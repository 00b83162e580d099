import { expect, test } from 'vitest';
import { millisecondsInContentScripts, newMutations, type TraceEvent } from '../../scripts/measure.ts';

const OURS = 'chrome-extension://abcdefghijklmnop/content-scripts/content.js';

function aChunk(
  nodes: { id: number; parent?: number; url?: string }[],
  samples: [node: number, microseconds: number][],
  id = '0x1',
): TraceEvent {
  return {
    name: 'ProfileChunk',
    pid: 7,
    id,
    args: {
      data: {
        cpuProfile: {
          nodes: nodes.map(({ url, ...node }) => ({ ...node, callFrame: url === undefined ? {} : { url } })),
          samples: samples.map(([node]) => node),
        },
        timeDeltas: samples.map(([, microseconds]) => microseconds),
      },
    },
  };
}

test('only what a second run does more often than the first counts as new', () => {
  const without = new Map([
    ['BODY + DIV', 2],
    ['BODY @class', 1],
  ]);
  const withExtension = new Map([
    ['BODY + DIV', 3],
    ['HTML + X-CARD', 1],
  ]);
  expect([...newMutations(without, withExtension)]).toEqual([
    ['BODY + DIV', 1],
    ['HTML + X-CARD', 1],
  ]);
});

test('time counts when a content script is anywhere on the stack, in every chunk of a profile', () => {
  const events = [
    aChunk([{ id: 1 }, { id: 2, parent: 1, url: OURS }, { id: 3, parent: 2 }], [[3, 1000]]),
    aChunk(
      [{ id: 4, parent: 3, url: 'https://example.org/page.js' }],
      [
        [4, 500],
        [1, 9000],
      ],
    ),
  ];
  expect(millisecondsInContentScripts(events)).toBe(1.5);
});

test('time in the page’s scripts and in the extension’s background does not count', () => {
  const events = [
    aChunk([{ id: 1, url: 'https://example.org/page.js' }], [[1, 1000]]),
    aChunk([{ id: 1, url: 'chrome-extension://abcdefghijklmnop/background.js' }], [[1, 1000]], '0x2'),
  ];
  expect(millisecondsInContentScripts(events)).toBe(0);
});
