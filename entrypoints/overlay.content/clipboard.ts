/** Puts text on the clipboard, on every page that has one. */

/**
 * Rejects where the browser refuses. Pages without encryption have no clipboard interface, and frames of another site may be denied
 * it; there the older command does.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByCommand(text);
  }
}

function copyByCommand(text: string): void {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  // Only what the page has on the window before us hears of it, with no text yet; what it puts there is written over.
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
  if (!isDone) throw new Error('The browser did not copy.');
}
