/**
 * The day by which the maps show who stands where: a stop for each day on which something changed, with the day and the change in words.
 * Of one statement there is one before them all, since on most nothing changed later.
 */
import { useId, useMemo } from 'preact/hooks';
import { dayBefore } from '../../data/event-date.ts';
import { changeDays, changesOn, type DayChanges } from '../../data/explorer/standing.ts';
import { statementInWords } from '../../data/explorer/view-title.ts';
import { sentences } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import { statementLine } from '../../data/popover-context.ts';
import { announcedSignatures, countryByCode, isCounted } from '../../data/queries.ts';
import type { CountryCode, Dataset, SignatureEvent, Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';

interface DateSliderProps {
  readonly dataset: Dataset;
  /** The one statement that the map is about; all that maps are made of where it is left out. */
  readonly statement?: Statement | undefined;
  /** Any day, a stop or not; null: the end of the record, which is the last stop. */
  readonly value: string | null;
  /** Called while the slider is dragged; null at the last stop. */
  readonly onChange: (day: string | null) => void;
}

export function DateSlider({ dataset, statement, value, onChange }: DateSliderProps) {
  const words = useWords();
  const id = useId();
  const statements = useMemo(() => statement && [statement], [statement]);
  const days = useMemo(() => changeDays(dataset, statements), [dataset, statements]);
  const stops = useMemo(() => [...(statement ? days.slice(0, 1).map(dayBefore) : []), ...days], [statement, days]);
  const last = stops.length - 1;
  const index = value === null ? last : stops.findLastIndex((day) => day <= value);
  const isStop = value === null || stops[index] === value;
  const isBefore = statement !== undefined && value !== null && value < statement.date;
  const shown = value ?? dataset.updated;
  const day = useMemo(
    () => value ?? days.findLast((each) => isEventful(changesOn(dataset, each, statements))),
    [value, days, dataset, statements],
  );
  const changes = useMemo(
    () => (day === undefined ? '' : inWords(dataset, changesOn(dataset, day, statements), words)),
    [dataset, day, statements, words],
  );
  // Where nothing ever changed there is no other day to go to.
  if (stops.length < 2) return null;
  return (
    <div class="us-date-slider">
      <label for={id}>{words.say('explorer.slider.label')}</label>
      <input
        id={id}
        type="range"
        min="0"
        max={last}
        step="1"
        value={Math.max(0, index)}
        aria-valuetext={words.date(shown)}
        aria-describedby={`${id}-changes`}
        onInput={(event) => {
          const stop = event.currentTarget.valueAsNumber;
          onChange(stop === last ? null : (stops[stop] ?? null));
        }}
      />
      <output for={id}>{words.date(shown)}</output>
      <p id={`${id}-changes`} class="us-small">
        {value === null && day !== undefined
          ? words.say('explorer.slider.last', { date: words.date(day), changes })
          : isBefore
            ? words.say('explorer.slider.before')
            : isStop
              ? changes
              : words.say('explorer.slider.nothing')}
      </p>
    </div>
  );
}

/** Whether anything is certain to have happened. */
function isEventful({ made, events }: DayChanges): boolean {
  return made.length + events.length > 0;
}

/** What happened on a day, in sentences. */
function inWords(dataset: Dataset, { made, events }: DayChanges, words: Words): string {
  const [certain, by] = [events.filter(isOfTheDay), events.filter((each) => !isOfTheDay(each))];
  const of = (type: SignatureEvent['type'], events = certain) =>
    events.filter(({ event }) => event.type === type).map(({ event }) => event.country);
  const told = (id: 'withdrew' | 'withdrewBy' | 'corrected', codes: readonly CountryCode[]) =>
    codes.length === 0
      ? []
      : [
          words.say(`explorer.slider.${id}`, {
            names: words.list(codes.map((code) => nameOf(dataset, code, words))),
          }),
        ];
  const happened = [
    ...made.map((statement) => madeInWords(statement, words)),
    ...joinedInWords(dataset, 'joined', certain, words),
    ...joinedInWords(dataset, 'joinedBy', by, words),
    ...told('withdrew', of('withdrew')),
    ...told('withdrewBy', of('withdrew', by)),
    ...told('corrected', of('vote-corrected')),
  ];
  return happened.length > 0 ? sentences(happened, words) : words.say('explorer.slider.nothing');
}

/** Rather than on that day or one before. */
function isOfTheDay({ event }: DayChanges['events'][number]): boolean {
  return typeof event.date === 'string';
}

/** Who joined which statement, one sentence each. */
function joinedInWords(dataset: Dataset, id: 'joined' | 'joinedBy', events: DayChanges['events'], words: Words): string[] {
  const joined = Map.groupBy(
    events.filter(({ event }) => event.type === 'joined'),
    ({ statement }) => statement,
  );
  return [...joined].map(([statement, joins]) =>
    words.say(`explorer.slider.${id}`, {
      count: joins.length,
      names: words.list(joins.map(({ event }) => nameOf(dataset, event.country, words))),
      statement: statementInWords(statement, words),
    }),
  );
}

function madeInWords(statement: Statement, words: Words): string {
  const { stance, announcedCount, approximateCount } = statement;
  if (stance === null) return words.say('explorer.slider.voted');
  if (!isCounted(statement)) return statementLine(statement, words).headline;
  const count = announcedCount ?? approximateCount?.near ?? announcedSignatures(statement).length;
  const precision = announcedCount === null ? (approximateCount?.precision ?? 'made') : 'made';
  return words.say(`explorer.slider.${precision}.${stance}`, { count });
}

function nameOf(dataset: Dataset, code: CountryCode, words: Words): string {
  const country = countryByCode(dataset, code);
  return country ? words.country(country) : code;
}
