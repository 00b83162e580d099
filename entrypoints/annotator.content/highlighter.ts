/**
 * Paints marks with the CSS Custom Highlight API, so that the page's tree stays as it is. How each look is drawn
 * stands in style.css under the same names; they say nothing of this extension, because a page can list them.
 */
import type { Settings } from '../../data/settings.ts';

export type Look = Settings['look'];

export interface Highlighter {
  add(key: object, place: StaticRangeInit): void;
  delete(key: object): void;
  /** Change how all are painted; `none` takes the paint away and keeps the places. */
  setLook(look: Look): void;
  /** Paint one place apart from the others, whatever the look; undefined: none. */
  pointOut(place: StaticRangeInit | undefined): void;
  /** Paint again if the page cleared the registry. Cheap: call it whenever there is another reason to run. */
  restore(): void;
  /** Take everything away, unless a newer copy of this script has taken over the name. */
  dispose(): void;
}

/** The part of `CSS.highlights` used. Its iterators throw in Firefox content scripts, so own places are kept apart. */
export type HighlightRegistryLike = Pick<HighlightRegistry, 'set' | 'get' | 'delete'>;

/** The name of what is painted apart. */
const HERE = 'note-here';

/** `onPaint` is called with true whenever there is something to paint, and with false where there will be nothing for a while. */
export function createHighlighter(
  look: Look,
  registry: HighlightRegistryLike = CSS.highlights,
  onPaint: (isPainting: boolean) => void = () => undefined,
): Highlighter {
  const ranges = new Map<object, StaticRange>();
  // Made with the first mark: a page without one is left without a trace.
  let highlight: Highlight | undefined;
  let here: Highlight | undefined;
  let current = look;

  function pointOut(place: StaticRangeInit | undefined): void {
    if (here && registry.get(HERE) === here) registry.delete(HERE);
    here = place && new Highlight(new StaticRange(place));
    if (here) {
      registry.set(HERE, here);
      onPaint(true);
    } else if (current === 'none') onPaint(false);
  }

  function unregister(): void {
    if (highlight && registry.get(nameOf(current)) === highlight) registry.delete(nameOf(current));
  }

  function register(): void {
    if (!highlight || ranges.size === 0 || current === 'none') return;
    if (registry.get(nameOf(current)) !== highlight) registry.set(nameOf(current), highlight);
    onPaint(true);
  }

  return {
    add(key, place) {
      highlight ??= new Highlight();
      const range = new StaticRange(place);
      ranges.set(key, range);
      highlight.add(range);
      register();
    },
    delete(key) {
      const range = ranges.get(key);
      if (!range) return;
      ranges.delete(key);
      highlight?.delete(range);
      if (ranges.size === 0) unregister();
    },
    setLook(next) {
      if (next === current) return;
      unregister();
      current = next;
      register();
      if (next === 'none' && !here) onPaint(false);
    },
    pointOut,
    restore: register,
    dispose() {
      pointOut(undefined);
      unregister();
      ranges.clear();
      highlight?.clear();
      onPaint(false);
    },
  };
}

function nameOf(look: Look): string {
  return `note-${look}`;
}
