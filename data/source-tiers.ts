/** Which sources readers are shown, and which of several first. */
import type { Source, SourceTier } from './schema.ts';

/** From the tier that readers are shown first to the one they are shown last; `evidence` is for maintainers. */
export const LINKED_TIERS = ['primary', 'press', 'research', 'state-media', 'advocacy'] as const satisfies readonly SourceTier[];

/** Whether readers may be sent to sources of the tier. */
export function isForReaders(tier: SourceTier): boolean {
  return tier !== 'evidence';
}

/** The best so many of the sources that readers may be sent to, best first; within a tier, in the order given. */
export function bestSources(sources: readonly Source[], most: number): Source[] {
  return LINKED_TIERS.flatMap((tier) => sources.filter((source) => source.tier === tier)).slice(0, most);
}
