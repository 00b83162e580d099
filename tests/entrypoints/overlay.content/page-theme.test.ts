// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { lightnessOf, lookFor, schemeAt } from '../../../entrypoints/overlay.content/page-theme.ts';

describe('how light a colour is', () => {
  test.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgba(20, 20, 20, 0.4)', 0.078, 0.4],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(display-p3 0 0 0 / 0.5)', 0, 0.5],
    ['oklch(0.25 0.02 260)', 0.25, 1],
    ['lab(90 -2 3 / 0.9)', 0.9, 0.9],
    ['color(srgb 1e-7 0 0)', 0, 1],
  ])('%s', (color, lightness, alpha) => {
    expect(lightnessOf(color)?.lightness).toBeCloseTo(lightness, 2);
    expect(lightnessOf(color)?.alpha).toBe(alpha);
  });

  test.each(['', 'transparent', 'Canvas', 'rgb()', 'color(srgb none)'])('“%s” does not tell', (color) => {
    expect(lightnessOf(color)).toBeUndefined();
  });
});

describe('the scheme of a place', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  function place(styles: readonly string[]): Node {
    let parent: Element = document.body;
    for (const style of styles) {
      const element = document.createElement('div');
      element.setAttribute('style', style);
      parent.append(element);
      parent = element;
    }
    return parent.appendChild(document.createTextNode('Xinjiang'));
  }

  test.each([
    ['a dark background far above', ['background-color: rgb(20, 22, 26)', '', ''], 'dark'],
    ['a light box on a dark page', ['background-color: rgb(20, 22, 26)', 'background-color: rgb(255, 255, 255)'], 'light'],
    [
      'a veil that shows what is below',
      ['background-color: rgb(20, 22, 26)', 'background-color: rgba(255, 255, 255, 0.1)'],
      'dark',
    ],
    ['no background, light text', ['color: rgb(230, 230, 230)'], 'dark'],
    ['no background, dark text', ['color: rgb(30, 30, 30)'], 'light'],
    [
      'a picture under light text',
      ['background-color: rgb(255, 255, 255); background-image: url(x.png); color: rgb(255, 255, 255)'],
      'dark',
    ],
  ] as const)('%s', (_, styles, scheme) => {
    expect(schemeAt(place(styles))).toBe(scheme);
  });
});

describe('a card', () => {
  const light = () => document.body.appendChild(document.createElement('p'));

  test('is light or dark as its place is, unless the reader has chosen', () => {
    document.body.style.background = '#fff';
    const schemes = (['auto', 'light', 'dark'] as const).map(
      (theme) => lookFor(light(), { ...DEFAULT_SETTINGS, theme })['--us-scheme'],
    );
    expect(schemes).toEqual(['light', 'light', 'dark']);
  });

  test('is as wide and its text as large as the reader has chosen', () => {
    const looks = (['small', 'medium', 'large'] as const).map((cardSize) =>
      lookFor(light(), { ...DEFAULT_SETTINGS, cardSize, textSize: 21 }),
    );
    expect(looks.map((look) => look['--us-card-width'])).toEqual(['300px', '360px', '480px']);
    expect(looks[0]?.['--us-zoom']).toBe('1.5');
  });
});
