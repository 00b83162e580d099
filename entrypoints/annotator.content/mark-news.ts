/** Tells elsewhere that marks have come or gone: once for all that do so together, since they come by the dozen. */

/** Milliseconds after the last mark that came or went until the news of it: to count what can be seen takes the page's layout. */
export const NEWS_DELAY = 300;
/** Most milliseconds that the news waits on a page where marks come and go without a pause, on top of the delay. */
export const LONGEST_WAIT = 3000;

/** To be called whenever a mark comes or goes. Tells nothing once `isAlive` denies: then there is nobody to tell. */
export function createMarkNews(tell: () => Promise<unknown>, isAlive: () => boolean): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  return () => {
    const now = Date.now();
    if (due === undefined) first = now;
    if (now - first > LONGEST_WAIT) return;
    clearTimeout(due);
    due = setTimeout(() => {
      due = undefined;
      if (isAlive()) tell().catch(() => undefined);
    }, NEWS_DELAY);
  };
}
