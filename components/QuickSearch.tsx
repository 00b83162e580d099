/**
 * A field that finds any country and any statement of the record, and their cards in its place. What it is asked, and where the card
 * stands, is the host's matter.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type CountryContext, countryContext } from '../data/country-context.ts';
import { findStatements } from '../data/find-statements.ts';
import type { Words } from '../data/messages.ts';
import { type StatementLine, statementLine } from '../data/popover-context.ts';
import { countriesMeant, findCountries, statementById } from '../data/queries.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import type { CardActions } from './CardFoot.tsx';
import { ContextPopover, type Opened, openedContext } from './ContextPopover.tsx';
import { MetaLine } from './MetaLine.tsx';
import { StatementButton } from './StatementButton.tsx';
import { useWords } from './words.ts';

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

/**
 * Enter in the field opens the one country that is meant, or else the first statement. Where it may be several countries, it leads to
 * the list of them, and the reader chooses.
 */
export function QuickSearch({ dataset, initial = '', read, country, actions, children }: QuickSearchProps) {
  const words = useWords();
  const query = useSignal(initial);
  const opened = useSignal<Opened | undefined>(undefined);
  const card = useMemo(() => opened.value && openedContext(dataset, opened.value, {}, words), [dataset, opened.value, words]);
  const isAsked = query.value.trim() !== '';
  const answers = useMemo(() => answersTo(dataset, query.value, read, words), [dataset, query.value, read, words]);
  const { countries, statements, areRead } = answers;
  const pressed = useRef<HTMLElement | null>(null);
  const list = useRef<HTMLDivElement>(null);

  function open(next: Opened) {
    pressed.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    opened.value = next;
  }
  const openStatement = (id: StatementId) => open({ kind: 'statement', id });
  const openCountry = (code: CountryCode) => open({ kind: 'country', code });

  function openBest() {
    const country = onlyOf(countriesMeant(dataset, query.value, words)) ?? onlyOf(countries);
    const [statement] = statements;
    if (country) openCountry(country.code);
    else if (countries.length > 0) list.current?.querySelector('button')?.focus();
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
            aria-label={words.say('popup.search.label')}
            placeholder={words.say('popup.search.label')}
            title={words.say('popup.search.hint')}
            autocomplete="off"
            spellcheck={false}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              // The same press would go on to press the button that has the focus by then.
              event.preventDefault();
              openBest();
            }}
          />
        </search>
        {isAsked && (
          <div class="us-found-answers" ref={list}>
            <p class="us-small" role="status">
              {totalsOf(answers, words)}
            </p>
            {countries.length > 0 && <h2>{words.say('popup.search.countries')}</h2>}
            <ul>
              {countries.map((record) => (
                <li key={record.code}>
                  <button type="button" onClick={() => openCountry(record.code)}>
                    <b>
                      <bdi>{record.fullHeadline}</bdi>
                    </b>
                    <span>
                      <MetaLine parts={record.meta} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {statements.length > 0 && <h2>{words.say(areRead ? 'popup.search.read' : 'popup.search.statements')}</h2>}
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
      {card && (
        <ContextPopover
          context={card}
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

function onlyOf<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function answersTo(dataset: Dataset, query: string, read: QuickSearchProps['read'], words: Words): Answers {
  const countries = findCountries(dataset, query, words);
  const found = findStatements(dataset, query, words);
  const areRead = read !== undefined && countries.length + found.length === 0;
  return {
    countries: countries.slice(0, MOST_COUNTRIES).flatMap(({ code }) => countryContext(dataset, code, words) ?? []),
    more: Math.max(0, countries.length - MOST_COUNTRIES),
    statements: areRead
      ? read(query)
          .flatMap((id) => statementById(dataset, id) ?? [])
          .map((each) => statementLine(each, words))
      : found,
    areRead,
  };
}

/** "2 countries and 1 letter, statement or vote found.", told as the reader types. */
function totalsOf({ countries: shown, more, statements: found }: Answers, words: Words): string {
  const [countries, statements] = [shown.length + more, found.length];
  if (countries + statements === 0) return words.say('popup.search.none');
  if (countries === 0) return words.say('popup.search.foundStatements', { statements });
  const values = { countries, statements, shown: MOST_COUNTRIES };
  if (statements > 0) return words.say(more > 0 ? 'popup.search.foundBothFirstCountries' : 'popup.search.foundBoth', values);
  return words.say(more > 0 ? 'popup.search.foundFirstCountries' : 'popup.search.foundCountries', values);
}
