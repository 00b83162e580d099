/**
 * What a reader would meet on an open page: the mentions the extension found, where they are painted, and the card.
 */
import type { Page } from 'puppeteer-core';
import type { Mention } from '../data/detection/mention.ts';
import type { ExtensionBrowser } from './launch.ts';

export interface FoundMention {
  readonly text: string;
  /** Offsets in the text content of the frame's body; null where the mention is found but not painted. */
  readonly start: number | null;
  readonly end: number | null;
  readonly kind: Mention['kind'];
  /** Ids of the statements it refers to, best first. */
  readonly link: readonly string[];
  /** The frame's address. */
  readonly frame: string;
}

export interface ShownCard {
  readonly text: string;
  /** In pixels of the view. */
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PaintedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How long the extension may take, at most. Pages that go on changing are read as they are then. */
const PATIENCE = 10_000;
/** A page counts as read when nothing new is found for this long. */
const QUIET = 600;
const POLL = 100;

/** All mentions of all frames, once the extension has gone through the page. Empty where it found nothing. */
export async function readMentions(extension: ExtensionBrowser, page: Page): Promise<FoundMention[]> {
  let last = '';
  let lastChange = Date.now();
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await extension.evaluateInFrames(page, () => ({ url: location.href, mentions: globalThis.pageNotes?.list() }));
    const now = JSON.stringify(found);
    // A frame without an answer is one whose content script has not started yet.
    const started = found[0]?.result?.mentions !== undefined;
    if (now !== last) lastChange = Date.now();
    last = now;
    if ((started && Date.now() - lastChange >= QUIET) || Date.now() > deadline) {
      if (!started) throw new Error('The extension did not start on the page.');
      return withOffsets(
        page,
        found.flatMap(({ result }) => (result?.mentions ? [{ url: result.url, mentions: result.mentions }] : [])),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/**
 * Where the first statement, else the first name of the region, is painted in the top frame, scrolled into view; undefined
 * where there is none to hover over.
 */
export async function findSomethingToHover(
  page: Page,
  mentions: readonly FoundMention[],
): Promise<{ mention: FoundMention; box: Box } | undefined> {
  const here = mentions.filter(({ frame, start }) => frame === page.url() && start !== null);
  for (const mention of [...here.filter(({ kind }) => kind === 'statement'), ...here]) {
    const box = await page.evaluate(
      (start, end) => {
        for (const [name, highlight] of CSS.highlights) {
          if (!name.startsWith('note-')) continue;
          for (const abstract of highlight) {
            const range = new Range();
            range.setStart(abstract.startContainer, abstract.startOffset);
            range.setEnd(abstract.endContainer, abstract.endOffset);
            const before = new Range();
            before.selectNodeContents(document.body);
            if (!document.body.contains(range.startContainer)) continue;
            before.setEnd(range.startContainer, range.startOffset);
            if (before.toString().length !== start || range.toString().length !== end - start) continue;
            range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
            const [line] = range.getClientRects();
            if (!line || line.width < 2 || line.height < 2) continue;
            return { x: line.x, y: line.y, width: line.width, height: line.height };
          }
        }
        return undefined;
      },
      mention.start as number,
      mention.end as number,
    );
    if (box) return { mention, box };
  }
  return undefined;
}

/** Move the pointer onto a mark the way a hand does, and wait for the card. Undefined when none opens. */
export async function hover(extension: ExtensionBrowser, page: Page, box: Box): Promise<ShownCard | undefined> {
  await page.bringToFront();
  await page.mouse.move(Math.max(0, box.x - 40), Math.max(0, box.y - 40));
  await page.mouse.move(box.x + Math.min(box.width / 2, 30), box.y + box.height / 2, { steps: 8 });
  const deadline = Date.now() + PATIENCE;
  let last = '';
  while (Date.now() < deadline) {
    const card = await readCard(extension, page);
    const now = JSON.stringify(card);
    // Once more after it stands, so that it is not read or pictured while it fades in.
    if (card && now === last) return card;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, POLL * 2));
  }
  return undefined;
}

/** The card as it is shown now in the top frame. It lives in a closed shadow root, which only the extension's world can open. */
async function readCard(extension: ExtensionBrowser, page: Page): Promise<ShownCard | undefined> {
  const [top] = await extension.evaluateInFrames(page, () => {
    const host = document.querySelector('[data-undersigned]');
    if (!host) return undefined;
    // Chromium has the one, Firefox the other.
    const dom = (globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
      .chrome?.dom;
    const root =
      dom?.openOrClosedShadowRoot(host) ??
      (host as unknown as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
    const popover = root?.querySelector('[popover]:popover-open');
    const card = popover?.querySelector<HTMLElement>('.us-card') ?? popover;
    if (!card) return undefined;
    const { x, y, width, height } = card.getBoundingClientRect();
    if (width === 0 || height === 0) return undefined;
    return { text: (card as HTMLElement).innerText, box: { x, y, width, height } };
  });
  return top?.result;
}

/** Join what the extension says with where the page shows it: both are in document order. */
async function withOffsets(
  page: Page,
  frames: readonly { url: string; mentions: readonly { kind: FoundMention['kind']; text: string; link: readonly string[] }[] }[],
): Promise<FoundMention[]> {
  const painted = new Map<string, PaintedText[]>();
  for (const frame of page.frames()) {
    const here = await frame.evaluate(paintedTexts).catch(() => []);
    painted.set(frame.url(), [...(painted.get(frame.url()) ?? []), ...here]);
  }
  return frames.flatMap(({ url, mentions }) => {
    const rest = painted.get(url) ?? [];
    return mentions.map(({ kind, text, link }) => {
      const index = rest.findIndex((candidate) => candidate.text === text);
      const [place] = index < 0 ? [] : rest.splice(index, 1);
      return { text, start: place?.start ?? null, end: place?.end ?? null, kind, link, frame: url };
    });
  });
}

/** Runs in the page. Highlights are shared between the page and the extension, so the page knows what is painted. */
function paintedTexts(): PaintedText[] {
  const found: PaintedText[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('note-')) continue;
    for (const abstract of highlight) {
      if (!document.body.contains(abstract.startContainer)) continue;
      const range = new Range();
      range.setStart(abstract.startContainer, abstract.startOffset);
      range.setEnd(abstract.endContainer, abstract.endOffset);
      const before = new Range();
      before.selectNodeContents(document.body);
      before.setEnd(range.startContainer, range.startOffset);
      const text = range.toString();
      const start = before.toString().length;
      found.push({ text, start, end: start + text.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
