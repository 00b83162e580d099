/** One letter, joint statement or vote, in falling order of importance: who, when it changed, what was said, sources. */
import { plainRuns, sentences } from '../data/in-words.ts';
import type { StatementContext } from '../data/popover-context.ts';
import type { Dataset, StatementId } from '../data/schema.ts';
import { ArticleCheck } from './ArticleCheck.tsx';
import { AsOfNote } from './AsOfNote.tsx';
import { CountryNames, type CountryWays } from './CountryButton.tsx';
import { DataText, DataTexts } from './DataText.tsx';
import { FactList } from './FactList.tsx';
import { QuoteList } from './QuoteList.tsx';
import { SidesBar } from './SidesBar.tsx';
import { SignatoryList } from './SignatoryList.tsx';
import { SourceList } from './SourceList.tsx';
import { StatementButton } from './StatementButton.tsx';
import { VoteList } from './VoteList.tsx';
import { useWords } from './words.ts';

interface StatementBodyProps {
  readonly context: StatementContext;
  readonly dataset: Dataset;
  readonly onOpen: (id: StatementId) => void;
  readonly ways: CountryWays;
  readonly sourcesRef: { current: HTMLElement | null };
}

/** The scrolling part of a statement's card. Which side it is of changes colours and words, never what is shown. */
export function StatementBody({ context, dataset, onOpen, ways, sourcesRef }: StatementBodyProps) {
  const words = useWords();
  return (
    <>
      {context.notice && (
        <p class="us-notice">
          <DataTexts of={context.notice} />
        </p>
      )}
      {context.articleCheck.length > 0 && <ArticleCheck lines={context.articleCheck} />}
      {context.asOf && <AsOfNote asOf={context.asOf} />}
      {context.sides.length > 0 && <SidesBar sides={context.sides} />}
      {context.votes.length > 0 ? (
        <VoteList context={context} dataset={dataset} ways={ways} />
      ) : (
        <SignatoryList context={context} dataset={dataset} ways={ways} />
      )}
      {context.group && (
        <section>
          <h3>{words.say('card.group.title', { group: context.group.name })}</h3>
          <p class="us-summary us-names">
            <CountryNames countries={context.group.members} ways={ways} />
          </p>
          <DataText as="p" class="us-small" of={context.group.note} />
        </section>
      )}
      {context.events.length > 0 && (
        <section>
          <h3>{words.say('card.events.title')}</h3>
          <ul class="us-sentences">
            {context.events.map((event) => (
              <li key={plainRuns(event, words)}>
                <DataTexts of={event} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{words.say('card.summary.title')}</h3>
        <DataText as="p" class="us-summary" of={context.summary} />
        <p class="us-small">
          <DataTexts of={context.record} />
        </p>
      </section>
      {context.quotes.length > 0 && <QuoteList quotes={context.quotes} />}
      {context.other && (
        <section class="us-lines">
          <h3>{context.other.relation}</h3>
          <StatementButton line={context.other} onOpen={onOpen} />
        </section>
      )}
      {context.caveats.length > 0 && (
        <section>
          <h3>{words.say('card.caveats.title')}</h3>
          <ul class="us-sentences">
            {context.caveats.map((caveat) => (
              <DataText key={caveat.text} as="li" of={caveat} />
            ))}
          </ul>
        </section>
      )}
      {context.facts.length > 0 && <FactList facts={context.facts} />}
      <section ref={sourcesRef}>
        <h3>{words.say('card.sources.title')}</h3>
        <SourceList sources={context.sources} document={context.document} />
        <p class="us-small">
          {sentences(
            [context.updated, ...(context.summary.review === 'draft' ? [words.say('card.translations.draft')] : [])],
            words,
          )}
        </p>
      </section>
    </>
  );
}
