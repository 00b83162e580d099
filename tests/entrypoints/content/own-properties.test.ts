// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  elementsOf,
  firstChildOf,
  holds,
  hostOf,
  nameOf,
  nextOf,
  parentOf,
} from '../../../entrypoints/content/own-properties.ts';

describe('what a form says of itself', () => {
  test('is not what its fields are called', () => {
    document.body.innerHTML = '<form id="f" contenteditable="false"><input name="firstChild"><p>text</p></form><p id="next"></p>';
    const form = document.getElementById('f') as HTMLFormElement;
    const field = form.querySelector('input') as Element;
    // As browsers do by themselves.
    for (const name of [
      'nodeName',
      'firstChild',
      'nextSibling',
      'parentNode',
      'contains',
      'getAttribute',
      'getElementsByTagName',
    ])
      Object.defineProperty(form, name, { value: field });
    expect(nameOf(form)).toBe('FORM');
    expect(firstChildOf(form)).toBe(form.childNodes[0]);
    expect(nextOf(form)).toBe(document.getElementById('next'));
    expect(parentOf(form)).toBe(document.body);
    expect(holds(form, field)).toBe(true);
    expect(attributeOf(form, 'contenteditable')).toBe('false');
    expect(elementsOf(form)).toHaveLength(2);
  });
});

test('the host of a shadow tree is told by its root alone', () => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  expect(hostOf(root)).toBe(host);
  expect(hostOf(host)).toBeUndefined();
  expect(hostOf(document.createDocumentFragment())).toBeUndefined();
});
