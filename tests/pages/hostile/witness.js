/**
 * What a hostile page is watched with, in the page's own world. It keeps every function it uses from before the page's first
 * script, and calls them so that nothing the page replaces is met: no iterator, no method looked up later.
 *
 * Fixtures tell it what only they know:
 *   begin(), done()     between them the page is at work; what it shows is judged afterwards
 *   check(verdict)      a verdict of the page's own: undefined, or what is wrong
 *   next(change)        after all was as stated, change the page (and what it states) and be judged again
 *   marked(element)     resolves when something in the element is marked
 *   moving()            the page's tree never comes to rest, and is not compared
 */
(() => {
  if (globalThis.witness) return;
  const { apply } = Reflect;
  const method = (owner, name) => {
    const work = owner[name];
    return (self, a, b) => apply(work, self, [a, b]);
  };
  const getter = (owner, name) => {
    // Browsers do not agree on how far up a property stands.
    let holder = owner;
    while (!Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
    const { get } = Object.getOwnPropertyDescriptor(holder, name);
    return (self) => apply(get, self, []);
  };
  const { stringify } = JSON;
  const OwnPromise = Promise;
  const page = document;
  const later = globalThis.setTimeout;
  const later50 = (work) => apply(later, globalThis, [work, 50]);
  const registry = CSS.highlights;
  const eachName = method(HighlightRegistry.prototype, 'forEach');
  const eachPlace = method(Highlight.prototype, 'forEach');
  const newRange = method(Document.prototype, 'createRange');
  const allOf = method(Document.prototype, 'querySelectorAll');
  const lengthOf = getter(NodeList.prototype, 'length');
  const itemOf = method(NodeList.prototype, 'item');
  const attributeOf = method(Element.prototype, 'getAttribute');
  const isVisible = method(Element.prototype, 'checkVisibility');
  const computed = globalThis.getComputedStyle;
  const styleOf = (element) => apply(computed, globalThis, [element]);
  const property = method(CSSStyleDeclaration.prototype, 'getPropertyValue');
  const displayOf = (style) => property(style, 'display');
  const closest = method(Element.prototype, 'closest');
  const attributesOf = getter(Element.prototype, 'attributes');
  const attributeCount = getter(NamedNodeMap.prototype, 'length');
  const attributeAt = method(NamedNodeMap.prototype, 'item');
  const attributeName = getter(Attr.prototype, 'name');
  const attributeValue = getter(Attr.prototype, 'value');
  const nodeType = getter(Node.prototype, 'nodeType');
  const nodeName = getter(Node.prototype, 'nodeName');
  const nodeValue = getter(Node.prototype, 'nodeValue');
  const firstChild = getter(Node.prototype, 'firstChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const parentNode = getter(Node.prototype, 'parentNode');
  const contains = method(Node.prototype, 'contains');
  const startOf = getter(StaticRange.prototype, 'startContainer');
  const startOffset = getter(StaticRange.prototype, 'startOffset');
  const endOf = getter(StaticRange.prototype, 'endContainer');
  const endOffset = getter(StaticRange.prototype, 'endOffset');
  const setStart = method(Range.prototype, 'setStart');
  const setEnd = method(Range.prototype, 'setEnd');
  const rectsOf = method(Range.prototype, 'getClientRects');
  const rectCount = getter(DOMRectList.prototype, 'length');
  const rectAt = method(DOMRectList.prototype, 'item');
  const widthOf = getter(DOMRectReadOnly.prototype, 'width');
  const heightOf = getter(DOMRectReadOnly.prototype, 'height');
  const slice = method(String.prototype, 'slice');
  const codeAt = method(String.prototype, 'charCodeAt');
  const startsWith = method(String.prototype, 'startsWith');
  const parse = JSON.parse;

  const errors = [];
  let working = false;
  let still = true;
  let verdict;
  let snapshot;
  const changes = [];
  let changed = 0;

  addEventListener('error', (event) => (errors[errors.length] = `${event.message}`));
  addEventListener('unhandledrejection', (event) => (errors[errors.length] = `unhandled: ${event.reason}`));
  // Content scripts start after this; what a page does later it announces with done(). An empty frame is its parent's to fill.
  addEventListener(
    'DOMContentLoaded',
    () => {
      const now = treeNow();
      if (!startsWith(now, '4 nodes')) snapshot = now;
    },
    true,
  );

  /** Every node with its value and attributes, as a count and a number that any difference would change. */
  function treeNow() {
    let count = 0;
    let sum = 0;
    const add = (text) => {
      const length = text.length;
      const step = length > 20000 ? (length / 10000) | 0 : 1;
      for (let at = 0; at < length; at += step) sum = (sum * 31 + codeAt(text, at)) | 0;
      sum = (sum * 31 + length) | 0;
    };
    let node = page;
    while (node) {
      const name = nodeName(node);
      // The card's own element is the one thing that may come, with the first card.
      const ours = nodeType(node) === 1 && attributeOf(node, 'data-undersigned') !== null;
      if (!ours) {
        count++;
        add(name);
        add(nodeValue(node) ?? '');
        if (nodeType(node) === 1) {
          const attributes = attributesOf(node);
          const length = attributeCount(attributes);
          for (let at = 0; at < length; at++) {
            const attribute = attributeAt(attributes, at);
            add(attributeName(attribute));
            add(attributeValue(attribute));
          }
        }
      }
      node = following(node, !ours);
    }
    return `${count} nodes, ${sum}`;
  }

  function following(node, inside) {
    const child = inside ? firstChild(node) : null;
    if (child) return child;
    let at = node;
    while (at) {
      const next = nextSibling(at);
      if (next) return next;
      at = parentNode(at);
    }
    return null;
  }

  /** The text of a range as it is read: without what is not rendered, and without what stands above ruby text. */
  function textOf(place) {
    let text = '';
    const last = endOf(place);
    for (let node = startOf(place); node; node = following(node, true)) {
      if (nodeName(node) === 'BR') text += ' ';
      if (nodeType(node) === 3) {
        const data = nodeValue(node);
        const parent = parentNode(node);
        const aside = parent && nodeType(parent) === 1 && (!isSeen(parent) || closest(parent, 'rt, rp'));
        if (data && !aside) {
          const from = node === startOf(place) ? startOffset(place) : 0;
          text += slice(data, from, node === last ? endOffset(place) : data.length);
        }
      }
      if (node === last) break;
    }
    return text;
  }

  /** Whether an element's text can be seen. One that has no box of its own is asked about by the one it stands in. */
  function isSeen(element) {
    let at = element;
    while (nodeType(at) === 1 && displayOf(styleOf(at)) === 'contents') at = parentNode(at);
    // The root of a shadow tree is not asked: what its host shows is seen by its rectangles.
    return nodeType(at) !== 1 || isVisible(at, { visibilityProperty: true, opacityProperty: true });
  }

  function isShown(place) {
    const parent = parentNode(startOf(place));
    if (!parent) return false;
    const range = newRange(page);
    setStart(range, startOf(place), startOffset(place));
    setEnd(range, endOf(place), endOffset(place));
    const rects = rectsOf(range);
    const length = rectCount(rects);
    let hasBox = false;
    for (let at = 0; at < length; at++) hasBox ||= widthOf(rectAt(rects, at)) > 0 && heightOf(rectAt(rects, at)) > 0;
    // Not asked of what is not laid out: very deep down there, the question would bring Chromium down with the next style sheet.
    return hasBox && isSeen(parent);
  }

  function eachMark(visit) {
    eachName(registry, (highlight, name) => {
      if (startsWith(name, 'note-')) eachPlace(highlight, visit);
    });
  }

  function painted() {
    const texts = [];
    eachMark((place) => {
      try {
        if (isShown(place)) texts[texts.length] = textOf(place);
      } catch {
        // Text that was cut since: nothing of it is painted.
      }
    });
    return texts;
  }

  function stated() {
    const texts = [];
    const elements = allOf(page, 'meta[name="expect"], [data-expect]');
    const length = lengthOf(elements);
    for (let at = 0; at < length; at++) {
      const element = itemOf(elements, at);
      const list = parse(attributeOf(element, 'content') ?? attributeOf(element, 'data-expect'));
      for (let index = 0; index < list.length; index++) texts[texts.length] = list[index];
    }
    return texts;
  }

  function problem() {
    try {
      return verdict?.();
    } catch (error) {
      return `the page's own check: ${error}`;
    }
  }

  const witness = {
    begin() {
      working = true;
    },
    done() {
      working = false;
      snapshot = treeNow();
    },
    check(given) {
      verdict = given;
    },
    next(change) {
      changes[changes.length] = change;
    },
    moving() {
      still = false;
    },
    async marked(element) {
      for (;;) {
        let found = false;
        eachMark((place) => {
          if (contains(element, startOf(place))) found = true;
        });
        if (found) return;
        await new OwnPromise(later50);
      }
    },
    /** For the test: everything as one text. */
    report: () =>
      stringify({
        stated: stated(),
        painted: painted(),
        errors,
        working,
        problem: problem() ?? null,
        tree: !still || working || snapshot === undefined ? null : { before: snapshot, now: treeNow() },
      }),
    /** For the test: make the next change. False when there is none left. */
    async change() {
      if (changed === changes.length) return false;
      working = true;
      await changes[changed++]();
      witness.done();
      return true;
    },
  };
  // Not on Object.prototype's mercy: a page may have put a getter there by the time a fixture asks.
  Object.defineProperty(globalThis, 'witness', { value: Object.freeze(witness) });
})();
