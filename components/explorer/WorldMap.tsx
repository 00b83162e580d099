/** Where all countries stand, on a map of equal areas. Its land and projection are large for what they add to the tiles: they come when asked for. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWords } from '../words.ts';
import type { MapProps } from './CountryMap.tsx';

export function WorldMap(props: MapProps) {
  const { say } = useWords();
  const loaded = useSignal<typeof import('./DrawnWorld.tsx') | 'failed' | null>(null);
  useEffect(() => {
    import('./DrawnWorld.tsx').then(
      (module) => {
        loaded.value = module;
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }, [loaded]);
  if (loaded.value === null || loaded.value === 'failed')
    return <p role="status">{say(loaded.value === null ? 'explorer.map.loading' : 'explorer.map.failed')}</p>;
  const { DrawnWorld } = loaded.value;
  return <DrawnWorld {...props} />;
}
