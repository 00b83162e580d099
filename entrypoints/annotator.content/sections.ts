/**
 * Which section of the page a text is in, as a reader sees it: what stands under one heading, within the article, aside or navigation it is
 * part of. An element `section` counts where it has a heading; without one nothing shows where it begins. Reads the DOM, changes nothing.
 */
import { closestOf, hostOf } from '../content/own-properties.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
/** What is apart from the text around it: its headings are not those of what comes after it. */
const APART = `article, aside, nav, dialog, [role="article"], section:has(${HEADING})`;

/**
 * A function that gives the section of a node: a heading, or what holds the text that has none above it. Answers by the headings as they
 * are when it first meets a tree; make another one when the page has changed.
 */
export function createSections(): (node: Node) => Node {
  const headings = new Map<Node, ReadonlyMap<Node, readonly Element[]>>();

  function headingsOf(root: Document | ShadowRoot): ReadonlyMap<Node, readonly Element[]> {
    const known = headings.get(root) ?? Map.groupBy(root.querySelectorAll(HEADING), (heading) => holderOf(heading, root));
    headings.set(root, known);
    return known;
  }

  return function sectionOf(node: Node): Node {
    const root = node.getRootNode() as Document | ShadowRoot;
    const element = node instanceof Element ? node : node.parentElement;
    const holder = element ? holderOf(element, root) : root;
    const heading = lastAtOrBefore(headingsOf(root).get(holder) ?? [], node);
    // A shadow tree with nothing of the kind goes on with the section that its host is in.
    const host = hostOf(root);
    return heading ?? (holder === root && host ? sectionOf(host) : holder);
  };
}

function holderOf(element: Element, root: Node): Node {
  return closestOf(element, APART) ?? root;
}

/** The last of the headings, which are in order, that stands before a node or holds it: binary search. */
function lastAtOrBefore(headings: readonly Element[], node: Node): Element | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const heading = headings[middle] as Element;
    const isBefore = heading === node || (heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}
