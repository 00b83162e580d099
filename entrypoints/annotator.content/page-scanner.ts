/**
 * Reads scopes of the page into marks. Decides which paragraphs stand near enough to a mention of the matter to give context to
 * a letter or vote; what counts is data/detection's.
 *
 * First all blocks are gone through, which is cheap and tells what each is about; then those that may hold a mention are
 * looked at closely, the ones in view first.
 */
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { PageContext } from '../../data/detection/mention.ts';
import type { StatementId } from '../../data/schema.ts';
import { readInSlices, workInSlices } from '../content/slices.ts';
import {
  apartByVisibility,
  areApart,
  isAsRead,
  nodesAt,
  piecesBetween,
  type Scope,
  type ShadowRootOf,
  type TextBlock,
} from '../content/text-blocks.ts';
import type { Marks } from './marks.ts';
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
  stop(): void;
}

export interface ScannerParts {
  readonly finder: Finder;
  readonly marks: Marks;
  readonly context: PageContext;
  /** A text of the page, to prepare for texts like it. */
  readonly sample: string;
  /** Which kinds a reader wants marked. */
  readonly wants: (kind: 'xinjiang' | 'statement') => boolean;
  readonly shadowRootOf: ShadowRootOf;
}

export function createPageScanner({ finder, marks, context, sample, wants, shadowRootOf }: ScannerParts): PageScanner {
  let page = context;
  let order = 0;
  let stopped = false;
  let queue = workInSlices(whileRunning(finder.warmUp(sample, page)));
  let neighbourhood = createNeighbourhood();
  /** What was read from which text node on, to pass over what is as it was. */
  let known = new WeakMap<Text, Candidate>();

  /** Go through a block. Gives what is to be looked at closely. */
  function read(block: TextBlock): Candidate[] {
    order++;
    const before = known.get(firstNode(block));
    if (before && isSame(before.block, block)) {
      neighbourhood.move(before, order);
      return [];
    }
    for (const { node } of block.pieces) {
      marks.dropAt(node);
      known.delete(node);
    }
    if (!finder.mayHoldMention(block.text)) return [];
    return apartByVisibility(block).map((part) => {
      const node = firstNode(part);
      const matter = node.parentElement?.closest(ONE_MATTER) ?? null;
      const candidate: Candidate = { block: part, order, matter, isAbout: finder.isAbout(part.text), links: [] };
      known.set(node, candidate);
      neighbourhood.add(candidate);
      return candidate;
    });
  }

  /** Look at a candidate closely, and mark what is found. */
  function mark(candidate: Candidate): void {
    const { block } = candidate;
    const given = neighbourhood.around(candidate);
    for (const { node } of block.pieces) marks.dropAt(node);
    const links: StatementId[] = [];
    for (const mention of finder.findMentions(block.text, { ...page, ...given })) {
      if (mention.kind === 'statement') links.push(...mention.link.slice(0, 1));
      if (!wants(mention.kind)) continue;
      const nodes = piecesBetween(block, mention.start, mention.end);
      if (nodes.length > 1 && areApart(nodes)) continue;
      if (isBeingEdited(nodes[0] as Text)) continue;
      const place = nodesAt(block, mention.start, mention.end);
      marks.add({ mention, place, blockText: block.text, nodes });
    }
    neighbourhood.note(candidate, given, links);
  }

  function* markAll(candidates: readonly Candidate[]): Generator<void, void> {
    for (const candidate of candidates) {
      if (stopped) return;
      // The page has had its turn since it was read; if it is still there it is read again as a change.
      if (isAsRead(candidate.block)) mark(candidate);
      yield;
    }
  }

  function* whileRunning(steps: Iterable<void>): Generator<void, void> {
    for (const _ of steps) {
      if (stopped) return;
      yield;
    }
  }

  async function scanNow(scopes: readonly Scope[]): Promise<void> {
    const fresh: Candidate[] = [];
    neighbourhood.keepOnly(({ block }) => block.pieces.every(({ node }) => node.isConnected));
    await readInSlices(scopes, shadowRootOf, (block) => {
      if (!stopped) fresh.push(...read(block));
      return stopped;
    });
    const inView = fresh.length > FEW ? fresh.filter(isInView) : [];
    await workInSlices(markAll(inView));
    await workInSlices(markAll(inView.length > 0 ? fresh.filter((candidate) => !inView.includes(candidate)) : fresh));
    // Those in view were looked at before what stands above them, and those of before may have been told of the matter only now.
    const unsettled = inView.filter((each) => `${neighbourhood.around(each).earlier}` !== `${each.given?.earlier}`);
    await workInSlices(markAll([...unsettled, ...neighbourhood.toldSince()]));
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
    },
    stop() {
      stopped = true;
    },
  };
}

function isInView({ block }: Candidate): boolean {
  const box = firstNode(block).parentElement?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight && box.width > 0;
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
