/** What is shown, to be taken away: as a table, on paper, as a citation. Pictures have their own buttons. */
import { csvFormat } from 'd3-dsv';
import { useMemo } from 'preact/hooks';
import { tableOf } from '../../data/explorer/table.ts';
import { viewTitle } from '../../data/explorer/view-title.ts';
import { useWords } from '../words.ts';
import { CiteButtons } from './CiteButtons.tsx';
import type { ViewProps } from './view.ts';

export function TakeAway({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  // Only what tables depend on: another card beside the view makes no other table.
  const { view, asOf, group, compared, from, to, q } = state;
  const statement = view === 'map' ? state.statement : null;
  const { columns, rows } = useMemo(
    () => tableOf(dataset, state, words),
    [dataset, words, view, asOf, group, compared, from, to, q, statement],
  );
  const name = `undersigned-${view}-${dataset.updated}`;
  return (
    <section class="us-take" aria-labelledby="us-take-title">
      <h2 id="us-take-title">{say('explorer.take.title')}</h2>
      <p class="us-small">{say('explorer.take.note', { count: rows.length })}</p>
      <p class="us-take-buttons">
        <button
          type="button"
          class="us-button"
          onClick={() => ways.save({ name: `${name}.csv`, type: 'text/csv', content: csvFormat([...rows], [...columns]) })}
        >
          {say('explorer.take.csv')}
        </button>
        <button
          type="button"
          class="us-button"
          onClick={() =>
            ways.save({
              name: `${name}.json`,
              type: 'application/json',
              content: JSON.stringify({ title: viewTitle(dataset, state, words), record: dataset.updated, rows }, null, 2),
            })
          }
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
