/** The content script's end of the line to popup and side panel (shared/page-link.ts): reports the frame's mentions, shows one on request. */
import { type FrameNews, type FrameReport, isFrameRequest, type MentionSubject, PAGE_LINK } from '../shared/messages.ts';

/** The part of the WebExtension API this needs. */
export interface PortApi {
  readonly runtime: {
    readonly onConnect: {
      addListener(listener: (port: LinkPort) => void): void;
      removeListener(listener: (port: LinkPort) => void): void;
    };
  };
}

interface LinkPort {
  readonly name: string;
  postMessage(message: FrameNews): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface PopupLine {
  /** Tell everyone at the other end what the frame shows now. Costs nothing while none is open. */
  report(): void;
  /** Tell them that the frame shows its page no more: where others stay, or the page is kept in memory, browsers do not. */
  leave(): void;
}

/** What the frame can do for whoever is at the other end; mentions are named by their id. */
export interface LineOffers {
  report(): Omit<FrameReport, 'type' | 'token'>;
  /** Scroll to a mention and open its card. */
  reveal(mentionId: number): void;
  /** Scroll to a mention, paint it apart and tell of it; undefined where it has gone. 0: paint none apart. */
  pointOut(mentionId: number): MentionSubject | undefined;
}

/** Answer popups and side panels until `signal` aborts. */
export function createPopupLine(api: PortApi, token: string, offers: LineOffers, signal: AbortSignal): PopupLine {
  const ports = new Set<LinkPort>();
  // Kept: where the extension has gone, the API has gone with it.
  const connections = api.runtime.onConnect;
  const send = (port: LinkPort) => port.postMessage({ type: 'report', ...offers.report(), token });

  const onConnect = (port: LinkPort) => {
    if (port.name !== PAGE_LINK) return;
    ports.add(port);
    let hasPointed = false;
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (hasPointed) offers.pointOut(0);
    });
    port.onMessage.addListener((message) => {
      if (!isFrameRequest(message) || message.token !== token) return;
      const { type, mentionId } = message;
      if (type === 'reveal') {
        offers.reveal(mentionId);
        return;
      }
      hasPointed = true;
      const subject = offers.pointOut(mentionId);
      if (subject) port.postMessage({ type: 'pointedOut', ...subject, token, mentionId });
    });
    send(port);
  };
  connections.addListener(onConnect);
  signal.addEventListener('abort', () => connections.removeListener(onConnect), { once: true });

  return {
    report: () => ports.forEach(send),
    leave() {
      for (const port of ports) {
        try {
          port.postMessage({ type: 'left', token });
        } catch {
          // Its end was not told yet.
        }
      }
    },
  };
}
