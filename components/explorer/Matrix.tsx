/** The matrix: every country on every statement. What is on the page of it is drawn by MatrixGrid.tsx. */
import { useMemo } from 'preact/hooks';
import { inOrder, matrixOf, similarities } from '../../data/explorer/matrix.ts';
import { ORDERS, REGIONAL_GROUPS } from '../../data/explorer/state.ts';
import { useWords } from '../words.ts';
import { AsOfField, CountryOptions, GroupOptions } from './fields.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { SignLegend } from './PositionSign.tsx';
import type { ViewProps } from './view.ts';

export function Matrix({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const { asOf, group, sort, like } = state;
  const matrix = useMemo(() => matrixOf(dataset, { asOf, group }, words), [dataset, asOf, group, words]);
  const own = sort === 'similarity' ? matrix.everybody.find(({ country }) => country.code === like) : undefined;
  const agreements = useMemo(() => own && similarities(matrix, own), [matrix, own]);
  const rows = useMemo(() => inOrder(matrix, sort, agreements), [matrix, sort, agreements]);
  const countries = useMemo(() => <CountryOptions key={words.language} dataset={dataset} />, [dataset, words]);
  const legend = useMemo(() => <SignLegend key={words.language} />, [words]);
  return (
    <>
      <p>{say('explorer.matrix.lead')}</p>
      <div class="us-controls">
        <label>
          {say('explorer.matrix.sort')}{' '}
          <select
            class="us-select"
            value={sort}
            onChange={({ currentTarget }) => {
              const chosen = ORDERS.find((order) => order === currentTarget.value) ?? 'name';
              // To be like somebody, somebody has to be chosen.
              const first = like ?? state.country ?? ways.own ?? rows[0]?.country.code ?? null;
              ways.go({ sort: chosen, ...(chosen === 'similarity' && { like: first }) });
            }}
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {say(`explorer.matrix.sort.${order}`)}
              </option>
            ))}
          </select>
        </label>
        {/* There in every order, as below. */}
        <label hidden={sort !== 'similarity'}>
          {say('explorer.matrix.like')}{' '}
          <select
            class="us-select us-country-field"
            value={like ?? ''}
            onChange={({ currentTarget }) => ways.go({ like: currentTarget.value })}
          >
            {countries}
          </select>
        </label>
        <label>
          {say('explorer.matrix.rows')}{' '}
          <select
            class="us-select"
            value={group ?? ''}
            onChange={({ currentTarget }) =>
              ways.go({ group: REGIONAL_GROUPS.find((each) => each === currentTarget.value) ?? null })
            }
          >
            <option value="">{say('explorer.all')}</option>
            <GroupOptions />
          </select>
        </label>
        <AsOfField dataset={dataset} state={state} ways={ways} />
      </div>
      {legend}
      {/* There in every order: what comes or goes before the grid has browsers look at the style of all that is in it. */}
      <p class="us-small" hidden={!own}>
        {own && say('explorer.matrix.similarNote', { country: own.name })}
      </p>
      <MatrixGrid statements={matrix.statements} rows={rows} agreements={agreements} state={state} ways={ways} />
    </>
  );
}
