/**
 * What nodes say of themselves, asked in a way that a page cannot answer instead: a form's fields take the place of its properties
 * by their names, also in a content script's world.
 */

/** The getter of a property, as a form has it from what it inherits. */
function inherited(name: string): (this: unknown) => unknown {
  for (let at: object | null = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get) return get;
  }
  throw new Error(`This browser’s nodes have no ${name}.`);
}

function reader<Name extends keyof Node>(name: Name): (node: Node) => Node[Name] {
  const get = inherited(name);
  return (node) => (node instanceof HTMLFormElement ? (get.call(node) as Node[Name]) : node[name]);
}

export const typeOf = reader('nodeType');
const nodeNameOf = reader('nodeName');
export const firstChildOf = reader('firstChild');
export const nextOf = reader('nextSibling');
export const previousOf = reader('previousSibling');
export const parentOf = reader('parentNode');
export const textOf = reader('textContent');

/** In capitals, as HTML has them, for XHTML and SVG too. */
export function nameOf(node: Node): string {
  return nodeNameOf(node).toUpperCase();
}

/** The host of a shadow tree. By the kind of node: one that came from another document is no instance of this one's classes. */
export function hostOf(node: Node): Element | undefined {
  return typeOf(node) === Node.DOCUMENT_FRAGMENT_NODE ? (node as ShadowRoot).host : undefined;
}

/** What a node stands in: its parent, or of a shadow tree the host; null at the top. */
export function outerOf(node: Node): Node | null {
  return hostOf(node) ?? parentOf(node);
}

const { contains } = Node.prototype;
const { checkVisibility, closest, getAttribute, getBoundingClientRect, getElementsByTagName, querySelectorAll, remove } =
  Element.prototype;

export const holds = (node: Node, other: Node): boolean => contains.call(node, other);
export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const closestOf = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
export const isRendered = (element: Element): boolean =>
  checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
export const elementsOf = (element: Element): HTMLCollectionOf<Element> => getElementsByTagName.call(element, '*');
export const takeOut = (element: Element): void => remove.call(element);
export const selectedIn = (element: Element, selector: string): NodeListOf<Element> => querySelectorAll.call(element, selector);
