/**
 * How long the content script of a document lives: until the extension has gone, or the script has been put into the document once more.
 * Copies of one version share a world, and nothing that a page could hear of; one of another version finds that its extension has gone.
 */

export interface ScriptLife {
  /** Aborted at the end. */
  readonly signal: AbortSignal;
  /** Whether it goes on; found out anew at each call. */
  isAlive(): boolean;
}

/** The part of the WebExtension API this needs; it loses `id`, or `runtime`, when the extension has gone. */
export interface LifeApi {
  readonly runtime?: { readonly id?: string | undefined };
}

declare global {
  var pageNotesEnd: AbortController | undefined;
}

/** Ends the copy before it in the same world. */
export function createScriptLife(api: LifeApi, world: Pick<typeof globalThis, 'pageNotesEnd'> = globalThis): ScriptLife {
  const end = new AbortController();
  // An element of the page may have the name for its id.
  if (Object.hasOwn(world, 'pageNotesEnd')) world.pageNotesEnd?.abort();
  world.pageNotesEnd = end;
  const { signal } = end;
  return {
    signal,
    isAlive() {
      if (!api.runtime?.id) end.abort();
      return !signal.aborted;
    },
  };
}
