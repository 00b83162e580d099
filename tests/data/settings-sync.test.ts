import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTING_NAMES, type SettingName, type Settings } from '../../data/settings.ts';
import {
  type Change,
  NOTHING_SYNCED,
  readSyncState,
  reconcile,
  type SyncState,
  syncedNames,
  syncKey,
} from '../../data/settings-sync.ts';
import { settingsArbitrary } from '../support/settings-arbitrary.ts';

const ALL = syncedNames({ sync: true, syncLists: true });

/** Some browsers of one reader, and the storage they share. */
class Browsers {
  remote: Record<string, unknown> = {};
  readonly each: { own: Settings; changes: SyncState['changes'] }[];
  #time = 1_000_000;

  constructor(count: number) {
    this.each = Array.from({ length: count }, () => ({ own: DEFAULT_SETTINGS, changes: {} }));
  }

  at(index: number) {
    const browser = this.each[index % this.each.length];
    if (!browser) throw new Error('no browser');
    return browser;
  }

  set(index: number, values: Partial<Settings>): void {
    const browser = this.at(index);
    browser.own = { ...browser.own, ...values };
  }

  sync(index: number, names: readonly SettingName[] = ALL): ReturnType<typeof reconcile> {
    const browser = this.at(index);
    this.#time += 1000;
    const done = reconcile(browser.own, browser.changes, this.remote, names, this.#time);
    browser.own = { ...browser.own, ...done.local };
    browser.changes = done.changes;
    this.remote = Object.fromEntries(
      Object.entries({ ...this.remote, ...done.put }).filter(([key]) => !done.remove.includes(key)),
    );
    return done;
  }

  settle(names?: readonly SettingName[]): void {
    for (let round = 0; round < 3; round++) for (let index = 0; index < this.each.length; index++) this.sync(index, names);
  }
}

type Step = readonly [browser: number, values: Partial<Settings> | null];

/** A change of one setting in one browser, or with null a sync of it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(2), fc.constant(null)),
  fc.tuple(
    fc.nat(2),
    fc.tuple(settingsArbitrary, fc.constantFrom(...ALL)).map(([settings, name]) => ({ [name]: settings[name] })),
  ),
);

function play(browsers: Browsers, steps: readonly Step[]): void {
  for (const [browser, values] of steps) values ? browsers.set(browser, values) : browsers.sync(browser);
}

describe('browsers of one reader', () => {
  test('come to the same settings, whatever was changed in which of them and when', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const browsers = new Browsers(3);
        play(browsers, steps);
        browsers.settle();
        expect(browsers.at(1).own).toEqual(browsers.at(0).own);
        expect(browsers.at(2).own).toEqual(browsers.at(0).own);
      }),
    );
  });

  test('lose nothing that was changed in one of them alone', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.array(fc.nat(2), { minLength: ALL.length, maxLength: ALL.length }), (wanted, where) => {
        const browsers = new Browsers(3);
        browsers.settle();
        // At once: none has heard of another's change.
        ALL.forEach((name, index) => {
          browsers.set(where[index] ?? 0, { [name]: wanted[name] });
        });
        browsers.settle();
        const expected = Object.fromEntries(ALL.map((name) => [name, wanted[name]]));
        for (const { own } of browsers.each) expect(own).toMatchObject(expected);
      }),
    );
  });

  test('change nothing when they do it again', () => {
    fc.assert(
      fc.property(fc.array(step), fc.nat(2), (steps, index) => {
        const browsers = new Browsers(3);
        play(browsers, steps);
        browsers.sync(index);
        expect(browsers.sync(index)).toMatchObject({ local: {}, put: {}, remove: [] });
      }),
    );
  });

  test('have the later of two changes of one setting', () => {
    const browsers = new Browsers(2);
    browsers.set(0, { look: 'solid' });
    browsers.settle();
    browsers.set(0, { look: 'wavy' });
    browsers.set(1, { look: 'tint' });
    browsers.sync(1);
    browsers.sync(0);
    browsers.settle();
    expect(browsers.each.map(({ own }) => own.look)).toEqual(['wavy', 'wavy']);
  });

  test('take a change for later than the one it was made upon, though the clock is behind', () => {
    const ahead = { [syncKey('look')]: { value: 'tint', at: 9_000_000_000_000 } };
    const joined = reconcile(DEFAULT_SETTINGS, {}, ahead, ALL, 5);
    expect(joined.local).toEqual({ look: 'tint' });
    const { put } = reconcile({ ...DEFAULT_SETTINGS, look: 'wavy' }, joined.changes, ahead, ALL, 6);
    expect(put).toEqual({ [syncKey('look')]: { value: 'wavy', at: 9_000_000_000_001 } });
  });

  test('that come later take what is there, and give what they alone have', () => {
    const browsers = new Browsers(2);
    browsers.set(0, { look: 'wavy' });
    browsers.sync(0);
    browsers.set(1, { look: 'tint', textSize: 18 });
    browsers.settle();
    for (const { own } of browsers.each) expect(own).toMatchObject({ look: 'wavy', textSize: 18 });
  });

  test('that come later lose no entry of their own lists, and give them to the others', () => {
    const browsers = new Browsers(2);
    browsers.set(0, { pausedSites: ['a.example', 'b.example'] });
    browsers.sync(0);
    browsers.set(1, { pausedSites: ['c.example', 'b.example'] });
    browsers.settle();
    for (const { own } of browsers.each) expect(own.pausedSites).toEqual(['a.example', 'b.example', 'c.example']);
    // What is removed from then on is removed everywhere.
    browsers.set(1, { pausedSites: ['c.example'] });
    browsers.settle();
    for (const { own } of browsers.each) expect(own.pausedSites).toEqual(['c.example']);
  });
});

describe('what is synced', () => {
  test('is nothing unless the reader wants it, and no list unless they want that too', () => {
    expect(syncedNames({ sync: false, syncLists: true })).toEqual([]);
    const withoutLists = syncedNames({ sync: true, syncLists: false });
    // Every list, and the rule that means nothing without its lists.
    const lists = SETTING_NAMES.filter((name) => Array.isArray(DEFAULT_SETTINGS[name]) || name === 'siteRule');
    expect(ALL.filter((name) => !withoutLists.includes(name))).toEqual(lists);
    expect(SETTING_NAMES.filter((name) => !ALL.includes(name))).toEqual(['pausedUntil', 'sync', 'syncLists']);
  });

  test('never has anything else in it, whatever is set', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.boolean(), (own, syncLists) => {
        const names = syncedNames({ sync: true, syncLists });
        const { put } = reconcile(own, {}, {}, names, 1);
        for (const key of Object.keys(put)) expect(names.map(syncKey)).toContain(key);
      }),
    );
  });

  test('is not what nobody has set', () => {
    expect(reconcile(DEFAULT_SETTINGS, {}, {}, ALL, 1)).toEqual({ local: {}, put: {}, remove: [], changes: {} });
  });

  test('is taken away by the browser that had a part in it, and by no other', () => {
    const browsers = new Browsers(2);
    browsers.set(0, { look: 'wavy', hiddenTerms: ['a letter'] });
    browsers.sync(0);
    expect(browsers.sync(1, []).remove).toEqual([]);
    expect(browsers.sync(0, syncedNames({ sync: true, syncLists: false })).remove).toEqual([syncKey('hiddenTerms')]);
    expect(browsers.sync(0, []).remove).toEqual([syncKey('look')]);
    expect(browsers.remote).toEqual({});
    expect(browsers.at(0).own).toMatchObject({ look: 'wavy', hiddenTerms: ['a letter'] });
  });
});

describe('what another browser has put there', () => {
  const change: fc.Arbitrary<unknown> = fc.oneof(fc.anything(), fc.record({ value: fc.anything(), at: fc.anything() }));

  test('may be anything at all, and leaves valid settings', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.dictionary(fc.constantFrom(...ALL.map(syncKey)), change), (own, remote) => {
        const { local } = reconcile(own, {}, remote, ALL, 1);
        for (const [name, value] of Object.entries(local)) {
          expect(reconcile({ [name]: value }, {}, {}, ALL, 1)).toBeTruthy();
          const theirs = (remote[syncKey(name as SettingName)] as Change).value;
          // Of lists, the browser keeps its own entries.
          if (Array.isArray(theirs)) expect(value).toEqual(expect.arrayContaining(theirs));
          else expect(theirs).toEqual(value);
        }
      }),
    );
  });

  test('that this version cannot read stays there, and so does what is here', () => {
    const remote = { [syncKey('look')]: { value: 'plaid', at: 7 } };
    const done = reconcile({ ...DEFAULT_SETTINGS, look: 'wavy' }, {}, remote, ALL, 8);
    expect(done).toMatchObject({ local: {}, put: {} });
  });

  test('that this version cannot read does not make it forget when the reader changed its own', () => {
    const known = { look: { value: 'wavy', at: 5 } } as const;
    const remote = { [syncKey('look')]: { value: 'plaid', at: 7 } };
    expect(reconcile({ ...DEFAULT_SETTINGS, look: 'wavy' }, known, remote, ALL, 8).changes).toMatchObject(known);
  });
});

test('a setting that is stored broken here is left as it is on both sides, and what is known of it is kept', () => {
  const { look: _, ...own } = DEFAULT_SETTINGS;
  const known = { look: { value: 'wavy', at: 5 } } as const;
  const remote = { [syncKey('look')]: { value: 'tint', at: 7 } };
  expect(reconcile(own, known, remote, ALL, 8)).toEqual({ local: {}, put: {}, remove: [], changes: known });
});

test('of one value that two browsers set, the later change is remembered', () => {
  const later = { value: 'wavy', at: 9 };
  const remote = { [syncKey('look')]: { value: 'wavy', at: 7 } };
  const done = reconcile({ ...DEFAULT_SETTINGS, look: 'wavy' }, { look: later }, remote, ALL, 10);
  expect(done).toMatchObject({ local: {}, put: {}, changes: { look: later } });
});

test('what a browser remembers of it is read back, and anything else is as if there was nothing', () => {
  const state: SyncState = { changes: { look: { value: 'wavy', at: 5 } }, problem: 'quota', unsynced: ['look'] };
  expect(readSyncState(structuredClone(state))).toEqual(state);
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(readSyncState(stored)).toHaveProperty('changes');
    }),
  );
  expect(readSyncState({ changes: 'all' })).toEqual(NOTHING_SYNCED);
});
