/**
 * The card as a reader meets it: what it says, where it stands, what can be pressed. It lives in a closed shadow root that
 * only the extension's own world can open; pressing is done with the real pointer.
 */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { BrowserTest } from './browser.ts';
import { PATIENCE } from './page.ts';

export interface ShownCard {
  /** How many hosts of cards stand in the document. */
  readonly hosts: number;
  /** False: none is shown, and the rest is empty. */
  readonly open: boolean;
  readonly headline: string;
  /** The line above the headline. */
  readonly meta: string;
  /** What it is described by to assistive technology. */
  readonly description: string;
  /** Everything, line by line. */
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Lists of countries: the heading each stands under, its label, and the names in it with their remarks. */
  readonly lists: readonly { readonly heading: string; readonly label: string; readonly countries: readonly string[] }[];
  /** Accessible names of its buttons, links and fields, in order. */
  readonly controls: readonly string[];
  /** Whether the focus is inside. */
  readonly focused: boolean;
  /** Accessible name of the control that has the focus, or the text of what else has it. */
  readonly focusedOn: string;
  /** How far its text is scrolled, in pixels. */
  readonly scrolled: number;
  /** Computed, to see that its style sheet has reached it. */
  readonly style: { readonly background: string; readonly width: string; readonly radius: string };
}

const NOT_SHOWN: ShownCard = {
  hosts: 0,
  open: false,
  headline: '',
  meta: '',
  description: '',
  text: '',
  box: { x: 0, y: 0, width: 0, height: 0 },
  lists: [],
  controls: [],
  focused: false,
  focusedOn: '',
  scrolled: 0,
  style: { background: '', width: '', radius: '' },
};

/** The live card of each frame of a page, the top frame's first. */
export async function cardsOf({ extension }: BrowserTest, page: Page): Promise<ShownCard[]> {
  const frames = await extension.evaluateInFrames(page, readCardsHere);
  return frames.map(({ result }) => ({
    ...NOT_SHOWN,
    hosts: result?.hosts ?? 0,
    ...result?.cards.find(({ pinned }) => !pinned),
  }));
}

/** The cards that are pinned in the top frame. */
export async function pinnedOf({ extension }: BrowserTest, page: Page): Promise<ShownCard[]> {
  const [top] = await extension.evaluateInFrames(page, readCardsHere);
  return (top?.result?.cards ?? []).filter(({ pinned }) => pinned).map((card) => ({ ...NOT_SHOWN, ...card }));
}

/** Wait for these cards to be pinned, by their headlines, and give them back. */
export async function untilPinned(context: BrowserTest, page: Page, ...headlines: string[]): Promise<ShownCard[]> {
  await expect.poll(async () => (await pinnedOf(context, page)).map(({ headline }) => headline), PATIENCE).toEqual(headlines);
  return pinnedOf(context, page);
}

/** The live card of the top frame. */
export async function cardOf(context: BrowserTest, page: Page): Promise<ShownCard> {
  return (await cardsOf(context, page))[0] ?? NOT_SHOWN;
}

/** Wait for the card to be shown with this headline, and give it back. */
export async function untilCard(context: BrowserTest, page: Page, headline: string): Promise<ShownCard> {
  await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toBe(headline);
  return cardOf(context, page);
}

/** The mention that the reader has stepped to in the top frame: what is said of it, and whether it has the focus; null: none. */
export async function stopOf({ extension }: BrowserTest, page: Page): Promise<{ name: string; focused: boolean } | null> {
  const [top] = await extension.evaluateInFrames(page, readStopHere);
  return top?.result ?? null;
}

/** Wait for the reader to be at a mention, and give back what is said of it. */
export async function untilStop(context: BrowserTest, page: Page, number: number): Promise<string> {
  const at = async () => {
    const stop = await stopOf(context, page);
    return stop?.focused ? stop.name : '';
  };
  await expect.poll(at, PATIENCE).toContain(`Mention ${number} of `);
  return at();
}

/** Wait for the card to be gone. */
export async function untilNoCard(context: BrowserTest, page: Page): Promise<void> {
  await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(false);
}

/**
 * Wait in the page's own clock until anything a pointer could have set off has happened: the longest wait of a card is its
 * delay, then its grace, each started anew by a frame.
 */
export async function untilStill(page: Page): Promise<void> {
  const start = await page.evaluate(() => performance.now());
  await expect.poll(() => page.evaluate(() => performance.now()), PATIENCE).toBeGreaterThan(start + 900);
}

/** A button, link or field of the live card, or of the pinned one: its middle, and its size. Its name may be given as its beginning. */
export async function controlIn(
  context: BrowserTest,
  page: Page,
  name: string,
  { pinned = false } = {},
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const [top] = await context.extension.evaluateInFrames(page, findControlHere, name, pinned);
  const found = top?.result;
  if (!found) throw new Error(`The card has no control named “${name}”: ${(await cardOf(context, page)).controls.join(', ')}`);
  return found;
}

/** Press a control, as `controlIn` finds it, with the pointer. */
export async function press(context: BrowserTest, page: Page, name: string, options = { pinned: false }): Promise<void> {
  const point = await controlIn(context, page, name, options);
  await page.mouse.move(point.x, point.y);
  await page.mouse.click(point.x, point.y);
}

/** Sent to the extension's world as text: uses nothing from around it. */
function readStopHere() {
  const host = [...document.querySelectorAll('[data-undersigned]')].find((each) => getComputedStyle(each).display !== 'none');
  const dom = (globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
    .chrome?.dom;
  const root =
    host &&
    (dom?.openOrClosedShadowRoot(host) ?? (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot);
  const stop = root?.querySelector('[popover]:popover-open .us-stop');
  return stop ? { name: stop.getAttribute('aria-label') ?? '', focused: root?.activeElement === stop } : null;
}

/** Sent to the extension's world as text: uses nothing from around it. */
function readCardsHere() {
  const ours = document.querySelectorAll('[data-undersigned]');
  // As the release before calls it.
  const hosts = ours.length > 0 ? ours : document.querySelectorAll('page-note');
  // Where the extension has gone and come again, the card of before is hidden until the first of now.
  const host = [...hosts].find((each) => getComputedStyle(each).display !== 'none');
  const dom = (globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
    .chrome?.dom;
  const root =
    host &&
    (dom?.openOrClosedShadowRoot(host) ?? (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot);
  const cards = [...(root?.querySelectorAll<HTMLElement>('[popover]:popover-open [role="dialog"]') ?? [])];
  return { hosts: hosts.length, cards: cards.map(read) };

  function textOf(element: Element | null | undefined): string {
    return (element?.textContent ?? '').trim();
  }

  function read(card: HTMLElement) {
    const { x, y, width, height } = card.getBoundingClientRect();
    const style = getComputedStyle(card);
    // Views that wait for the way back are hidden.
    const view = card.querySelector('.us-card-view:not([hidden])') ?? card;
    const nameOf = (control: Element) => control.getAttribute('aria-label') ?? textOf(control);
    const focused = card.contains(root?.activeElement ?? null) ? root?.activeElement : null;
    const lists = [...view.querySelectorAll('dl')].flatMap((list) => {
      let before: Element | null = list.previousElementSibling;
      while (before && !/^H\d$/.test(before.tagName)) before = before.previousElementSibling;
      return [...list.querySelectorAll('dt')].map((label) => ({
        heading: textOf(before),
        label: textOf(label),
        // Names hold no comma followed by a space that is not a separator: the UN's short names are written without.
        countries: textOf(label.nextElementSibling).split(/, (?![^(]*\))/),
      }));
    });
    return {
      hosts: hosts.length,
      open: true,
      pinned: view.querySelector('[aria-label="Pin"][aria-pressed="true"]') !== null,
      headline: textOf(view.querySelector('h2')),
      meta: textOf(view.querySelector('header p')),
      description: textOf(root?.getElementById(card.getAttribute('aria-describedby') ?? '')),
      // As rendered: line by line, without what is folded away.
      text: card.innerText,
      box: { x, y, width, height },
      lists,
      controls: [...view.querySelectorAll('button, a[href], input, summary')].map(nameOf),
      focused: focused !== null,
      focusedOn: focused ? nameOf(focused) : '',
      scrolled: Math.max(view.scrollTop, view.querySelector('[aria-label="Details"]')?.scrollTop ?? 0),
      style: { background: style.backgroundColor, width: style.width, radius: style.borderRadius },
    };
  }
}

/** Sent to the extension's world as text: uses nothing from around it. */
function findControlHere(name: string, pinned: boolean) {
  const hosts = document.querySelectorAll('[data-undersigned], page-note');
  const host = [...hosts].find((each) => getComputedStyle(each).display !== 'none');
  const dom = (globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
    .chrome?.dom;
  const root =
    host &&
    (dom?.openOrClosedShadowRoot(host) ?? (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot);
  const card = [...(root?.querySelectorAll('[popover]:popover-open [role="dialog"]') ?? [])].find(
    (each) => (each.querySelector('[aria-label="Pin"][aria-pressed="true"]') !== null) === pinned,
  );
  const control = [...(card?.querySelectorAll('button, a[href], input, summary') ?? [])].find(
    (each) => !each.closest('[hidden]') && (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().startsWith(name),
  );
  if (!control) return undefined;
  control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, width, height };
}
