/** The view, or the one position that is open in it, as a citation on the clipboard, in the forms that people paste. */
import { bibtex, citationText, citedItems, cslJson } from '../../data/explorer/view-citation.ts';
import { useCopying } from '../copying.ts';
import { useWords } from '../words.ts';
import type { ViewProps } from './view.ts';

export function CiteButtons({ dataset, state, ways, position = false }: ViewProps & { readonly position?: boolean }) {
  const words = useWords();
  const { say } = words;
  const { outcome, run } = useCopying(ways.copy);
  const items = () => citedItems(dataset, { state, position, address: ways.address }, words);
  return (
    <p class="us-cite">
      <span>{say('explorer.take.cite')}</span>
      <button type="button" class="us-button" onClick={() => run(citationText(items(), words))}>
        {say('explorer.take.text')}
      </button>
      <button type="button" class="us-button" onClick={() => run(bibtex(items()))}>
        {say('explorer.take.bibtex')}
      </button>
      <button type="button" class="us-button" onClick={() => run(cslJson(items()))}>
        {say('explorer.take.csl')}
      </button>
      <span role="status">{outcome}</span>
    </p>
  );
}
