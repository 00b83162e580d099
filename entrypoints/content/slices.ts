/** Works through a page in slices that leave the main thread free, and counts what it took. */

/** Milliseconds of work before the page gets its turn: a quarter of a frame. */
const SLICE = 4;

let spent = 0;

/** Milliseconds that slices took in this frame so far, without the page's turns between them. */
export function millisecondsSpent(): number {
  return spent;
}

/** Take every step of some work. Resolves with what it returns. `hold` is called before each turn of the page. */
export async function workInSlices<Result>(steps: Iterator<void, Result>, hold?: () => void): Promise<Result> {
  let turn = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    const took = performance.now() - turn;
    if (done || took >= SLICE) spent += took;
    if (done) return value;
    if (took < SLICE) continue;
    hold?.();
    await pause();
    turn = performance.now();
  }
}

/** The steps of some work as long as it is wanted; undefined where it was not to the end. */
export function* untilStopped<Result>(
  steps: Iterator<void, Result>,
  isStopped: () => boolean,
): Generator<void, Result | undefined> {
  for (let step = steps.next(); !isStopped(); step = steps.next()) {
    if (step.done) return step.value;
    yield;
  }
  return undefined;
}

/** Let the page run. `scheduler.yield` continues before other queued work; where it is missing a message will do. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
