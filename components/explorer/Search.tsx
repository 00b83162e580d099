/** Anything in the record by words, sorted by what it is. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { searchRecord } from '../../data/explorer/search.ts';
import { LONGEST_QUERY } from '../../data/explorer/state.ts';
import { LANGUAGES } from '../../data/languages.ts';
import { languageOf, sourceLine } from '../../data/popover-context.ts';
import { DataText } from '../DataText.tsx';
import { SourceLink } from '../SourceList.tsx';
import { useWords } from '../words.ts';
import { StatementLink } from './StatementLink.tsx';
import type { ViewProps } from './view.ts';

/** Most of a kind that are listed at once. */
const MOST = 50;

export function Search({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const hits = useMemo(() => searchRecord(dataset, state.q, words), [dataset, state.q, words]);
  const { countries, statements, facts, quotations, sources } = hits;
  const count = Object.values(hits).reduce((sum, found) => sum + found.length, 0);
  const isAsked = state.q.trim() !== '';
  const label = say('explorer.search.label');
  return (
    <>
      <p>{say('explorer.search.lead', { count: LANGUAGES.length })}</p>
      <search class="us-search">
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          autocomplete="off"
          spellcheck={false}
          maxLength={LONGEST_QUERY}
          value={state.q}
          onInput={({ currentTarget }) => ways.go({ q: currentTarget.value.toWellFormed() }, { inPlace: true })}
        />
      </search>
      <p role="status" class="us-small">
        {isAsked && (count === 0 ? say('explorer.search.none') : say('explorer.search.found', { count }))}
      </p>
      <Found title={say('explorer.search.countries')} found={countries}>
        {(country) => <a href={ways.href({ country: country.code, statement: null })}>{words.country(country)}</a>}
      </Found>
      <Found title={say('explorer.search.statements')} found={statements}>
        {(statement) => (
          <>
            <StatementLink statement={statement} ways={ways} />
            <small>
              <DataText of={words.recordText(statement.summary)} />
            </small>
          </>
        )}
      </Found>
      <Found title={say('explorer.search.facts')} found={facts}>
        {(fact) => (
          <>
            <DataText of={words.recordText(fact.claim)} />
            <small>
              <DataText of={words.recordText(fact.attributedTo)} />
              {fact.sources.slice(0, 1).map((source) => (
                <span key={source.url}>
                  {' · '}
                  <SourceLink source={sourceLine(source, words)} />
                </span>
              ))}
            </small>
          </>
        )}
      </Found>
      <Found title={say('explorer.search.quotations')} found={quotations}>
        {({ statement, quote }) => (
          <>
            <DataText
              of={{
                text: say('card.quoted', { text: quote.text }),
                language: languageOf(statement.sources[quote.source]),
              }}
            />
            <small>
              {quote.by && (
                <>
                  <DataText of={words.recordText(quote.by)} />
                  {' · '}
                </>
              )}
              <StatementLink statement={statement} ways={ways} />
            </small>
          </>
        )}
      </Found>
      <Found title={say('explorer.search.sources')} found={sources}>
        {({ statement, source }) => (
          <>
            <SourceLink source={sourceLine(source, words)} />
            {source.title && (
              <span>
                <bdi lang={languageOf(source)}>{source.title}</bdi>
              </span>
            )}
            <small>
              <StatementLink statement={statement} ways={ways} />
            </small>
          </>
        )}
      </Found>
    </>
  );
}

interface FoundProps<Hit> {
  readonly title: string;
  readonly found: readonly Hit[];
  readonly children: (hit: Hit) => ComponentChildren;
}

function Found<Hit>({ title, found, children }: FoundProps<Hit>) {
  const { say } = useWords();
  if (found.length === 0) return null;
  return (
    <section class="us-part-of-view">
      <h3>
        {title} <span class="us-count">{found.length}</span>
      </h3>
      <ul class="us-hits">
        {found.slice(0, MOST).map((hit, index) => (
          <li key={index}>{children(hit)}</li>
        ))}
      </ul>
      {found.length > MOST && <p class="us-small">{say('explorer.search.more', { count: found.length - MOST })}</p>}
    </section>
  );
}
