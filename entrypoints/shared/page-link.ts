/** The line of popup and side panel to the frames of a page. The content script's end is entrypoints/content/popup-line.ts. */
import { type Browser, browser } from 'wxt/browser';
import { frameNewsOf } from './message-schemas.ts';
import { type FrameReport, type FrameRequest, PAGE_LINK, type PointedOut } from './messages.ts';

export interface PageLink {
  /** Scroll to a mention and open its card, in the frame named by `token`. */
  reveal(token: string, mentionId: number): void;
  /** Scroll to a mention, paint it apart and have it told of; 0: paint none apart any more. */
  pointOut(token: string, mentionId: number): void;
  /** Connect to a frame too, the sender of some message: it may have come after the others. */
  join(frame: Pick<Browser.runtime.MessageSender, 'frameId' | 'documentId' | 'url'>): void;
  close(): void;
}

export interface PageListeners {
  /** What a frame shows, at once and whenever that changes. */
  onFrame(frame: FrameReport): void;
  /** A frame has gone: it said so, or it came later than the others and its line has ended. */
  onFrameGone(token: string): void;
  onPointedOut(mention: PointedOut): void;
  /** No frame answers: the browser forbids the page, or it was open before installation. */
  onUnavailable(): void;
  /** The frames that answered have gone, with the tab or for another page. */
  onGone(): void;
}

/** Connect to every frame a tab has now. */
export function connectToPage(tabId: number, listeners: PageListeners): PageLink {
  const ports = new Set<Browser.runtime.Port>();
  /** By the frame's token, the port that it was last heard on: a frame may be at the end of two. */
  const portOf = new Map<string, Browser.runtime.Port>();
  /** Frames connected to one by one. */
  const joined = new Set<string>();
  let heard = false;

  function open(frameId: number | undefined, onEnd: (token: string | undefined) => void): void {
    const port = browser.tabs.connect(tabId, { name: PAGE_LINK, ...(frameId !== undefined && { frameId }) });
    let token: string | undefined;
    ports.add(port);
    port.onMessage.addListener((message: unknown) => {
      const news = frameNewsOf(message);
      if (!news) return;
      if (news.type === 'left') {
        portOf.delete(news.token);
        listeners.onFrameGone(news.token);
        return;
      }
      heard = true;
      token = news.token;
      portOf.set(token, port);
      if (news.type === 'report') listeners.onFrame(news);
      else listeners.onPointedOut(news);
    });
    port.onDisconnect.addListener(() => {
      // Reading lastError keeps Chromium from logging "Receiving end does not exist", which is an answer here.
      void browser.runtime.lastError;
      ports.delete(port);
      for (const [frame, other] of portOf) if (other === port) portOf.delete(frame);
      onEnd(token);
      if (ports.size > 0) return;
      if (heard) listeners.onGone();
      else listeners.onUnavailable();
    });
  }

  const post = (request: FrameRequest) => portOf.get(request.token)?.postMessage(request);

  open(undefined, () => undefined);
  return {
    reveal: (token, mentionId) => post({ type: 'reveal', token, mentionId }),
    pointOut: (token, mentionId) => post({ type: 'pointOut', token, mentionId }),
    join({ frameId, documentId, url }) {
      const key = documentId ?? `${frameId} ${url}`;
      if (frameId === undefined || joined.has(key)) return;
      joined.add(key);
      open(frameId, (token) => {
        joined.delete(key);
        if (token !== undefined) listeners.onFrameGone(token);
      });
    },
    close() {
      for (const port of ports) port.disconnect();
    },
  };
}
