/**
 * The frame's marks: which mention stands at which place of which text nodes. Holds no opinion on how they look
 * (highlighter.ts) or when text is read (page-scanner.ts). A mark lives as long as its text stays as it was read.
 */
import type { Mention } from '../../data/detection/mention.ts';
import { hostOf } from '../content/own-properties.ts';

export interface Mark {
  /** Unique in this document for as long as it lives. */
  readonly id: number;
  readonly mention: Mention;
  readonly place: StaticRangeInit;
  /** The text of the block around it, for lists; `mention` offsets index it. */
  readonly blockText: string;
  /** Every text node the mention touches. */
  readonly nodes: readonly Text[];
}

export interface Marks {
  readonly size: number;
  add(mark: Omit<Mark, 'id'>): Mark;
  drop(mark: Mark): void;
  /** Forget the marks that touch a text node. */
  dropAt(node: Text): void;
  /** Forget marks one of whose text nodes does not pass: gone from the document, say. And those whose text has gone from its node: what is blank, or a footnote's sign now, is read no more. */
  keepOnly(passes: (node: Text) => boolean): void;
  clear(): void;
  get(id: number): Mark | undefined;
  /** The marks that touch a text node, in no order. */
  at(node: Text): readonly Mark[];
  /** The marks that begin in a text directly inside an element, in no order. */
  inside(element: Element): readonly Mark[];
  /** In document order. */
  inOrder(): Mark[];
}

/** A live range over a mark's text, for geometry and scrolling. Throws `IndexSizeError` if the text was cut since. */
export function rangeOf(mark: Mark): Range {
  const { startContainer, startOffset, endContainer, endOffset } = mark.place;
  const range = startContainer.ownerDocument?.createRange() ?? document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** Of all marks this script makes: a frame's annotator may go and come again, while popups still speak of its marks. */
let nextId = 1;

/** `onAdd` and `onDrop` are told of each mark, for painting. */
export function createMarks(onAdd: (mark: Mark) => void, onDrop: (mark: Mark) => void): Marks {
  const byId = new Map<number, Mark>();
  const byNode = new Map<Text, Mark[]>();
  const byParent = new Map<Element, Set<Mark>>();
  /** Where each began when it was made; the page may have moved its text since. */
  const parents = new Map<Mark, Element>();

  function drop(mark: Mark): void {
    if (!byId.delete(mark.id)) return;
    for (const node of mark.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== mark);
      if (rest?.length) byNode.set(node, rest);
      else byNode.delete(node);
    }
    const parent = parents.get(mark);
    if (parent) {
      const inside = byParent.get(parent);
      inside?.delete(mark);
      if (inside?.size === 0) byParent.delete(parent);
      parents.delete(mark);
    }
    onDrop(mark);
  }

  return {
    get size() {
      return byId.size;
    },
    add(given) {
      const mark = { ...given, id: nextId++ };
      byId.set(mark.id, mark);
      for (const node of mark.nodes) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
      const parent = mark.nodes[0]?.parentElement;
      if (parent) {
        parents.set(mark, parent);
        byParent.set(parent, (byParent.get(parent) ?? new Set()).add(mark));
      }
      onAdd(mark);
      return mark;
    },
    drop,
    dropAt(node) {
      for (const mark of byNode.get(node) ?? []) drop(mark);
    },
    keepOnly(passes) {
      for (const mark of byId.values()) if (!mark.nodes.every(passes) || isGone(mark)) drop(mark);
    },
    clear() {
      for (const mark of byId.values()) drop(mark);
    },
    get: (id) => byId.get(id),
    at: (node) => byNode.get(node) ?? [],
    inside: (element) => [...(byParent.get(element) ?? [])],
    inOrder: () => [...byId.values()].sort(byPlace),
  };
}

/** Whether a mark's text begins or ends no more where it did. */
function isGone({ mention, blockText, place }: Mark): boolean {
  const [first, last] = [place.startContainer, place.endContainer] as [Text, Text];
  return first.data[place.startOffset] !== blockText[mention.start] || place.endOffset > last.length;
}

function byPlace(a: Mark, b: Mark): number {
  const [nodeA, nodeB] = [a.place.startContainer, b.place.startContainer];
  return nodeA === nodeB ? a.place.startOffset - b.place.startOffset : inDocumentOrder(nodeA, nodeB);
}

/** Below 0 where a reader meets the first of two nodes first, else above 0; shadow trees stand where their hosts do. */
export function inDocumentOrder(a: Node, b: Node): number {
  let position = a.compareDocumentPosition(b);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) position = positionAcrossTrees(a, b);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Between trees browsers order nodes as they like; a reader meets a shadow tree where its host stands. */
function positionAcrossTrees(nodeA: Node, nodeB: Node): number {
  const hostsOfB = hostsFrom(nodeB);
  for (const a of hostsFrom(nodeA)) {
    const b = hostsOfB.find((each) => each.getRootNode() === a.getRootNode());
    if (b) return a.compareDocumentPosition(b);
  }
  return nodeA.compareDocumentPosition(nodeB);
}

/** A node, the host of the shadow tree it stands in, the host of that one's, and so on outwards. */
function hostsFrom(node: Node): Node[] {
  const host = hostOf(node.getRootNode());
  return host ? [node, ...hostsFrom(host)] : [node];
}
