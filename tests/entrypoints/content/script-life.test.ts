import { expect, test } from 'vitest';
import { createScriptLife, type LifeApi } from '../../../entrypoints/content/script-life.ts';

const THERE: LifeApi = { runtime: { id: 'id' } };

test('a newer copy ends an older one, and nothing of that is said before it takes over', () => {
  const page = new EventTarget();
  const [older, newer] = [createScriptLife(THERE, page), createScriptLife(THERE, page)];
  older.takeOver();
  expect(newer.isAlive()).toBe(true);
  expect(older.isAlive()).toBe(true);
  newer.takeOver();
  expect(older.signal.aborted).toBe(true);
  expect(older.isAlive()).toBe(false);
  newer.takeOver();
  expect(newer.isAlive()).toBe(true);
});

test.each([{}, { runtime: {} }])('it ends when the extension has gone: %j', (gone) => {
  const api = { ...THERE };
  const life = createScriptLife(api, new EventTarget());
  expect(life.isAlive()).toBe(true);
  Object.assign(api, { runtime: undefined }, gone);
  expect(life.isAlive()).toBe(false);
  expect(life.signal.aborted).toBe(true);
});
