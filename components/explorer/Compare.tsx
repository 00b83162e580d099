/** Countries and groups beside each other: where they did the same, where not, and what changed. */
import { useSignal } from '@preact/signals';
import { useId, useMemo, useRef } from 'preact/hooks';
import { comparable, share } from '../../data/explorer/agreement.ts';
import { type Comparison, comparisonOf } from '../../data/explorer/comparison.ts';
import { type Member, MOST_COMPARED } from '../../data/explorer/state.ts';
import { STATES_IN_ORDER } from '../../data/explorer/statement-answers.ts';
import { memberInWords, stateInWords } from '../../data/explorer/view-title.ts';
import { stateOf } from '../../data/position-table.ts';
import type { Position } from '../../data/queries.ts';
import type { Dataset, Statement } from '../../data/schema.ts';
import { CloseIcon } from '../icons.tsx';
import { useWords } from '../words.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { CountryOptions, GroupOptions } from './fields.tsx';
import { OwnGroup } from './OwnGroup.tsx';
import { PositionSign, signClass } from './PositionSign.tsx';
import { StatementLink } from './StatementLink.tsx';
import { TableScroll } from './TableScroll.tsx';
import type { ViewProps } from './view.ts';

export function Compare(props: ViewProps) {
  const { dataset, state, ways } = props;
  const { say } = useWords();
  const { compared } = state;
  const comparison = useMemo(() => comparisonOf(dataset, compared), [dataset, compared]);
  return (
    <>
      <p>{say('explorer.compare.lead')}</p>
      <Members {...props} />
      {compared.length < 2 && <p class="us-notice">{say('explorer.compare.few')}</p>}
      {compared.length > 1 && <Pairs dataset={dataset} comparison={comparison} />}
      {compared.length > 0 && (
        <>
          <Statements {...props} comparison={comparison} />
          <section class="us-part-of-view">
            <h3>{say('explorer.compare.changed')}</h3>
            {comparison.changes.length === 0 ? (
              <p class="us-small">{say('explorer.compare.noChange')}</p>
            ) : (
              <ChangeTable
                dataset={dataset}
                changes={comparison.changes}
                ways={ways}
                label={say('explorer.compare.changed')}
                kinds
              />
            )}
          </section>
        </>
      )}
    </>
  );
}

/** Who is compared, and ways to add and remove some. */
function Members({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const { compared } = state;
  const isFull = compared.length >= MOST_COMPARED;
  /** In the field, and not yet added; '' for none. */
  const chosen = useSignal('');
  /** Whether adding was asked for with nothing in the field that can be added. */
  const isMissing = useSignal(false);
  const part = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLSelectElement>(null);
  const hint = useId();

  function add(member: Member): void {
    if (isFull || compared.includes(member)) return;
    isMissing.value = false;
    ways.go({ compared: [...compared, member] });
    if (compared.length + 1 === MOST_COMPARED) focusHead();
  }

  function addChosen(): void {
    isMissing.value = chosen.value === '' || compared.includes(chosen.value);
    if (isMissing.value) {
      field.current?.focus();
      return;
    }
    add(chosen.value);
    chosen.value = '';
  }

  function remove(member: Member): void {
    isMissing.value = false;
    ways.go({ compared: compared.filter((each) => each !== member) });
    focusHead();
  }

  /** The head of the view: what had the focus goes. */
  function focusHead(): void {
    part.current?.closest('section')?.querySelector<HTMLElement>('h2')?.focus();
  }

  return (
    <div ref={part}>
      {compared.length > 0 && (
        <ul class="us-chips" aria-label={say('explorer.compare.members')}>
          {compared.map((member) => {
            const name = memberInWords(dataset, member, words);
            return (
              <li key={member}>
                <span>{name}</span>
                <button
                  type="button"
                  class="us-icon"
                  aria-label={say('explorer.compare.remove', { name })}
                  onClick={() => remove(member)}
                >
                  <CloseIcon />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {isFull ? (
        <p class="us-small">{say('explorer.compare.most', { count: MOST_COMPARED })}</p>
      ) : (
        <div class="us-controls">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              addChosen();
            }}
          >
            <label>
              {say('explorer.compare.choose')}{' '}
              <select
                ref={field}
                class="us-select"
                value={chosen.value}
                aria-invalid={isMissing.value}
                aria-describedby={hint}
                // Arrow keys change what is chosen on the way to what is wanted: adding is the button's.
                onChange={({ currentTarget }) => {
                  chosen.value = currentTarget.value;
                  isMissing.value = false;
                }}
              >
                <option value="">{say('explorer.choose')}</option>
                <optgroup label={say('explorer.groups')}>
                  <GroupOptions />
                </optgroup>
                <optgroup label={say('explorer.countries')}>
                  <CountryOptions dataset={dataset} />
                </optgroup>
              </select>
            </label>{' '}
            <button type="submit" class="us-button">
              {say('explorer.compare.add')}
            </button>
            <div id={hint} role="status" class="us-small">
              {isMissing.value && say('explorer.compare.missing')}
            </div>
          </form>
          <OwnGroup dataset={dataset} onAdd={add} />
        </div>
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly dataset: Dataset;
  readonly comparison: Comparison;
}

function Pairs({ dataset, comparison }: ComparisonProps) {
  const words = useWords();
  const { say } = words;
  const name = (member: Member) => memberInWords(dataset, member, words);
  return (
    <section class="us-part-of-view">
      <h3>{say('explorer.compare.pairs')}</h3>
      <TableScroll label={say('explorer.compare.pairs')}>
        <table class="us-data us-numbers">
          <thead>
            <tr>
              <th scope="col">{say('explorer.compare.members')}</th>
              <th scope="col">{say('explorer.compare.agreed')}</th>
              <th scope="col">{say('explorer.compare.differed')}</th>
              <th scope="col">{say('explorer.compare.neither')}</th>
              <th scope="col">{say('explorer.compare.unknown')}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.pairs.map(({ first, second, agreement }) => {
              const part = share(agreement);
              const of = { agreed: words.number(agreement.agreed), comparable: words.number(comparable(agreement)) };
              return (
                <tr key={`${first} ${second}`}>
                  <th scope="row">{say('explorer.compare.pair', { first: name(first), second: name(second) })}</th>
                  <td>
                    {part === null
                      ? say('explorer.compare.share', of)
                      : say('explorer.compare.sharePercent', { ...of, percent: words.number(Math.round(part * 100)) })}
                  </td>
                  <td>{words.number(agreement.differed)}</td>
                  <td>{words.number(agreement.neither)}</td>
                  <td>{words.number(agreement.unknown)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <p class="us-small">{say('explorer.compare.pairsNote')}</p>
    </section>
  );
}

function Statements({ dataset, ways, comparison }: ViewProps & ComparisonProps) {
  const words = useWords();
  const { say } = words;
  const { members, rows } = comparison;
  const title = say('explorer.compare.statements');
  return (
    <section class="us-part-of-view">
      <h3>{title}</h3>
      <TableScroll label={title}>
        <table class="us-data us-compared">
          <thead>
            <tr>
              <th scope="col">{say('explorer.date')}</th>
              <th scope="col">{say('explorer.statement')}</th>
              {members.map(({ member }) => (
                <th scope="col" key={member}>
                  {memberInWords(dataset, member, words)}
                </th>
              ))}
              {members.length > 1 && <th scope="col">{say('explorer.compare.verdict')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ statement, positions, verdict }) => (
              <tr key={statement.id} class={`us-verdict-${verdict}`}>
                <td class="us-unbroken">{words.date(statement.date)}</td>
                <th scope="row">
                  <StatementLink statement={statement} ways={ways} undated />
                </th>
                {positions.map((counts, index) => {
                  const { member, countries } = members[index] ?? { member: '', countries: [] };
                  const [only] = countries;
                  return (
                    <td key={member}>
                      {countries.length === 1 && only !== undefined ? (
                        <a href={ways.href({ country: only, statement: statement.id })}>
                          <PositionSign statement={statement} position={[...counts.keys()][0] ?? 'not-known'} />
                        </a>
                      ) : (
                        <Counts statement={statement} counts={counts} />
                      )}
                    </td>
                  );
                })}
                {members.length > 1 && <td>{say(`explorer.compare.verdict.${verdict}`)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** How many of a group stand where. What counts as one state in tables is one here. */
function Counts({ statement, counts }: { readonly statement: Statement; readonly counts: ReadonlyMap<Position, number> }) {
  const words = useWords();
  const states = Map.groupBy(counts, ([position]) => stateOf(statement, position));
  return (
    <ul class="us-counts">
      {STATES_IN_ORDER.flatMap((state) => {
        const found = states.get(state);
        const [first] = found ?? [];
        if (!found || !first) return [];
        const count = found.reduce((sum, [, each]) => sum + each, 0);
        return [
          <li key={state} class="us-signed">
            <i class={signClass(statement, first[0])} aria-hidden="true" />
            <span>{words.say('explorer.compare.of', { state: stateInWords(state, words), count: words.number(count) })}</span>
          </li>,
        ];
      })}
    </ul>
  );
}
