/**
 * A map of where all countries stand by a day, over the record or on one statement, whatever it is drawn on: tiles (TileMap.tsx) or land
 * (WorldMap.tsx). What it says is map-content.ts's.
 */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { standingsOver } from '../../data/explorer/standing.ts';
import { sentences } from '../../data/in-words.ts';
import type { CountryCode, Dataset, Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { type Look, type MapAnswer, recordMap, statementMap } from './map-content.ts';
import { Drawing, Picture } from './Picture.tsx';
import { type PictureList, type Spot, usePictureList } from './picture-list.ts';
import { WithdrewSign } from './StandingSign.tsx';
import { Textures } from './Textures.tsx';

/** What every map of countries is given. */
export interface MapProps {
  readonly dataset: Dataset;
  /** The day by which; null: the end of the record. */
  readonly asOf: string | null;
  /** The one statement that it is about; the whole record where it is left out. */
  readonly statement?: Statement | undefined;
  readonly picked: CountryCode | null;
  readonly onPick: (code: CountryCode) => void;
  /** Give the reader the picture as a file; without it none is offered. */
  readonly onSave?: ((blob: Blob, name: string) => void) | undefined;
}

export interface CountryMapProps extends MapProps {
  /** The size of the drawing, in its own units, in which all else is given too. */
  readonly width: number;
  readonly height: number;
  /** The least it is shown at, in CSS pixels: in narrower places it scrolls. */
  readonly leastWidth?: number;
  readonly places: ReadonlyMap<CountryCode, readonly [x: number, y: number]>;
  /** Half of what is marked off around the country that is pointed at. */
  readonly radius: number;
  /** Which country is meant by a place in the drawing, and what is drawn there; null: none. */
  readonly countryAt: (x: number, y: number, target: Element | null) => CountryCode | null;
  /** Those that are drawn over the others. */
  readonly onTop?: { has(code: CountryCode): boolean };
  /** What is drawn for a country, whose place is x, y. */
  readonly sign: (answer: MapAnswer, place: { readonly x: number; readonly y: number }, prefix: string) => ComponentChildren;
  /** A sign in the key, in a box from -10,-10 to 10,10. */
  readonly keySign: (look: Look, prefix: string) => ComponentChildren;
  /** What stands over all signs, at a country's place, and is told in other ways too. */
  readonly caption?: (answer: MapAnswer, place: { readonly x: number; readonly y: number }) => ComponentChildren;
  readonly under?: ComponentChildren;
  readonly over?: ComponentChildren;
  /** What has to be said of this map beside what is said of all. */
  readonly note?: string;
  readonly fileName: string;
}

export function CountryMap(props: CountryMapProps) {
  const { dataset, asOf, statement, picked, onPick, onSave, width, height, places, radius, countryAt, sign, keySign, onTop } =
    props;
  const words = useWords();
  const { say } = words;
  const prefix = useId();
  const standingsBy = useMemo(() => standingsOver(dataset), [dataset]);
  const names = useMemo(
    () => new Map(dataset.countries.map((country) => [country.code, words.country(country)])),
    [dataset, words],
  );
  const spots = useMemo(
    () =>
      dataset.countries
        .flatMap(({ code }): Spot[] => {
          const [x, y] = places.get(code) ?? [];
          return x === undefined || y === undefined ? [] : [{ id: code, name: names.get(code) ?? code, x, y }];
        })
        .toSorted((a, b) => words.compare(a.name, b.name)),
    [dataset, places, names, words],
  );
  const list = usePictureList({
    spots,
    shape: 'plane',
    spotAt: (event) => {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      const [x, y] = [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
      return countryAt(x, y, event.target instanceof Element ? event.target : null);
    },
    onPick,
  });
  const { shown, elementId } = list;

  const content = useMemo(
    () =>
      statement
        ? statementMap(dataset, { statement, asOf }, spots, words)
        : recordMap(standingsBy(asOf ?? undefined), spots, words),
    [statement, dataset, standingsBy, asOf, spots, words],
  );
  const { answers, tell } = content;
  // Made anew when somebody stands elsewhere, not when the pointer moves.
  const signs = useMemo(
    () =>
      spots.map(({ id, name, x, y }) => {
        const answer = answers.get(id);
        if (!answer) return null;
        return (
          <g
            key={id}
            id={elementId(id)}
            role="option"
            aria-selected={id === picked}
            aria-label={say('explorer.map.option', { country: name, standing: answer.inWords })}
            data-code={id}
          >
            {sign(answer, { x, y }, prefix)}
          </g>
        );
      }),
    [spots, answers, elementId, picked, say, sign, prefix],
  );
  // Drawn once more over the others, since choices stand in the order in which they are read, and not in that of layers.
  const raised = useMemo(
    () => onTop && spots.filter(({ id }) => onTop.has(id)).map(({ id }) => <use key={id} href={`#${elementId(id)}`} />),
    [spots, onTop, elementId],
  );
  const { caption } = props;
  const captions = useMemo(
    () =>
      caption &&
      spots.map(({ id, x, y }) => {
        const answer = answers.get(id);
        return answer && caption(answer, { x, y });
      }),
    [spots, answers, caption],
  );
  const told = useComputed(() => (shown.value === null ? '' : tell(shown.value)));
  const notes = [content.note, props.note].filter((note) => note !== undefined);
  const at = (code: string | null) => spots.find(({ id }) => id === code);
  const day = words.date(asOf ?? dataset.updated);
  const pickedSpot = at(picked);

  return (
    <Picture
      texts={{
        title: content.title,
        date: say('explorer.picture.asOf', { date: day }),
        source: say('explorer.picture.source', { date: words.date(dataset.updated) }),
        ...(notes.length > 0 && { note: sentences(notes, words) }),
      }}
      description={content.description}
      told={told}
      keyEntries={[
        ...content.key.map(({ look, text }) => ({
          id: text,
          sign: (
            <svg viewBox="-10 -10 20 20" aria-hidden="true">
              {keySign(look, prefix)}
            </svg>
          ),
          text,
        })),
        ...(content.marksWithdrawals
          ? [
              {
                id: 'withdrew',
                sign: (
                  <svg viewBox="-10 -10 20 20" aria-hidden="true">
                    <g transform="translate(-17 -17)">
                      <WithdrewSign radius={21} />
                    </g>
                  </svg>
                ),
                text: say('explorer.map.withdrew'),
              },
            ]
          : []),
      ]}
      table={content.table}
      fileName={`${props.fileName}${content.fileName}-${asOf ?? dataset.updated}`}
      onPick={onPick}
      onSave={onSave}
    >
      {(ids) => (
        <div class="us-picture-scroll">
          <Drawing
            ids={ids}
            list={list}
            width={width}
            height={height}
            leastWidth={props.leastWidth}
            ground={
              <>
                <Textures prefix={prefix} />
                {props.under}
              </>
            }
            cover={
              <>
                {raised}
                {props.over}
                {captions}
                {pickedSpot && <circle class="us-picked" cx={pickedSpot.x} cy={pickedSpot.y} r={radius} />}
                <Ring list={list} at={at} radius={radius} />
              </>
            }
          >
            {signs}
          </Drawing>
        </div>
      )}
    </Picture>
  );
}

/** Marks off what is pointed at; the one part of the picture that follows the pointer. */
function Ring({
  list: { shown, byKeys },
  at,
  radius,
}: {
  readonly list: Pick<PictureList, 'shown' | 'byKeys'>;
  readonly at: (code: string | null) => Spot | undefined;
  readonly radius: number;
}) {
  const spot = at(shown.value);
  return spot ? <circle class={byKeys.value ? 'us-ring us-by-keys' : 'us-ring'} cx={spot.x} cy={spot.y} r={radius} /> : null;
}
