/** The shadow trees of a page, closed ones too: extensions may read those, and their text is read by people like any other. */
import type { ShadowRootOf } from './text-blocks.ts';

/** What browsers offer to content scripts beyond the DOM: Chromium by `chrome.dom`, Firefox on the element. */
export interface ClosedRootApi {
  readonly openOrClosedShadowRoot: (element: HTMLElement) => ShadowRoot | null;
}

/**
 * The shadow tree of any element. Chromium's way to closed ones costs ten times what a look at the element does, so there only
 * what commonly has one is asked: custom elements, and boxes with nothing in them.
 */
export function shadowRootsBy(chromium: ClosedRootApi | undefined): ShadowRootOf {
  if (!chromium) return (element) => (element as ElementOfFirefox).openOrClosedShadowRoot ?? element.shadowRoot;
  return (element) => {
    if (element.shadowRoot) return element.shadowRoot;
    const { localName } = element;
    const mayHaveOne = localName.includes('-') || ((localName === 'div' || localName === 'span') && !element.hasChildNodes());
    return mayHaveOne && element instanceof HTMLElement ? chromium.openOrClosedShadowRoot(element) : null;
  };
}

interface ElementOfFirefox extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
