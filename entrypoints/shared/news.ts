/** What is new in this version, for as long as the reader has not seen it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { SEEN, seenVersion } from '../../data/seen.ts';
import { type Release, releasesBetween } from '../../data/whats-new.ts';
import { project } from './project.ts';
import type { StorageApi } from './settings-source.ts';

export interface News {
  /** Newest first. */
  readonly releases: ReadonlySignal<readonly Release[]>;
  /** The reader has seen them. */
  readonly seen: () => void;
}

/** Nothing is new to a reader of whom it is not known which version they had, nor before the browser has said so. */
export function createNews(api: Pick<StorageApi, 'storage'>): News {
  const { version } = project;
  const releases = signal<readonly Release[]>([]);
  api.storage.local.get([SEEN]).then(
    (stored) => {
      const before = seenVersion(stored);
      if (before !== undefined) releases.value = releasesBetween(before, version);
    },
    () => undefined,
  );
  return {
    releases,
    seen() {
      releases.value = [];
      // Refused, it is told once more.
      api.storage.local.set({ [SEEN]: version }).catch(() => undefined);
    },
  };
}
