/** The shadow trees of a page, closed ones too: extensions may read those, and their text is read by people like any other. */
import { elementsOf, hostOf, typeOf } from './own-properties.ts';
import { isReadText, type Scope, type ShadowRootOf } from './text-blocks.ts';

/** What browsers offer to content scripts beyond the DOM: Chromium by `chrome.dom`, Firefox on the element. */
export interface ClosedRootApi {
  readonly openOrClosedShadowRoot: (element: HTMLElement) => ShadowRoot | null;
}

/**
 * The shadow tree of any element. Chromium's way to closed ones costs ten times what a look at the element does, so there only
 * what commonly has one is asked: custom elements, and boxes with nothing in them.
 */
export function shadowRootsBy(chromium: ClosedRootApi | undefined): ShadowRootOf {
  if (!chromium) return (element) => rootOf((element as ElementOfFirefox).openOrClosedShadowRoot ?? element.shadowRoot);
  return (element) => {
    const open = rootOf(element.shadowRoot);
    if (open) return open;
    const { localName } = element;
    // A form may answer with one of its fields; it can have no shadow tree.
    if (typeof localName !== 'string') return null;
    const mayHaveOne = localName.includes('-') || ((localName === 'div' || localName === 'span') && !element.hasChildNodes());
    return mayHaveOne && element instanceof HTMLElement ? chromium.openOrClosedShadowRoot(element) : null;
  };
}

function rootOf(found: ShadowRoot | null | undefined): ShadowRoot | null {
  return found && hostOf(found) ? found : null;
}

interface ElementOfFirefox extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Elements looked at in one step. */
const STEP = 500;

/** What is to be read in the shadow trees below the scopes, in those within others too, as far as `isNew` says so; step by step. */
export function* shadowTreesIn(
  scopes: readonly Scope[],
  shadowRootOf: ShadowRootOf,
  isNew: (root: ShadowRoot) => boolean,
): Generator<void, Scope[]> {
  const trees: Scope[] = [];
  const all = [...scopes];
  for (const scope of all) {
    for (const top of scope) {
      if (typeOf(top) !== Node.ELEMENT_NODE) continue;
      const elements = elementsOf(top as Element);
      let element: Element | undefined = top as Element;
      for (let index = 0; element; element = elements[index++]) {
        const root = shadowRootOf(element);
        if (root) {
          const tree = [...root.childNodes];
          all.push(tree);
          if (isNew(root) && isReadText(element)) trees.push(tree);
        }
        if (index % STEP === STEP - 1) yield;
      }
    }
  }
  return trees;
}

/** Milliseconds after which shadow trees are looked for again, the longest last. */
const AGAIN = [300, 600, 1200, 2500, 5000, 10_000, 20_000];

/**
 * Call `look` again and again, ever more seldom, and whenever the browser has nothing better to do: no event tells that a shadow tree was
 * attached to an element that has been there before, as happens where a page brings its components late. A look that fails counts as one.
 */
export function createShadowWatch(look: () => Promise<void>): { restart(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let isStopped = false;
  /** From the end of a wait to that of its look. */
  let isDue = false;

  function wait(): void {
    clearTimeout(timer);
    const milliseconds = AGAIN[turn];
    if (milliseconds === undefined || isDue || isStopped) return;
    timer = setTimeout(() => {
      turn += 1;
      isDue = true;
      requestIdleCallback(lookNow, { timeout: 1000 });
    }, milliseconds);
  }

  async function lookNow(): Promise<void> {
    if (!isStopped) await look().catch(() => undefined);
    isDue = false;
    wait();
  }

  return {
    /** A look that is due comes first: a page that changes all the time would put it off for ever, or have one for each change. */
    restart() {
      turn = 0;
      isStopped = false;
      wait();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
