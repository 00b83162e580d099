/** How much two pictures differ, for telling a change of looks from the grain of another machine. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** A pixel counts as different from this distance on, 0 to 1: above the anti-aliasing of letters. */
const THRESHOLD = 0.2;

export interface Difference {
  /** Of all pixels, 0 to 1; 1 where the pictures are not of one size. */
  readonly share: number;
  /** The two laid over each other, with what differs in red; undefined where sizes differ. */
  readonly png?: Uint8Array;
}

/** Compare two PNG pictures. */
export function difference(before: Uint8Array, after: Uint8Array): Difference {
  const a = PNG.sync.read(Buffer.from(before));
  const b = PNG.sync.read(Buffer.from(after));
  if (a.width !== b.width || a.height !== b.height) return { share: 1 };
  const out = new PNG({ width: a.width, height: a.height });
  const pixels = pixelmatch(a.data, b.data, out.data, a.width, a.height, { threshold: THRESHOLD });
  return { share: pixels / (a.width * a.height), png: PNG.sync.write(out) };
}
