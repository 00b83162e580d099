/** What is shown, to be taken away: as a table, on paper, as a citation. Pictures have their own buttons. */
import { csvOf } from '../../data/explorer/csv.ts';
import { tableOf } from '../../data/explorer/table.ts';
import { viewSlug, viewTitle } from '../../data/explorer/view-title.ts';
import { useWords } from '../words.ts';
import { CiteButtons } from './CiteButtons.tsx';
import type { ViewProps } from './view.ts';

/** In UTF-16 units: file systems hold 255 bytes, and a group of one's own can have all countries in it. */
const LONGEST_SLUG = 60;

/** Without it Excel takes a file for one of the system's old character set. */
const BYTE_ORDER_MARK = '\uFEFF';

export function TakeAway({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const name = `undersigned-${viewSlug(state).slice(0, LONGEST_SLUG)}-${dataset.updated}`;
  // Made when it is wanted: of the matrix it has thousands of rows.
  const csv = () => {
    const { columns, rows } = tableOf(dataset, state, words);
    return `${BYTE_ORDER_MARK}${csvOf(columns, rows)}`;
  };
  const json = () => {
    const { rows } = tableOf(dataset, state, words);
    return JSON.stringify({ title: viewTitle(dataset, state, words), record: dataset.updated, rows }, null, 2);
  };
  return (
    <section class="us-take" aria-labelledby="us-take-title">
      <h2 id="us-take-title">{say('explorer.take.title')}</h2>
      <p class="us-small">{say('explorer.take.note')}</p>
      <p class="us-take-buttons">
        <button
          type="button"
          class="us-button"
          onClick={() => ways.save({ name: `${name}.csv`, type: 'text/csv;charset=utf-8', content: csv() })}
        >
          {say('explorer.take.csv')}
        </button>
        <button
          type="button"
          class="us-button"
          onClick={() => ways.save({ name: `${name}.json`, type: 'application/json', content: json() })}
        >
          {say('explorer.take.json')}
        </button>
        <button type="button" class="us-button" onClick={ways.print}>
          {say('explorer.take.print')}
        </button>
      </p>
      <CiteButtons dataset={dataset} state={state} ways={ways} />
    </section>
  );
}
