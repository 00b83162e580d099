/** The maps: tiles of one size, or land, by the day on the slider, over the record or on the one statement that is open. */
import { MAPS } from '../../data/explorer/state.ts';
import { statementInWords } from '../../data/explorer/view-title.ts';
import { statementById } from '../../data/queries.ts';
import { useWords } from '../words.ts';
import { DateSlider } from './DateSlider.tsx';
import { TileMap } from './TileMap.tsx';
import type { ViewProps } from './view.ts';
import { WorldMap } from './WorldMap.tsx';

export function MapView({ dataset, state, ways }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const Drawn = state.map === 'world' ? WorldMap : TileMap;
  return (
    <>
      <div class="us-controls">
        <nav aria-label={say('explorer.map.kind')}>
          <ul class="us-chips">
            {MAPS.map((map) => (
              <li key={map}>
                <a href={ways.href({ map })} aria-current={map === state.map ? 'true' : undefined}>
                  {say(`explorer.map.${map}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <label class="us-map-statement">
          {say('explorer.statement')}{' '}
          <select
            class="us-select"
            value={state.statement ?? ''}
            onChange={({ currentTarget }) => ways.go({ statement: currentTarget.value || null, country: null, asOf: null })}
          >
            <option value="">{say('explorer.changes.whole')}</option>
            {dataset.statements.map((each) => (
              <option key={each.id} value={each.id}>
                {statementInWords(each, words)}
              </option>
            ))}
          </select>
        </label>
        {statement && (
          <>
            {/* Also while its card is open: a reader who pressed it goes on from it. */}
            <a href={ways.href({ country: null, card: 'open' })}>{say('explorer.position.statement')}</a>
            <a href={ways.href({ statement: null, asOf: null })}>{say('explorer.map.back')}</a>
          </>
        )}
      </div>
      <DateSlider
        dataset={dataset}
        statement={statement}
        value={state.asOf}
        onChange={(asOf) => ways.go({ asOf }, { inPlace: true })}
      />
      <Drawn
        dataset={dataset}
        asOf={state.asOf}
        statement={statement}
        picked={state.country}
        onPick={(country) => ways.go({ country })}
        onSave={(content, name) => ways.save({ name, type: content.type, content })}
      />
    </>
  );
}
