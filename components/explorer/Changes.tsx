/** Who joined a side, left its lists, withdrew or moved, between two days. */
import { useMemo } from 'preact/hooks';
import { CHANGE_KINDS, changesBetween } from '../../data/explorer/changes.ts';
import { changeDaysInWords } from '../../data/explorer/view-title.ts';
import { clauses } from '../../data/in-words.ts';
import { useWords } from '../words.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { DayField } from './fields.tsx';
import type { ViewProps } from './view.ts';

export function Changes({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const { from, to } = state;
  const changes = useMemo(() => changesBetween(dataset, { from, to }), [dataset, from, to]);
  const days = changeDaysInWords(dataset, state, words);
  const isReversed = from !== null && to !== null && from >= to;
  const years = [...new Set(dataset.statements.map(({ date }) => date.slice(0, 4)))];
  return (
    <>
      <p>{say('explorer.changes.lead')}</p>
      <div class="us-controls">
        <DayField
          label={say('explorer.changes.from')}
          value={from}
          dataset={dataset}
          onChange={(day) => ways.go({ from: day }, { inPlace: true })}
        />
        <DayField
          label={say('explorer.changes.to')}
          value={to}
          dataset={dataset}
          onChange={(day) => ways.go({ to: day }, { inPlace: true })}
        />
        <nav aria-label={say('explorer.changes.year')}>
          <ul class="us-chips">
            <li>
              <a href={ways.href({ from: null, to: null })} aria-current={from === null && to === null ? 'true' : undefined}>
                {say('explorer.changes.whole')}
              </a>
            </li>
            {years.map((year) => {
              const between = { from: `${Number(year) - 1}-12-31`, to: `${year}-12-31` };
              return (
                <li key={year}>
                  <a href={ways.href(between)} aria-current={from === between.from && to === between.to ? 'true' : undefined}>
                    {year}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
      <p role="status" class="us-small">
        {clauses([say('explorer.changes.count', { count: changes.length }), ...(days === undefined ? [] : [days])], words)}
      </p>
      {isReversed && <p class="us-notice">{say('explorer.changes.order')}</p>}
      {!isReversed && changes.length === 0 && <p class="us-notice">{say('explorer.changes.none')}</p>}
      {CHANGE_KINDS.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        if (ofKind.length === 0) return null;
        const title = say(`explorer.change.${kind}`);
        return (
          <section key={kind} class="us-part-of-view">
            <h3>
              {title} <span class="us-count">{ofKind.length}</span>
            </h3>
            <ChangeTable dataset={dataset} changes={ofKind} ways={ways} label={title} />
          </section>
        );
      })}
    </>
  );
}
