/**
 * How many of a page's mentions are marked. Says which ones, of mentions whose section is known; where sections begin and end on a page
 * is entrypoints/annotator.content/sections.ts's matter.
 */
import type { Mention } from './detection/mention.ts';

/** All; of those with the same referent the first in each section; or the first on the page. */
export const DENSITIES = ['all', 'section', 'page'] as const;

export type Density = (typeof DENSITIES)[number];

/** What density asks of a mention. */
export interface Placing {
  readonly mention: Mention;
  /** The same value for all in one section, and another for each section. */
  readonly section: () => unknown;
  /** Whether a reader can see it: one in a folded menu does not stand for those below. */
  readonly isSeen: () => boolean;
}

/**
 * Those that are marked, of mentions in reading order. Of the same referent in one stretch, the first that can be seen, or just the first
 * where none can. Nothing is asked of a mention that does not need to be.
 */
export function marked<Each extends Placing>(placings: readonly Each[], density: Density): Each[] {
  if (density === 'all') return [...placings];
  const firsts = new Map<unknown, Map<string, { readonly placing: Each; readonly isSeen: boolean }>>();
  for (const placing of placings) {
    const stretch = density === 'section' ? placing.section() : undefined;
    const known = firsts.get(stretch) ?? new Map();
    firsts.set(stretch, known);
    const referent = referentOf(placing.mention);
    const first = known.get(referent);
    if (first?.isSeen) continue;
    const isSeen = placing.isSeen();
    if (!first || isSeen) known.set(referent, { placing, isSeen });
  }
  const kept = new Set([...firsts.values()].flatMap((known) => [...known.values()].map(({ placing }) => placing)));
  return placings.filter((placing) => kept.has(placing));
}

/** The same for mentions that open the same card. */
export function referentOf(mention: Mention): string {
  switch (mention.kind) {
    case 'statement':
      return `statement ${mention.link.toSorted().join(' ')}`;
    case 'country':
      return `country ${mention.code}`;
    default:
      // One related term is as good a way to the record as another.
      return mention.kind;
  }
}
