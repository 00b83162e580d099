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

const { contains } = Node.prototype;
const { getAttribute, getElementsByTagName, querySelectorAll } = Element.prototype;

export const holds = (node: Node, other: Node): boolean => contains.call(node, other);
export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const elementsOf = (element: Element): HTMLCollectionOf<Element> => getElementsByTagName.call(element, '*');
export const selectedIn = (element: Element, selector: string): NodeListOf<Element> => querySelectorAll.call(element, selector);
