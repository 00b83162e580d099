/** Put into a blank page: shows the card of a state over a line of text, as the extension does, and does the state's steps in it. */
import { type Catalogue, wordsFrom } from '../../data/messages.ts';
import { DEFAULT_SETTINGS } from '../../data/settings.ts';
import { createOverlay } from '../../entrypoints/overlay.content/overlay.ts';
import { newToken } from '../../entrypoints/shared/token.ts';
import type { State, Surroundings } from './states.ts';
import { perform } from './steps.ts';

// Closed to pages, but here the picture-taker has to get in.
let root: ShadowRoot | undefined;
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow(init) {
  root = attach.call(this, { ...init, mode: 'open' });
  return root;
};

// A page that is in no window has no clipboard.
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => undefined } });

const overlay = createOverlay(newToken());

globalThis.showState = async (state, surroundings, catalogue) => {
  overlay.hide();
  overlay.unpin();
  const { dark = false, rtl = false } = surroundings;
  document.documentElement.dir = rtl ? 'rtl' : 'ltr';
  Object.assign(document.body.style, {
    margin: '0',
    padding: '12px 20px',
    background: dark ? '#16181c' : '#fff',
    color: dark ? '#e6e8eb' : '#1b1e22',
    font: '16px/1.5 Georgia, "Noto Serif", serif',
  });
  const text = document.createTextNode(rtl ? 'رسالة وقعتها دول' : 'A letter signed by 22 countries.');
  document.body.replaceChildren(text);
  const anchor = document.createRange();
  anchor.selectNodeContents(text);
  overlay.show({
    mark: 1,
    target: state.target,
    article: state.article ?? {},
    settings: { ...DEFAULT_SETTINGS, ...surroundings.settings, ...state.settings },
    catalogue,
    anchor: () => anchor,
    focus: false,
    openOptions: () => undefined,
    openExplorer: () => undefined,
    place: {
      site: 'example.org',
      address: 'https://example.org/article',
      text: 'letter signed by 22 countries',
      before: 'A ',
      after: '.',
    },
    topAddress: async () => 'https://example.org/article',
    changeSettings: async () => undefined,
    onDismiss: () => overlay.hide(),
    onPinChange: () => undefined,
  });
  await laidOut();
  for (const step of state.steps ?? []) {
    perform(step, card(), wordsFrom(catalogue));
    await laidOut();
  }
  root?.querySelector<HTMLElement>(':focus')?.blur();
  const { x, y, width, height } = card().getBoundingClientRect();
  return { x, y, width, height };
};

globalThis.cardElement = card;

function card(): HTMLElement {
  const found = root?.querySelector<HTMLElement>(':popover-open [role="dialog"]');
  if (!found) throw new Error('No card is shown.');
  return found;
}

/** Placing waits for layout, and then for its own measuring. */
async function laidOut(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
}

declare global {
  var showState: (
    state: State,
    surroundings: Surroundings,
    catalogue: Catalogue,
  ) => Promise<{ x: number; y: number; width: number; height: number }>;
  var cardElement: () => HTMLElement;
}
