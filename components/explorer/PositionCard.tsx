/** The one position that is open: where a country stands on a statement, since when, and what bears that out. */
import { asOfShown, positionInWords, statementInWords } from '../../data/explorer/view-title.ts';
import { answerFor, sourceLine } from '../../data/popover-context.ts';
import { isUncertain, positionOf, sourcesFor } from '../../data/queries.ts';
import type { Country, Statement } from '../../data/schema.ts';
import { bestSources } from '../../data/source-tiers.ts';
import { DataTexts } from '../DataText.tsx';
import { CloseIcon } from '../icons.tsx';
import { AnswerSources } from '../SourceList.tsx';
import { useWords } from '../words.ts';
import { CiteButtons } from './CiteButtons.tsx';
import { signClass } from './PositionSign.tsx';
import { SideSign } from './StatementLink.tsx';
import type { ViewProps } from './view.ts';

interface PositionCardProps extends ViewProps {
  readonly country: Country;
  readonly statement: Statement;
}

/** Most sources that are named: the best. */
const MOST_SOURCES = 4;

export function PositionCard({ dataset, state, ways, country, statement }: PositionCardProps) {
  const words = useWords();
  const { say } = words;
  const asOf = asOfShown(state) ?? undefined;
  const position = positionOf(dataset, statement, country.code, asOf);
  // What is told of today's position is told of no other.
  const explained =
    position === positionOf(dataset, statement, country.code) ? answerFor(dataset, statement, country, words) : undefined;
  const sources = bestSources(sourcesFor(dataset, statement, country.code, asOf), MOST_SOURCES);
  return (
    <section class="us-position">
      <header>
        <h2 tabIndex={-1}>{words.country(country)}</h2>
        <button
          type="button"
          class="us-icon"
          aria-label={say('card.close')}
          // The map of the statement stays.
          onClick={() => ways.go({ country: null, ...(state.view !== 'map' && { statement: null }) })}
        >
          <CloseIcon />
        </button>
      </header>
      <p class="us-position-said">
        {position !== 'not-yet' && <i class={signClass(statement, position)} aria-hidden="true" />}
        <b>{positionInWords(dataset, statement, country, asOfShown(state), words)}</b>
        {asOf && <small> {say('explorer.position.day', { date: words.date(asOf) })}</small>}
      </p>
      <p>
        <SideSign statement={statement} />
        {statementInWords(statement, words)}
      </p>
      {explained?.certainty === 'not-on-list' || explained?.certainty === 'not-known' ? (
        <p class="us-small">{explained.answer}</p>
      ) : (
        explained?.note && (
          <p class="us-small">
            <DataTexts of={explained.note} />
          </p>
        )
      )}
      {asOf && isUncertain(statement, country.code, asOf) && <p class="us-small">{say('explorer.position.uncertain')}</p>}
      <h3>{say('card.sources.title')}</h3>
      {sources.length > 0 ? (
        <AnswerSources sources={sources.map((source) => sourceLine(source, words))} />
      ) : (
        <p class="us-small">{say('explorer.position.noSource')}</p>
      )}
      <p class="us-position-ways">
        <a href={ways.href({ country: null, card: 'open' })}>{say('explorer.position.statement')}</a>
        <a href={ways.href({ statement: null })}>{say('explorer.position.country')}</a>
      </p>
      <CiteButtons dataset={dataset} state={state} ways={ways} position />
    </section>
  );
}
