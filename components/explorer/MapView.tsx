/** The maps: tiles of one size, or land, by the day on the slider. */
import { MAPS } from '../../data/explorer/state.ts';
import { useWords } from '../words.ts';
import { DateSlider } from './DateSlider.tsx';
import { TileMap } from './TileMap.tsx';
import type { ViewProps } from './view.ts';
import { WorldMap } from './WorldMap.tsx';

export function MapView({ dataset, state, ways }: ViewProps) {
  const { say } = useWords();
  const Drawn = state.map === 'world' ? WorldMap : TileMap;
  return (
    <>
      <nav class="us-controls" aria-label={say('explorer.map.kind')}>
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
      <DateSlider dataset={dataset} value={state.asOf} onChange={(asOf) => ways.go({ asOf }, { inPlace: true })} />
      <Drawn
        dataset={dataset}
        asOf={state.asOf}
        picked={state.country}
        onPick={(country) => ways.go({ country, statement: null })}
        onSave={(content, name) => ways.save({ name, type: content.type, content })}
      />
    </>
  );
}
