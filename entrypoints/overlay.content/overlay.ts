/**
 * The cards of a frame: one host element with a closed shadow root, put into the page with the first card and then kept, and in
 * it two surfaces, the live card that comes and goes with the pointer and the one the reader has pinned.
 */
import cardStyle from '../../components/ContextPopover.css?inline';
import themeStyle from '../../components/theme.css?inline';
import { changesToHide, changesToUnhide, type HidingKind, hidingOf } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';
import { outerOf, selectedIn, takeOut } from '../content/own-properties.ts';
import {
  type CardAbove,
  type CardAboveOffers,
  type CardRequest,
  type CardWords,
  OVERLAY_HOST,
  type Overlay,
} from '../shared/overlay.ts';
import { whenDismissed } from './dismissal.ts';
import { createNoticeSurface } from './hiding-notice.tsx';
import { createStopSurface } from './mention-stop.tsx';
import surfaceStyle from './popover-surface.css?inline';
import { createSurface, type Surface } from './popover-surface.tsx';

/** Events that stay inside: a page's shortcuts and click-outside handlers never see what a reader does in the card. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'beforeinput',
  'wheel',
  'focusin',
  'focusout',
  'copy',
  'cut',
  'paste',
  'contextmenu',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
];

/** Marks are numbered from 1. */
const NO_MARK = 0;

/** `token`: what its host is known by, see hostStyle. */
export function createOverlay(token: string): Overlay {
  // Not an element of a name of its own: a page could define that, and would be given the closed root with it.
  const host = document.createElement('div');
  host.setAttribute(OVERLAY_HOST, token);
  const root = host.attachShadow({ mode: 'closed' });
  applyStyle(root, [surfaceStyle, themeStyle, cardStyle].join('\n'));
  for (const type of KEPT_EVENTS) host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  const stop = new AbortController();
  // Who selects text in a card means to keep it.
  document.addEventListener('selectionchange', () => live.box() && live.contains(selectedNode(root)) && pin(), {
    signal: stop.signal,
  });

  let live = newSurface();
  let pinned: Surface | undefined;
  /** Nobody shows cards any more; the host goes with its last notice. */
  let isLetGo = false;
  const notice = createNoticeSurface(root, () => isLetGo && remove());

  const stopAt = createStopSurface(root, host, () => isLetGo && remove());

  function newSurface(): Surface {
    const surface = createSurface({
      root,
      host,
      avoid: () => [pinned?.box() ?? []].flat(),
      onTogglePin: () => (surface === pinned ? unpin() : pin()),
      onHide: (kind) => surface.request && void hideAndTell(surface, surface.request, kind),
      onClose: () => closeSurface(surface),
    });
    return surface;
  }

  function closeSurface(surface: Surface): void {
    if (surface === pinned) unpin();
    else surface.request?.onDismiss();
  }

  /** The card goes with its mark, or before it; what is said in its place stands by itself. */
  async function hideAndTell(surface: Surface, request: CardRequest, kind: HidingKind): Promise<void> {
    const { place, settings, catalogue, topAddress, changeSettings } = request;
    const { look } = surface;
    const card = surface.box() ?? new DOMRect();
    const pressed = root.activeElement?.getBoundingClientRect();
    const focus = surface.holdsFocus();
    closeSurface(surface);
    const hiding = hidingOf(kind, place, { address: kind === 'page' ? await topAddress() : '', now: Date.now() });
    let before: Settings | undefined;
    const done = changeSettings((now) => {
      before = now;
      return changesToHide(now, hiding);
    });
    const undo = () => changeSettings((now) => (before ? changesToUnhide(now, hiding, before) : {}));
    // The page may have been taken away our element meanwhile.
    if (!host.isConnected) document.documentElement.append(host);
    const { text } = place;
    const { closeDelay: stay } = settings;
    const told = { hiding, text, card, pressed, focus, look, catalogue, stay, undo: () => done.then(undo) };
    notice.show(told);
    await done.catch(() => notice.fail(told));
  }

  /** The live card becomes the pinned one, in place of any other, and the next live card is a new one. */
  function pin(): void {
    const { request } = live;
    if (!request?.onPinChange) return;
    pinned?.dispose();
    pinned = live;
    live = newSurface();
    pinned.pin();
    request.onPinChange();
  }

  function unpin(): void {
    const request = pinned?.request;
    pinned?.dispose();
    pinned = undefined;
    request?.onPinChange?.();
  }

  function show(request: CardRequest): void {
    const anchor = request.anchor();
    if (!anchor) {
      request.onDismiss();
      return;
    }
    isLetGo = false;
    notice.hide();
    // Only where the page has taken it away with the host: a mark has one card.
    if (request.mark === pinned?.request?.mark) unpin();
    standBy(anchor);
    live.show(request);
  }

  /** Where our element is seen and heard with the text. */
  function standBy(anchor: Range): void {
    const parent = parentFor(anchor.startContainer);
    if (host.parentNode === parent) return;
    // Those of overlays whose extension has gone, hidden since. Sooner, a page could lay one out to see it go.
    for (const other of selectedIn(document.documentElement, `[${OVERLAY_HOST}]`)) if (other !== host) takeOut(other);
    parent.append(host);
    pinned?.raise();
    stopAt.raise();
  }

  /** A sheet, since what it belongs to is elsewhere; nobody in this frame watches the pointer for it. */
  function showAbove(card: CardAbove & CardWords, offers: CardAboveOffers): void {
    const page = document.createRange();
    page.selectNode(document.body ?? document.documentElement);
    const listening = new AbortController();
    const request: CardRequest = { ...card, ...offers, mark: NO_MARK, touch: true, anchor: () => page, onDismiss: close };
    function close(): void {
      listening.abort();
      // By now another card may be the live one.
      if (live.request === request) live.hide();
    }
    live.hide();
    show(request);
    whenDismissed(host, listening.signal, close);
  }

  const self: Overlay = {
    showAbove,
    prepare(request) {
      isLetGo = false;
      if (!live.box()) live.prepare(request);
    },
    show,
    showStop(request) {
      const anchor = request.anchor();
      if (!anchor) return;
      isLetGo = false;
      notice.hide();
      standBy(anchor);
      stopAt.show(request);
    },
    hideStop: () => stopAt.hide(),
    hide: () => live.hide(),
    // What came last goes first.
    unpin() {
      if (stopAt.holdsFocus()) stopAt.hide(true);
      else if (notice.isOpen) notice.hide();
      else unpin();
    },
    pinnedMark: () => (pinned?.box() ? pinned.request?.mark : undefined),
    cardOf(event) {
      if (event.target !== host) return undefined;
      const inside = event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
      return pinned?.contains(inside) ? 'pinned' : 'live';
    },
    holdsFocus: () => live.holdsFocus(),
    box: () => live.box(),
    dispose() {
      live.hide();
      pinned?.dispose();
      pinned = undefined;
      stopAt.hide();
      isLetGo = true;
      if (!notice.isOpen) remove();
    },
  };
  return self;

  function remove(): void {
    stop.abort();
    host.remove();
    // A newer copy may have taken the place.
    if (globalThis.pageNotesOverlay === self) globalThis.pageNotesOverlay = undefined;
  }
}

/** A node of a shadow tree that text is selected in. Browsers differ in how they tell. */
function selectedNode(root: ShadowRoot & { getSelection?(): Selection | null }): Node | null {
  const selection = root.getSelection?.() ?? document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const [range] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [selection.getRangeAt(0)];
  // What is selected in a field is told as if the field itself were, and often only when the focus has gone on: that is no text.
  return range && !range.collapsed && range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer : null;
}

/** Constructed sheets work under any content security policy; where they are refused, a style element will do. */
function applyStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** Inside a modal dialog or a fullscreen element, anything outside is inert: the host has to be in there too. */
function parentFor(node: Node): Element {
  for (let at: Node | null = node; at; at = outerOf(at)) {
    if (at instanceof Element && at.matches('dialog:modal')) return at;
  }
  return document.fullscreenElement ?? document.documentElement;
}
