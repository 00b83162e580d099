/** No source is there twice or for nothing, and what a remark says of another source holds. */
import type { DatasetRecord, StatementRecord } from '../schema.ts';
import { type Check, type Found, inSourceLists, inStatements } from './check.ts';

export const sourcesUsed: Check = {
  name: 'sources-used',
  rule: 'A source of a statement is pointed to, a page is one source, an original without a link has its copy beside it, and remarks name sources there are.',
  run: (dataset) => [...pointedTo(dataset), ...onceEach(dataset)],
};

/** Whatever bears nothing out is not evidence; what bears out no one field is in `contextSources`, and in no other. */
function pointedTo(dataset: DatasetRecord): Found[] {
  return inStatements((statement, say) => {
    const used = usesOf(statement);
    statement.sources.forEach((_, index) => {
      if (!used.has(index) && !statement.contextSources.includes(index))
        say(`sources.${index}`, 'nothing points to it', 'Name it where it bears something out, else in contextSources.');
    });
    statement.contextSources.forEach((ref, index) => {
      if (used.has(ref)) say(`contextSources.${index}`, `another field points to source ${ref}`, 'Leave it out here.');
    });
  })(dataset);
}

function usesOf(statement: StatementRecord): Set<number> {
  const {
    readerSources,
    announcedSources,
    laterCounts,
    differingCounts = [],
    events,
    listOrigins,
    quotes,
    votes,
    group,
  } = statement;
  return new Set([
    ...readerSources,
    ...announcedSources,
    ...[...laterCounts, ...differingCounts, ...events, ...listOrigins].flatMap(({ sources }) => sources),
    ...quotes.map(({ source }) => source),
    ...Object.values(votes?.sources ?? {}).flat(),
    ...(group?.sources ?? []),
  ]);
}

function onceEach(dataset: DatasetRecord): Found[] {
  return inSourceLists((sources, say) => {
    sources.forEach((source, index) => {
      const at = (field: string) => `sources.${index}.${field}`;
      const first = sources.findIndex(({ url }) => url !== null && url === source.url);
      if (first !== -1 && first < index)
        say(at('url'), `is the address of source ${first} too`, 'Leave one of the two, and adjust what points to it.');
      for (const [, named] of source.supports.matchAll(/\bsource (\d+)\b/g)) {
        if (Number(named) >= sources.length || Number(named) === index)
          say(at('supports'), `there is no other source ${named}`, 'Name the source by its position, from 0.');
      }
      if (source.url !== null) return;
      if (source.tier === 'evidence')
        say(at('url'), 'expected an address, since evidence is a page somebody can open', 'Add it.');
      else if (!sources.some(({ tier }) => tier === 'evidence'))
        say(at('url'), 'expected its copy among the sources, as evidence', 'Add the page it was seen on.');
    });
  })(dataset);
}
