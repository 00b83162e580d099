import { describe, expect, test } from 'vitest';
import { SEEN, seenVersion } from '../../data/seen.ts';
import { otherSettings } from '../../data/settings-file.ts';
import { compareVersions, RELEASES, type Release, releasesBetween } from '../../data/whats-new.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { english } from '../support/words.ts';

const release = (version: string): Release => ({ version, date: '2026-11-26', changes: [], record: [] });

describe('the releases', () => {
  test('stand newest first, none newer than the extension, each with something to tell that there are words for', () => {
    expect(RELEASES.toSorted((a, b) => compareVersions(b.version, a.version))).toEqual(RELEASES);
    for (const { version, date, changes, record } of RELEASES) {
      expect(compareVersions(version, packageJson.version), version).toBeLessThanOrEqual(0);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(changes.length + record.length, version).toBeGreaterThan(0);
      for (const id of [...changes, ...record]) expect(english.say(id), id).toMatch(/\.$/);
    }
  });

  test.each([
    ['0.1.0', '0.2.0', ['0.2.0']],
    ['0.1.0', '0.10.1', ['0.10.0', '0.9', '0.2.0']],
    ['0.2.0', '0.2.0', []],
    ['0.10.0', '0.2.0', []],
  ])('after %s up to %s are %j', (seen, current, expected) => {
    const all = [release('0.11.0'), release('0.10.0'), release('0.9'), release('0.2.0')];
    expect(releasesBetween(seen, current, all).map(({ version }) => version)).toEqual(expected);
  });
});

test.each([
  [{ [SEEN]: '0.1.0' }, '0.1.0'],
  [{ [SEEN]: 'all' }, undefined],
  [{ [SEEN]: 2 }, undefined],
  [{}, undefined],
])('of %j, the version that was seen is %s', (stored, expected) => {
  expect(seenVersion(stored)).toBe(expected);
});

test('what a reader has seen is no setting, and in no file of them', () => {
  expect(otherSettings({ [SEEN]: '0.1.0', future: 1 })).toEqual({ future: 1 });
});
