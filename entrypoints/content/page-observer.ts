/**
 * Watches the page's trees and tells which scopes have to be read again, batched. One observer for all roots. Changes nothing.
 *
 * A page that changes for ever gets a bounded share of the main thread: the longer a reading took, the longer the next one waits,
 * and where changes come by the thousand they are not even looked at one by one.
 */
import { parentOf, typeOf } from './own-properties.ts';
import { isBlock, isReadText, type Scope, scopeAround, wholePage } from './text-blocks.ts';

/** Milliseconds to gather changes before they are read. */
const GATHER = 100;
/** Of the main thread, for reading a page that changes all the time. Less, and marks would come too late to be of use. */
const SHARE = 0.02;
/** Milliseconds that even a costly page waits at most: a reader should not notice. */
const LONGEST_WAIT = 2000;
/** Changes in one batch beyond which all is read, which is cheaper than to look at each. */
const MANY = 1000;

export interface PageObserver {
  observe(root: Document | ShadowRoot): void;
  disconnect(): void;
}

export interface PageChange {
  /** What to read again. */
  readonly scopes: readonly Scope[];
  /** Whether somewhere text may have become, or ceased to be, something to edit or otherwise not to be read. */
  readonly editing: boolean;
}

/**
 * `onChange` is told what to read again; it is not called again before the promise it returns has settled.
 * `millisecondsSpent` gives the time that readings took so far, `isMarked` whether more than a first look is taken.
 */
export function createPageObserver(
  onChange: (change: PageChange) => Promise<void>,
  millisecondsSpent: () => number,
  isMarked: () => boolean,
): PageObserver {
  /** Weakly: a page makes shadow trees and lets go of them all the time. */
  let roots = new WeakSet<Document | ShadowRoot>();
  let dirty = new Set<Node>();
  /** Since the last reading. */
  let removed = new Set<Node>();
  /** Of those, the ones that came back, here or elsewhere. */
  let moved = new Set<Node>();
  let count = 0;
  let most = MANY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let editing = false;
  /** When the page has had its share after the last reading. */
  let notBefore = 0;

  const observer = new MutationObserver((records) => {
    count += records.length;
    if (count <= most) for (const record of records) note(record);
    schedule();
  });

  function note({ type, target, addedNodes, removedNodes, nextSibling, previousSibling }: MutationRecord): void {
    if (type !== 'childList') dirty.add(target);
    if (type === 'attributes') editing = true;
    for (const node of removedNodes) removed.add(node);
    for (const node of addedNodes) {
      dirty.add(node);
      if (removed.has(node)) moved.add(node);
    }
    // What stood on both sides of a removed node may be one text now, and on both sides of a block that has come, two.
    if (removedNodes.length > 0 || [...addedNodes].some(isBlock)) noteTextAround(target, previousSibling, nextSibling);
  }

  function noteTextAround(target: Node, previous: Node | null, next: Node | null): void {
    for (const sibling of [previous, next]) if (sibling && !isBlock(sibling)) dirty.add(sibling);
    // Only out of an inline element does text go on.
    if (!(previous && next) && typeOf(target) === Node.ELEMENT_NODE && !isBlock(target)) dirty.add(target);
  }

  function schedule(): void {
    if (timer !== undefined || reading || count === 0) return;
    timer = setTimeout(flush, Math.min(Math.max(notBefore - performance.now(), GATHER), LONGEST_WAIT));
  }

  async function flush(): Promise<void> {
    timer = undefined;
    reading = true;
    const before = millisecondsSpent();
    const started = performance.now();
    const isMany = count > most;
    const change = {
      scopes: isMany ? wholePage() : scopesOf(dirty),
      editing: editing || isMany || [...moved].some(isPutAway),
    };
    const gathering = performance.now() - started;
    dirty = new Set();
    removed = new Set();
    moved = new Set();
    count = 0;
    editing = false;
    try {
      await onChange(change);
    } finally {
      reading = false;
      // A first look at all is cheap; a closer one costs as much for each element as one for each change.
      most = isMarked() ? Math.max(MANY, document.getElementsByTagName('*').length) : MANY;
      notBefore = performance.now() + (gathering + millisecondsSpent() - before) / SHARE;
      schedule();
    }
  }

  return {
    observe(root) {
      if (roots.has(root)) return;
      roots.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['contenteditable'],
      });
    },
    disconnect() {
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      count = 0;
      for (const nodes of [dirty, removed, moved]) nodes.clear();
      roots = new WeakSet();
    },
  };
}

/** Whether a node has been moved to where text is not read. */
function isPutAway(node: Node): boolean {
  return node.isConnected && !isReadText(node);
}

/** The scopes of changed nodes, none inside another. */
function scopesOf(nodes: ReadonlySet<Node>): Scope[] {
  const scopes = new Map<Node, Scope>();
  const covered = new Set<Node>();
  for (const node of nodes) {
    if (covered.has(node)) continue;
    const scope = scopeAround(node);
    const first = scope?.[0];
    if (!scope || !first || scopes.has(first)) continue;
    scopes.set(first, scope);
    for (const each of scope) covered.add(each);
  }
  return [...scopes.values()].filter(([first]) => {
    for (let at = first && parentOf(first); at; at = parentOf(at)) if (covered.has(at)) return false;
    return true;
  });
}
