/** What a reader has been shown of the extension itself: kept beside the settings, and none of them. Pure. */

/** Under which name it is stored. */
export const SEEN = 'seenVersion';

/** The version whose news a reader has seen, as it was stored; undefined where none was, or nothing that makes sense. */
export function seenVersion(stored: Readonly<Record<string, unknown>>): string | undefined {
  const version = Object.hasOwn(stored, SEEN) ? stored[SEEN] : undefined;
  return typeof version === 'string' && /^\d+(\.\d+){0,3}$/.test(version) ? version : undefined;
}
