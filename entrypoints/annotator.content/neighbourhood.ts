/**
 * What stands near what on the page: which paragraphs tell what a letter or vote in another one is about, and which statements
 * the text has named before. Pure but for looking at which article a paragraph stands in.
 */
import type { PageContext } from '../../data/detection/mention.ts';
import type { StatementId } from '../../data/schema.ts';
import type { TextBlock } from '../content/text-blocks.ts';

/** Blocks that may stand between a paragraph and the one that tells what it is about, outside an article. */
const NEARBY_BLOCKS = 12;
/** Characters of nearby text handed to detection. */
const NEARBY_LENGTH = 2000;
/** Paragraphs remembered until the page turns out to be about the matter; a page that never does forgets the oldest. */
const MOST_PENDING = 300;

/** A block that may hold a mention, with its place in reading order. */
export interface Candidate {
  readonly block: TextBlock;
  order: number;
  /** The article it stands in, if any: everything in one is about the same thing. */
  readonly matter: Element | null;
  /** Whether it is about the matter by itself. */
  readonly isAbout: boolean;
  /** The statements found in it, once it has been looked at. */
  links: readonly StatementId[];
  /** What it was looked at with. */
  given?: Surroundings;
}

export type Surroundings = Pick<PageContext, 'nearby' | 'earlier'>;

export interface Neighbourhood {
  add(candidate: Candidate): void;
  /** A candidate stands at another place in reading order. */
  move(candidate: Candidate, order: number): void;
  keepOnly(passes: (candidate: Candidate) => boolean): void;
  /** What stands around a candidate now. */
  around(candidate: Candidate): Surroundings;
  /** What a candidate was looked at with, and what was found in it. */
  note(candidate: Candidate, given: Surroundings, links: readonly StatementId[]): void;
  /** Candidates in which nothing was found while nothing near them told what they are about, and something does now. */
  toldSince(): Candidate[];
}

export function createNeighbourhood(): Neighbourhood {
  /** By article, in reading order: what is about the matter, and what names statements. */
  const about = new Map<Element | null, Candidate[]>();
  const naming = new Map<Element | null, Candidate[]>();
  let pending: Candidate[] = [];
  let isSorted = true;

  function sort(): void {
    if (isSorted) return;
    for (const list of [...about.values(), ...naming.values()]) list.sort((a, b) => a.order - b.order);
    isSorted = true;
  }

  /** In an article all of it counts, outside what is a few blocks away. */
  const reaches = (a: Candidate, b: Candidate) => a.matter !== null || Math.abs(a.order - b.order) <= NEARBY_BLOCKS;

  function nearbyOf(candidate: Candidate): string {
    const list = about.get(candidate.matter) ?? [];
    let after = firstAtOrAfter(list, candidate.order);
    let before = after - 1;
    let text = '';
    for (;;) {
      while (list[after]?.order === candidate.order) after++;
      const [above, below] = [list[before], list[after]];
      const isAboveNearer = above && (!below || candidate.order - above.order <= below.order - candidate.order);
      const next = isAboveNearer ? above : below;
      if (!next || !reaches(candidate, next) || text.length + next.block.text.length > NEARBY_LENGTH) return text;
      text += `${next.block.text}\n`;
      if (isAboveNearer) before--;
      else after++;
    }
  }

  function earlierOf(candidate: Candidate): StatementId[] {
    const list = naming.get(candidate.matter) ?? [];
    const ids = new Set<StatementId>();
    for (const other of list) {
      if (other.order >= candidate.order) break;
      if (reaches(candidate, other)) for (const id of other.links) ids.add(id);
    }
    return [...ids];
  }

  const self: Neighbourhood = {
    add(candidate) {
      if (candidate.isAbout) addTo(about, candidate);
    },
    move(candidate, order) {
      if (candidate.order === order) return;
      candidate.order = order;
      isSorted = false;
    },
    keepOnly(passes) {
      pending = pending.filter(passes);
      for (const lists of [about, naming]) {
        for (const [matter, list] of lists) {
          const kept = list.filter(passes);
          if (kept.length > 0) lists.set(matter, kept);
          else lists.delete(matter);
        }
      }
    },
    around(candidate) {
      sort();
      const nearby = nearbyOf(candidate);
      return { ...(nearby && { nearby }), earlier: earlierOf(candidate) };
    },
    note(candidate, given, links) {
      candidate.given = given;
      if (candidate.links.length > 0) remove(naming, candidate);
      candidate.links = links;
      pending = pending.filter((other) => other !== candidate);
      if (links.length > 0) addTo(naming, candidate);
      else if (!candidate.isAbout) pending.push(candidate);
      if (pending.length > MOST_PENDING) pending.shift();
    },
    toldSince: () => pending.filter((candidate) => self.around(candidate).nearby !== candidate.given?.nearby),
  };
  return self;
}

function addTo(lists: Map<Element | null, Candidate[]>, candidate: Candidate): void {
  const list = lists.get(candidate.matter);
  if (!list) lists.set(candidate.matter, [candidate]);
  else list.splice(firstAtOrAfter(list, candidate.order + 1), 0, candidate);
}

function remove(lists: Map<Element | null, Candidate[]>, candidate: Candidate): void {
  const list = lists.get(candidate.matter);
  const at = list?.indexOf(candidate) ?? -1;
  if (at >= 0) list?.splice(at, 1);
}

/** Where in a list in reading order the first stands that is not before `order`: binary search. */
function firstAtOrAfter(list: readonly Candidate[], order: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Candidate).order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
