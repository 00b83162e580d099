/**
 * Hands words that are looked up from the background to the window that shows them. Not in its address, which the browser's history keeps:
 * the words may come from a private window.
 */

/** In the browser's memory, until they are taken. */
const LOOKED_UP = 'lookedUp';

/** The part of the WebExtension API this needs. */
export interface SessionApi {
  readonly storage: {
    readonly session: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
}

/** To be called before the window is opened. */
export async function handOver(api: SessionApi, text: string): Promise<void> {
  await api.storage.session.set({ [LOOKED_UP]: text });
}

/** What was handed over, once; '' where it was taken already, as when the window is loaded anew. */
export async function takeOver(api: SessionApi): Promise<string> {
  const { [LOOKED_UP]: text } = await api.storage.session.get([LOOKED_UP]);
  await api.storage.session.remove([LOOKED_UP]);
  return typeof text === 'string' ? text : '';
}
