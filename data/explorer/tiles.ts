/**
 * The world as tiles, one a country, all of the same size, so that the smallest can be seen and pointed at. Drawn here by hand: who
 * is neighbours on the globe is neighbours here as far as a grid allows, and seas are gaps where there is room for them.
 */
import type { CountryCode } from '../schema.ts';

/** Of a tile's corner; columns run east, rows south, both from 0. */
interface Tile {
  readonly code: CountryCode;
  readonly column: number;
  readonly row: number;
}

export interface TileLayout {
  readonly tiles: readonly Tile[];
  readonly columns: number;
  readonly rows: number;
}

/** Between the codes on the maps below. */
const SEA = '..';

/** A part of the world that keeps its shape wherever it is put. */
interface Part {
  /** Where its corner is on the map of the whole world. */
  readonly column: number;
  readonly row: number;
  readonly map: string;
}

const AMERICAS: Part = {
  column: 0,
  row: 2,
  map: `
    CA
    US
    MX .. CU BS
    GT BZ JM HT DO KN AG
    SV HN .. .. .. LC DM
    .. NI .. .. .. VC BB
    .. CR PA .. .. GD TT
    .. .. CO VE GY SR
    .. .. EC PE BR
    .. .. .. BO PY
    .. .. .. CL AR UY`,
};

/** Europe, Africa and the Near East. */
const MIDDLE: Part = {
  column: 6,
  row: 0,
  map: `
    .. .. IS .. .. NO SE FI EE
    .. .. IE GB .. DK .. LT LV RU
    .. .. .. BE NL DE PL BY UA
    .. .. AD FR LU LI CZ SK MD
    .. PT ES MC CH AT SI HU RO
    .. .. .. .. IT SM HR RS BG .. GE
    .. .. .. .. VA .. BA ME MK TR AM AZ
    .. .. .. .. .. MT .. AL GR CY SY IQ IR
    .. .. .. .. .. .. .. .. .. LB JO KW BH
    .. .. .. MA DZ TN LY EG .. IL PS SA QA AE
    .. .. .. MR ML NE TD SD ER DJ .. YE OM
    CV .. SN GN BF BJ NG CF SS ET SO
    .. .. GM SL CI TG CM CG UG KE
    .. .. GW LR GH ST GQ CD RW TZ .. SC
    .. .. .. .. .. .. GA AO BI MW KM
    .. .. .. .. .. .. .. NA ZM MZ MG MU
    .. .. .. .. .. .. .. BW ZW SZ
    .. .. .. .. .. .. .. ZA LS`,
};

/** The rest of Asia, and the Pacific. */
const EAST: Part = {
  column: 18,
  row: 4,
  map: `
    KZ
    UZ KG .. MN KP
    TM TJ .. CN KR .. JP
    .. AF PK NP BT
    .. .. .. IN BD MM LA VN
    .. .. .. LK .. .. TH KH .. PH
    .. .. MV .. .. .. MY BN .. PW FM MH
    .. .. .. .. .. .. SG ID TL PG SB NR KI
    .. .. .. .. .. .. .. .. .. .. VU TV WS
    .. .. .. .. .. .. .. .. AU .. .. FJ TO
    .. .. .. .. .. .. .. .. .. .. NZ`,
};

/** The whole world side by side. */
export const WIDE_TILES: TileLayout = layout([AMERICAS, MIDDLE, EAST].map((part) => ({ ...part, tiles: tilesOf(part.map) })));

/** Its three parts one below the other, for narrow screens; a row is left free between them. */
export const TALL_TILES: TileLayout = layout(stacked([AMERICAS, MIDDLE, EAST]));

function stacked(parts: readonly Part[]) {
  let next = 0;
  return parts.map(({ map }) => {
    const tiles = tilesOf(map);
    const row = next;
    next += Math.max(...tiles.map((tile) => tile.row)) + 2;
    return { column: 0, row, tiles };
  });
}

function layout(
  parts: readonly { readonly column: number; readonly row: number; readonly tiles: readonly Tile[] }[],
): TileLayout {
  const tiles = parts.flatMap((part) =>
    part.tiles.map(({ code, column, row }) => ({ code, column: column + part.column, row: row + part.row })),
  );
  return {
    tiles,
    columns: Math.max(...tiles.map(({ column }) => column)) + 1,
    rows: Math.max(...tiles.map(({ row }) => row)) + 1,
  };
}

function tilesOf(map: string): Tile[] {
  return map
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line
        .trim()
        .split(' ')
        .flatMap((code, column) => (code === SEA ? [] : [{ code, column, row }])),
    );
}
