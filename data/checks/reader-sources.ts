/** What a reader is sent to: the best few, in the order of how close they are to the event. */
import type { SourceTier } from '../schema.ts';
import { LINKED_TIERS } from '../source-tiers.ts';
import { type Check, inStatements } from './check.ts';

const MOST = 4;
const TIERS: readonly (SourceTier | undefined)[] = LINKED_TIERS;

export const readerSources: Check = {
  name: 'reader-sources',
  rule: `Readers are shown one to ${MOST} sources of a statement, best tier first, those on a group alone last, none of them evidence, and one at least that can be opened.`,
  run: inStatements(({ group, readerSources, sources }, say) => {
    const rankOf = (ref: number) => (group?.sources.includes(ref) ? TIERS.length : TIERS.indexOf(sources[ref]?.tier));
    if (readerSources.length < 1 || readerSources.length > MOST)
      say('readerSources', `expected one to ${MOST} but received ${readerSources.length}`, 'Choose the best.');
    readerSources.forEach((ref, index) => {
      const before = readerSources[index - 1];
      if (sources[ref]?.tier === 'evidence')
        say(
          `readerSources.${index}`,
          `source ${ref} is evidence, which readers are never sent to`,
          'Name the original, if it is among the sources.',
        );
      else if (before !== undefined && rankOf(ref) < rankOf(before))
        say(`readerSources.${index}`, `source ${ref} is of a better tier than the one before it`, 'Put the better tier first.');
    });
    if (readerSources.every((ref) => sources[ref]?.url == null))
      say('readerSources', 'expected one at least that has an address', 'Add a page that can be opened.');
  }),
};
