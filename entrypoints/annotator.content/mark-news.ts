/** Tells elsewhere that marks have come or gone: once for all that do so together, since they come by the dozen. */

/** Milliseconds between marks that come or go and the news of it. */
export const NEWS_DELAY = 300;

/** To be called whenever a mark comes or goes. Tells nothing once `isAlive` denies: then there is nobody to tell. */
export function createMarkNews(tell: () => Promise<unknown>, isAlive: () => boolean): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (isAlive()) tell().catch(() => undefined);
    }, NEWS_DELAY);
  };
}
