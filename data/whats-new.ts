/** What is new in each version, for readers: which of it one has not seen. What maintainers are told is in CHANGELOG.md. Pure. */
import type { MessageId } from './messages.ts';
import releases from './whats-new.json' with { type: 'json' };

export interface Release {
  readonly version: string;
  /** ISO 8601 */
  readonly date: string;
  /** What the extension does now. */
  readonly changes: readonly MessageId[];
  /** What the record says now. */
  readonly record: readonly MessageId[];
}

/** Newest first. */
export const RELEASES = releases as readonly Release[];

/** The releases after one version up to another, newest first. */
export function releasesBetween(seen: string, current: string, all: readonly Release[] = RELEASES): readonly Release[] {
  return all.filter(({ version }) => compareVersions(version, seen) > 0 && compareVersions(version, current) <= 0);
}

/** Orders versions as numbers, part by part: 0.10 comes after 0.9. */
export function compareVersions(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(partsA.length, partsB.length); at++) {
    const difference = (partsA[at] ?? 0) - (partsB[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
