/**
 * Reads scopes of the page into marks. Decides which paragraphs stand near enough to a mention of the matter to give context to
 * a letter or vote; what counts is data/detection's.
 *
 * First all blocks are gone through, which is cheap and tells what each is about; then those that may hold a mention are
 * looked at closely, the ones in view first; then, where a reader wants asides, those that may hold one.
 */
import type { AsideFinder } from '../../data/detection/asides.ts';
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { Mention, PageContext } from '../../data/detection/mention.ts';
import type { StatementId } from '../../data/schema.ts';
import { boxOf, closestOf, hostOf } from '../content/own-properties.ts';
import { untilStopped, workInSlices } from '../content/slices.ts';
import {
  apartByVisibility,
  areApart,
  isAsRead,
  isReadText,
  nodesAt,
  partsOf,
  piecesBetween,
  type Scope,
  type ShadowRootOf,
  type TextBlock,
  type TextWalk,
  walkText,
} from '../content/text-blocks.ts';
import { createAsideMarks } from './aside-marks.ts';
import type { Mark, Marks } from './marks.ts';
import { type Candidate, createNeighbourhood } from './neighbourhood.ts';

/** Candidates beyond which those in view come first: that asks for layout. */
const FEW = 12;
/** Within one of these, everything is about the same thing. */
const ONE_MATTER = 'article, [role="article"]';

export interface PageScanner {
  /** Read scopes, after whatever is being read. Resolves when they are done or the scanner was stopped. */
  scan(scopes: readonly Scope[]): Promise<void>;
  /** The page is another one now (client-side navigation): forget what was about what. */
  reset(context: PageContext): void;
  /** Read again also what is as it was: something else has changed that matters. */
  forget(): void;
  stop(): void;
}

export interface ScannerParts {
  readonly finder: Finder;
  /** Absent where no asides are wanted. */
  readonly asideFinder?: AsideFinder | undefined;
  readonly marks: Marks;
  readonly context: PageContext;
  /** A text of the page, to prepare for texts like it. */
  readonly sample: string;
  /** Whether a reader wants a mention marked, of a block with this text. */
  readonly wants: (mention: Mention, blockText: string) => boolean;
  readonly shadowRootOf: ShadowRootOf;
}

/** A block as it was read, and what of it was looked at closely. */
interface Reading {
  readonly block: TextBlock;
  readonly candidates: readonly Candidate[];
  /** How often all had been forgotten by then. */
  readonly age: number;
}

export function createPageScanner(scannerParts: ScannerParts): PageScanner {
  const { finder, asideFinder, marks, context, sample, wants, shadowRootOf } = scannerParts;
  let page = context;
  let order = 0;
  let stopped = false;
  let age = 0;
  let queue: Promise<unknown> = workInSlices(untilStopped(finder.warmUp(sample, page)[Symbol.iterator](), () => stopped));
  let neighbourhood = createNeighbourhood();
  /** What each text node was read in, to pass over what is as it was. */
  let known = new WeakMap<Text, Reading>();
  let made = new WeakMap<Candidate, Mark[]>();
  /** Those whose text has been read anew, as another block. */
  const outdated = new WeakSet<Candidate>();
  /** Those met in the scan under way. */
  let touched: Candidate[] = [];
  /** The parts of the block that begins with a text node, where asides are wanted. */
  const partsAt = new WeakMap<Text, readonly TextBlock[]>();
  const isThere = ({ id }: Mark) => marks.get(id) !== undefined;
  const asides = asideFinder && createAsideMarks({ finder: asideFinder, add: addMarks, drop: marks.drop, isThere });

  /** Go through the blocks of the scopes. Gives what is to be looked at closely. `walk` is set to where it is. */
  function* readAll(scopes: readonly Scope[], at: { walk: TextWalk }): Generator<void, Candidate[]> {
    const candidates: Candidate[] = [];
    for (const scope of scopes) {
      at.walk = walkText(scope, shadowRootOf);
      for (let block = at.walk.next(); block && !stopped; block = at.walk.next()) {
        candidates.push(...(yield* read(block)));
        yield;
      }
    }
    return candidates;
  }

  function* read(block: TextBlock): Generator<void, Candidate[]> {
    order++;
    const node = firstNode(block);
    const before = known.get(node);
    if (before?.age === age && isSame(before.block, block) && before.candidates.every(isMarked) && hasItsAsides(node)) {
      for (const candidate of before.candidates) candidate.order = order++;
      touched.push(...before.candidates);
      return [];
    }
    for (const { node } of block.pieces) {
      marks.dropAt(node);
      for (const candidate of known.get(node)?.candidates ?? []) outdated.add(candidate);
      for (const part of partsAt.get(node) ?? []) asides?.forget(part);
      known.delete(node);
    }
    const whole = partsOf(block);
    const asOne = yield* mayHold(whole);
    if (asOne.length === 0) {
      noteParts(node, whole);
      if (asides) remember(block, []);
      return [];
    }
    const apart = apartByVisibility(block);
    const all = apart[0] === block ? whole : apart.flatMap(partsOf);
    const parts = apart[0] === block ? asOne : yield* mayHold(all);
    const matter = matterOf(node);
    const candidates = parts.map((part): Candidate => {
      const candidate = { block: part, order: order++, matter, isAbout: finder.isAbout(part.text), links: [] };
      neighbourhood.add(candidate);
      return candidate;
    });
    touched.push(...candidates);
    noteParts(node, all);
    remember(block, candidates);
    return candidates;
  }

  function remember(block: TextBlock, candidates: readonly Candidate[]): void {
    for (const { node } of block.pieces) known.set(node, { block, candidates, age });
  }

  function noteParts(node: Text, parts: readonly TextBlock[]): void {
    if (!asides) return;
    for (const part of parts) asides.note(part, []);
    partsAt.set(node, parts);
  }

  const hasItsAsides = (node: Text) => !asides || (partsAt.get(node) ?? []).every(asides.isMarked);

  /** Whether the marks made in a candidate are all there: some are taken away while their text is elsewhere, or edited. */
  const isMarked = (candidate: Candidate) => (made.get(candidate) ?? []).every(isThere);

  function isStillThere(block: TextBlock): boolean {
    const node = firstNode(block);
    const isAllThere = isAsRead(block) && (known.get(node)?.age === age || isReadText(node));
    // It may come back, near to something else.
    if (!isAllThere) known.delete(node);
    return isAllThere;
  }

  /** The parts that may hold a mention. */
  function* mayHold(parts: readonly TextBlock[]): Generator<void, TextBlock[]> {
    const found: TextBlock[] = [];
    for (const part of parts) {
      if (finder.mayHoldMention(part.text)) found.push(part);
      if (parts.length > 1) yield;
    }
    return found;
  }

  /** Look at a candidate closely, and mark what is found. Marks that are as before stay: a card may be open over one. */
  function mark(candidate: Candidate): void {
    const { block } = candidate;
    const given = neighbourhood.around(candidate);
    const mentions = finder.findMentions(block.text, { ...page, ...given });
    const links = mentions.flatMap((mention): StatementId[] => (mention.kind === 'statement' ? mention.link.slice(0, 1) : []));
    const places = placesIn(block, mentions);
    const before = made.get(candidate) ?? [];
    if (!isMarked(candidate) || !areSame(before, places)) {
      for (const each of before) marks.drop(each);
      made.set(candidate, places.map(marks.add));
    }
    neighbourhood.note(candidate, given, links);
    asides?.note(block, mentions);
  }

  /** Mark those of the mentions in a block that a reader wants marked, and that stand where they can be. */
  function addMarks(block: TextBlock, mentions: readonly Mention[]): Mark[] {
    return placesIn(block, mentions).map(marks.add);
  }

  function placesIn(block: TextBlock, mentions: readonly Mention[]): Omit<Mark, 'id'>[] {
    return mentions.flatMap((mention) => {
      if (!wants(mention, block.text)) return [];
      const nodes = piecesBetween(block, mention.start, mention.end);
      if ((nodes.length > 1 && areApart(nodes)) || isBeingEdited(nodes[0] as Text)) return [];
      return [{ mention, place: nodesAt(block, mention.start, mention.end), blockText: block.text, nodes }];
    });
  }

  function* markAll(
    candidates: readonly Candidate[],
    wanted: (candidate: Candidate) => boolean = () => true,
  ): Generator<void, void> {
    for (const candidate of candidates) {
      if (stopped) return;
      // The page has had its turn since it was read; what it has changed is read again as a change.
      if (isAsRead(candidate.block) && wanted(candidate)) mark(candidate);
      yield;
    }
  }

  async function scanNow(scopes: readonly Scope[]): Promise<void> {
    const isCurrent = (candidate: Candidate) => isStillThere(candidate.block) && !outdated.has(candidate);
    let isChanged = neighbourhood.keepOnly(isCurrent);
    asides?.keepOnly(isStillThere);
    const at = { walk: walkText([]) };
    touched = [];
    const fresh = await workInSlices(readAll(scopes, at), () => at.walk.hold());
    isChanged = neighbourhood.keepOnly(isCurrent) || isChanged || touched.length > 0;
    neighbourhood.place(touched);
    fresh.sort((a, b) => a.order - b.order);
    const inView = fresh.length > FEW ? fresh.filter(isInView) : [];
    const others = inView.length > 0 ? fresh.filter((candidate) => !inView.includes(candidate)) : fresh;
    await workInSlices(markAll(inView));
    await workInSlices(markAll(others));
    if (isChanged) {
      // Those in view were looked at before what stands above them, and what stands around those of before may be other text now.
      const settled = new Set(others);
      const unsettled = neighbourhood.all().filter((each) => !settled.has(each));
      await workInSlices(markAll(unsettled, neighbourhood.isUnsettled));
    }
    if (asides) await workInSlices(untilStopped(asides.mark(page), () => stopped));
  }

  return {
    scan(scopes) {
      const done = queue.then(() => (stopped ? undefined : scanNow(scopes)));
      queue = done.catch(() => undefined);
      return done;
    },
    reset(context) {
      page = context;
      neighbourhood = createNeighbourhood();
      known = new WeakMap();
      made = new WeakMap();
    },
    forget() {
      age++;
    },
    stop() {
      stopped = true;
    },
  };
}

function isInView({ block }: Candidate): boolean {
  const { parentElement } = firstNode(block);
  const box = parentElement && boxOf(parentElement);
  return box !== null && box.bottom > 0 && box.top < innerHeight && box.width > 0;
}

/** The article that a text stands in, in the same tree or around it. */
function matterOf(node: Node): Element | null {
  const top = node.getRootNode();
  const own = node.parentElement && closestOf(node.parentElement, ONE_MATTER);
  const host = hostOf(top);
  return own ?? (host ? (closestOf(host, ONE_MATTER) ?? matterOf(host)) : null);
}

function areSame(marks: readonly Mark[], places: readonly Omit<Mark, 'id'>[]): boolean {
  const mentionsOf = (list: readonly Pick<Mark, 'mention'>[]) => JSON.stringify(list.map(({ mention }) => mention));
  return mentionsOf(marks) === mentionsOf(places);
}

function firstNode({ pieces }: TextBlock): Text {
  return (pieces[0] as TextBlock['pieces'][number]).node;
}

function isSame(a: TextBlock, b: TextBlock): boolean {
  return (
    a.text === b.text &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every(({ node }, index) => node === b.pieces[index]?.node)
  );
}

/** Editors are left alone, also where an ancestor outside the scope, or the whole document, is being edited. */
function isBeingEdited(node: Text): boolean {
  return node.parentElement?.isContentEditable === true;
}
