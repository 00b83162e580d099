/** The end of an hour's pause, for those who do something then. */

/** Most milliseconds of one timer: they stand still while a computer sleeps, and browsers call back at once where they are asked for weeks. */
const LONGEST_WAIT = 60_000;

/** Call `done` when it is `until`, in milliseconds since 1970, by the clock; never where it is already. What it returns calls that off. */
export function atEndOfPause(until: number, done: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    timer = setTimeout(() => (Date.now() < until ? wait() : done()), Math.min(until - Date.now(), LONGEST_WAIT));
  }
  if (Date.now() < until) wait();
  return () => clearTimeout(timer);
}
