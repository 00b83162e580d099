/** Works through a page, above all its text block by block, in slices that leave the main thread free. */
import { type Scope, type TextBlock, textBlocks } from './text-blocks.ts';

/** Milliseconds of reading before the page gets its turn: half a frame. */
const SLICE = 6;

/** Hand every block of the scopes to `visit`, in order, until it answers `true`. Resolves with whether it did. */
export async function readInSlices(
  scopes: readonly Scope[],
  onShadowRoot: (root: ShadowRoot) => void,
  visit: (block: TextBlock) => boolean,
): Promise<boolean> {
  let turn = performance.now();
  for (const scope of scopes) {
    for (const block of textBlocks(scope, onShadowRoot)) {
      if (visit(block)) return true;
      if (performance.now() - turn < SLICE) continue;
      await pause();
      turn = performance.now();
    }
  }
  return false;
}

/** Take every step of some work, in the same slices. */
export async function workInSlices(steps: Iterable<void>): Promise<void> {
  let turn = performance.now();
  for (const _ of steps) {
    if (performance.now() - turn < SLICE) continue;
    await pause();
    turn = performance.now();
  }
}

/** Let the page run. `scheduler.yield` continues before other queued work; where it is missing a message will do. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
