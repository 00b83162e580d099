/**
 * How long the content script of a document lives: until the extension has gone, or a newer copy of the script has come, as after an
 * update. Copies of two versions share nothing but the document, so the newer tells the older by an event there.
 */

/** Says nothing of this extension, because a page can listen to it. */
const STARTED = 'page-notes:started';

export interface ScriptLife {
  /** Aborted at the end. */
  readonly signal: AbortSignal;
  /** Whether it goes on; found out anew at each call. */
  isAlive(): boolean;
  /**
   * End older copies, and end when a newer one says the same; true the first time. A page can hear of it: not to be called where none
   * may.
   */
  takeOver(): boolean;
}

/** The part of the WebExtension API this needs; it loses `id`, or `runtime`, when the extension has gone. */
export interface LifeApi {
  readonly runtime?: { readonly id?: string | undefined };
}

export function createScriptLife(api: LifeApi, target: EventTarget = document): ScriptLife {
  const end = new AbortController();
  const { signal } = end;
  let isFirst = true;
  return {
    signal,
    isAlive() {
      if (!api.runtime?.id) end.abort();
      return !signal.aborted;
    },
    takeOver() {
      if (!isFirst) return false;
      isFirst = false;
      target.dispatchEvent(new Event(STARTED));
      target.addEventListener(STARTED, () => end.abort(), { signal });
      return true;
    },
  };
}
