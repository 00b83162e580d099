/**
 * Where the card lives in the page: one host element with a closed shadow root, made on first use and then kept,
 * whose popover stands in the top layer. Knows positions and focus; what the card says is components' business.
 */
import { autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import cardStyle from '../../components/ContextPopover.css?inline';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import themeStyle from '../../components/theme.css?inline';
import { dataset } from '../../data/dataset.ts';
import { changesToHide, changesToUnhide, HIDING_KINDS, type Hiding, type HidingKind, HOUR } from '../../data/hiding.ts';
import { contextFor } from '../../data/popover-context.ts';
import { reasonLanguage } from '../../data/reasons.ts';
import type { Settings } from '../../data/settings.ts';
import type { CardRequest, Overlay } from '../shared/overlay.ts';
import { project } from '../shared/project.ts';
import { createNoticeSurface } from './hiding-notice.tsx';
import surfaceStyle from './popover-surface.css?inline';

/** Pixels between the text and the card, and between the card and the edge of the window. */
const GAP = 8;
/** The card's greatest height, also a share of the window's (visual.md: a footnote, not a page). */
const MOST_HEIGHT = 460;
const MOST_SHARE = 0.7;

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
];

export function createPopoverSurface(): Overlay {
  const host = document.createElement('page-note');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyle(root, [surfaceStyle, themeStyle, cardStyle].join('\n'));
  const popover = document.createElement('div');
  popover.className = 'surface';
  popover.popover = 'manual';
  root.append(popover);
  for (const type of KEPT_EVENTS) host.addEventListener(type, (event) => event.stopPropagation());

  /** Nobody shows cards any more; the host goes with its last notice. */
  let isLetGo = false;
  const notice = createNoticeSurface(root, () => isLetGo && remove());

  let stopFollowing: (() => void) | undefined;
  let focusBefore: Element | null = null;
  /** A new card is a new component: its search, way back and scroll start afresh. */
  let turn = 0;

  function show(request: CardRequest): void {
    const anchor = request.anchor();
    if (!anchor) {
      request.onDismiss();
      return;
    }
    isLetGo = false;
    notice.hide();
    if (!holdsFocus()) focusBefore = document.activeElement;
    const parent = parentFor(anchor.startContainer);
    if (host.parentNode !== parent) parent.append(host);
    turn++;
    render(
      <ContextPopover
        key={turn}
        context={contextFor(dataset, request.target)}
        dataset={dataset}
        language={reasonLanguage(navigator.languages)}
        actions={{
          close: request.onDismiss,
          openOptions: request.openOptions,
          copy,
          hiding: {
            text: request.place.text,
            kinds: HIDING_KINDS.filter((kind) => kind !== 'site' || request.place.site !== ''),
            hide: (kind) => void hideAndTell(request, kind),
          },
          report: { ...request.place, ...project },
        }}
      />,
      popover,
    );
    popover.showPopover();
    follow(request);
    if (request.focus) popover.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  }

  function follow(request: CardRequest): void {
    stopFollowing?.();
    const reference = {
      getBoundingClientRect: () => placeBeside(request.anchor(), request.point),
      contextElement: elementOf(request.anchor()?.startContainer) ?? document.documentElement,
    };
    const mine = turn;
    stopFollowing = autoUpdate(reference, popover, async () => {
      if (!request.anchor()) {
        request.onDismiss();
        return;
      }
      const { x, y, middlewareData } = await computePosition(reference, popover, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(GAP),
          flip({ padding: GAP, fallbackStrategy: 'bestFit' }),
          shift({ padding: GAP }),
          size({
            padding: GAP,
            apply: ({ availableHeight, availableWidth }) => {
              const height = Math.min(availableHeight, MOST_HEIGHT, innerHeight * MOST_SHARE);
              popover.style.setProperty('--us-available-height', `${Math.max(height, 160)}px`);
              popover.style.setProperty('--us-available-width', `${availableWidth}px`);
            },
          }),
          hide(),
        ],
      });
      if (mine !== turn) return;
      if (middlewareData.hide?.referenceHidden && !holdsFocus()) {
        request.onDismiss();
        return;
      }
      Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
    });
  }

  /** The card goes with its mark, or before it; what is said in its place stands by itself. */
  async function hideAndTell(request: CardRequest, kind: HidingKind): Promise<void> {
    const { place, settings, changeSettings } = request;
    const card = popover.getBoundingClientRect();
    const pressed = root.activeElement?.getBoundingClientRect();
    const focus = holdsFocus();
    request.onDismiss();
    const hiding = await hidingOf(kind, request);
    let before: Settings | undefined;
    const done = changeSettings((now) => {
      before = now;
      return changesToHide(now, hiding);
    });
    const undo = () => changeSettings((now) => (before ? changesToUnhide(now, hiding, before) : {}));
    notice.show({ hiding, text: place.text, card, pressed, focus, stay: settings.closeDelay, undo: () => done.then(undo) });
    await done.catch(notice.fail);
  }

  function hideCard(): void {
    turn++;
    stopFollowing?.();
    stopFollowing = undefined;
    if (!popover.matches(':popover-open')) return;
    const back = holdsFocus() ? focusBefore : null;
    popover.hidePopover();
    render(null, popover);
    // The browser has put the focus on the body by now; a reader goes on where they were.
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    focusBefore = null;
  }

  function holdsFocus(): boolean {
    return popover.contains(root.activeElement);
  }

  function remove(): void {
    host.remove();
    globalThis.pageNotesOverlay = undefined;
  }

  return {
    show,
    hide: hideCard,
    host,
    holdsFocus,
    dispose() {
      hideCard();
      isLetGo = true;
      if (!notice.isOpen) remove();
    },
  };
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

/**
 * The rectangle the card stands beside: as wide as the line the pointer was on, as high as the whole mark, so that a
 * card never covers the rest of a mark that wraps.
 */
function placeBeside(range: Range | undefined, point: CardRequest['point']): DOMRect {
  const lines = [...(range?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const line = lines.find(({ top, bottom }) => point && point.y >= top && point.y <= bottom) ?? lines[0];
  if (!range || !line) return new DOMRect();
  const { top, height } = range.getBoundingClientRect();
  return new DOMRect(line.left, top, line.width, height);
}

/** Inside a modal dialog or a fullscreen element, anything outside is inert: the host has to be in there too. */
function parentFor(node: Node): Element {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && at.matches('dialog:modal')) return at;
  }
  return document.fullscreenElement ?? document.documentElement;
}

function elementOf(node: Node | undefined): Element | undefined {
  return node instanceof Element ? node : (node?.parentElement ?? undefined);
}

/** The thing to hide, as settings keep it. */
async function hidingOf(kind: HidingKind, { place, entries, topAddress }: CardRequest): Promise<Hiding> {
  switch (kind) {
    case 'mention':
    case 'term':
      return { kind, entry: entries[kind] };
    case 'page':
      return { kind, entry: await topAddress() };
    case 'site':
      return { kind, entry: place.site };
    case 'hour':
      return { kind, until: Date.now() + HOUR };
    case 'everywhere':
      return { kind };
    default:
      return kind satisfies never;
  }
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
