/**
 * How a card is to look in its place: as the reader has chosen, or else light or dark as the page is there, since a reader in a dark
 * article wants a dark card whatever the system says.
 */
import { type CardLook, cardLook, type Scheme } from '../../components/card-look.ts';
import type { Settings } from '../../data/settings.ts';
import { outerOf, parentOf } from '../content/own-properties.ts';

/** Above this opacity a background is taken for what is seen. */
const OPAQUE = 0.5;
/** Lightness from which a colour is called light. */
const MIDDLE = 0.5;

/** The look of a card for a mark that begins in a node. */
export function lookFor(node: Node, settings: Pick<Settings, 'theme' | 'cardSize' | 'textSize'>): CardLook {
  return cardLook(settings, settings.theme === 'auto' ? schemeAt(node) : settings.theme);
}

export function dress(element: HTMLElement, look: CardLook): void {
  for (const [name, value] of Object.entries(look)) element.style.setProperty(name, value);
}

/** The scheme around a node: by the nearest background there is, else by the colour of its text, which has to stand out against it. */
export function schemeAt(node: Node): Scheme {
  const element = node instanceof Element ? node : parentOf(node);
  for (let at: Node | null = element; at; at = outerOf(at)) {
    if (!(at instanceof Element)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    // What a picture or gradient looks like is not told; each is a function: url(…), linear-gradient(…).
    if (backgroundImage.includes('(')) break;
    const background = lightnessOf(backgroundColor);
    if (background && background.alpha > OPAQUE) return background.lightness < MIDDLE ? 'dark' : 'light';
  }
  const text = element instanceof Element ? lightnessOf(getComputedStyle(element).color) : undefined;
  return text && text.lightness >= MIDDLE ? 'dark' : 'light';
}

/**
 * Lightness (0 black, 1 white) and opacity (0 to 1) of a colour as `getComputedStyle` gives it; undefined of a form that is
 * not known. Perceived brightness of sRGB-like colours, L of the others.
 */
export function lightnessOf(color: string): { readonly lightness: number; readonly alpha: number } | undefined {
  const [, name = '', body = ''] = /^(\w+)\((.*)\)$/.exec(color) ?? [];
  const numbers = (body.match(/(?<![\w-])-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((text) =>
    text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text),
  );
  const [a, b, c, alpha = 1] = numbers;
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const brightness = 0.299 * a + 0.587 * b + 0.114 * c;
  switch (name) {
    case 'rgb':
    case 'rgba':
      return { lightness: brightness / 255, alpha };
    case 'color':
      return { lightness: brightness, alpha };
    case 'oklab':
    case 'oklch':
      return { lightness: a, alpha };
    case 'lab':
    case 'lch':
      return { lightness: a / 100, alpha };
    default:
      return undefined;
  }
}
