/** No source is there twice or for nothing, and what a remark says of another source holds. */
import { type Check, inSourceLists } from './check.ts';

export const sourcesUsed: Check = {
  name: 'sources-used',
  rule: 'A page is one source, an original without a link has its copy beside it, and a remark that names a source names one there is.',
  run: inSourceLists((sources, say) => {
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
  }),
};
