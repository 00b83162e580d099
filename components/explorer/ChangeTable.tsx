/** Changes as a table: when, who, about which statement, and where it can be checked. */
import { earliest } from '../../data/event-date.ts';
import type { Change } from '../../data/explorer/changes.ts';
import { sourceLine } from '../../data/popover-context.ts';
import { countryByCode } from '../../data/queries.ts';
import type { CountryCode, Dataset, EventDate } from '../../data/schema.ts';
import { bestSources } from '../../data/source-tiers.ts';
import { SourceLink } from '../SourceList.tsx';
import { useWords } from '../words.ts';
import { StatementLink } from './StatementLink.tsx';
import { TableScroll } from './TableScroll.tsx';
import type { ExplorerWays } from './view.ts';

interface ChangeTableProps {
  readonly dataset: Dataset;
  readonly changes: readonly Change[];
  readonly ways: ExplorerWays;
  readonly label: string;
  /** Whether the kind of change is told in each row. */
  readonly kinds?: boolean;
}

export function ChangeTable({ dataset, changes, ways, label, kinds = false }: ChangeTableProps) {
  const words = useWords();
  const { say } = words;
  const hasBefore = changes.some(({ before }) => before);
  const rows = changes
    .map((change) => ({ ...change, name: nameOf(change.country) }))
    .toSorted((a, b) => earliest(a.date).localeCompare(earliest(b.date)) || words.compare(a.name, b.name));
  const dated = (date: EventDate) => (typeof date === 'string' ? words.date(date) : words.dateRange(date.from, date.to));

  function nameOf(code: CountryCode): string {
    const country = countryByCode(dataset, code);
    return country ? words.country(country) : code;
  }

  return (
    <TableScroll label={label}>
      <table class="us-data">
        <thead>
          <tr>
            <th scope="col">{say('explorer.date')}</th>
            <th scope="col">{say('explorer.country')}</th>
            {kinds && <th scope="col">{say('explorer.view.changes')}</th>}
            <th scope="col">{say('explorer.statement')}</th>
            {hasBefore && <th scope="col">{say('explorer.changes.before')}</th>}
            <th scope="col">{say('explorer.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, country, name, date, statement, before, certain, sources }) => {
            const [source] = bestSources(sources, 1);
            return (
              <tr key={`${kind} ${country} ${statement.id}`}>
                <td>
                  <span class="us-unbroken">{dated(date)}</span>
                  {!certain && <small> {say('explorer.changes.uncertain')}</small>}
                </td>
                <th scope="row">
                  <a href={ways.href({ country, statement: null })}>{name}</a>
                </th>
                {kinds && <td>{say(`explorer.change.${kind}`)}</td>}
                <td>
                  <StatementLink statement={statement} ways={ways} />
                </td>
                {hasBefore && <td>{before && <StatementLink statement={before} ways={ways} />}</td>}
                <td class="us-small">{source && <SourceLink source={sourceLine(source, words)} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
