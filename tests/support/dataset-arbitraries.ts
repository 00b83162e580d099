/** Statements nobody made, for properties that have to hold whatever the record says. */
import fc from 'fast-check';
import type { Dataset, EventDate, SignatureEvent, Stance, Statement } from '../../data/schema.ts';

const FIRST = Date.UTC(2019, 0, 1);
const DAYS = 8 * 365;

function dayAt(offset: number): string {
  return new Date(FIRST + offset * 86_400_000).toISOString().slice(0, 10);
}

/** A day of the years the record spans. */
export const anyDay = fc.integer({ min: 0, max: DAYS }).map(dayAt);

/** A day, or a range of up to a month, from `offset` days after 1 January 2019 on. */
function eventDateFrom(offset: number): fc.Arbitrary<EventDate> {
  return fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
    .map(([after, length]) =>
      length === 0 ? dayAt(offset + after) : { from: dayAt(offset + after), to: dayAt(offset + after + length) },
    );
}

export const anyEventDate = fc.integer({ min: 0, max: DAYS }).chain(eventDateFrom);

/** Codes enough for every case, few enough that the same state signs often. */
const CODES = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF'];

interface StatementDraft {
  readonly offset: number;
  readonly stance: Stance;
  readonly list: Statement['list'];
  readonly extra: number;
  readonly later: readonly { readonly count: number; readonly after: number }[];
  readonly events: readonly (readonly SignatureEvent[])[];
}

const anyDraft: fc.Arbitrary<StatementDraft> = fc.integer({ min: 0, max: DAYS }).chain((offset) =>
  fc.record({
    offset: fc.constant(offset),
    stance: fc.constantFrom('concern', 'support'),
    list: fc.constantFrom('full', 'partial'),
    extra: fc.nat(5),
    later: fc.array(fc.record({ count: fc.integer({ min: 1, max: 15 }), after: fc.nat(90) }), { maxLength: 2 }),
    events: fc.subarray(CODES).chain((codes) => fc.tuple(...codes.map((country) => eventsOf(country, offset)))),
  }),
);

function eventsOf(country: string, offset: number): fc.Arbitrary<SignatureEvent[]> {
  const signed = fc.oneof(
    fc.constant<SignatureEvent>({ type: 'signed', country, date: dayAt(offset), sources: [0] }),
    eventDateFrom(offset).map((date): SignatureEvent => ({ type: 'joined', country, date, sources: [0] })),
  );
  // Later than the longest a joining can take.
  const withdrew = eventDateFrom(offset + 91).map((date): SignatureEvent => ({ type: 'withdrew', country, date, sources: [0] }));
  return fc.tuple(signed, fc.option(withdrew, { nil: undefined })).map(([first, second]) => (second ? [first, second] : [first]));
}

function statementOf({ offset, stance, list, extra, later, events }: StatementDraft, index: number): Statement {
  const flat = events.flat();
  const announced = flat.filter(({ type }) => type === 'signed').length;
  return {
    id: `${dayAt(offset)}-${stance}-${'abcdefgh'[index]}`,
    date: dayAt(offset),
    kind: 'joint-statement',
    forum: 'UN Human Rights Council',
    body: 'HRC',
    stance,
    topics: ['xinjiang'],
    deliveredBy: null,
    document: null,
    announcedCount: Math.max(1, list === 'full' ? announced : announced + extra),
    laterCounts: later.map(({ count, after }) => ({ count, date: dayAt(offset + after) })),
    list,
    laterList: null,
    listOrigins: [],
    events: flat,
    counterpart: null,
    summary: 'A statement.',
    quotes: [],
    sources: [
      {
        publisher: 'United Nations',
        title: null,
        url: 'https://docs.un.org/en/A/1',
        date: null,
        languages: ['en'],
        tier: 'primary',
      },
    ],
    readerSources: [0],
    caveats: [],
    confidence: 'high',
  };
}

/** Up to eight statements of both sides, oldest first, signed by six states again and again. */
export const anyDataset: fc.Arbitrary<Dataset> = fc.array(anyDraft, { maxLength: 8 }).map((drafts) => ({
  statements: drafts.map(statementOf).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  facts: [],
  countries: [],
  council: [],
  updated: '2026-12-31',
}));
