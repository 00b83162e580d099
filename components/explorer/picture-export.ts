/**
 * A picture as a file of its own: the drawing with the styles it has on the page, its key, and above and below what it shows, as of when
 * and from where. Nothing is fetched, and no text becomes markup. What is done with the file is the caller's matter.
 */

export interface PictureTexts {
  readonly title: string;
  readonly date: string;
  readonly source: string;
  /** What has to be said of the picture wherever it is shown. */
  readonly note?: string;
}

/** Where the drawing and the key of a picture are: see Picture.tsx. */
export const DRAWING = 'data-drawing';
export const KEY = 'data-key';

/** The picture in the figure as SVG, in the colours that it has now. */
export function pictureAsSvg(figure: HTMLElement, texts: PictureTexts): Blob {
  return new Blob([new XMLSerializer().serializeToString(composed(figure, texts).root)], { type: 'image/svg+xml' });
}

/** The picture in the figure as PNG, `scale` pixels to one of the page. Rejects where the browser cannot draw it. */
export async function pictureAsPng(figure: HTMLElement, texts: PictureTexts, scale = 2): Promise<Blob> {
  const { root, width, height } = composed(figure, texts);
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(root)], { type: 'image/svg+xml' }));
  try {
    const image = document.createElement('img');
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no PNG of the picture.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

const SVG = 'http://www.w3.org/2000/svg';
/** CSS pixels. */
const MARGIN = 24;
const LEAST_WIDTH = 320;
const SWATCH = 18;
const KEY_GAP = 20;
const SIZES = { title: 20, text: 13 } as const;
const LINE = 1.4;

interface Composed {
  readonly root: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

function composed(figure: HTMLElement, { title, date, source, note }: PictureTexts): Composed {
  const drawing = figure.querySelector<SVGSVGElement>(`[${DRAWING}]`);
  if (!drawing) throw new Error('The figure has no drawing.');
  const style = getComputedStyle(figure);
  const rtl = style.direction === 'rtl';
  const [, , boxWidth = LEAST_WIDTH, boxHeight = LEAST_WIDTH] = (drawing.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const inner = Math.max(drawing.getBoundingClientRect().width, LEAST_WIDTH);
  const drawn = (inner * boxHeight) / boxWidth;
  const width = inner + 2 * MARGIN;
  const root = element('svg', { xmlns: SVG, width, viewBox: `0 0 ${width} 0` }) as SVGSVGElement;
  const ground = element('rect', { width, fill: groundOf(figure) });
  const families = { serif: style.getPropertyValue('--serif').trim() || 'serif', sans: style.fontFamily || 'sans-serif' };
  root.append(element('title', {}, title), ground);

  let top = MARGIN;
  const write = (text: string, size: number, look: Record<string, string>) => {
    for (const line of lines(text, inner, `${look['font-weight'] ?? ''} ${size}px ${look['font-family']}`, size)) {
      top += size * LINE;
      root.append(
        element(
          'text',
          {
            x: rtl ? width - MARGIN : MARGIN,
            y: top - size * 0.4,
            'font-size': size,
            direction: rtl ? 'rtl' : 'ltr',
            fill: style.color,
            ...look,
          },
          line,
        ),
      );
    }
  };
  write(title, SIZES.title, { 'font-family': families.serif, 'font-weight': '600' });
  write(date, SIZES.text, { 'font-family': families.sans });

  top += MARGIN / 2;
  const copy = styledCopy(drawing) as SVGSVGElement;
  place(copy, { x: MARGIN, y: top, width: inner, height: drawn });
  root.append(copy);
  top += drawn + MARGIN / 2;

  let along = 0;
  for (const entry of figure.querySelectorAll(`[${KEY}] li`)) {
    const swatch = entry.querySelector('svg');
    const text = entry.textContent?.trim() ?? '';
    const taken = SWATCH + 6 + textWidth(text, `${SIZES.text}px ${families.sans}`, SIZES.text) + KEY_GAP;
    if (along > 0 && along + taken > inner) {
      along = 0;
      top += SIZES.text * LINE + 6;
    }
    const start = (offset: number) => (rtl ? width - MARGIN - along - offset : MARGIN + along + offset);
    if (swatch) {
      const sign = styledCopy(swatch) as SVGSVGElement;
      place(sign, { x: rtl ? start(SWATCH) : start(0), y: top, width: SWATCH, height: SWATCH });
      root.append(sign);
    }
    root.append(
      element(
        'text',
        {
          x: start(SWATCH + 6),
          y: top + SWATCH - 4,
          'font-size': SIZES.text,
          'font-family': families.sans,
          direction: rtl ? 'rtl' : 'ltr',
          fill: style.color,
        },
        text,
      ),
    );
    along += taken;
  }
  top += SWATCH + MARGIN / 2;
  if (note !== undefined) write(note, SIZES.text, { 'font-family': families.sans });
  write(source, SIZES.text, { 'font-family': families.sans });

  const height = Math.ceil(top + MARGIN);
  for (const [name, value] of Object.entries({ height, viewBox: `0 0 ${width} ${height}` }))
    root.setAttribute(name, String(value));
  ground.setAttribute('height', String(height));
  return { root, width, height };
}

function place(svg: SVGSVGElement, box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): void {
  for (const [name, value] of Object.entries(box)) svg.setAttribute(name, String(value));
}

/** What style sheets can say of a shape or text in our drawings. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'vector-effect',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
  // From which side a text starts.
  'direction',
  'unicode-bidi',
  'clip-path',
] as const;

/** What a file does not need: it cannot be operated, and has no style sheets. */
const OPERATED = /^(?:class|style|role|tabindex|aria-.*|data-.*|on.*)$/;

function styledCopy(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (OPERATED.test(name)) copy.removeAttribute(name);
  const computed = getComputedStyle(original);
  for (const name of STYLES) {
    const value = computed.getPropertyValue(name);
    // As attributes: Firefox holds a picture to its page's policy, which allows no styles in markup.
    if (value !== '') copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (getComputedStyle(child).display !== 'none' || child.closest('defs')) copy.append(styledCopy(child));
  }
  return copy;
}

/** The colour behind the figure: its own, or the nearest that is not transparent. */
function groundOf(figure: HTMLElement): string {
  for (let each: HTMLElement | null = figure; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (backgroundColor !== '' && !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

/** The text in lines no wider than `width`, broken between words; a mark that ends something stands behind it all the same. */
function lines(text: string, width: number, font: string, size: number): string[] {
  const broken: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const last = broken.at(-1);
    if (last === undefined || (!/^[\s\p{Pe}\p{Pf}\p{Po}]/u.test(segment) && textWidth(last + segment, font, size) > width))
      broken.push(segment.trimStart());
    else broken[broken.length - 1] = last + segment;
  }
  return broken;
}

/** In CSS pixels; roughly, where the browser measures no text. */
function textWidth(text: string, font: string, size: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.6;
  context.font = font.trim();
  return context.measureText(text).width;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
