/**
 * Reads scopes of the page into marks. Decides which paragraphs stand near enough to a mention of the matter to give context to
 * a letter or vote; what counts is data/detection's.
 */
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { PageContext } from '../../data/detection/mention.ts';
import type { StatementId } from '../../data/schema.ts';
import type { Marks } from './marks.ts';
import { readInSlices } from './slices.ts';
import { areApart, nodesAt, piecesBetween, type Scope, type TextBlock } from './text-blocks.ts';

/** Blocks that may stand between a paragraph and the one that tells what it is about, outside an article. */
const NEARBY_BLOCKS = 12;
/** Characters of nearby text handed to detection. */
const NEARBY_LENGTH = 2000;
/** Paragraphs remembered until the page turns out to be about the matter; a page that never does forgets the oldest. */
const MOST_PENDING = 300;
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
  /** Which kinds a reader wants marked. */
  readonly wants: (kind: 'xinjiang' | 'statement') => boolean;
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/** A block that may hold a mention, with its place in reading order. */
interface Candidate {
  readonly block: TextBlock;
  readonly order: number;
  /** The article it stands in, if any. */
  readonly matter: Element | null;
}

export function createPageScanner({ finder, marks, context, wants, onShadowRoot }: ScannerParts): PageScanner {
  let page = context;
  let order = 0;
  let stopped = false;
  let queue = Promise.resolve();
  /** Blocks that are about the matter, with the statements found in them. */
  let about: (Candidate & { links: StatementId[] })[] = [];
  /** Blocks that hold something like a statement but stood near nothing about the matter when read. */
  let pending: Candidate[] = [];

  function contextOf(candidate: Candidate): PageContext {
    const near = about
      .filter((other) => other.order !== candidate.order && isNear(candidate, other))
      .sort((a, b) => Math.abs(a.order - candidate.order) - Math.abs(b.order - candidate.order));
    let nearby = '';
    for (const { block } of near) {
      if (nearby.length + block.text.length > NEARBY_LENGTH) break;
      nearby += `${block.text}\n`;
    }
    const earlier = near.filter((other) => other.order < candidate.order).sort((a, b) => a.order - b.order);
    return { ...page, ...(nearby && { nearby }), earlier: [...new Set(earlier.flatMap(({ links }) => links))] };
  }

  function mark(candidate: Candidate, context: PageContext): StatementId[] {
    const { block } = candidate;
    const links: StatementId[] = [];
    for (const mention of finder.findMentions(block.text, context)) {
      if (mention.kind === 'statement') links.push(...mention.link.slice(0, 1));
      if (!wants(mention.kind)) continue;
      const nodes = piecesBetween(block, mention.start, mention.end);
      if (nodes.length > 1 && areApart(nodes)) continue;
      if (isBeingEdited(nodes[0] as Text)) continue;
      const place = nodesAt(block, mention.start, mention.end);
      marks.add({ mention, place, blockText: block.text, nodes });
    }
    return links;
  }

  function read(block: TextBlock): void {
    for (const { node } of block.pieces) marks.dropAt(node);
    order++;
    if (!finder.mayHoldMention(block.text)) return;
    const node = (block.pieces[0] as TextBlock['pieces'][number]).node;
    const candidate: Candidate = { block, order, matter: node.parentElement?.closest(ONE_MATTER) ?? null };
    const context = contextOf(candidate);
    const links = mark(candidate, context);
    if (finder.isAbout(block.text)) about.push({ ...candidate, links });
    else if (links.length === 0) pending.push(candidate);
    if (pending.length > MOST_PENDING) pending.shift();
  }

  /** Read again what was passed over before the text that tells what it is about was read. */
  function settle(since: number): void {
    const fresh = about.filter((candidate) => candidate.order > since);
    if (fresh.length === 0) return;
    pending = pending.filter((candidate) => {
      if (!fresh.some((other) => isNear(candidate, other))) return true;
      if (!candidate.block.pieces.every(({ node }) => node.isConnected && marks.at(node).length === 0)) return false;
      return mark(candidate, contextOf(candidate)).length === 0;
    });
  }

  async function scanNow(scopes: readonly Scope[]): Promise<void> {
    const since = order;
    about = about.filter(isStillThere);
    pending = pending.filter(isStillThere);
    const wasStopped = await readInSlices(scopes, onShadowRoot, (block) => {
      if (!stopped) read(block);
      return stopped;
    });
    if (!wasStopped) settle(since);
  }

  return {
    scan(scopes) {
      const done = queue.then(() => (stopped ? undefined : scanNow(scopes)));
      queue = done.catch(() => undefined);
      return done;
    },
    reset(context) {
      page = context;
      about = [];
      pending = [];
    },
    stop() {
      stopped = true;
    },
  };
}

function isNear(a: Candidate, b: Candidate): boolean {
  if (a.matter !== b.matter) return false;
  return a.matter !== null || Math.abs(a.order - b.order) <= NEARBY_BLOCKS;
}

function isStillThere({ block }: Candidate): boolean {
  return block.pieces.every(({ node }) => node.isConnected);
}

/** Editors are left alone, also where an ancestor outside the scope, or the whole document, is being edited. */
function isBeingEdited(node: Text): boolean {
  return node.parentElement?.isContentEditable === true;
}
