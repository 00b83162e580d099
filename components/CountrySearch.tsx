/** "Did my country sign?", answered for any country of the world. */
import { type Signal, useSignal } from '@preact/signals';
import { answersFor } from '../data/popover-context.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import { SourceLink } from './SourceList.tsx';

interface CountrySearchProps {
  readonly dataset: Dataset;
  readonly statement: StatementId;
  readonly label: string;
  /** Told which countries match, for the lists beside the search to set them off. */
  readonly found: Signal<readonly CountryCode[]>;
}

/** How many answers are shown: more would push the list away, and a longer name narrows them. */
const MOST_ANSWERS = 5;

export function CountrySearch({ dataset, statement, label, found }: CountrySearchProps) {
  const query = useSignal('');
  const asked = query.value.trim() !== '';
  const answers = asked ? answersFor(dataset, statement, query.value) : [];

  function search(text: string) {
    query.value = text;
    found.value = text.trim() === '' ? [] : answersFor(dataset, statement, text).map((answer) => answer.code);
  }

  return (
    <div class="us-find">
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
        {asked && answers.length === 0 && <p class="us-answers us-small">No country of that name.</p>}
        {answers.length > 0 && (
          <ul class="us-answers">
            {answers.slice(0, MOST_ANSWERS).map((answer) => (
              <li key={answer.code} class={`us-${answer.certainty}`}>
                <b>{answer.name}</b>: {answer.answer}
                {answer.note && <p>{answer.note}</p>}
                {answer.sources.length > 0 && (
                  <ul class="us-answer-sources">
                    {answer.sources.map((source) => (
                      <li key={source.url ?? source.publisher}>
                        <SourceLink source={source} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
            {answers.length > MOST_ANSWERS && <li class="us-small">{answers.length - MOST_ANSWERS} more match.</li>}
          </ul>
        )}
      </div>
    </div>
  );
}
