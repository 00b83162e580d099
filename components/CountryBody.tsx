/** A country's record: what is not known, what changed, then every statement, each a way to its card. Both sides are shown alike. */
import type { CountryContext, CountryRow } from '../data/country-context.ts';
import type { StatementId } from '../data/schema.ts';
import type { CountryWays } from './CountryButton.tsx';
import { DataTexts } from './DataText.tsx';
import { OwnSwitch } from './OwnCountry.tsx';
import { AnswerSources } from './SourceList.tsx';
import { useWords } from './words.ts';

interface CountryBodyProps {
  readonly context: CountryContext;
  readonly onOpen: (id: StatementId) => void;
  readonly ways: CountryWays;
}

export function CountryBody({ context, onOpen, ways }: CountryBodyProps) {
  const words = useWords();
  return (
    <>
      {context.gap && <p class="us-gap">{context.gap}</p>}
      {context.changes.length > 0 && (
        <section>
          <h3>{words.say('card.country.changes')}</h3>
          <ul class="us-sentences">
            {context.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      {context.parts.map(({ stance, label, rows, notKnown }) => (
        <section key={label} class={stance ? `us-part us-${stance}` : 'us-part'}>
          <h3>{label}</h3>
          <Rows rows={rows} onOpen={onOpen} />
          {notKnown.length > 0 && (
            <details class="us-fold">
              <summary>
                {words.say('card.country.notKnown')} · {words.number(notKnown.length)}
              </summary>
              <Rows rows={notKnown} onOpen={onOpen} />
            </details>
          )}
        </section>
      ))}
      <p class="us-small">
        <OwnSwitch country={context} ways={ways} />
      </p>
      <p class="us-small">{context.updated}</p>
    </>
  );
}

function Rows({ rows, onOpen }: { readonly rows: readonly CountryRow[]; readonly onOpen: (id: StatementId) => void }) {
  return (
    <ol class="us-rows">
      {rows.map((row) => (
        <li key={row.id} class={`us-${row.certainty}`}>
          <button type="button" onClick={() => onOpen(row.id)}>
            <span>{row.date}</span>{' '}
            <span>
              <b>{row.position}</b>{' '}
              <small>
                <bdi>{row.headline}</bdi>
              </small>
            </span>
          </button>
          {row.note && (
            <p>
              <DataTexts of={row.note} />
            </p>
          )}
          <AnswerSources sources={row.sources} />
        </li>
      ))}
    </ol>
  );
}
