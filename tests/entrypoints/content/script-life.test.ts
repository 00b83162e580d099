// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createScriptLife, type LifeApi } from '../../../entrypoints/content/script-life.ts';

const THERE: LifeApi = { runtime: { id: 'id' } };
const emptyWorld = () => ({ pageNotesEnd: undefined });

test('a newer copy ends an older one in the same world, and no other', () => {
  const world = emptyWorld();
  const [older, elsewhere, newer] = [
    createScriptLife(THERE, world),
    createScriptLife(THERE, emptyWorld()),
    createScriptLife(THERE, world),
  ];
  expect(older.signal.aborted).toBe(true);
  expect(older.isAlive()).toBe(false);
  expect(newer.isAlive()).toBe(true);
  expect(elsewhere.isAlive()).toBe(true);
});

test('an element of the page that has the name of what it leaves is let be', () => {
  const abort = vi.fn();
  const world = Object.create({ pageNotesEnd: { abort } });
  expect(createScriptLife(THERE, world).isAlive()).toBe(true);
  expect(abort).not.toHaveBeenCalled();
});

test.each([{}, { runtime: {} }])('it ends when the extension has gone: %j', (gone) => {
  const api = { ...THERE };
  const life = createScriptLife(api, emptyWorld());
  expect(life.isAlive()).toBe(true);
  Object.assign(api, { runtime: undefined }, gone);
  expect(life.isAlive()).toBe(false);
  expect(life.signal.aborted).toBe(true);
});
