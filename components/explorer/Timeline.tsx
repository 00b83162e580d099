/**
 * Every statement and vote of the record in time: concern on one side of the axis, support on the other, to one scale. In narrow places
 * time runs down and each has a row. What is known by name is solid, what is not is hatched.
 */
import { useComputed } from '@preact/signals';
import { scaleLinear, scaleUtc } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import { spread, type TimelineEntry, timelineOf } from '../../data/explorer/timeline.ts';
import { STANCES } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import type { Dataset, Stance, StatementId } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { Drawing, type KeyEntry, Picture, type PictureTable } from './Picture.tsx';
import { type PictureList, type Spot, usePictureList } from './picture-list.ts';
import { useWidth } from './use-width.ts';

interface TimelineProps {
  readonly dataset: Dataset;
  readonly picked: StatementId | null;
  readonly onPick: (id: StatementId) => void;
  /** Give the reader the picture as a file; without it none is offered. */
  readonly onSave?: ((blob: Blob, name: string) => void) | undefined;
}

/** Narrower than this, in CSS pixels, time runs down. */
const WIDE_FROM = 680;

export function Timeline({ dataset, picked, onPick, onSave }: TimelineProps) {
  const words = useWords();
  const { say } = words;
  const around = useRef<HTMLDivElement>(null);
  const width = useWidth(around, WIDE_FROM);
  const timeline = useMemo(() => timelineOf(dataset), [dataset]);
  const rtl = words.direction === 'rtl';
  const isWide = width >= WIDE_FROM;
  const plan = useMemo(() => (isWide ? planAcross : planDown)(timeline, width, rtl), [timeline, width, rtl, isWide]);
  const labels = useMemo(() => new Map(timeline.entries.map((entry) => [entry.id, labelOf(entry, words)])), [timeline, words]);
  const spots = useMemo(
    () =>
      timeline.entries.map(({ id, date }): Spot => {
        const { x, y } = plan.places.get(id) ?? { x: 0, y: 0 };
        return { id, name: date, x, y };
      }),
    [timeline, plan],
  );
  const list = usePictureList({
    spots,
    shape: 'line',
    rtl: rtl && isWide,
    spotAt: (event) =>
      event.target instanceof Element ? (event.target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null,
    onPick,
  });
  const { elementId, shown } = list;
  const prefix = useId();
  const bars = useMemo(
    () =>
      timeline.entries.map((entry) => {
        const place = plan.places.get(entry.id);
        return (
          place && (
            <g
              key={entry.id}
              id={elementId(entry.id)}
              class={classOf(entry)}
              role="option"
              aria-selected={entry.id === picked}
              aria-label={labels.get(entry.id)}
              data-id={entry.id}
            >
              <rect class="us-reach" {...place.reach} />
              <Entry entry={entry} place={place} plan={plan} prefix={prefix} />
            </g>
          )
        );
      }),
    [timeline, plan, elementId, picked, labels, prefix],
  );
  const texts = useMemo(
    () =>
      timeline.entries.map((entry) => {
        const place = plan.places.get(entry.id);
        return place && <EntryText key={entry.id} entry={entry} place={place} plan={plan} words={words} />;
      }),
    [timeline, plan, words],
  );
  const told = useComputed(() => (shown.value === null ? '' : (labels.get(shown.value) ?? '')));
  const table = useMemo(() => tableOf(timeline.entries, words), [timeline, words]);
  const sides = STANCES.map(
    (stance) => timeline.entries.filter((entry) => entry.kind === 'counted' && entry.stance === stance).length,
  );

  return (
    <div ref={around} class="us-timeline">
      <Picture
        texts={{
          title: say('explorer.timeline.title'),
          date: words.dateRange(timeline.entries[0]?.date ?? timeline.from, timeline.to),
          source: say('explorer.picture.source', { date: words.date(dataset.updated) }),
          note: say('explorer.timeline.note'),
        }}
        description={say('explorer.timeline.description', { concern: sides[0] ?? 0, support: sides[1] ?? 0 })}
        told={told}
        keyEntries={keyOf(prefix, say)}
        table={table}
        fileName={`timeline-${dataset.updated}`}
        onPick={onPick}
        onSave={onSave}
      >
        {(ids) => (
          <Drawing
            ids={ids}
            list={list}
            width={plan.width}
            height={plan.height}
            ground={
              <>
                <Hatches prefix={prefix} />
                {isWide ? <AxesAcross plan={plan} words={words} /> : <AxisDown plan={plan} words={words} />}
                {texts}
              </>
            }
            cover={
              <>
                <Frame at={picked} plan={plan} class="us-picked" />
                <Shown list={list} plan={plan} />
              </>
            }
          >
            {bars}
          </Drawing>
        )}
      </Picture>
    </div>
  );
}

/** A rectangle along the way that a bar grows: from its foot at the axis, so many units long. */
interface Place {
  /** The middle of the foot. */
  readonly x: number;
  readonly y: number;
  /** How a bar grows: one of the four directions. */
  readonly right: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
  readonly thickness: number;
  /** What can be pointed at. */
  readonly reach: Box;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Plan {
  readonly width: number;
  readonly height: number;
  readonly isAcross: boolean;
  readonly rtl: boolean;
  readonly places: ReadonlyMap<StatementId, Place>;
  /** How long a bar of so many countries is. */
  readonly long: (countries: number) => number;
  /** The numbers that the scale is marked at. */
  readonly marks: readonly number[];
  /** Where each side's bars begin. */
  readonly feet: Readonly<Record<Stance, number>>;
  /** Where years begin, across or down. */
  readonly years: readonly { readonly year: string; readonly at: number }[];
}

type Data = ReturnType<typeof timelineOf>;

/** How thick a bar outside the counts is, to one that is counted. */
const THIN = 0.5;

/** Of the picture across, in CSS pixels. */
const LANE = 168;
const HEAD = 46;
const AXIS = 34;
/** Room for a number and a sign at the end of the longest bar. */
const REACH = 28;
const EDGE = 20;
const SCALE_ROOM = 34;

function planAcross({ entries, from, to, most }: Data, width: number, rtl: boolean): Plan {
  const scale = scaleLinear([0, most], [0, LANE]).nice(4);
  const time = scaleUtc([new Date(from), new Date(to)], [EDGE, width - EDGE - SCALE_ROOM]);
  const turned = (x: number) => (rtl ? width - x : x);
  const feet = { concern: HEAD + LANE, support: HEAD + LANE + AXIS };
  const places = new Map<StatementId, Place>();
  for (const lane of [...STANCES, null]) {
    const own = entries.filter(({ stance }) => stance === lane);
    const room = width - 2 * EDGE - SCALE_ROOM;
    const apart = Math.min(25, room / Math.max(1, own.length));
    const middles = spread(
      own.map(({ date }) => time(new Date(date)) - EDGE),
      apart,
      room,
    );
    own.forEach(({ id, kind }, index) => {
      const x = turned((middles[index] ?? 0) + EDGE);
      const thickness = Math.max(1, Math.min(14, apart * 0.62)) * (kind === 'elsewhere' ? THIN : 1);
      if (lane === null) {
        const y = HEAD + LANE + AXIS / 2;
        places.set(id, { x, y, right: 0, down: 0, thickness: 14, reach: { x: x - 13, y: y - 13, width: 26, height: 26 } });
        return;
      }
      const y = feet[lane];
      const down = lane === 'concern' ? -1 : 1;
      const top = down < 0 ? y - LANE - REACH : y;
      places.set(id, {
        x,
        y,
        right: 0,
        down,
        thickness,
        reach: { x: x - apart / 2, y: top, width: apart, height: LANE + REACH },
      });
    });
  }
  return {
    width,
    height: 2 * (HEAD + LANE) + AXIS,
    isAcross: true,
    rtl,
    places,
    long: scale,
    marks: scale.ticks(4).filter((mark) => mark > 0),
    feet,
    years: time.ticks(YEARS).map((day) => ({ year: String(day.getUTCFullYear()), at: turned(time(day)) })),
  };
}

const YEARS = 8;

/** Of the picture down: a row, a row that begins a year, and the two lines with the sides' names. */
const ROW = 28;
const YEAR_ROW = 30;
const NAMES = 40;
/** At the end of the longest bar, for its number and signs. */
const TIP_ROOM = 52;

function planDown({ entries, most }: Data, width: number, rtl: boolean): Plan {
  const middle = width / 2;
  const scale = scaleLinear([0, most], [0, middle - TIP_ROOM]);
  const start = rtl ? 1 : -1;
  const places = new Map<StatementId, Place>();
  const years: Plan['years'][number][] = [];
  let top = NAMES;
  for (const { id, date, stance, kind } of entries) {
    const year = date.slice(0, 4);
    if (years.at(-1)?.year !== year) {
      years.push({ year, at: top + YEAR_ROW / 2 });
      top += YEAR_ROW;
    }
    const right = stance === null ? 0 : ((stance === 'concern' ? start : -start) as 1 | -1);
    places.set(id, {
      x: middle + right,
      y: top + ROW / 2,
      right,
      down: 0,
      thickness: kind === 'elsewhere' ? 12 * THIN : 12,
      reach: { x: 0, y: top, width, height: ROW },
    });
    top += ROW;
  }
  return {
    width,
    height: top + 4,
    isAcross: false,
    rtl,
    places,
    long: scale,
    marks: [],
    feet: { concern: middle, support: middle },
    years,
  };
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly place: Place;
  readonly plan: Plan;
  readonly prefix: string;
}

function Entry({ entry, place, plan, prefix }: EntryProps) {
  const { kind, stance, named, unnamed, later, joined, withdrew } = entry;
  const ends = [0, named, named + unnamed, named + unnamed + later].map(plan.long) as [number, number, number, number];
  return (
    <>
      {kind === 'vote' && <Diamond at={place} half={10} />}
      {kind === 'group' && <Diamond at={along(place, GROUP)} half={GROUP - 1} />}
      {named > 0 && <rect class="us-bar-named" {...bar(place, ends[0], ends[1])} />}
      {unnamed > 0 && <rect class="us-bar-unnamed" {...bar(place, ends[1], ends[2])} fill={`url(#${prefix}-${stance})`} />}
      {later > 0 && <rect class="us-bar-later" {...bar(place, ends[2], ends[3])} />}
      {joined.length + withdrew.length > 0 && (
        <ChangeSigns
          joined={joined.length > 0}
          withdrew={withdrew.length > 0}
          at={along(place, tipOf(entry, plan) + (plan.isAcross ? 25 : 38))}
        />
      )}
    </>
  );
}

/** Where an entry's bar ends. */
function tipOf({ kind, named, unnamed, later }: TimelineEntry, { long }: Plan): number {
  return kind === 'group' ? 2 * GROUP : long(named + unnamed + later);
}

interface TextProps {
  readonly entry: TimelineEntry;
  readonly place: Place;
  readonly plan: Plan;
  readonly words: Words;
}

/** A bar's number, at its end; beside a row, the day in the half that the bar leaves free. */
function EntryText({ entry, place, plan, words }: TextProps) {
  const { isAcross, rtl } = plan;
  const count = countOf(entry, words);
  const isVote = entry.kind === 'vote';
  const end = rtl ? -1 : 1;
  // A vote's numbers stand after its sign.
  const at = isVote ? { x: place.x + 16 * end, y: place.y } : along(place, tipOf(entry, plan) + (isAcross ? 10 : 6));
  const away = isVote ? end : place.right;
  const free = isVote ? -end : -place.right;
  return (
    <>
      {count !== '' && (
        <text class="us-bar-count" x={at.x} y={at.y + 4} text-anchor={away === 0 ? 'middle' : anchorOf(away, rtl)}>
          {count}
        </text>
      )}
      {!isAcross && (
        <text class="us-row-text" x={place.x + free * 14} y={place.y + 4} text-anchor={anchorOf(free, rtl)}>
          {words.date(entry.date, { year: false })}
        </text>
      )}
    </>
  );
}

/** Of a text that goes on to the right (1) or the left (-1) from its place. */
function anchorOf(right: number, rtl: boolean): 'start' | 'end' {
  return right > 0 === rtl ? 'end' : 'start';
}

/** Half of the sign of a group's statement. */
const GROUP = 6;

function countOf({ votes, kind, precision, named, unnamed }: TimelineEntry, words: Words): string {
  if (votes) return [votes.yes, votes.no, votes.abstained].map(words.number).join('–');
  if (kind === 'group') return '';
  const count = words.number(named + unnamed);
  return precision === 'exact' ? count : words.say('explorer.timeline.about', { count });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function Diamond({ at: { x, y }, half }: { readonly at: Point; readonly half: number }) {
  return <path class="us-diamond" d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`} />;
}

/** A plus for who joined later, a minus for who withdrew. */
function ChangeSigns({
  joined,
  withdrew,
  at: { x, y },
}: {
  readonly joined: boolean;
  readonly withdrew: boolean;
  readonly at: Point;
}) {
  const aside = joined && withdrew ? 5 : 0;
  return (
    <path
      class="us-change"
      d={`${joined ? `M${x - aside - 3.5} ${y}h7m-3.5 -3.5v7` : ''}${withdrew ? `M${x + aside - 3.5} ${y}h7` : ''}`}
    />
  );
}

function along({ x, y, right, down }: Place, distance: number): Point {
  return { x: x + right * distance, y: y + down * distance };
}

/** The part of a bar that begins and ends so far from its foot. */
function bar(place: Place, from: number, to: number): Box {
  const [near, far] = [along(place, from), along(place, to)];
  const half = place.thickness / 2;
  return place.down === 0
    ? { x: Math.min(near.x, far.x), y: place.y - half, width: to - from, height: place.thickness }
    : { x: place.x - half, y: Math.min(near.y, far.y), width: place.thickness, height: to - from };
}

/** For the countries that are counted and not known by name. */
function Hatches({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {STANCES.map((stance) => (
        <pattern
          key={stance}
          id={`${prefix}-${stance}`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class={`us-${stance} us-bar-hatch`} d="M0.5 0V4" />
        </pattern>
      ))}
    </defs>
  );
}

function AxesAcross({ plan, words }: { readonly plan: Plan; readonly words: Words }) {
  const { width, height, rtl, years, marks, feet, long } = plan;
  const [left, right] = rtl ? [SCALE_ROOM, width] : [0, width - SCALE_ROOM];
  const edge = rtl ? width : 0;
  return (
    <g>
      {years.map(({ year, at }) => (
        <path key={year} class="us-grid" d={`M${at} ${HEAD - 22}V${height - HEAD + 8}`} />
      ))}
      {STANCES.map((stance) => {
        const down = stance === 'concern' ? -1 : 1;
        return (
          <g key={stance} class={`us-${stance}`}>
            <path class="us-axis" d={`M${left} ${feet[stance]}H${right}`} />
            {marks.map((mark) => {
              const y = feet[stance] + down * long(mark);
              return (
                <g key={mark}>
                  <path class="us-grid" d={`M${left} ${y}H${right}`} />
                  <text class="us-scale-number" x={rtl ? SCALE_ROOM - 6 : width - SCALE_ROOM + 6} y={y + 4} text-anchor="start">
                    {words.number(mark)}
                  </text>
                </g>
              );
            })}
            <text class="us-side-name" x={edge} y={down < 0 ? 14 : height - 4} text-anchor="start">
              {words.say(`explorer.side.${stance}`)}
            </text>
          </g>
        );
      })}
      {years.map(({ year, at }) => (
        <text key={year} class="us-year" x={at + (rtl ? -5 : 5)} y={HEAD - 12} text-anchor="start">
          {words.date(year)}
        </text>
      ))}
    </g>
  );
}

function AxisDown({ plan: { width, height, rtl, years }, words }: { readonly plan: Plan; readonly words: Words }) {
  const middle = width / 2;
  const [start, end] = rtl ? [width, 0] : [0, width];
  return (
    <g>
      <path class="us-axis" d={`M${middle} ${NAMES}V${height}`} />
      {years.map(({ year, at }) => (
        <g key={year}>
          <path class="us-grid" d={`M0 ${at}H${width}`} />
          <text class="us-year us-on-middle" x={middle} y={at + 4} text-anchor="middle">
            {words.date(year)}
          </text>
        </g>
      ))}
      {STANCES.map((stance, line) => (
        <g key={stance} class={`us-${stance}`}>
          <text
            class="us-side-name"
            x={stance === 'concern' ? start : end}
            y={14 + 18 * line}
            text-anchor={stance === 'concern' ? 'start' : 'end'}
          >
            {words.say(`explorer.side.${stance}`)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Marks off what is pointed at; the one part of the picture that follows the pointer. */
function Shown({ list: { shown, byKeys }, plan }: { readonly list: Pick<PictureList, 'shown' | 'byKeys'>; readonly plan: Plan }) {
  return <Frame at={shown.value} plan={plan} class={byKeys.value ? 'us-ring us-by-keys' : 'us-ring'} />;
}

function Frame({ at, plan, class: name }: { readonly at: StatementId | null; readonly plan: Plan; readonly class: string }) {
  const place = at === null ? undefined : plan.places.get(at);
  return place ? <rect class={name} {...place.reach} rx="3" /> : null;
}

function classOf({ kind, stance }: TimelineEntry): string {
  return `us-entry us-kind-${kind}${stance ? ` us-${stance}` : ''}`;
}

/** What is known of the statement in a line. */
function labelOf(entry: TimelineEntry, words: Words): string {
  const { kind, stance, votes, named, unnamed, remainder, later, precision } = entry;
  const date = words.date(entry.date);
  if (votes) return words.say('explorer.timeline.vote', { date, ...votes, corrected: entry.corrected.length });
  const side = words.say(`explorer.side.${stance ?? 'vote'}`);
  if (kind === 'group') return words.say('explorer.timeline.group', { date, side });
  const id = precision === 'exact' ? (kind === 'elsewhere' ? 'elsewhere' : 'counted') : (`approximate.${precision}` as const);
  return words.say(`explorer.timeline.${id}`, {
    date,
    side,
    count: named + unnamed,
    unnamed,
    remainder: remainder === null ? 'untold' : remainder === 0 ? 'all' : 'some',
    later,
    joined: entry.joined.length,
    withdrew: entry.withdrew.length,
  });
}

const SIGN_BOX = '0 0 20 20';

function keyOf(prefix: string, say: Words['say']): KeyEntry[] {
  const both = (draw: (stance: Stance, x: number) => ComponentChildren) => (
    <svg viewBox={SIGN_BOX} aria-hidden="true">
      {STANCES.map((stance, index) => (
        <g key={stance} class={`us-entry us-kind-counted us-${stance}`}>
          {draw(stance, index * 10)}
        </g>
      ))}
    </svg>
  );
  const box = (x: number) => ({ x: x + 1, y: 2, width: 8, height: 16 });
  const sign = (name: string, drawn: ComponentChildren) => (
    <svg viewBox={SIGN_BOX} aria-hidden="true">
      <g class={name}>{drawn}</g>
    </svg>
  );
  return [
    { id: 'named', sign: both((_, x) => <rect class="us-bar-named" {...box(x)} />) },
    {
      id: 'unnamed',
      sign: both((stance, x) => <rect class="us-bar-unnamed" {...box(x)} fill={`url(#${prefix}-${stance})`} />),
    },
    { id: 'later', sign: both((_, x) => <rect class="us-bar-later" {...box(x)} />) },
    { id: 'joined', sign: sign('us-entry', <ChangeSigns joined withdrew={false} at={{ x: 10, y: 10 }} />) },
    { id: 'withdrew', sign: sign('us-entry', <ChangeSigns joined={false} withdrew at={{ x: 10, y: 10 }} />) },
    {
      id: 'elsewhere',
      sign: sign('us-entry us-kind-elsewhere us-support', <rect class="us-bar-named" x="8" y="2" width="4" height="16" />),
    },
    { id: 'group', sign: sign('us-entry us-kind-group us-support', <Diamond at={{ x: 10, y: 10 }} half={6} />) },
    { id: 'vote', sign: sign('us-entry us-kind-vote', <Diamond at={{ x: 10, y: 10 }} half={9} />) },
  ].map((entry) => ({ ...entry, text: say(`explorer.timeline.key.${entry.id as KeyId}`) }));
}

type KeyId = 'named' | 'unnamed' | 'later' | 'joined' | 'withdrew' | 'elsewhere' | 'group' | 'vote';

function tableOf(entries: readonly TimelineEntry[], words: Words): PictureTable {
  const { say } = words;
  return {
    head: [
      say('explorer.table.date'),
      say('explorer.table.side'),
      say('explorer.table.countries'),
      say('explorer.table.named'),
      say('explorer.table.unnamed'),
      say('explorer.table.later'),
      say('explorer.table.joined'),
      say('explorer.table.withdrew'),
    ],
    rows: entries.map((entry) => {
      const { id, date, stance, kind, precision, named, unnamed, remainder, later, joined, withdrew, votes } = entry;
      const numbers =
        kind === 'vote' || kind === 'group'
          ? ['', '', '', '', '']
          : [named, remainder, later, joined.length, withdrew.length].map((count) => (count === null ? '' : words.number(count)));
      const announced =
        precision === 'exact' ? countOf(entry, words) : say(`card.count.${precision}`, { count: named + unnamed });
      const remark = kind === 'group' || kind === 'elsewhere' ? say(`explorer.timeline.key.${kind}`) : '';
      const side = say(`explorer.side.${stance ?? 'vote'}`);
      return {
        id,
        cells: [
          words.date(date),
          remark ? say('explorer.table.remarked', { side, remark }) : side,
          votes ? say('explorer.table.votes', { ...votes }) : announced,
          ...numbers,
        ],
      };
    }),
  };
}
