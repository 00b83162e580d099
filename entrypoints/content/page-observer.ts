/**
 * Watches the page's trees and tells which scopes have to be read again: batched, once a quiet moment or a quarter
 * of a second. One observer for all roots. Changes nothing.
 */
import { type Scope, scopeAround } from './text-blocks.ts';

/** Milliseconds to gather changes before they are read. */
const GATHER = 100;
/** Changed nodes in one batch beyond which the root is read as a whole, which is cheaper than thousands of scopes. */
const MANY = 2000;

export interface PageObserver {
  observe(root: Document | ShadowRoot): void;
  disconnect(): void;
}

export interface PageChange {
  /** What to read again. */
  readonly scopes: readonly Scope[];
  /** Whether somewhere text has become, or ceased to be, something to edit. */
  readonly editing: boolean;
}

/** `onChange` is told what to read again; it is not called again before the promise it returns has settled. */
export function createPageObserver(onChange: (change: PageChange) => Promise<void>): PageObserver {
  const roots = new Set<Document | ShadowRoot>();
  let dirty = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let editing = false;

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, nextSibling, previousSibling } of records) {
      if (type !== 'childList') dirty.add(target);
      if (type === 'attributes') editing = true;
      for (const node of addedNodes) dirty.add(node);
      // What stood on both sides of a removed node may be one text now.
      if (removedNodes.length > 0) dirty.add(previousSibling ?? nextSibling ?? target);
    }
    schedule();
  });

  function schedule(): void {
    if (timer === undefined && !reading && dirty.size > 0) timer = setTimeout(flush, GATHER);
  }

  async function flush(): Promise<void> {
    timer = undefined;
    reading = true;
    const nodes = dirty;
    const scopes = nodes.size > MANY ? [...roots].map((root) => [...root.childNodes]) : scopesOf(nodes);
    const change = { scopes, editing };
    dirty = new Set();
    editing = false;
    try {
      await onChange(change);
    } finally {
      reading = false;
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
      dirty.clear();
      roots.clear();
    },
  };
}

/** The scopes of changed nodes, none inside another. */
function scopesOf(nodes: ReadonlySet<Node>): Scope[] {
  const scopes = new Map<Node, Scope>();
  for (const node of nodes) {
    const scope = scopeAround(node);
    const first = scope?.[0];
    if (scope && first) scopes.set(first, scope);
  }
  const covered = new Set([...scopes.values()].flat());
  return [...scopes.values()].filter(([first]) => {
    for (let at = first?.parentNode; at; at = at.parentNode) if (covered.has(at)) return false;
    return true;
  });
}
