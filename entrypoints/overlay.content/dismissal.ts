/** How what stands in the page by itself, with nobody watching the pointer for it, is sent away: by a reader's Escape or press beside it. */

/**
 * Call `dismiss` on each until `signal` aborts. An Escape from inside `host` stays there, as any key pressed in a card; one from the
 * page is the page's as well.
 */
export function whenDismissed(host: Element, signal: AbortSignal, dismiss: () => void): void {
  const options = { capture: true, signal };
  window.addEventListener('pointerdown', (event) => event.isTrusted && event.target !== host && dismiss(), {
    ...options,
    passive: true,
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      if (event.target === host) {
        event.preventDefault();
        event.stopPropagation();
      }
      dismiss();
    },
    options,
  );
}
