/**
 * Where a card stands and in what form: a card beside its mark where there is room for one, else a sheet along an edge of
 * what is seen of the window, so that it can be read in narrow windows, at high zoom and by touch.
 */
import { computePosition, flip, hide, offset, type Placement, shift, size, type VirtualElement } from '@floating-ui/dom';

/** Pixels between the text and the card, and between the card and the edge of the window. */
export const GAP = 8;
/** A card's greatest height, also a share of the window's (a footnote, not a page). */
const MOST_HEIGHT = 460;
const MOST_SHARE = 0.7;
/** The least height a card is of use in. */
const LEAST_HEIGHT = 160;
/** Windows narrower or lower than these get sheets: beside a mark there would be no room for a card. */
const NARROW = 480;
const LOW = 420;
/** A sheet's greatest width, and its height where the mark leaves it less: better to cover the mark than not to be read. */
const SHEET_WIDTH = 600;
const SHEET_HEIGHT = 240;
const SHEET_SHARE = 0.85;
/** A sheet by touch leaves the page a good part of the window. */
const TOUCH_SHARE = 0.6;

export type Form = 'card' | 'sheet';

/** What is seen of the window, in CSS pixels of the layout viewport: less than all of it while pinched. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Place and greatest size of a card, in CSS pixels. */
export interface Place {
  readonly form: Form;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The mark has been scrolled out of sight. */
  readonly away: boolean;
}

/** What a card is told before it is measured. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly form: Form;
}

export function viewOf(window: Window): View {
  const seen = window.visualViewport;
  if (!seen) return { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
  return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height };
}

export function formIn(view: View, touch: boolean): Form {
  return touch || view.width < NARROW || view.height < LOW ? 'sheet' : 'card';
}

/**
 * The sheet's place: along the bottom, or for the pointer along the edge that is farther from the mark. `height` is the
 * sheet's own as far as it is known; it is cut to what there is.
 */
export function sheetPlace(
  view: View,
  mark: Pick<DOMRect, 'left' | 'top' | 'bottom'>,
  height: number,
  touch: boolean,
): Omit<Place, 'away'> {
  const width = Math.min(view.width, SHEET_WIDTH);
  const above = mark.top - view.top;
  const below = view.top + view.height - mark.bottom;
  const most = touch
    ? Math.max(view.height * TOUCH_SHARE, Math.min(view.height * SHEET_SHARE, SHEET_HEIGHT))
    : Math.max(
        Math.min(Math.max(above, below) - GAP, view.height * MOST_SHARE, MOST_HEIGHT),
        Math.min(view.height * SHEET_SHARE, SHEET_HEIGHT),
      );
  const atTop = !touch && above > below;
  const left = Math.min(Math.max(mark.left, view.left), view.left + view.width - width);
  return {
    form: 'sheet',
    left,
    top: atTop ? view.top : view.top + view.height - Math.min(height, most),
    width,
    height: most,
  };
}

const SIDES = ['bottom-start', 'top-start', 'right-start', 'left-start'] as const satisfies readonly Placement[];

/**
 * The place of `card` at `mark`. `setRoom` is told how large it may be, before it is measured. `obstacles` finds what
 * should not be covered within a rectangle, such as another card; where it has to cover one or leave the window, it covers one.
 */
export async function placeFor(
  mark: VirtualElement,
  card: HTMLElement,
  setRoom: (room: Room) => void,
  { touch, obstacles }: { touch: boolean; obstacles: (box: DOMRect) => readonly DOMRect[] },
): Promise<Place> {
  const view = viewOf(window);
  if (formIn(view, touch) === 'sheet') {
    const anchor = mark.getBoundingClientRect() as DOMRect;
    const { width, height } = sheetPlace(view, anchor, 0, touch);
    setRoom({ width, height, form: 'sheet' });
    const { middlewareData } = await computePosition(mark, card, { strategy: 'fixed', middleware: [hide()] });
    const place = sheetPlace(view, anchor, card.getBoundingClientRect().height, touch);
    return { ...place, away: !touch && middlewareData.hide?.referenceHidden === true };
  }
  const blocking = (place: Place) => {
    const box = new DOMRect(place.left, place.top, place.width, place.height);
    return obstacles(box).filter((rect) => overlap(rect, box));
  };
  const usual = await beside(mark, card, setRoom);
  const blocked = blocking(usual);
  if (blocked.length === 0) return usual;
  for (const aside of [...SIDES.map((side) => ({ side })), ...blocked.flatMap((rect) => pastEitherSide(rect, view))]) {
    const place = await beside(mark, card, setRoom, aside);
    if (place.fits && blocking(place).length === 0) return place;
  }
  return beside(mark, card, setRoom);
}

/** Where to look for a place that is clear: at another side of the mark, or farther away from it. */
interface Aside {
  readonly side: Placement;
  /** Edges of the window to keep away from, in pixels from each. */
  readonly margins?: { readonly left?: number; readonly right?: number };
}

function pastEitherSide({ left, right }: DOMRect, view: View): Aside[] {
  return [
    { side: SIDES[0], margins: { left: right + GAP } },
    { side: SIDES[0], margins: { right: view.width - left + GAP } },
  ];
}

/** At one side of the mark, or where none is asked for below it, else above. */
async function beside(
  mark: VirtualElement,
  card: HTMLElement,
  setRoom: (room: Room) => void,
  aside?: Aside,
): Promise<Place & { fits: boolean }> {
  const view = viewOf(window);
  // As wide as it would be: a card squeezed in by the last try is not one that fits.
  if (aside) setRoom({ width: view.width - 2 * GAP, height: LEAST_HEIGHT, form: 'card' });
  const wanted = card.getBoundingClientRect().width;
  let fits = true;
  const { x, y, middlewareData } = await computePosition(mark, card, {
    strategy: 'fixed',
    placement: aside?.side ?? SIDES[0],
    middleware: [
      offset(GAP),
      !aside && flip({ padding: GAP, fallbackStrategy: 'bestFit' }),
      shift({ padding: { top: GAP, bottom: GAP, left: GAP, right: GAP, ...aside?.margins } }),
      size({
        padding: GAP,
        apply: ({ availableHeight, availableWidth }) => {
          const height = Math.min(availableHeight, MOST_HEIGHT, view.height * MOST_SHARE);
          fits = height >= LEAST_HEIGHT && availableWidth >= wanted;
          setRoom({ width: availableWidth, height: Math.max(height, LEAST_HEIGHT), form: 'card' });
        },
      }),
      hide(),
    ],
  });
  const { width, height } = card.getBoundingClientRect();
  const isInside = x >= view.left && x + width <= view.left + view.width;
  return {
    form: 'card',
    left: x,
    top: y,
    width,
    height,
    away: middlewareData.hide?.referenceHidden === true,
    fits: fits && isInside,
  };
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
