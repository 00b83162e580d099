/** Where all countries stand, on tiles of one size: nobody is too small to be seen. */
import { Delaunay } from 'd3-delaunay';
import { useMemo, useRef } from 'preact/hooks';
import { TALL_TILES, type TileLayout, WIDE_TILES } from '../../data/explorer/tiles.ts';
import type { CountryCode } from '../../data/schema.ts';
import { CountryMap, type MapProps } from './CountryMap.tsx';
import type { Look, MapAnswer } from './map-content.ts';
import { StandingSign, WithdrewSign } from './StandingSign.tsx';
import { useWidth } from './use-width.ts';

/** From one tile to the next, and half a disc on it, in the drawing's units: CSS pixels at 1240. */
const STEP = 40;
const RADIUS = 17.5;
/** Narrower than this, in CSS pixels, the parts of the world stand one below the other. */
const WIDE_FROM = 760;
/** The most the parts are shown at when they stand so; pictures.css says the same. */
const TALL_WIDTH = 480;
/** The least a tile measures for letters on it to be read, in CSS pixels. */
const LETTERS_FROM = 33;

export function TileMap(props: MapProps) {
  const around = useRef<HTMLDivElement>(null);
  const width = useWidth(around, WIDE_FROM);
  const layout = width < WIDE_FROM ? TALL_TILES : WIDE_TILES;
  const places = useMemo(() => placesOf(layout), [layout]);
  const nearest = useMemo(() => nearestIn(places, STEP), [places]);
  const tileWidth = (layout === TALL_TILES ? Math.min(width, TALL_WIDTH) : width) / layout.columns;
  return (
    <div ref={around} class={layout === WIDE_TILES ? 'us-tiles' : 'us-tiles us-tall'}>
      <CountryMap
        {...props}
        width={layout.columns * STEP}
        height={layout.rows * STEP}
        places={places}
        radius={RADIUS + 2}
        countryAt={nearest}
        sign={tile}
        {...(tileWidth >= LETTERS_FROM && { caption })}
        keySign={keySign}
        fileName="tiles"
      />
    </div>
  );
}

function tile({ look, withdrew }: MapAnswer, { x, y }: { readonly x: number; readonly y: number }, prefix: string) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <StandingSign look={look} prefix={prefix} radius={RADIUS} />
      {withdrew && <WithdrewSign radius={RADIUS} />}
    </g>
  );
}

/** Those whose sign is full where the letters stand. */
const FILLED: ReadonlySet<Look> = new Set(['concern', 'support', 'both', 'joined-concern', 'joined-support']);

function caption({ code, look }: MapAnswer, { x, y }: { readonly x: number; readonly y: number }) {
  return (
    <text key={code} class={FILLED.has(look) ? 'us-code us-on-fill' : 'us-code'} x={x} y={y + STEP / 8}>
      {code}
    </text>
  );
}

function keySign(look: Look, prefix: string) {
  return <StandingSign look={look} prefix={prefix} radius={9} />;
}

function placesOf({ tiles }: TileLayout): Map<CountryCode, readonly [number, number]> {
  return new Map(tiles.map(({ code, column, row }) => [code, [(column + 0.5) * STEP, (row + 0.5) * STEP] as const]));
}

/** Finds the country whose place is nearest, if it is no farther than `reach`. */
export function nearestIn(
  places: ReadonlyMap<CountryCode, readonly [x: number, y: number]>,
  reach: number,
): (x: number, y: number) => CountryCode | null {
  const entries = [...places];
  const delaunay = Delaunay.from(
    entries,
    ([, [x]]) => x,
    ([, [, y]]) => y,
  );
  return (x, y) => {
    const [code, place] = entries[delaunay.find(x, y)] ?? [];
    return code !== undefined && place && Math.hypot(place[0] - x, place[1] - y) <= reach ? code : null;
  };
}
