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
 * `open` opens the window, by its address from the root of the extension. Where the browser keeps no words for it, the window is one without
 * any; where it cannot be opened, nothing of them is left, and the promise rejects.
 */
export async function handOver(api: SessionApi, text: string, open: (address: string) => Promise<unknown>): Promise<void> {
  const id = crypto.randomUUID();
  const isKept = await api.storage.session.set({ [LOOKED_UP + id]: text }).then(
    () => true,
    () => false,
  );
  try {
    await open(isKept ? `${WINDOW}#${id}` : WINDOW);
  } catch (error) {
    await takeOver(api, id);
    throw error;
  }
}

/**
 * What was handed over to the window with this after the `#` in its address, once; '' where nothing was, where it was taken already, as when
 * the window is loaded anew, and where the browser does not give it.
 */
export async function takeOver(api: SessionApi, id: string): Promise<string> {
  const key = LOOKED_UP + id;
  try {
    const { [key]: text } = await api.storage.session.get([key]);
    // What is not taken away is kept until the browser closes, and is shown all the same.
    await api.storage.session.remove([key]).catch(() => undefined);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

const WINDOW = '/popup.html?find';
