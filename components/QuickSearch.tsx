/**
 * A field that finds any country and any statement of the record, and their cards in its place. What it is asked, and where the card
 * stands, is the host's matter.
 */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type CountryContext, countryContext } from '../data/country-context.ts';
import { findStatements } from '../data/find-statements.ts';
import { contextFor, type PopoverContext, type StatementLine, statementLine } from '../data/popover-context.ts';
import { findCountries, statementById } from '../data/queries.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import type { CardActions } from './CardFoot.tsx';
import { ContextPopover } from './ContextPopover.tsx';
import { MetaLine } from './MetaLine.tsx';
import { StatementButton } from './StatementButton.tsx';

interface QuickSearchProps {
  readonly dataset: Dataset;
  /** What is asked for to begin with. */
  readonly initial?: string;
  /** The statements that a text may mean, best first: asked of what has no answer word for word. */
  readonly read?: (text: string) => readonly StatementId[];
  /** The reader's own country, as cards take it. */
  readonly country: CountryCode | null;
  readonly actions: CardActions;
  /** What stands here while nothing is asked. */
  readonly children?: ComponentChildren;
}

interface Answers {
  readonly countries: readonly CountryContext[];
  /** How many countries more there are. */
  readonly more: number;
  readonly statements: readonly StatementLine[];
  /** Whether the statements were read out of a text rather than found by its words. */
  readonly areRead: boolean;
}

/** A longer name narrows them; statements are few enough to be shown all. */
const MOST_COUNTRIES = 5;
const LABEL = 'Find a country or a statement';

/** Enter in the field opens the best answer, countries first. */
export function QuickSearch({ dataset, initial = '', read, country, actions, children }: QuickSearchProps) {
  const query = useSignal(initial);
  const opened = useSignal<PopoverContext | undefined>(undefined);
  const isAsked = query.value.trim() !== '';
  const answers: ReadonlySignal<Answers> = useComputed(() => answersTo(dataset, query.value, read));
  const { countries, statements, areRead } = answers.value;
  const pressed = useRef<HTMLElement | null>(null);

  function open(context: PopoverContext) {
    pressed.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    opened.value = context;
  }
  const openStatement = (id: StatementId) => open(contextFor(dataset, { kind: 'statement', link: [id], reasons: [] }));

  function openBest() {
    const [country] = countries;
    const [statement] = statements;
    if (country) open(country);
    else if (statement) openStatement(statement.id);
  }

  // Back from a card, the reader goes on where they were.
  useLayoutEffect(() => {
    if (!opened.value) pressed.current?.focus();
  }, [opened.value]);

  return (
    <>
      <div hidden={opened.value !== undefined}>
        <search class="us-search">
          <input
            type="search"
            aria-label={LABEL}
            placeholder={LABEL}
            title="A country, a day or month, a number of countries, a speaker, a UN document symbol"
            autocomplete="off"
            spellcheck={false}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
            onKeyDown={({ key, isComposing }) => key === 'Enter' && !isComposing && openBest()}
          />
        </search>
        {isAsked && (
          <div class="us-found-answers">
            <p class="us-small" role="status">
              {totalsOf(answers.value)}
            </p>
            {countries.length > 0 && <h2>Countries</h2>}
            <ul>
              {countries.map((record) => (
                <li key={record.code}>
                  <button type="button" onClick={() => open(record)}>
                    <b>{record.fullHeadline}</b>
                    <span>
                      <MetaLine parts={record.meta} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {statements.length > 0 && <h2>{areRead ? 'What the text may mean' : 'Letters, statements and votes'}</h2>}
            <ul>
              {statements.map((line) => (
                <li key={line.id}>
                  <StatementButton line={line} onOpen={openStatement} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {opened.value && (
        <ContextPopover
          context={opened.value}
          dataset={dataset}
          country={country}
          actions={{ ...actions, unmarked: true }}
          onBack={() => {
            opened.value = undefined;
          }}
        />
      )}
      <div class="us-page-view" hidden={isAsked || opened.value !== undefined}>
        {children}
      </div>
    </>
  );
}

function answersTo(dataset: Dataset, query: string, read: QuickSearchProps['read']): Answers {
  const countries = findCountries(dataset, query);
  const found = findStatements(dataset, query);
  const areRead = read !== undefined && countries.length + found.length === 0;
  return {
    countries: countries.slice(0, MOST_COUNTRIES).flatMap(({ code }) => countryContext(dataset, code) ?? []),
    more: Math.max(0, countries.length - MOST_COUNTRIES),
    statements: areRead
      ? read(query)
          .flatMap((id) => statementById(dataset, id) ?? [])
          .map(statementLine)
      : found,
    areRead,
  };
}

/** "2 countries, 1 statement found", told as the reader types. */
function totalsOf({ countries, more, statements }: Answers): string {
  const number = (count: number, one: string, many: string) => (count > 0 ? [`${count} ${count === 1 ? one : many}`] : []);
  const found = [
    ...number(countries.length + more, 'country', 'countries'),
    ...number(statements.length, 'letter, statement or vote', 'letters, statements and votes'),
  ];
  if (found.length === 0) return 'Nothing in the record is called so. Try a country, “July 2019”, “22 countries”, or a speaker.';
  return `${found.join(' and ')} found${more > 0 ? `; the first ${MOST_COUNTRIES} countries are shown` : ''}.`;
}
