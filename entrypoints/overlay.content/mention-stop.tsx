/**
 * What has the focus at a mention that the reader has stepped to, until they go on: Enter opens the card, Escape in the card leads
 * back here, and Tab goes on from the mention's place in the page. It goes when the focus leaves our element, and with its mark.
 */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { render } from 'preact';
import { tabbable } from 'tabbable';
import { MentionStop } from '../../components/MentionStop.tsx';
import { WordsProvider } from '../../components/words.ts';
import type { StopRequest } from '../shared/overlay.ts';
import { cardWords } from './card-words.ts';
import { goOnFrom, returnFocus } from './focus-return.ts';
import { dress, lookFor } from './page-theme.ts';
import { GAP } from './placement.ts';

export interface StopSurface {
  show(request: StopRequest): void;
  /** Away with it; with `back`, the focus goes to where it was before the first stop. */
  hide(back?: boolean): void;
  /** It has the focus itself: no card has been opened from it. */
  holdsFocus(): boolean;
  /** Into the top layer again, after its host was moved. */
  raise(): void;
  readonly isOpen: boolean;
}

/** `onGone` is called each time a stop has gone. */
export function createStopSurface(root: ShadowRoot, host: Element, onGone: () => void): StopSurface {
  const surface = document.createElement('div');
  surface.className = 'surface';
  surface.popover = 'manual';
  root.append(surface);
  let shown: StopRequest | undefined;
  let stopFollowing: (() => void) | undefined;
  let focusBefore: Element | null = null;

  const holdsFocus = () => surface.contains(root.activeElement);
  // A card that is opened from it has the focus within the same element, and gives it back when it goes.
  host.addEventListener('focusout', () => {
    if (shown && document.hasFocus()) queueMicrotask(() => document.activeElement !== host && hide());
  });

  function show(request: StopRequest): void {
    const anchor = request.anchor();
    if (!anchor) return;
    // Stepping on, or back out of a card, keeps the place the reader came from.
    if (!shown) focusBefore = root.activeElement ?? document.activeElement;
    shown = request;
    dress(surface, lookFor(anchor.startContainer, request.settings));
    render(
      <WordsProvider value={cardWords(request.catalogue)}>
        <MentionStop text={request.text} position={request.position} onOpen={request.onOpen} onLeave={leave} />
      </WordsProvider>,
      surface,
    );
    surface.showPopover();
    follow(request);
    surface.querySelector('button')?.focus({ preventScroll: true });
  }

  function follow({ anchor }: StopRequest): void {
    stopFollowing?.();
    const reference = {
      getBoundingClientRect: () => anchor()?.getClientRects()[0] ?? new DOMRect(),
      contextElement: anchor()?.startContainer.parentElement ?? document.documentElement,
    };
    stopFollowing = autoUpdate(reference, surface, async () => {
      if (!anchor()) {
        hide(true);
        return;
      }
      const { x, y } = await computePosition(reference, surface, {
        strategy: 'fixed',
        placement: 'top-start',
        middleware: [offset(GAP / 2), flip(), shift({ padding: GAP })],
      });
      Object.assign(surface.style, { left: `${x}px`, top: `${y}px` });
    });
  }

  /** To what a reader would come to next from the mention, or before; where there is nothing, to the mention's own place. */
  function leave(back: boolean): void {
    const place = shown?.anchor();
    hide();
    const next = place && nextFrom(place, back);
    if (next) next.focus();
    else goOnFrom(place);
  }

  function hide(back = false): void {
    if (!shown) return;
    const place = shown.anchor();
    const hadFocus = holdsFocus();
    shown = undefined;
    stopFollowing?.();
    stopFollowing = undefined;
    surface.hidePopover();
    render(null, surface);
    if (back && hadFocus) returnFocus(focusBefore, place);
    focusBefore = null;
    onGone();
  }

  return {
    show,
    hide,
    holdsFocus,
    raise() {
      if (shown) surface.showPopover();
    },
    get isOpen() {
      return shown !== undefined;
    },
  };
}

/** What Tab would lead to from a place in the text; within a link that is the link itself. */
function nextFrom(place: Range, back: boolean): HTMLElement | SVGElement | undefined {
  const stops = tabbable(document.documentElement, { getShadowRoot: true });
  const at = place.startContainer;
  const isBefore = (element: Element) => (element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const around = stops.find((element) => element.contains(at));
  if (around && !back) return around;
  return back
    ? stops.findLast((element) => isBefore(element) && element !== around)
    : stops.find((element) => !isBefore(element));
}
