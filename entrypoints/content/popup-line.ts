/** The content script's end of the popup's line (shared/page-link.ts): reports the frame's mentions, reveals one on request. */
import { type FrameReport, isFrameRequest, PAGE_LINK } from '../shared/messages.ts';

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
  postMessage(message: FrameReport): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface PopupLine {
  /** Tell every open popup what the frame shows now. Costs nothing while none is open. */
  report(): void;
}

/** Answer popups until `signal` aborts. */
export function createPopupLine(
  api: PortApi,
  token: string,
  reportNow: () => Omit<FrameReport, 'token'>,
  onReveal: (mentionId: number) => void,
  signal: AbortSignal,
): PopupLine {
  const ports = new Set<LinkPort>();
  // Kept: where the extension has gone, the API has gone with it.
  const connections = api.runtime.onConnect;
  const send = (port: LinkPort) => port.postMessage({ ...reportNow(), token });

  const onConnect = (port: LinkPort) => {
    if (port.name !== PAGE_LINK) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message) => {
      if (isFrameRequest(message) && message.token === token) onReveal(message.mentionId);
    });
    send(port);
  };
  connections.addListener(onConnect);
  signal.addEventListener('abort', () => connections.removeListener(onConnect), { once: true });

  return { report: () => ports.forEach(send) };
}
