/**
 * The one schema of the dataset: what a statement, a signature, a source, a country and a context fact are.
 * Types are derived from it; the build validates every data file with it (scripts/read-dataset.ts), so nothing
 * that runs in a page needs a validator. What each field means in full is in the dictionary of data/README.md.
 */
import * as v from 'valibot';

/** Calendar day, `YYYY-MM-DD`, one that there is: no 30 February. */
export const Day = v.pipe(
  v.string(),
  v.isoDate('expected a day as YYYY-MM-DD'),
  v.check((text) => !hasFormOfDay(text) || isInCalendar(text), 'expected a day that the calendar has'),
);

function hasFormOfDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Day, month or year, as precise as the source is: `2019-07-11`, `2019-07`, `2019`. */
const partialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD'),
);

/** ISO 3166-1 alpha-2, upper case. */
const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code'));

/** Text as it is shown, so that what a file holds and what is read from it are the same. */
const nonEmpty = v.pipe(v.string(), v.regex(/^\S(?:[\s\S]*\S)?$/, 'expected text, without space before or after it'));

/** Statement ids are `<day>-<stance or kind>[-<suffix>]`, the same as the file's name. */
const statementId = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}-[a-z-]+$/, 'expected <YYYY-MM-DD>-<words>'));

/** Indexes into the statement's own `sources`. */
const sourceRefs = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/**
 * How close a source is to the event, and therefore whether a reader is sent there:
 * `primary` UN documents and governments' own pages · `press` wire services, established newspapers ·
 * `research` NGOs and research institutes · `state-media` of any state, labelled as such ·
 * `advocacy` of whichever side, labelled as such · `evidence` copies, blogs, forums: for maintainers, never linked.
 * data/README.md draws the lines.
 */
export const SourceTier = v.picklist(['primary', 'press', 'research', 'state-media', 'advocacy', 'evidence']);

export const Source = v.strictObject({
  publisher: nonEmpty,
  title: v.nullable(nonEmpty),
  /** null: only a copy of it was found, which is kept as `evidence`; readers see it named, not linked. */
  url: v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'expected an address that starts with http: or https:'))),
  date: v.nullable(partialDate),
  /** BCP 47 tags of the page's languages. */
  languages: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.minLength(1)),
  /** What of the record this source bears out, for maintainers. */
  supports: nonEmpty,
  tier: SourceTier,
});

/** A day, or the first and last day it can have been where sources differ or tell only a limit. */
export const EventDate = v.union([
  Day,
  v.pipe(
    v.strictObject({ from: Day, to: Day }),
    v.check(({ from, to }) => from < to, 'expected from before to; a single day is written as one'),
  ),
]);

const eventEntries = {
  country: countryCode,
  date: EventDate,
  /** When it became known, where that was later: until then no page could tell. */
  madePublic: v.optional(partialDate),
  /** Reader-facing remark, one sentence. */
  note: v.optional(nonEmpty),
  /** What bears this event out; never empty. */
  sources: v.pipe(sourceRefs, v.minLength(1)),
};

/**
 * What one state did about a statement, and when:
 * `signed` it was among those first announced · `joined` it was added later · `withdrew` it left, having signed or joined ·
 * `vote-corrected` it asked for another vote to be recorded than was; the announced result stands.
 */
export const SignatureEvent = v.variant('type', [
  v.strictObject({ type: v.picklist(['signed', 'joined', 'withdrew']), ...eventEntries }),
  v.strictObject({
    type: v.literal('vote-corrected'),
    ...eventEntries,
    recorded: v.picklist(['yes', 'no', 'abstain']),
    requested: v.picklist(['yes', 'no', 'abstain']),
  }),
]);

/** Where a list of names comes from: sources that go back to the same one are one origin. */
export const ListOrigin = v.strictObject({ name: nonEmpty, sources: v.pipe(sourceRefs, v.minLength(1)) });

/** A count that became known after the announcement. */
export const LaterCount = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.nullable(partialDate),
  /** What bears the number out; never empty. */
  sources: v.pipe(sourceRefs, v.minLength(1)),
});

/** Another number than that announced, which reports gave of the same list: no growth. */
export const DifferingCount = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What bears the number out; never empty. */
  sources: v.pipe(sourceRefs, v.minLength(1)),
});

export const Quote = v.strictObject({
  /** As printed by the source, 25 words at most (checks/quotations.ts counts them, in any language). */
  text: nonEmpty,
  source: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whose words they are, where they are not the statement's own: "CGTN, describing the statement". */
  by: v.optional(nonEmpty),
});

const Votes = v.strictObject({
  yes: v.array(countryCode),
  no: v.array(countryCode),
  abstain: v.array(countryCode),
  outcome: v.picklist(['adopted', 'rejected']),
  /** What bears out who voted how, list by list: few pages print all three. */
  sources: v.strictObject({
    yes: v.pipe(sourceRefs, v.minLength(1)),
    no: v.pipe(sourceRefs, v.minLength(1)),
    abstain: v.pipe(sourceRefs, v.minLength(1)),
  }),
});

export const Statement = v.strictObject({
  id: statementId,
  /** The day it was sent, read out or voted on. */
  date: Day,
  /** The day it became public, where that is known to differ or to be the same. */
  madePublic: v.optional(Day),
  kind: v.picklist(['letter', 'joint-statement', 'vote']),
  /** Where, in words: body, session, committee. */
  forum: nonEmpty,
  /** HRC: Human Rights Council, Geneva. UNGA-3C: General Assembly's Third Committee, New York. null: neither. */
  body: v.nullable(v.picklist(['HRC', 'UNGA-3C'])),
  /** concern: voiced concern. support: voiced support for China. null: a vote. */
  stance: v.nullable(v.picklist(['concern', 'support'])),
  /** Empty when the text is not known. Without `xinjiang` it is kept so that it can be told apart. */
  topics: v.array(v.picklist(['xinjiang', 'hong-kong', 'tibet'])),
  /** Who read it out, or introduced the draft. */
  deliveredBy: v.nullable(countryCode),
  /** UN document symbol; `verified` when a stored source confirms it. */
  document: v.nullable(v.strictObject({ symbol: nonEmpty, verified: v.boolean() })),
  /** The number of states named when it was announced; null when no exact number was given. */
  announcedCount: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The number where no exact one is known: {precision: "nearly", near: 80}. */
  approximateCount: v.optional(
    v.strictObject({ precision: v.picklist(['about', 'nearly']), near: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
  /** What bears that number out; empty where none was given. */
  announcedSources: sourceRefs,
  laterCounts: v.array(LaterCount),
  /** Other numbers that reports gave of the same list; readers are told of them by a caveat. */
  differingCounts: v.optional(v.array(DifferingCount)),
  /** full: every state is listed. partial: some are. count-only: none but, at most, the state that read it out. */
  list: v.picklist(['full', 'partial', 'count-only']),
  /** The same, for the list as it stood after later joiners; null where it did not grow. */
  laterList: v.nullable(v.picklist(['full', 'partial'])),
  /** The independent origins of the names; empty where no list is known. */
  listOrigins: v.array(ListOrigin),
  /** Who signed, joined, withdrew, had a vote corrected: by day, then by country. */
  events: v.array(SignatureEvent),
  votes: v.optional(Votes),
  /** A statement made in the name of a group: its members are not signatories. */
  group: v.optional(
    v.strictObject({
      name: nonEmpty,
      members: v.array(countryCode),
      note: nonEmpty,
      /** What bears out who its members are. */
      sources: v.pipe(sourceRefs, v.minLength(1)),
    }),
  ),
  /** The standing group whose states made it, each by its own name, where others were not asked: nobody stopped signing by not being there. */
  standingGroup: v.optional(nonEmpty),
  /** Whose description `stance` rests on, where the text itself was not seen. */
  stanceBasis: v.optional(nonEmpty),
  /** The statement of the other side that belongs with this one (the same session and matter); symmetrical. */
  counterpart: v.nullable(statementId),
  /** What it was and what it asked, in two sentences. */
  summary: nonEmpty,
  quotes: v.array(Quote),
  sources: v.pipe(v.array(Source), v.minLength(1)),
  /** Those of the one to four sources a reader is shown, best first; never of tier `evidence`. */
  readerSources: sourceRefs,
  /** Those that no other field points to: a count that differs, a remark of the notes. `supports` says of what. */
  contextSources: sourceRefs,
  /** Where sources disagree or the list has gaps, in sentences for readers. */
  caveats: v.array(nonEmpty),
  /** The same and more, for maintainers: evidence, provenance, arithmetic. */
  research: v.array(nonEmpty),
  confidence: v.picklist(['high', 'medium', 'low']),
});

/** A language, with its script where the language alone does not say it: `fr`, `zh-Hant`. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'expected a language such as fr or zh-Hant'));

/**
 * A country as its file holds it. Its name and its other ISO codes come from the package i18n-iso-countries when the data
 * is read; `override` replaces what is not right there.
 */
export const CountryRecord = v.strictObject({
  code: countryCode,
  override: v.optional(
    v.strictObject({
      /** The UN's short name in English, where the package has another. */
      name: v.optional(nonEmpty),
      /** By language, where Intl.DisplayNames has a name that the UN does not use. */
      displayNames: v.optional(v.record(language, nonEmpty)),
      /** Why the others' data is not right here, for maintainers. */
      reason: nonEmpty,
    }),
  ),
  /** The name in a running list where the UN's is long: "United Kingdom". */
  shortName: v.optional(nonEmpty),
  /** The UN's formal name in English, without "the": "Hellenic Republic". */
  formalName: nonEmpty,
  /** Other names text uses and readers look for: "North Korea", "Turkey", "Swaziland". */
  otherNames: v.array(nonEmpty),
  adjectives: v.array(nonEmpty),
  /** The UN's regional groups. null: in none. */
  group: v.nullable(v.picklist(['africa', 'asia-pacific', 'eastern-europe', 'latin-america', 'western-europe'])),
  membership: v.picklist(['member', 'observer']),
});

/** A claim somebody made, attributed; never a finding of ours. */
export const ContextFact = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  claim: nonEmpty,
  attributedTo: nonEmpty,
  date: partialDate,
  /** The statements it belongs beside. */
  statements: v.array(statementId),
  /** Whose account it is. */
  side: v.picklist(['concern', 'support', 'un', 'press', 'research']),
  sources: v.pipe(v.array(Source), v.minLength(1)),
  /** For maintainers. */
  research: v.optional(nonEmpty),
});

/** The members of the Human Rights Council in a year for which the record needs them. */
export const CouncilYear = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(2006)),
  members: v.array(countryCode),
  /** What the year alone does not tell, for maintainers: "Russia was a member until 7 April 2022." */
  note: v.optional(nonEmpty),
  sources: v.pipe(v.array(Source), v.minLength(1)),
});

/** A host that sources of the record are on, and the tiers such a source may have. */
export const Host = v.strictObject({
  host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.[a-z]+$/, 'expected a host name in small letters')),
  /** Who publishes there, and of what kind they are. */
  publisher: nonEmpty,
  tiers: v.pipe(v.array(SourceTier), v.minLength(1)),
  /** Why it is in that tier, where the publisher's kind does not say so by itself; there where `tiers` has more than one. */
  reason: v.optional(nonEmpty),
});

/** The files under data/, each with the JSON Schema that editors check it by (scripts/json-schemas.ts writes those). */
const fileSchema = (name: string, depth = '') => v.literal(`${depth}./json-schema/${name}.schema.json`);

export const StatementFile = v.strictObject({ $schema: fileSchema('statement', '.'), ...Statement.entries });
export const FactsFile = v.strictObject({ $schema: fileSchema('facts'), facts: v.array(ContextFact) });
export const CountriesFile = v.strictObject({ $schema: fileSchema('countries'), countries: v.array(CountryRecord) });
export const CouncilFile = v.strictObject({ $schema: fileSchema('council'), years: v.array(CouncilYear) });
export const HostsFile = v.strictObject({ $schema: fileSchema('hosts'), hosts: v.array(Host) });
export const RecordFile = v.strictObject({ $schema: fileSchema('record'), updated: Day });

export type SourceTier = v.InferOutput<typeof SourceTier>;
/** As code sees it: the readers' copy leaves out what only maintainers need (reader-dataset.ts). */
export type Source = Omit<SourceRecord, 'supports'> & Partial<Pick<SourceRecord, 'supports'>>;
/** As its file holds it. */
export type SourceRecord = v.InferOutput<typeof Source>;
export type EventDate = v.InferOutput<typeof EventDate>;
export type SignatureEvent = v.InferOutput<typeof SignatureEvent>;
/** As code sees it: readers are told how many there are, so their copy leaves out the rest. */
export type ListOrigin = Partial<ListOriginRecord>;
/** As its file holds it. */
export type ListOriginRecord = v.InferOutput<typeof ListOrigin>;
/** As code sees it: like the sources of a statement's own number, those are for maintainers. */
export type LaterCount = Pick<LaterCountRecord, 'count' | 'date'> & Partial<LaterCountRecord>;
/** As its file holds it. */
export type LaterCountRecord = v.InferOutput<typeof LaterCount>;
/** As code sees it: like those of later counts, its sources are for maintainers. */
export type DifferingCount = Pick<DifferingCountRecord, 'count'> & Partial<DifferingCountRecord>;
/** As its file holds it. */
export type DifferingCountRecord = v.InferOutput<typeof DifferingCount>;
export type Quote = v.InferOutput<typeof Quote>;
/** As code sees it: the readers' copy leaves out what only maintainers need (reader-dataset.ts). */
export type Statement = Omit<StatementRecord, MaintainersParts> &
  Partial<Pick<StatementRecord, 'research' | 'announcedSources' | 'contextSources'>> & {
    sources: Source[];
    listOrigins: ListOrigin[];
    laterCounts: LaterCount[];
    differingCounts?: DifferingCount[] | undefined;
  };
type MaintainersParts =
  | 'sources'
  | 'research'
  | 'listOrigins'
  | 'laterCounts'
  | 'differingCounts'
  | 'announcedSources'
  | 'contextSources';
/** As its file holds it. */
export type StatementRecord = v.InferOutput<typeof Statement>;
export type CountryRecord = v.InferOutput<typeof CountryRecord>;
/** A country as it is read: with what packages know of it. */
export type CompleteCountry = Omit<CountryRecord, 'override'> & {
  /** ISO 3166-1 alpha-3: "GRC". */
  alpha3: string;
  /** ISO 3166-1 numeric, also of the UN's statisticians and of maps: "300". */
  numeric: string;
  /** The UN's short name in English: "Türkiye", "State of Palestine". */
  name: string;
  /** By language, where Intl.DisplayNames has a name that the UN does not use. */
  displayNames?: Readonly<Record<string, string>>;
};
/** As code sees it: the readers' copy leaves out what it shows nowhere (reader-dataset.ts). */
export type Country = Omit<CompleteCountry, CountryExtras> & Partial<Pick<CompleteCountry, CountryExtras>>;
type CountryExtras = 'alpha3' | 'numeric' | 'formalName';
export type CouncilYear = Omit<CouncilYearRecord, 'sources'> & { sources: Source[] };
export type CouncilYearRecord = v.InferOutput<typeof CouncilYear>;
export type Host = v.InferOutput<typeof Host>;
export type ContextFact = Omit<ContextFactRecord, 'sources' | 'research'> & { sources: Source[]; research?: string | undefined };
export type ContextFactRecord = v.InferOutput<typeof ContextFact>;
export type StatementId = Statement['id'];
export type CountryCode = Country['code'];
export type Stance = NonNullable<Statement['stance']>;
export type RegionalGroup = NonNullable<Country['group']>;

export interface Dataset {
  /** Oldest first. */
  readonly statements: readonly Statement[];
  readonly facts: readonly ContextFact[];
  /** By UN short name. */
  readonly countries: readonly Country[];
  /** Oldest first; the years that the record needs. */
  readonly council: readonly CouncilYear[];
  /** The day of the newest change to the record, shown to readers. */
  readonly updated: string;
}

/** The dataset as its files hold it, maintainers' notes included. */
export interface DatasetRecord extends Dataset {
  readonly statements: readonly StatementRecord[];
  readonly facts: readonly ContextFactRecord[];
  readonly council: readonly CouncilYearRecord[];
  readonly countries: readonly CompleteCountry[];
  /** The countries as their file holds them, by code. */
  readonly countryRecords: readonly CountryRecord[];
  /** By host name. */
  readonly hosts: readonly Host[];
}
