/**
 * The world's land as shapes that carry our codes, and a centre for each country of the dataset. Shapes are those of Natural Earth at
 * 1:110 000 000, from the package world-atlas. It draws land by who governs it; what states dispute is drawn here without an answer.
 */
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import topology from 'world-atlas/countries-110m.json' with { type: 'json' };
import type { CountryCode } from '../schema.ts';

export interface LandProperties {
  /** null: land that is shown without an answer, since it is no country of the dataset, or states dispute whose it is. */
  readonly code: CountryCode | null;
}

export type Land = Feature<Polygon | MultiPolygon, LandProperties>;

/** Longitude and latitude, in degrees. */
export type Place = readonly [longitude: number, latitude: number];

/** All land but Antarctica, which no state's answer could cover. */
export function landShapes(): FeatureCollection<Polygon | MultiPolygon, LandProperties> {
  const { features } = feature(ATLAS, ATLAS.objects.countries);
  return {
    type: 'FeatureCollection',
    features: features.filter(({ id }) => id !== ANTARCTICA).flatMap((shape) => landOf(shape)),
  };
}

/** The middle of each country's largest piece of land; of those too small to have a shape, where they are. By code. */
export function centres(land: readonly Land[]): Map<CountryCode, Place> {
  const drawn = land.flatMap(({ geometry, properties: { code } }): [CountryCode, Place][] =>
    code === null ? [] : [[code, geoCentroid(largest(geometry))]],
  );
  return new Map([...drawn, ...SMALL]);
}

/** States too small to have a shape at this scale, with where they are. */
export const SMALL: ReadonlyMap<CountryCode, Place> = new Map(
  `AD 1.6 42.5, AG -61.8 17.1, BB -59.6 13.2, BH 50.5 26, CV -23.6 15.1, DM -61.4 15.4, FM 158.2 6.9, GD -61.7 12.1,
   KI 173 1.4, KM 43.3 -11.7, KN -62.7 17.3, LC -61 13.9, LI 9.5 47.1, MC 7.4 43.8, MH 171.2 7.1, MT 14.4 35.9,
   MU 57.6 -20.3, MV 73.5 4.2, NR 166.9 -0.5, PW 134.6 7.5, SC 55.5 -4.7, SG 103.8 1.4, SM 12.5 43.9, ST 6.6 0.2,
   TO -175.2 -21.2, TV 179.2 -8.5, VA 12.4 41.9, VC -61.2 13.3, WS -172.4 -13.6`
    .split(',')
    .map((entry) => {
      const [code = '', longitude, latitude] = entry.trim().split(' ');
      return [code, [Number(longitude), Number(latitude)]];
    }),
);

/**
 * What the atlas counts to one state or another and states dispute, in rough outline, to be drawn over the land without an answer: Western
 * Sahara, of which the atlas has the part east of the berm only, and Jammu and Kashmir, of which India, Pakistan and China each hold a part.
 * Outlines reach into the sea; what is not land is to be cut off.
 */
export const DISPUTED: MultiPolygon = {
  type: 'MultiPolygon',
  // Clockwise, as a globe's polygons are when they hold less than half of it.
  coordinates: [
    outline(
      '-8.67 27.67, -8.69 25.9, -11.97 25.93, -11.94 23.37, -12.88 23.29, -13.12 22.77, -12.93 21.33, -17.6 21.33, -17.6 27.67',
    ),
    outline(
      '73.6 34.3, 72.6 36.1, 74.6 37, 76 36.6, 77.8 35.5, 79.2 35.9, 80.2 35.4, 79.2 33, 79.2 32.5, 78.5 32.6, 76.8 33.2, 75.6 32.3, 74.4 32.7',
    ),
  ],
};

const ATLAS = topology as unknown as Topology<{ countries: GeometryCollection }>;
const ANTARCTICA = '010';
const RUSSIA: CountryCode = 'RU';

/** The shape with our code; of Russia, Crimea apart and without one: the UN General Assembly regards it as Ukraine's. */
function landOf({ id, geometry }: Feature<Geometry>): Land[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const code = CODES.get(String(id)) ?? null;
  if (code !== RUSSIA) return [landFeature(code, geometry)];
  const polygons = polygonsOf(geometry);
  const crimea = polygons.filter(isCrimea);
  return [
    landFeature(code, { type: 'MultiPolygon', coordinates: polygons.filter((polygon) => !isCrimea(polygon)) }),
    ...crimea.map((coordinates) => landFeature(null, { type: 'Polygon', coordinates })),
  ];
}

function landFeature(code: CountryCode | null, geometry: Polygon | MultiPolygon): Land {
  return { type: 'Feature', properties: { code }, geometry };
}

/** The atlas has Crimea as a piece of its own. */
function isCrimea(polygon: readonly Position[][]): boolean {
  return polygon
    .flat()
    .every(([longitude = 0, latitude = 0]) => longitude > 32 && longitude < 37 && latitude > 44 && latitude < 46.5);
}

/** A ring through places such as "-8.67 27.67", which closes itself. */
function outline(places: string): Position[][] {
  const ring = places.split(',').map((place) => place.trim().split(' ').map(Number));
  return [[...ring, ...ring.slice(0, 1)]];
}

function largest(geometry: Polygon | MultiPolygon): Polygon {
  const polygons = polygonsOf(geometry).map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return polygons.reduce((most, polygon) => (geoArea(polygon) > geoArea(most) ? polygon : most));
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** ISO 3166-1 alpha-2 by numeric, by which the atlas knows countries; those of the dataset that have a shape. */
const CODES: ReadonlyMap<string, CountryCode> = new Map(
  `
   AE784 AF004 AL008 AM051 AO024 AR032 AT040 AU036 AZ031 BA070 BD050 BE056 BF854 BG100 BI108 BJ204 BN096 BO068 BR076
   BS044 BT064 BW072 BY112 BZ084 CA124 CD180 CF140 CG178 CH756 CI384 CL152 CM120 CN156 CO170 CR188 CU192 CY196 CZ203
   DE276 DJ262 DK208 DO214 DZ012 EC218 EE233 EG818 ER232 ES724 ET231 FI246 FJ242 FR250 GA266 GB826 GE268 GH288 GM270
   GN324 GQ226 GR300 GT320 GW624 GY328 HN340 HR191 HT332 HU348 ID360 IE372 IL376 IN356 IQ368 IR364 IS352 IT380 JM388
   JO400 JP392 KE404 KG417 KH116 KP408 KR410 KW414 KZ398 LA418 LB422 LK144 LR430 LS426 LT440 LU442 LV428 LY434 MA504
   MD498 ME499 MG450 MK807 ML466 MM104 MN496 MR478 MW454 MX484 MY458 MZ508 NA516 NE562 NG566 NI558 NL528 NO578 NP524
   NZ554 OM512 PA591 PE604 PG598 PH608 PK586 PL616 PS275 PT620 PY600 QA634 RO642 RS688 RU643 RW646 SA682 SB090 SD729
   SE752 SI705 SK703 SL694 SN686 SO706 SR740 SS728 SV222 SY760 SZ748 TD148 TG768 TH764 TJ762 TL626 TM795 TN788 TR792
   TT780 TZ834 UA804 UG800 US840 UY858 UZ860 VE862 VN704 VU548 YE887 ZA710 ZM894 ZW716`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(2), entry.slice(0, 2)]),
);
