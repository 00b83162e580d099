import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../scripts/data-files.ts';
import { diffDatasets, type ParsedFiles } from '../../scripts/dataset-diff.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const FILE = 'statements/2019-07-08-concern.json';

// biome-ignore lint/suspicious/noExplicitAny: the tests change what no type describes
type Loose = any;

function files(change: (content: Loose, name: string) => void = () => {}): Map<string, unknown> {
  return new Map(
    dataFiles(DATA).map((name) => {
      const content = JSON.parse(readFileSync(join(DATA, name), 'utf8'));
      change(content, name);
      return [name, content];
    }),
  );
}

const changedStatement = (change: (statement: Loose) => void): ParsedFiles =>
  files((content, name) => {
    if (name === FILE) change(content);
  });

describe('what changed between two versions', () => {
  test('is nothing between a version and itself', () => {
    expect(diffDatasets(files(), files())).toEqual([]);
  });

  test('is one change where one country joined, wherever it stands in the list', () => {
    const event = { type: 'joined', country: 'PT', date: '2019-07-09', sources: [0] };
    const after = changedStatement(({ events }) => events.splice(3, 0, event));
    expect(diffDatasets(files(), after)).toEqual([
      {
        type: 'added',
        file: FILE,
        path: ['events', 'joined PT'],
        after: event,
      },
    ]);
    expect(diffDatasets(after, files())).toMatchObject([{ type: 'removed', path: ['events', 'joined PT'] }]);
  });

  test('tells a day from another', () => {
    const after = changedStatement(({ events }) => {
      events.at(-1).date = '2019-07-14';
    });
    expect(diffDatasets(files(), after)).toEqual([
      { type: 'changed', file: FILE, path: ['events', 'joined IT', 'date'], before: '2019-07-12', after: '2019-07-14' },
    ]);
  });

  test('is one source and one position of it where a source was added', () => {
    const after = changedStatement(({ events, sources }) => {
      sources.push({ ...sources[0], url: 'https://example.org/list' });
      events[0].sources.push(sources.length - 1);
    });
    expect(diffDatasets(files(), after).map(({ type, path }) => [type, path.join(' ')])).toEqual([
      ['changed', 'events signed AT sources'],
      ['added', 'sources https://example.org/list'],
    ]);
  });

  test('is the order too, where it says which is best or what is pointed to', () => {
    const best = changedStatement(({ readerSources }) => readerSources.reverse());
    expect(diffDatasets(files(), best)).toEqual([
      { type: 'changed', file: FILE, path: ['readerSources'], before: '5, 7, 0, 2', after: '2, 0, 7, 5' },
    ]);
    const swapped = changedStatement(({ sources }) => sources.push(sources.shift()));
    expect(diffDatasets(files(), swapped).length).toBeGreaterThan(1);
  });

  test('is one statement, whole, where one was added or is gone', () => {
    const after = files();
    after.set('statements/2026-01-01-concern.json', { id: '2026-01-01-concern' });
    expect(diffDatasets(files(), after)).toEqual([
      { type: 'added', file: 'statements/2026-01-01-concern.json', path: [], after: { id: '2026-01-01-concern' } },
    ]);
    expect(diffDatasets(after, files())).toMatchObject([{ type: 'removed', file: 'statements/2026-01-01-concern.json' }]);
  });

  test('does not mind a file that was a list before it had a field for it', () => {
    const before = files();
    before.set('facts.json', (before.get('facts.json') as Loose).facts);
    expect(diffDatasets(before, files())).toEqual([]);
  });
});
