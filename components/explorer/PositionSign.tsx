/** Where a country stands, as a sign: its shape says what it did, and whose side it is, and so does its colour. */
import { stateInWords, stateSlug } from '../../data/explorer/view-title.ts';
import { stateOf } from '../../data/position-table.ts';
import type { Position } from '../../data/queries.ts';
import type { Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import type { Sign } from './matrix-signs.ts';

/** What shows a position on a statement: the same object for the same sign. Who is only named with a text is of no side's colour. */
export function signOf(statement: Statement, position: Position): Sign {
  const state = stateOf(statement, position);
  const stance = state === 'named as taking part' ? null : statement.stance;
  const key = `${state} ${stance}`;
  const sign = signs.get(key) ?? { state, stance };
  signs.set(key, sign);
  return sign;
}

const signs = new Map<string, Sign>();

/** The classes of an element that shows a position on a statement; see explorer.css. */
export function signClass(statement: Statement, position: Position): string {
  return stateClass(signOf(statement, position));
}

function stateClass({ state, stance }: Sign): string {
  return `us-sign us-is-${stateSlug(state)}${stance ? ` us-${stance}` : ''}`;
}

/** The sign beside the words that say the same. */
export function PositionSign({ statement, position }: { readonly statement: Statement; readonly position: Position }) {
  const words = useWords();
  return (
    <span class="us-signed">
      <i class={signClass(statement, position)} aria-hidden="true" />
      <span>{stateInWords(stateOf(statement, position), words)}</span>
    </span>
  );
}

const OF_SIDES = ['signed', 'joined later', 'withdrew'] as const;
const OF_NONE = [
  'named as taking part',
  'not on the list',
  'not known',
  'voted yes',
  'voted no',
  'abstained',
  'did not vote',
] as const;

/** What the signs mean. */
export function SignLegend() {
  const words = useWords();
  return (
    <ul class="us-sign-legend" aria-label={words.say('explorer.matrix.legend')}>
      {(['concern', 'support'] as const).map((stance) => (
        <li key={stance}>
          <b>{words.say(`explorer.side.${stance}`)}</b>
          {OF_SIDES.map((state) => (
            <LegendSign key={state} state={state} stance={stance} />
          ))}
        </li>
      ))}
      <li>
        {OF_NONE.map((state) => (
          <LegendSign key={state} state={state} stance={null} />
        ))}
      </li>
    </ul>
  );
}

function LegendSign({ state, stance }: Sign) {
  const words = useWords();
  return (
    <span class="us-signed">
      <i class={stateClass({ state, stance })} aria-hidden="true" />
      <span>{stateInWords(state, words)}</span>
    </span>
  );
}
