/**
 * Where the finder, brought to a frame that may concern the matter, and the content script meet: a global of the frame's isolated
 * world, which page scripts cannot see.
 */
import type { Finder } from '../../data/detection/find-mentions.ts';

declare global {
  var pageNotesFinder: Finder | undefined;
}

/** The frame's finder; brought by `load` where it is not there yet. Undefined where it could not be brought. */
export async function frameFinder(load: () => Promise<unknown>): Promise<Finder | undefined> {
  if (!globalThis.pageNotesFinder) await load();
  return globalThis.pageNotesFinder;
}
