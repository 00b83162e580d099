/**
 * One card in the page: a popover in the top layer that shows what a request asks for, stands beside the text or stays where it
 * is, and knows the focus. What the card says is components' business; which card is which, the overlay's (overlay.ts).
 */
import { autoUpdate, computePosition, shift } from '@floating-ui/dom';
import { render } from 'preact';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { type CardLook, cardLook } from '../../components/card-look.ts';
import { WordsProvider } from '../../components/words.ts';
import { cardContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { HIDING_KINDS, type HidingKind } from '../../data/hiding.ts';
import type { CardRequest } from '../shared/overlay.ts';
import { project } from '../shared/project.ts';
import { cardWords } from './card-words.ts';
import { copyText } from './clipboard.ts';
import { returnFocus } from './focus-return.ts';
import { dress, lookFor } from './page-theme.ts';
import { GAP, placeFor, type Room, viewOf } from './placement.ts';
import { siteCardsIn, watchForSiteCards } from './site-cards.ts';
import { watchSwipe } from './swipe.ts';

export interface Surface {
  readonly look: CardLook;
  /** What it shows or is prepared to show. */
  readonly request: CardRequest | undefined;
  /** Draw the card of a request, to be shown later; not while another is shown. */
  prepare(request: CardRequest): void;
  /** Show a card beside its text, which has to be there. */
  show(request: CardRequest): void;
  /** Leave the card where it stands in the window, whatever happens to its text. */
  pin(): void;
  hide(): void;
  /** Into the top layer again, after its host was moved. */
  raise(): void;
  /** Where it stands; undefined while it is not shown. */
  box(): DOMRect | undefined;
  contains(node: Node | null): boolean;
  holdsFocus(): boolean;
  /** Hide it and take it out of its root. */
  dispose(): void;
}

export interface SurfaceParts {
  readonly root: ShadowRoot;
  /** Events from inside the card reach the document from here. */
  readonly host: Element;
  /** Where another card stands that is not to be covered. */
  readonly avoid: () => readonly DOMRect[];
  /** The reader pressed the pin, to pin the card or to let it go. */
  readonly onTogglePin: () => void;
  /** The reader wants the mention, or more than that, not marked. */
  readonly onHide: (kind: HidingKind) => void;
  /** The reader closed the card from inside, or its text is no longer to be seen. */
  readonly onClose: () => void;
}

export function createSurface({ root, host, avoid, onTogglePin, onHide, onClose }: SurfaceParts): Surface {
  const popover = document.createElement('div');
  popover.className = 'surface';
  popover.popover = 'manual';
  root.append(popover);
  watchSwipe(popover, {
    startsAt: (target) => popover.dataset.form === 'sheet' && target.closest('.us-head') !== null,
    moved: (down) => {
      popover.style.translate = `0 ${down}px`;
    },
    onClose,
  });

  let request: CardRequest | undefined;
  let pinned = false;
  let stopFollowing: (() => void) | undefined;
  let focusBefore: Element | null = null;
  /** A new card is a new component: its search, way back and scroll start afresh. */
  let turn = 0;

  let look: CardLook = cardLook({ textSize: 14, cardSize: 'medium' }, 'light');

  const isOpen = () => popover.matches(':popover-open');
  const contains = (node: Node | null) => popover.contains(node);
  const holdsFocus = () => contains(root.activeElement);

  function draw({ target, article, ...offers }: CardRequest): void {
    const words = cardWords(offers.catalogue);
    render(
      <WordsProvider value={words}>
        <ContextPopover
          key={turn}
          context={cardContext(dataset, target, article, words)}
          article={article}
          dataset={dataset}
          country={offers.settings.country}
          position={offers.position}
          pinned={pinned}
          actions={{
            close: onClose,
            ...(offers.onPinChange && { togglePin: onTogglePin }),
            openOptions: offers.openOptions,
            explore: offers.openExplorer,
            setCountry: (country) => offers.changeSettings(() => ({ country })),
            copy: copyText,
            hiding: {
              text: offers.place.text,
              kinds: HIDING_KINDS.filter((kind) => kind !== 'site' || offers.place.site !== ''),
              hide: onHide,
            },
            report: { ...offers.place, ...project },
          }}
        />
      </WordsProvider>,
      popover,
    );
  }

  function prepare(next: CardRequest): void {
    turn++;
    request = next;
    const anchor = next.anchor();
    if (anchor) look = lookFor(anchor.startContainer, next.settings);
    dress(popover, look);
    draw(next);
  }

  function show(next: CardRequest): void {
    // Before another card takes the place of one that has the focus. Within a pinned card the document knows only the host.
    if (!holdsFocus()) focusBefore = root.activeElement ?? document.activeElement;
    if (isOpen() || request?.mark !== next.mark || request.settings !== next.settings || next.position) prepare(next);
    request = next;
    popover.showPopover();
    follow(next);
    if (next.focus) popover.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  }

  function follow({ anchor, point, touch = false }: CardRequest): void {
    stopFollowing?.();
    const reference = {
      getBoundingClientRect: () => placeBeside(anchor(), point),
      contextElement: elementOf(anchor()?.startContainer) ?? document.documentElement,
    };
    const mine = turn;
    let runs = 0;
    const place = async () => {
      const range = anchor();
      if (!range) {
        onClose();
        return;
      }
      const obstacles = (box: DOMRect) => [...avoid(), ...siteCardsIn(box, range.startContainer, host, viewOf(window))];
      const run = ++runs;
      // Overtaken by a later one, or by the pin.
      const isOver = () => run !== runs || mine !== turn || pinned;
      const at = await placeFor(reference, popover, (room) => isOver() || setRoom(room), { touch, obstacles });
      if (isOver()) return;
      if (at.away && !holdsFocus()) onClose();
      else Object.assign(popover.style, { left: `${at.left}px`, top: `${at.top}px` });
    };
    const stopUpdates = autoUpdate(reference, popover, place);
    const stopWatching = watchForSiteCards(reference.contextElement, place);
    stopFollowing = () => {
      stopUpdates();
      stopWatching();
    };
  }

  function setRoom({ width, height, form }: Room): void {
    popover.dataset.form = form;
    popover.style.setProperty('--us-available-width', `${width}px`);
    popover.style.setProperty('--us-available-height', `${height}px`);
  }

  function pin(): void {
    if (!request) return;
    pinned = true;
    draw(request);
    stopFollowing?.();
    const { left, top, height } = popover.getBoundingClientRect();
    const reference = { getBoundingClientRect: () => new DOMRect(left, top) };
    // Only what would push it out of the window moves it: the window itself, and what is opened in it.
    stopFollowing = autoUpdate(
      reference,
      popover,
      async () => {
        popover.style.setProperty('--us-available-height', `${Math.min(height, innerHeight - 2 * GAP)}px`);
        const { x, y } = await computePosition(reference, popover, {
          strategy: 'fixed',
          placement: 'bottom-start',
          middleware: [shift({ crossAxis: true, padding: GAP })],
        });
        if (pinned) Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
      },
      { ancestorScroll: false, layoutShift: false },
    );
  }

  function hideCard(): void {
    const back = holdsFocus() ? focusBefore : null;
    const place = request?.anchor();
    turn++;
    request = undefined;
    pinned = false;
    stopFollowing?.();
    stopFollowing = undefined;
    if (isOpen()) popover.hidePopover();
    render(null, popover);
    // The browser has put the focus on the body by now; a reader goes on where they were.
    returnFocus(back, place);
    focusBefore = null;
  }

  return {
    get request() {
      return request;
    },
    get look() {
      return look;
    },
    prepare,
    show,
    pin,
    hide: hideCard,
    raise() {
      if (request && !isOpen()) popover.showPopover();
    },
    box: () => (isOpen() ? popover.getBoundingClientRect() : undefined),
    contains,
    holdsFocus,
    dispose() {
      hideCard();
      popover.remove();
    },
  };
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

function elementOf(node: Node | undefined): Element | undefined {
  return node instanceof Element ? node : (node?.parentElement ?? undefined);
}
