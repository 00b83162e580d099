/** From mention to mention of a tab, over all its frames in order. */
import { browser } from 'wxt/browser';
import { type FramePosition, nearestIn, type Stop, stepTo } from '../annotator.content/page-notes.ts';
import type { MentionPosition } from '../shared/overlay.ts';

/** What a mention shows when the reader comes to it: a stop that has the focus, or its card with the focus inside. */
type Arrival = 'stop' | 'card';

/** Go to the next (1) or previous (-1) mention; gives where that is, null where there is none. */
export async function step(tabId: number, direction: 1 | -1, at: Arrival): Promise<MentionPosition | null> {
  return goTo(tabId, stepTo(await positionsIn(tabId), direction), at);
}

/** Open the card of the mention that the reader is at. */
export async function openNearest(tabId: number): Promise<void> {
  await goTo(tabId, nearestIn(await positionsIn(tabId)), 'card');
}

/** What each frame of a tab has to step through, in order; nothing where the browser keeps us out. */
export async function positionsIn(tabId: number): Promise<FramePosition[]> {
  // Functions given to executeScript run in the page's isolated world and can use nothing from this file.
  const results = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () => globalThis.pageNotes?.position(),
      // Without it all would wait for a frame that never has loaded; so below.
      injectImmediately: true,
    })
    .catch(() => []);
  return results.flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : [])).sort((a, b) => a.frameId - b.frameId);
}

async function goTo(tabId: number, stop: Stop | undefined, at: Arrival): Promise<MentionPosition | null> {
  if (!stop) return null;
  if (stop.leaves !== undefined && stop.leaves !== stop.frameId) {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [stop.leaves] },
      func: () => globalThis.pageNotes?.leave(),
      injectImmediately: true,
    });
  }
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [stop.frameId] },
    func: (index: number, position: MentionPosition, at: Arrival) =>
      at === 'stop' ? globalThis.pageNotes?.stopAt(index, position) : globalThis.pageNotes?.open(index, position),
    args: [stop.index, stop.position, at],
    injectImmediately: true,
  });
  return stop.position;
}
