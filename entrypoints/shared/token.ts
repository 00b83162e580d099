/** Names that nobody can guess. */

/** What a token looks like. */
export const TOKEN = /^\d{1,10}-\d{1,10}$/;

/** A new one. `crypto.randomUUID` is missing on plain http pages. */
export function newToken(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
