/** The record in brief, for a mention of the region itself: both sides over the years, the latest, and the vote. */
import type { RegionContext } from '../data/popover-context.ts';
import type { Dataset, StatementId } from '../data/schema.ts';
import { AsOfNote } from './AsOfNote.tsx';
import type { CountryWays } from './CountryButton.tsx';
import { OwnRecord } from './OwnCountry.tsx';
import { StatementButton } from './StatementButton.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { useWords } from './words.ts';

interface RegionBodyProps {
  readonly context: RegionContext;
  readonly dataset: Dataset;
  readonly onOpen: (id: StatementId) => void;
  readonly ways: CountryWays;
}

export function RegionBody({ context, dataset, onOpen, ways }: RegionBodyProps) {
  const words = useWords();
  return (
    <>
      <OwnRecord dataset={dataset} ways={ways} />
      {context.asOf && <AsOfNote asOf={context.asOf} />}
      <TimelineChart sides={context.sides} note={context.note} />
      {context.latest.length > 0 && (
        <section class="us-lines">
          <h3>{words.say('card.region.latest')}</h3>
          {context.latest.map((line) => (
            <StatementButton key={line.id} line={line} onOpen={onOpen} />
          ))}
        </section>
      )}
      {context.votes.length > 0 && (
        <section class="us-lines">
          <h3>{words.say('card.region.vote')}</h3>
          {context.votes.map((line) => (
            <StatementButton key={line.id} line={line} onOpen={onOpen} />
          ))}
        </section>
      )}
      <details class="us-fold">
        <summary>{words.say('card.region.table')}</summary>
        <RecordTable context={context} onOpen={onOpen} />
      </details>
      <p class="us-small">{context.updated}</p>
    </>
  );
}

function RecordTable({ context, onOpen }: { context: RegionContext; onOpen: (id: StatementId) => void }) {
  const words = useWords();
  return (
    <table class="us-table">
      <thead>
        <tr>
          <th scope="col">{words.say('card.region.date')}</th>
          <th scope="col">{words.say('card.region.what')}</th>
          <th scope="col" class="us-num">
            {words.say('card.region.countries')}
          </th>
          <th scope="col" class="us-num">
            {words.say('card.region.named')}
          </th>
        </tr>
      </thead>
      <tbody>
        {context.table.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.date}</th>
            <td>
              <button type="button" class="us-ref" onClick={() => onOpen(row.id)}>
                {row.what}
              </button>
            </td>
            <td class="us-num">
              <bdi>{row.count}</bdi>
            </td>
            <td class="us-num">
              {row.named}
              {row.unnamed && <small> {row.unnamed}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
