/** Every fact says what bears it out, by positions in its own record's list of sources. */
import { type Check, inStatements, repeated } from './check.ts';

export const sourcesPresent: Check = {
  name: 'sources-present',
  rule: 'Whatever points to a source points to one that is there, once, and every number given has one.',
  run: inStatements((statement, say) => {
    const { sources, readerSources, quotes, events, votes, group, listOrigins, laterCounts, announcedSources, contextSources } =
      statement;
    const fix = `Name one of the ${sources.length} sources by its position, from 0.`;
    const lookAt = (field: string, refs: readonly number[]) => {
      refs.forEach((ref, index) => {
        if (ref >= sources.length)
          say(`${field}.${index}`, `expected the position of one of ${sources.length} sources but received ${ref}`, fix);
      });
      for (const [index, ref] of repeated(refs)) say(`${field}.${index}`, `${ref} is there twice`, 'Leave one of the two.');
    };
    lookAt('readerSources', readerSources);
    lookAt('announcedSources', announcedSources);
    lookAt('contextSources', contextSources);
    quotes.forEach(({ source }, index) => {
      if (source >= sources.length)
        say(`quotes.${index}.source`, `expected the position of one of ${sources.length} sources but received ${source}`, fix);
    });
    const lists = { events, laterCounts, differingCounts: statement.differingCounts ?? [], listOrigins };
    for (const [field, list] of Object.entries(lists)) {
      for (const [index, each] of list.entries()) lookAt(`${field}.${index}.sources`, each.sources);
    }
    for (const [choice, refs] of Object.entries(votes?.sources ?? {})) lookAt(`votes.sources.${choice}`, refs);
    if (group) lookAt('group.sources', group.sources);

    const counted = statement.announcedCount !== null || statement.approximateCount !== undefined;
    if (counted && announcedSources.length === 0)
      say('announcedSources', 'expected a source of the number announced', 'Name those that give it.');
    if (!counted && announcedSources.length > 0)
      say('announcedSources', 'expected none, since no number was announced', 'Leave the list empty.');
  }),
};
