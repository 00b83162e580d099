/** The world map itself, with the shapes and the projection that it needs: WorldMap.tsx loads it. */
import { geoEqualEarth, geoPath } from 'd3-geo';
import { useId, useMemo } from 'preact/hooks';
import { centres, DISPUTED, landShapes, SMALL } from '../../data/explorer/world.ts';
import type { CountryCode } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { CountryMap, type MapProps } from './CountryMap.tsx';
import type { Look, MapAnswer } from './map-content.ts';
import { StandingSign, WithdrewSign } from './StandingSign.tsx';
import { textureOf } from './Textures.tsx';
import { nearestIn } from './TileMap.tsx';

/** In the drawing's units: CSS pixels at that width. */
const WIDTH = 1200;
const LEAST_WIDTH = 600;
/** Of the discs that stand for states without a shape. */
const SMALL_RADIUS = 5;
/** How far from such a disc, and from the middle of a country beside the land, the pointer still means it. */
const SMALL_REACH = 9;
const REACH = 30;
/** Around all that is drawn, for the signs at the edge. */
const EDGE = 14;
/** The meridian in the middle, so that the map is parted in the Bering Strait. */
const MIDDLE = 11;

export function DrawnWorld(props: MapProps) {
  const { say } = useWords();
  const world = useMemo(drawWorld, []);
  const clip = useId();
  const { height, places, open, disputed, land, countryAt } = world;
  const sign = useMemo(() => signOf(world), [world]);
  return (
    <CountryMap
      {...props}
      width={WIDTH}
      height={height}
      leastWidth={LEAST_WIDTH}
      places={places}
      radius={11}
      countryAt={countryAt}
      sign={sign}
      keySign={keySign}
      caption={caption}
      under={
        <>
          <defs>
            <clipPath id={clip}>
              <path d={land} />
            </clipPath>
          </defs>
          <path class="us-land" d={open} data-land="" />
        </>
      }
      over={<path class="us-land" d={disputed} clip-path={`url(#${clip})`} data-land="" />}
      note={say('explorer.map.boundaries', { count: props.dataset.countries.length })}
      fileName="world"
      onTop={SMALL}
    />
  );
}

interface World {
  readonly height: number;
  /** The land of each country that has a shape. */
  readonly paths: ReadonlyMap<CountryCode, string>;
  readonly places: ReadonlyMap<CountryCode, readonly [x: number, y: number]>;
  /** Land without an answer, what is drawn over other land without one, and all land. */
  readonly open: string;
  readonly disputed: string;
  readonly land: string;
  readonly countryAt: (x: number, y: number, target: Element | null) => CountryCode | null;
}

function drawWorld(): World {
  const shapes = landShapes();
  const located = [...centres(shapes.features)];
  const all = {
    type: 'GeometryCollection' as const,
    geometries: [
      ...shapes.features.map(({ geometry }) => geometry),
      { type: 'MultiPoint' as const, coordinates: located.map(([, place]) => [...place]) },
    ],
  };
  const projection = geoEqualEarth()
    .rotate([-MIDDLE, 0])
    .fitWidth(WIDTH - 2 * EDGE, all);
  const path = geoPath(projection).digits(1);
  const [[, top], [, bottom]] = path.bounds(all);
  const height = Math.ceil(bottom - top) + 2 * EDGE;
  const [left, down] = projection.translate();
  projection.translate([left + EDGE, down - top + EDGE]);
  const draw = (shape: Parameters<typeof path>[0]) => path(shape) ?? '';
  const places = new Map(located.map(([code, place]) => [code, projection([...place] as [number, number]) ?? ([0, 0] as const)]));
  const smallAt = nearestIn(new Map([...places].filter(([code]) => SMALL.has(code))), SMALL_REACH);
  const nearest = nearestIn(places, REACH);
  return {
    height,
    paths: new Map(
      shapes.features.flatMap((shape) => (shape.properties.code === null ? [] : [[shape.properties.code, draw(shape)]])),
    ),
    places,
    open: draw({ ...shapes, features: shapes.features.filter(({ properties: { code } }) => code === null) }),
    disputed: draw(DISPUTED),
    land: draw(shapes),
    countryAt(x, y, target) {
      const small = smallAt(x, y);
      if (small !== null) return small;
      const code = target?.closest('[data-code]')?.getAttribute('data-code');
      if (code) return code;
      return target?.closest('[data-land]') ? null : nearest(x, y);
    },
  };
}

/** The land with its pattern; of a country without land of its own here a sign at its place. */
function signOf({ paths }: World) {
  return ({ code, look }: MapAnswer, { x, y }: { readonly x: number; readonly y: number }, prefix: string) => {
    const land = paths.get(code);
    if (land !== undefined) return <path class={classOf(look)} d={land} fill={textureOf(prefix, look)} />;
    return (
      <g class="us-small-state" transform={`translate(${x} ${y})`}>
        <StandingSign look={look} prefix={prefix} radius={SMALL_RADIUS} />
      </g>
    );
  };
}

/** Over all land, since a small country's sign is larger than it. */
function caption({ code, withdrew }: MapAnswer, { x, y }: { readonly x: number; readonly y: number }) {
  if (!withdrew) return null;
  return (
    <g key={code} transform={`translate(${x} ${y})`}>
      <WithdrewSign radius={10} />
    </g>
  );
}

function keySign(look: Look, prefix: string) {
  return <rect class={classOf(look)} x="-9" y="-9" width="18" height="18" fill={textureOf(prefix, look)} />;
}

/** Land that is blank or hatched needs a coast. */
function classOf(look: Look): string {
  return FULL.has(look) ? 'us-country' : 'us-country us-pale';
}

const FULL: ReadonlySet<Look> = new Set(['concern', 'support', 'both', 'voted-yes']);
