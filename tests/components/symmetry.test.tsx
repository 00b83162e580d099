// @vitest-environment happy-dom
/** Both sides look alike: with the sides exchanged, every rendered card is the mirror image, and so are the colours. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { sideChanges } from '../../data/histories.ts';
import { contextFor, type PopoverContext, type PopoverTarget } from '../../data/popover-context.ts';
import type { Dataset } from '../../data/schema.ts';
import { mirror, mirrorDataset, mirrorText } from '../support/mirror.ts';
import { render } from '../support/render.tsx';
import { english } from '../support/words.ts';

afterEach(cleanup);

const COMPONENTS = resolve(import.meta.dirname, '../../components');
const mirrored = mirrorDataset(dataset);
const TARGETS: readonly PopoverTarget[] = [
  { kind: 'xinjiang' },
  ...dataset.statements.map(({ id }): PopoverTarget => ({ kind: 'statement', link: [id], reasons: [] })),
  { kind: 'statement', link: ['2019-07-08-concern', '2019-07-12-support'], reasons: [] },
];

/** Where both sides stand one after the other, concern first. */
const BOTH_SIDES = '.us-bar, .us-legend, .us-chart, .us-lines, .us-body';

/** With a country of the reader's own, since what is said of it stands in the card too. */
function cardOf(from: Dataset, target: PopoverTarget): Element {
  return rendered(from, contextFor(from, target, {}, english));
}

function rendered(from: Dataset, context: PopoverContext): Element {
  const { container } = render(
    <ContextPopover context={context} dataset={from} country="QA" actions={{ async setCountry() {} }} />,
  );
  // Numbered as they come, and the same in neither two cards nor two runs.
  for (const element of container.querySelectorAll('[id]')) if (/^P\d/.test(element.id)) element.removeAttribute('id');
  return container;
}

/** Exchanges the words of the sides in everything a reader or a style sheet can tell, and puts concern first again. */
function reflect(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) element.setAttribute(name, mirrorText(value));
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) node.textContent = mirrorText(node.textContent ?? '');
  }
  for (const list of root.querySelectorAll(BOTH_SIDES)) {
    const sides = [...list.children].filter((child) => /\bus-(?:concern|support)\b/.test(child.className));
    const [first, second] = sides;
    if (sides.length === 2 && first && second && first.className.includes('support')) second.after(first);
  }
}

describe('the mirror image of a card', () => {
  test.each(TARGETS.map((target) => [target.kind === 'statement' ? target.link.join(', ') : 'the region', target] as const))(
    'of %s is rendered as that card in the mirror',
    (_, target) => {
      const card = cardOf(dataset, target);
      reflect(card);
      const expected = card.innerHTML;
      cleanup();
      expect(cardOf(mirrored, mirror(target)).innerHTML).toBe(expected);
    },
  );
});

describe('the mirror image of the card of a country', () => {
  /** Those of which most can be said: who withdrew, who changed sides, who voted, and one of which nothing is known. */
  const told = new Set(
    dataset.statements.flatMap(({ events }) => events.flatMap(({ type, country }) => (type === 'signed' ? [] : country))),
  );
  const codes = [...told, ...sideChanges(dataset).map(({ country }) => country), 'UY', 'OM', 'CN'];

  test.each([...new Set(codes)])('%s is rendered as that card in the mirror', (code) => {
    const [card, expected] = [dataset, mirrored].map((from) => {
      const context = countryContext(from, code, english);
      if (!context) throw new Error(code);
      const element = rendered(from, context);
      if (from === dataset) reflect(element);
      cleanup();
      return element.innerHTML;
    });
    expect(card).toBe(expected);
  });
});

describe('the style sheets', () => {
  test.each(['ContextPopover.css', 'page.css', 'explorer/pictures.css'])('%s has the same rules for both sides', (file) => {
    const text = readFileSync(resolve(COMPONENTS, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const rules = [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map((rule) => `${rule[1]}{${rule[2]}}`.replace(/\s+/g, ' ').trim());
    const ofSides = rules.filter((rule) => /concern|support/.test(rule));
    expect(ofSides.length).toBeGreaterThan(1);
    expect(ofSides.map(mirrorText).toSorted()).toEqual(ofSides.toSorted());
  });

  test('give both sides colours that stand out from the card alike, in light and dark', () => {
    const theme = readFileSync(resolve(COMPONENTS, 'theme.css'), 'utf8');
    const [surface, concern, support] = ['surface', 'concern', 'support'].map((name) => {
      const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(theme) ?? [];
      return [light, dark];
    });
    for (const scheme of [0, 1]) {
      const contrasts = [concern, support].map((colours) => contrast(colours?.[scheme] ?? '', surface?.[scheme] ?? ''));
      const [a = 0, b = 0] = contrasts;
      expect(Math.min(a, b)).toBeGreaterThan(4.5);
      expect(Math.max(a, b) / Math.min(a, b), `${a} and ${b}`).toBeLessThan(1.1);
    }
  });
});

/** As WCAG 2.2 defines it, of two colours `#rrggbb` or `#rgb`. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
