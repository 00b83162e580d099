/** "Did my country sign?", answered for any country of the world. */
import { type Signal, useSignal } from '@preact/signals';
import { answersFor } from '../data/popover-context.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import { CountryButton, type CountryWays } from './CountryButton.tsx';
import { DataTexts } from './DataText.tsx';
import { OwnAnswer, OwnSwitch } from './OwnCountry.tsx';
import { AnswerSources } from './SourceList.tsx';
import { useWords } from './words.ts';

interface CountrySearchProps {
  readonly dataset: Dataset;
  readonly statement: StatementId;
  readonly label: string;
  /** Told which countries match, for the lists beside the search to set them off. */
  readonly found: Signal<readonly CountryCode[]>;
  readonly ways: CountryWays;
}

/** How many answers are shown: more would push the list away, and a longer name narrows them. */
const MOST_ANSWERS = 5;

export function CountrySearch({ dataset, statement, label, found, ways }: CountrySearchProps) {
  const query = useSignal('');
  const words = useWords();
  const asked = query.value.trim() !== '';
  const answers = asked ? answersFor(dataset, statement, query.value, words) : [];

  function search(text: string) {
    query.value = text;
    found.value = text.trim() === '' ? [] : answersFor(dataset, statement, text, words).map((answer) => answer.code);
  }

  return (
    <div class="us-find">
      <OwnAnswer dataset={dataset} ways={ways} statement={statement} />
      <input
        type="search"
        aria-label={label}
        placeholder={`${label}…`}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <div role="status">
        {asked && answers.length === 0 && <p class="us-answers us-small">{words.say('card.find.none')}</p>}
        {answers.length > 0 && (
          <ul class="us-answers">
            {answers.slice(0, MOST_ANSWERS).map((answer, index) => (
              <li key={answer.code} class={`us-${answer.certainty}`}>
                <b>
                  <CountryButton country={answer} ways={ways} />
                </b>
                {words.say('card.colon')}
                {answer.answer}
                {answer.note && (
                  <p>
                    <DataTexts of={answer.note} />
                  </p>
                )}
                <AnswerSources sources={answer.sources} />
                {/* Of the best match alone: the same offer on each would be in the way of the answers. */}
                {index === 0 && <OwnSwitch country={answer} ways={ways} />}
              </li>
            ))}
            {answers.length > MOST_ANSWERS && (
              <li class="us-small">{words.say('card.find.more', { count: answers.length - MOST_ANSWERS })}</li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}
