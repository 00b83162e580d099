import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../data/settings.ts';
import { policySchema } from '../../scripts/policy-schema.ts';

const { type, properties } = JSON.parse(policySchema());

/** What is tried in Chrome: it does not load an extension whose schema says `anyOf`, or `minimum` of what is no integer. */
const KNOWN = ['type', 'title', 'enum', 'items', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength'];

test('an administrator can set every setting', () => {
  expect(type).toBe('object');
  expect(Object.keys(properties)).toEqual(SETTING_NAMES);
});

test.each(SETTING_NAMES)('%s is told in the part of JSON Schema that Chrome knows, with a title', (name) => {
  const { title, items, ...property } = properties[name];
  expect(title).toMatch(/^[a-z]/);
  for (const part of [property, items ?? property]) {
    expect(['boolean', 'string', 'array', 'integer', 'number']).toContain(part.type);
    expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(part)));
    if (part.type !== 'integer') expect(part).not.toHaveProperty('minimum');
  }
});

test('it says what may stand in a field', () => {
  expect(properties.openDelay).toMatchObject({ type: 'integer', minimum: 0, maximum: 1000 });
  expect(properties.triggerKey.enum).toEqual(['alt', 'ctrl', 'shift']);
  expect(properties.country).toMatchObject({ type: 'string', pattern: '^[A-Z]{2}$' });
});

test('a time is no integer to Chrome, whose integers end before it', () => {
  expect(properties.pausedUntil.type).toBe('number');
});
