/** Works through a page in slices that leave the main thread free, and counts what it took. */
import { type Scope, type ShadowRootOf, type TextBlock, walkText } from './text-blocks.ts';

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

/** Hand every block of the scopes to `visit`, in order, until it answers `true`. Resolves with whether it did. */
export async function readInSlices(
  scopes: readonly Scope[],
  shadowRootOf: ShadowRootOf,
  visit: (block: TextBlock) => boolean,
): Promise<boolean> {
  let walk = walkText([]);
  function* steps(): Generator<void, boolean> {
    for (const scope of scopes) {
      walk = walkText(scope, shadowRootOf);
      for (let block = walk.next(); block; block = walk.next()) {
        if (visit(block)) return true;
        yield;
      }
    }
    return false;
  }
  return workInSlices(steps(), () => walk.hold());
}

/** Let the page run. `scheduler.yield` continues before other queued work; where it is missing a message will do. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
