/** The popup's line to the frames of a page. The content script's end is entrypoints/content/popup-line.ts. */
import { browser } from 'wxt/browser';
import { frameReportOf } from './message-schemas.ts';
import { type FrameReport, type FrameRequest, PAGE_LINK } from './messages.ts';

export interface PageLink {
  /** Scroll to a mention and open its card, in the frame named by `token`. */
  reveal(token: string, mentionId: number): void;
  close(): void;
}

/**
 * Connect to every frame of a tab; each reports what it shows, at once and whenever that changes.
 * `onUnavailable` is called when no frame answers: the browser forbids the page, or it was open before installation.
 */
export function connectToPage(tabId: number, onFrame: (frame: FrameReport) => void, onUnavailable?: () => void): PageLink {
  const port = browser.tabs.connect(tabId, { name: PAGE_LINK });
  let heard = false;
  port.onMessage.addListener((message: unknown) => {
    const report = frameReportOf(message);
    if (!report) return;
    heard = true;
    onFrame(report);
  });
  port.onDisconnect.addListener(() => {
    // Reading lastError keeps Chromium from logging "Receiving end does not exist", which is an answer here.
    void browser.runtime.lastError;
    if (!heard) onUnavailable?.();
  });
  const post = (request: FrameRequest) => port.postMessage(request);
  return {
    reveal: (token, mentionId) => post({ type: 'reveal', token, mentionId }),
    close: () => port.disconnect(),
  };
}
