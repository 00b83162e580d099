/** The shapes of the world: every country has a place, and what states dispute carries no country's code. */
import { geoCentroid, geoContains, geoDistance } from 'd3-geo';
import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import detailed from 'world-atlas/countries-50m.json' with { type: 'json' };
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' };
import { dataset } from '../../../data/dataset.ts';
import { centres, DISPUTED, landShapes, SMALL } from '../../../data/explorer/world.ts';
import { readDataset } from '../../../scripts/read-dataset.ts';

const land = landShapes().features;
const coded = land.flatMap(({ properties: { code } }) => code ?? []);
const record = readDataset('data');
const atlas = (topology: unknown) => {
  const read = topology as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(read, read.objects.countries).features;
};

test('every country has one shape or, where it is small, a place', () => {
  expect([...coded, ...SMALL.keys()].toSorted()).toEqual(dataset.countries.map(({ code }) => code).toSorted());
  expect([...centres(land).keys()].toSorted()).toEqual(dataset.countries.map(({ code }) => code).toSorted());
});

test('shapes have the codes of ISO 3166-1', () => {
  const shapes = new Map(atlas(coarse).map((shape) => [shape.id, shape]));
  for (const { code, numeric } of record.countries) {
    if (SMALL.has(code)) continue;
    const [longitude, latitude] = centres(land).get(code) ?? [Number.NaN, Number.NaN];
    const shape = shapes.get(numeric) as Feature;
    expect(geoDistance([longitude, latitude], geoCentroid(shape)), code).toBeLessThan(1.2);
    expect(land.find(({ properties }) => properties.code === code)?.geometry.type, code).toBeDefined();
  }
});

describe('land without an answer', () => {
  const open = land.filter(({ properties: { code } }) => code === null);

  test.each<[string, [number, number]]>([
    ['Crimea', [34.2, 45.2]],
    ['the east of Western Sahara', [-12, 26]],
    ['Taiwan', [121, 24]],
    ['Kosovo', [21, 42.6]],
    ['Somaliland', [46, 9.5]],
    ['the north of Cyprus', [33.5, 35.3]],
    ['the Falkland Islands (Malvinas)', [-60, -51.8]],
    ['Greenland', [-40, 72]],
  ])('%s is', (_, place) => {
    expect(open.filter(({ geometry }) => geoContains(geometry, place))).toHaveLength(1);
    expect(land.filter(({ geometry }) => geoContains(geometry, place))).toHaveLength(1);
  });

  test.each<[string, [number, number]]>([
    ['the west of Western Sahara', [-13, 25]],
    ['Srinagar', [74.8, 34.1]],
    ['Gilgit', [74.3, 35.9]],
    ['Aksai Chin', [79.3, 35.2]],
  ])('%s is, by what is drawn over it', (_, place) => {
    expect(geoContains(DISPUTED, place)).toBe(true);
  });

  test.each<[string, [number, number]]>([
    ['Morocco', [-9.6, 30.4]],
    ['Mauritania', [-12, 20]],
    ['Pakistan', [73, 33.6]],
    ['India', [76, 31]],
    ['Tibet', [81, 32]],
    ['Kashgar', [76, 39.5]],
  ])('%s is not', (_, place) => {
    expect(geoContains(DISPUTED, place)).toBe(false);
  });
});

test('Antarctica is left out', () => {
  expect(land.some(({ geometry }) => geoContains(geometry, [0, -85]))).toBe(false);
});

test('small states are where a finer map has them', () => {
  const shapes = new Map(atlas(detailed).map((shape) => [shape.id, shape]));
  for (const { code, numeric } of record.countries) {
    const place = SMALL.get(code);
    const shape = shapes.get(numeric);
    // Tuvalu is too small for that map too; Kiribati's place is that of its capital, far from its largest island.
    if (!place || !shape || code === 'KI') continue;
    expect(geoDistance([...place] as [number, number], geoCentroid(shape)), code).toBeLessThan(0.1);
  }
});
