/**
 * What stands near what on the page: which paragraphs tell what a letter or vote in another one is about, and which statements
 * the text has named before. Reads of the DOM only which article a paragraph stands in, and what stands before what.
 */
import type { PageContext } from '../../data/detection/mention.ts';
import type { StatementId } from '../../data/schema.ts';
import type { TextBlock } from '../content/text-blocks.ts';
import { inDocumentOrder } from './marks.ts';

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
  /** Forget those that do not pass; true if there were any. */
  keepOnly(passes: (candidate: Candidate) => boolean): boolean;
  /** Find their places in reading order for candidates that were just read, in the order in which they were, among those that were not. */
  place(touched: readonly Candidate[]): void;
  /** What stands around a candidate now. */
  around(candidate: Candidate): Surroundings;
  /** What a candidate was looked at with, and what was found in it. */
  note(candidate: Candidate, given: Surroundings, links: readonly StatementId[]): void;
  /** All that are remembered, in reading order. */
  all(): Candidate[];
  /** Whether a candidate was looked at with other surroundings than there are now. */
  isUnsettled(candidate: Candidate): boolean;
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
    keepOnly(passes) {
      const before = self.all();
      const gone = new Set(before.filter((candidate) => !passes(candidate)));
      if (gone.size === 0) return false;
      pending = pending.filter((candidate) => !gone.has(candidate));
      for (const lists of [about, naming]) {
        for (const [matter, list] of lists) {
          const kept = list.filter((candidate) => !gone.has(candidate));
          if (kept.length > 0) lists.set(matter, kept);
          else lists.delete(matter);
        }
      }
      return true;
    },
    place(touched) {
      isSorted = false;
      const isTouched = new Set(touched);
      const others = self.all().filter((candidate) => !isTouched.has(candidate));
      renumber([...isTouched].sort(byPlace), others);
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
    all: () => [...new Set([...about.values(), ...naming.values(), pending].flat())].sort((a, b) => a.order - b.order),
    isUnsettled(candidate) {
      const { nearby, earlier } = self.around(candidate);
      return nearby !== candidate.given?.nearby || `${earlier}` !== `${candidate.given?.earlier}`;
    },
  };
  return self;
}

/**
 * Number candidates that were read anew so that they stand among the others, which are in order, where the document has them. Distances
 * stay as they were read, as far as there is room; what comes behind makes way.
 */
function renumber(fresh: readonly Candidate[], others: readonly Candidate[]): void {
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let readBefore: number | undefined;
  const pass = (other: Candidate) => {
    other.order = Math.max(other.order, last + 1);
    last = other.order;
    readBefore = undefined;
  };
  for (const candidate of fresh) {
    for (let other = others[next]; other && byPlace(other, candidate) < 0; other = others[++next]) pass(other);
    const following = others[next];
    // Behind all others the numbers that were given are the right ones.
    const { order } = candidate;
    if (last === Number.NEGATIVE_INFINITY) candidate.order = following ? following.order - 1 : order;
    else if (following) candidate.order = last + (readBefore === undefined ? 1 : Math.max(1, order - readBefore));
    else candidate.order = Math.max(order, last + 1);
    last = candidate.order;
    readBefore = order;
  }
  for (const other of others.slice(next)) pass(other);
}

function byPlace(a: Candidate, b: Candidate): number {
  const [first, second] = [a, b].map(({ block }) => block.pieces[0]?.node);
  return first && second && first !== second ? inDocumentOrder(first, second) : a.order - b.order;
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
