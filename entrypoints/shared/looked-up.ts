/**
 * Hands words that are looked up from the background to the window that shows them. Not in its address, which the browser's history keeps:
 * the words may come from a private window. The address has a number by chance, by which the window finds its own and which says nothing.
 */

/** In the browser's memory, until they are taken. */
const LOOKED_UP = 'lookedUp-';

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

/**
 * To be called before the window is opened: the address of it, from the root of the extension. Where the browser keeps no words for it, the
 * window is one without any.
 */
export async function handOver(api: SessionApi, text: string): Promise<string> {
  const id = crypto.randomUUID();
  try {
    await api.storage.session.set({ [LOOKED_UP + id]: text });
  } catch {
    return WINDOW;
  }
  return `${WINDOW}#${id}`;
}

/**
 * What was handed over to the window with this after the `#` in its address, once; '' where nothing was, where it was taken already, as when
 * the window is loaded anew, and where the browser does not give it.
 */
export async function takeOver(api: SessionApi, id: string): Promise<string> {
  const key = LOOKED_UP + id;
  try {
    const { [key]: text } = await api.storage.session.get([key]);
    await api.storage.session.remove([key]);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

const WINDOW = '/popup.html?find';
