/** The line of popup and side panel to the frames of a page. The content script's end is entrypoints/content/popup-line.ts. */
import { browser } from 'wxt/browser';
import { type FrameNews, type FrameReport, type FrameRequest, PAGE_LINK, type PointedOut } from './messages.ts';

export interface PageLink {
  /** Scroll to a mention and open its card, in the frame named by `token`. */
  reveal(token: string, mentionId: number): void;
  /** Scroll to a mention, paint it apart and have it told of; 0: paint none apart any more. */
  pointOut(token: string, mentionId: number): void;
  close(): void;
}

export interface PageListeners {
  /** What a frame shows, at once and whenever that changes. */
  onFrame(frame: FrameReport): void;
  onPointedOut?(mention: PointedOut): void;
  /** No frame answers: the browser forbids the page, or it was open before installation. */
  onUnavailable(): void;
  /** The frames that answered have gone, with the tab or for another page. */
  onGone?(): void;
}

/** Connect to every frame of a tab. */
export function connectToPage(tabId: number, listeners: PageListeners): PageLink {
  const port = browser.tabs.connect(tabId, { name: PAGE_LINK });
  let heard = false;
  port.onMessage.addListener((message: unknown) => {
    const news = message as FrameNews;
    heard = true;
    if (news.type === 'report') listeners.onFrame(news);
    else listeners.onPointedOut?.(news);
  });
  port.onDisconnect.addListener(() => {
    // Reading lastError keeps Chromium from logging "Receiving end does not exist", which is an answer here.
    void browser.runtime.lastError;
    if (heard) listeners.onGone?.();
    else listeners.onUnavailable();
  });
  const post = (request: FrameRequest) => port.postMessage(request);
  return {
    reveal: (token, mentionId) => post({ type: 'reveal', token, mentionId }),
    pointOut: (token, mentionId) => post({ type: 'pointOut', token, mentionId }),
    close: () => port.disconnect(),
  };
}
