/**
 * A picture of many things as one list of choices: the pointer shows what it is on, arrow keys go from one to the next, Enter and click
 * pick. The list has the focus and names the thing that is reached, so that no browser has to focus a shape.
 */
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { Ref, SVGAttributes } from 'preact';
import { useCallback, useId, useRef } from 'preact/hooks';
import { folded } from '../../data/queries.ts';

/** One thing of a picture, with its place there, in the picture's units. */
export interface Spot {
  /** What it is picked by: letters, figures and hyphens. */
  readonly id: string;
  /** What its letters lead to. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface PictureListOptions {
  /** In the order in which they are read. */
  readonly spots: readonly Spot[];
  /** Whether they are in one line, so that arrows go through it, or all over a plane. */
  readonly shape: 'line' | 'plane';
  /** Whether a line runs from right to left. */
  readonly rtl?: boolean;
  /** What the pointer is on; null: nothing. */
  readonly spotAt: (event: PointerEvent | MouseEvent) => string | null;
  readonly onPick: (id: string) => void;
}

export interface PictureList {
  /** What the pointer is on or the keys have reached; null: nothing. */
  readonly shown: ReadonlySignal<string | null>;
  /** Whether keys have reached it, so that it has to be seen where the focus is. */
  readonly byKeys: ReadonlySignal<boolean>;
  /** The id of the element that shows a thing. */
  readonly elementId: (id: string) => string;
  /** For the element of role `listbox`. */
  readonly props: ListProps;
}

type ListProps = SVGAttributes<SVGSVGElement> & { readonly ref: Ref<SVGSVGElement> };

export function usePictureList({ spots, shape, rtl = false, spotAt, onPick }: PictureListOptions): PictureList {
  const prefix = useId();
  const pointed: Signal<string | null> = useSignal(null);
  const reached: Signal<string | null> = useSignal(null);
  const byKeys = useSignal(false);
  const shown = useComputed(() => pointed.value ?? (byKeys.value ? reached.value : null));
  const elementId = useCallback((id: string) => `${prefix}-${id}`, [prefix]);
  const list = useRef<SVGSVGElement>(null);

  function reach(id: string | undefined): void {
    if (id === undefined) return;
    reached.value = id;
    pointed.value = null;
    byKeys.value = true;
    list.current?.ownerDocument.getElementById(elementId(id))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && reached.value !== null) onPick(reached.value);
    else {
      const next = nextSpot(spots, reached.value, event.key, { shape, rtl });
      if (next === undefined) return;
      reach(next);
    }
    event.preventDefault();
  }

  const props: ListProps = {
    ref: list,
    role: 'listbox',
    // Its name as SVG has it: Firefox knows no other.
    tabindex: 0,
    'aria-activedescendant': useComputed(() => (reached.value === null ? undefined : elementId(reached.value))),
    onKeyDown,
    onFocus: (event: FocusEvent) => {
      // A click gives the focus too, and shows what it is on already.
      if ((event.currentTarget as Element).matches(':focus-visible')) reach(reached.value ?? spots[0]?.id);
    },
    onBlur: () => {
      byKeys.value = false;
    },
    onPointerMove: (event: PointerEvent) => {
      pointed.value = spotAt(event);
    },
    onPointerLeave: () => {
      pointed.value = null;
    },
    onClick: (event: MouseEvent) => {
      const id = spotAt(event);
      if (id === null) return;
      reached.value = id;
      pointed.value = id;
      byKeys.value = false;
      onPick(id);
    },
  };
  return { shown, byKeys, elementId, props };
}

/**
 * Where a key leads from a spot; undefined where nowhere, or where the key means nothing here. A letter leads to the next name that
 * begins with it.
 */
export function nextSpot(
  spots: readonly Spot[],
  from: string | null,
  key: string,
  { shape, rtl }: { readonly shape: 'line' | 'plane'; readonly rtl: boolean },
): string | undefined {
  const index = spots.findIndex(({ id }) => id === from);
  const here = spots[index];
  if (key === 'Home') return spots[0]?.id;
  if (key === 'End') return spots.at(-1)?.id;
  if (key.length === 1) return nextNamed(spots, index, key);
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  if (!here) return spots[0]?.id;
  const [right, down] = direction;
  if (shape === 'line') return spots[index + (right === 0 ? down : right * (rtl ? -1 : 1))]?.id;
  return nearestTowards(spots, here, right, down)?.id;
}

const DIRECTIONS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** How much further away a spot seems for each unit that it lies aside of the way. */
const ASIDE = 3;

function nearestTowards(spots: readonly Spot[], here: Spot, right: number, down: number): Spot | undefined {
  let nearest: Spot | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const [x, y] = [spot.x - here.x, spot.y - here.y];
    const along = x * right + y * down;
    if (along <= 0) continue;
    const distance = along + ASIDE * Math.abs(x * down + y * right);
    if (distance < least) [nearest, least] = [spot, distance];
  }
  return nearest;
}

function nextNamed(spots: readonly Spot[], index: number, letter: string): string | undefined {
  const wanted = folded(letter);
  if (wanted === '') return undefined;
  return [...spots.slice(index + 1), ...spots.slice(0, index + 1)].find(({ name }) => folded(name).startsWith(wanted))?.id;
}
