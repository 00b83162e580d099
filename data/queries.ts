/**
 * What can be asked of the dataset: total, pure look-ups. Absence is `undefined` or an empty list, never an error.
 *
 * Signatures are events, so who stands on a statement depends on the day; `asOf` is a day (`YYYY-MM-DD`), and left out
 * it means the end of the record. Both sides go through the same code: nothing here looks at a stance except to keep
 * the two apart. Words for readers are popover-context.ts's.
 */
import { NAMES_OF_SEVERAL } from './country-names.ts';
import { END, happenedBy, lastDayOf, mayHaveHappenedBy } from './event-date.ts';
import type { Words } from './messages.ts';
import type {
  ContextFact,
  CouncilYear,
  Country,
  CountryCode,
  Dataset,
  EventDate,
  LaterCount,
  RegionalGroup,
  SignatureEvent,
  Source,
  Stance,
  Statement,
  StatementId,
} from './schema.ts';

/**
 * Where a country stands on a statement.
 *
 * `not-on-list` is said of a list known in full only; on a vote it means that it did not vote, being no member of the
 * Council then. `not-announced`: not among those first announced, while not all who joined later are known by name.
 * `not-known`: the list is incomplete, so its absence says nothing. `group-member`: not a signatory, but a member of the
 * group in whose name the statement was made.
 */
export type Position =
  | 'signed'
  | 'joined-later'
  | 'withdrew'
  | 'not-on-list'
  | 'not-announced'
  | 'not-known'
  | 'voted-yes'
  | 'voted-no'
  | 'abstained'
  | 'group-member';

/** One state's name under a statement: the event by which it came, and that by which it went. */
export interface Signature {
  readonly country: CountryCode;
  /** Of type `signed` or `joined`. */
  readonly signed: SignatureEvent;
  readonly withdrew?: SignatureEvent;
}

/** A state's request to record its vote otherwise; the announced result stands. */
export type VoteCorrection = Extract<SignatureEvent, { type: 'vote-corrected' }>;

/** A statement as one country's record shows it. */
export interface RecordEntry {
  readonly statement: Statement;
  readonly position: Position;
  /** Its signature, with its days and remark, where it is on the list. */
  readonly signature?: Signature;
}

export interface DocumentLink {
  readonly symbol: string;
  readonly url: string;
  /** False: no source confirms the symbol, which has to be said beside the link. */
  readonly verified: boolean;
}

/** How many states stand behind a statement, as far as is known. */
export interface CountLine {
  /** The number announced; null where no exact one was given. */
  readonly announced: number | null;
  /** The number where no exact one is known. */
  readonly approximate: NonNullable<Statement['approximateCount']> | null;
  /** How many of those first announced are known by name. */
  readonly named: number;
  /** The latest count after the announcement; null where it did not change. */
  readonly later: LaterCount | null;
}

export function statementById(dataset: Dataset, id: StatementId): Statement | undefined {
  return dataset.statements.find((statement) => statement.id === id);
}

export function countryByCode(dataset: Dataset, code: CountryCode): Country | undefined {
  return dataset.countries.find((country) => country.code === code);
}

/**
 * The countries a reader may mean by `query`: by their name in the reader's language, by any of their English ones, by adjective or by
 * code (as far as the dataset has them), whatever the case and accents. Whole names come first, then names that begin so, then names with a word that does; each by
 * name. A blank query finds none.
 */
export function findCountries(dataset: Dataset, query: string, words: Words): Country[] {
  const wanted = folded(query);
  if (wanted === '') return [];
  return dataset.countries
    .map((country) => {
      const name = words.country(country);
      const ranks = [...foldedNamesOf(country), folded(name)].map((each) => rankOf(each, wanted));
      return { country, name, rank: Math.min(...ranks) };
    })
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank || words.compare(a.name, b.name))
    .map(({ country }) => country);
}

/** The countries of which one name is exactly this, whatever the case and accents; adjectives and codes count as names. */
export function countriesNamed(dataset: Dataset, name: string): Country[] {
  const wanted = folded(name);
  return dataset.countries.filter((country) => foldedNamesOf(country).includes(wanted));
}

/**
 * The countries that a reader means who writes exactly this: those that countriesNamed() knows, or that are called so in the reader's
 * language; of a name that several go by, each of them. Best first.
 */
export function countriesMeant(dataset: Dataset, name: string, words: Words): Country[] {
  const wanted = folded(name);
  if (NAMES_OF_SEVERAL.some((each) => folded(each) === wanted)) return findCountries(dataset, name, words);
  const inReadersLanguage = dataset.countries.filter((country) => folded(words.country(country)) === wanted);
  return [...new Set([...inReadersLanguage, ...countriesNamed(dataset, name)])];
}

/** Every state that ever signed, whether or not it withdrew, in the order of the events. */
export function signaturesOf(statement: Statement): Signature[] {
  return statement.events.flatMap((event) => {
    if (event.type !== 'signed' && event.type !== 'joined') return [];
    const withdrew = statement.events.find(({ type, country }) => type === 'withdrew' && country === event.country);
    return [{ country: event.country, signed: event, ...(withdrew && { withdrew }) }];
  });
}

/** The signatures first announced, those since withdrawn among them. Short of the announced count on an incomplete list. */
export function announcedSignatures(statement: Statement): Signature[] {
  return signaturesOf(statement).filter(({ signed }) => signed.type === 'signed');
}

/** The signatures sure to stand at the end of the given day: signed by then, and not withdrawn. */
export function signaturesAsOf(statement: Statement, asOf: string = END): Signature[] {
  return signaturesOf(statement).filter((signature) => standingOf(signature, asOf) === 'stands');
}

/** The signatures of which sources do not tell whether they stood at the end of the given day. */
export function uncertainAsOf(statement: Statement, asOf: string): Signature[] {
  return signaturesOf(statement).filter((signature) => standingOf(signature, asOf) === 'uncertain');
}

/** The signatures added after the announcement by the given day, whether or not withdrawn since. */
export function joinedLater(statement: Statement, asOf: string = END): Signature[] {
  return signaturesOf(statement).filter(({ signed }) => signed.type === 'joined' && happenedBy(signed.date, asOf));
}

/** A signature that was withdrawn. */
export type WithdrawnSignature = Signature & Required<Pick<Signature, 'withdrew'>>;

/** The signatures withdrawn by the given day. */
export function withdrawn(statement: Statement, asOf: string = END): WithdrawnSignature[] {
  return signaturesOf(statement).filter(
    (signature): signature is WithdrawnSignature => signature.withdrew !== undefined && happenedBy(signature.withdrew.date, asOf),
  );
}

/** The votes that a state asked to have recorded otherwise, by the given day. */
export function voteCorrections(statement: Statement, asOf: string = END): VoteCorrection[] {
  return statement.events.filter((event) => event.type === 'vote-corrected').filter((event) => happenedBy(event.date, asOf));
}

/** Where a country stands on a statement. Without `asOf`, at the end of the record; as of a day before the statement, `not-yet`. */
export function positionOf(dataset: Dataset, statement: Statement, country: CountryCode): Position;
export function positionOf(
  dataset: Dataset,
  statement: Statement,
  country: CountryCode,
  asOf: string | undefined,
): Position | 'not-yet';
export function positionOf(
  _dataset: Dataset,
  statement: Statement,
  country: CountryCode,
  asOf: string = END,
): Position | 'not-yet' {
  if (asOf < statement.date) return 'not-yet';
  const { votes } = statement;
  if (votes) {
    if (votes.yes.includes(country)) return 'voted-yes';
    if (votes.no.includes(country)) return 'voted-no';
    return votes.abstain.includes(country) ? 'abstained' : 'not-on-list';
  }
  const signature = signatureOf(statement, country);
  switch (signature && standingOf(signature, asOf)) {
    case 'stands':
      return signature?.signed.type === 'joined' ? 'joined-later' : 'signed';
    case 'withdrawn':
      return 'withdrew';
    case 'uncertain':
      return 'not-known';
    default:
  }
  if (statement.group?.members.includes(country)) return 'group-member';
  if (statement.list !== 'full') return 'not-known';
  return statement.laterList === 'partial' && asOf > statement.date ? 'not-announced' : 'not-on-list';
}

/** What a position rests on. */
export interface Basis {
  /** When it came about; absent where it is an absence. */
  readonly date?: EventDate;
  /** What bears it out, or leaves it open; empty where nothing is known. */
  readonly sources: readonly Source[];
}

/** When a country came to stand where it does on a statement, and what bears that out, as far as the dataset holds it. */
export function basisOf(
  dataset: Dataset,
  statement: Statement,
  country: CountryCode,
  position: Position,
  asOf: string = END,
): Basis {
  const { votes, date, sources, listOrigins } = statement;
  const at = (refs: readonly number[]) => refs.flatMap((index) => sources[index] ?? []);
  const of = (event: SignatureEvent | undefined): Basis =>
    event ? { date: event.date, sources: at(event.sources) } : { sources: [] };
  const signature = signatureOf(statement, country);
  switch (position) {
    case 'signed':
    case 'joined-later':
      return of(signature?.signed);
    case 'withdrew':
      return of(signature?.withdrew);
    case 'voted-yes':
      return { date, sources: at(votes?.sources.yes ?? []) };
    case 'voted-no':
      return { date, sources: at(votes?.sources.no ?? []) };
    case 'abstained': {
      const corrections = voteCorrections(statement, asOf).filter((event) => event.country === country);
      return { date, sources: at([...corrections.flatMap((event) => event.sources), ...(votes?.sources.abstain ?? [])]) };
    }
    case 'not-on-list':
      return { sources: votes ? councilSources(dataset, date) : at(listOrigins.flatMap((origin) => origin.sources ?? [])) };
    case 'not-known':
      return isUncertain(statement, country, asOf)
        ? { sources: at([...new Set([signature?.signed, signature?.withdrew].flatMap((event) => event?.sources ?? []))]) }
        : { sources: [] };
    case 'not-announced':
    case 'group-member':
      return { sources: [] };
    default:
      return position satisfies never;
  }
}

/**
 * What bears out where a country stands, in the order of the record; empty where nothing is known. Whose name is not on a
 * list that is known in full, of that the statement's own sources tell, which have the list.
 */
export function sourcesFor(dataset: Dataset, statement: Statement, country: CountryCode, asOf?: string): readonly Source[] {
  const position = positionOf(dataset, statement, country, asOf);
  if (position === 'not-yet') return [];
  const { sources } = basisOf(dataset, statement, country, position, asOf);
  if (sources.length > 0 || position !== 'not-on-list') return sources;
  return statement.readerSources.flatMap((index) => statement.sources[index] ?? []);
}

/** Whether the country's name is known, but sources do not tell whether it stood at the end of the day. */
export function isUncertain(statement: Statement, country: CountryCode, asOf: string): boolean {
  const signature = signatureOf(statement, country);
  return signature !== undefined && standingOf(signature, asOf) === 'uncertain';
}

/** Where a country stands on every statement made by the given day, oldest first; group statements and Hong Kong's among them. */
export function recordOf(dataset: Dataset, country: CountryCode, asOf: string = END): RecordEntry[] {
  return dataset.statements.flatMap((statement) => {
    const position = positionOf(dataset, statement, country, asOf);
    if (position === 'not-yet') return [];
    const signature = signatureOf(statement, country);
    return [{ statement, position, ...(signature && mayHaveHappenedBy(signature.signed.date, asOf) && { signature }) }];
  });
}

/** The statement of the other side that belongs with this one. */
export function counterpartOf(dataset: Dataset, statement: Statement): Statement | undefined {
  return statement.counterpart === null ? undefined : statementById(dataset, statement.counterpart);
}

/**
 * Whether the country was a member of the Human Rights Council when votes were taken in the year of the day; undefined where the
 * record does not hold that year.
 */
export function isCouncilMember(dataset: Dataset, country: CountryCode, day: string): boolean | undefined {
  return councilYear(dataset, day)?.members.includes(country);
}

function councilSources(dataset: Dataset, day: string): readonly Source[] {
  return councilYear(dataset, day)?.sources ?? [];
}

function councilYear(dataset: Dataset, day: string): CouncilYear | undefined {
  return dataset.council.find(({ year }) => year === Number(day.slice(0, 4)));
}

/** The countries by regional group, largest group first; those in none come last, under null. Codes nobody knows are dropped. */
export function groupByRegion(
  dataset: Dataset,
  codes: readonly CountryCode[],
): { readonly group: RegionalGroup | null; readonly countries: readonly Country[] }[] {
  const wanted = new Set(codes);
  const groups = Map.groupBy(
    dataset.countries.filter((country) => wanted.has(country.code)),
    (country) => country.group,
  );
  return [...groups]
    .map(([group, countries]) => ({ group, countries }))
    .toSorted(
      (a, b) =>
        Number(a.group === null) - Number(b.group === null) ||
        b.countries.length - a.countries.length ||
        compare(a.group, b.group),
    );
}

/** The context facts that belong beside the statement, oldest first. */
export function factsFor(dataset: Dataset, statement: Statement): ContextFact[] {
  return dataset.facts.filter((fact) => fact.statements.includes(statement.id)).toSorted((a, b) => compare(a.date, b.date));
}

/** The statement's UN document; its link may lead nowhere where the symbol is not verified. */
export function documentLink(statement: Statement): DocumentLink | undefined {
  const { document } = statement;
  return document ? { ...document, url: `https://docs.un.org/en/${document.symbol}` } : undefined;
}

/** How many states stand behind a statement: as announced, and as counted later. */
export function countLine(statement: Statement): CountLine {
  return {
    announced: statement.announcedCount,
    approximate: statement.approximateCount ?? null,
    named: announcedSignatures(statement).length,
    later: statement.laterCounts.at(-1) ?? null,
  };
}

/**
 * Whether the statement counts in the tally: joint letters and statements about Xinjiang do. Votes, statements made in a group's name,
 * those of unknown text and those on Hong Kong alone are outside.
 */
export function isInTally(statement: Statement): boolean {
  return statement.stance !== null && statement.topics.includes('xinjiang') && !statement.group;
}

/** Whether countries are counted, placed and compared by it: by those in the tally, and by votes. */
export function isCounted(statement: Statement): boolean {
  return isInTally(statement) || statement.votes !== undefined;
}

/** Two statements that belong together, one of each side. */
export interface AnswerPair extends Readonly<Record<Stance, Statement>> {
  /** The one made later, which answers the other; null where both are of one day. */
  readonly answer: Statement | null;
}

/** The pairs of statements that belong together, oldest first. Statements without a counterpart are in none. */
export function answerPairs(dataset: Dataset): AnswerPair[] {
  return dataset.statements.flatMap((statement) => {
    const other = counterpartOf(dataset, statement);
    if (!other || statement.stance === null || other.stance === null) return [];
    // Each pair once, at the earlier of the two.
    if (compare(statement.date, other.date) > 0 || (statement.date === other.date && statement.stance === 'support')) return [];
    const answer = statement.date === other.date ? null : other;
    return [
      statement.stance === 'concern'
        ? { concern: statement, support: other, answer }
        : { concern: other, support: statement, answer },
    ];
  });
}

/** The newest two statements that belong together; undefined where there is no pair. */
export function latestPair(dataset: Dataset): AnswerPair | undefined {
  return answerPairs(dataset).at(-1);
}

/** How a statement stood at the end of a day. `joins` − `withdrawals` are the names sure to stand. */
export interface StatementTally {
  readonly statement: Statement;
  /** Names known to have signed or joined, whether or not withdrawn since. */
  readonly joins: number;
  readonly withdrawals: number;
  /** Names of which sources do not tell whether they stood that day; in neither of the two above. */
  readonly uncertain: number;
  /** How many more were counted by then than are known by name; they stand, but nobody can say who they are. */
  readonly unknown: number;
}

/**
 * Every joint letter and statement about Xinjiang (see isInTally) made by the given day, oldest first, as it stood then.
 * A count of a month or a year counts from its last day, one without a date at the end of the record only.
 */
export function tallyAsOf(dataset: Dataset, asOf: string = END): StatementTally[] {
  return dataset.statements
    .filter((statement) => isInTally(statement) && statement.date <= asOf)
    .map((statement) => {
      const standings = signaturesOf(statement).map((signature) => standingOf(signature, asOf));
      const number = (wanted: (typeof standings)[number]) => standings.filter((standing) => standing === wanted).length;
      const withdrawals = number('withdrawn');
      const joins = number('stands') + withdrawals;
      const uncertain = number('uncertain');
      const counts = statement.laterCounts.filter(({ date }) => (date ? lastDayOf(date) : END) <= asOf).map(({ count }) => count);
      const counted = Math.max(announcedNumber(statement), ...counts);
      return { statement, joins, withdrawals, uncertain, unknown: Math.max(0, counted - joins - uncertain) };
    });
}

/**
 * The statement with the events of one country alone, by country: what is asked here of a country rests on those, which are few. For
 * those who ask it of all countries.
 */
export function eventsApart(statement: Statement): (country: CountryCode) => Statement {
  const eventsOf = Map.groupBy(statement.events, ({ country }) => country);
  const without = { ...statement, events: [] };
  return (country) => {
    const events = eventsOf.get(country);
    return events ? { ...statement, events } : without;
  };
}

const NO_MATCH = 3;

/** The country's signature, withdrawn or not; undefined where it is on no list that is known. */
export function signatureOf(statement: Statement, country: CountryCode): Signature | undefined {
  return signaturesOf(statement).find((signature) => signature.country === country);
}

/** Whether a signature stands at the end of the day, as far as the days of its events tell. */
function standingOf({ signed, withdrew }: Signature, asOf: string): 'not-yet' | 'stands' | 'withdrawn' | 'uncertain' {
  if (!mayHaveHappenedBy(signed.date, asOf)) return 'not-yet';
  if (withdrew && happenedBy(withdrew.date, asOf)) return 'withdrawn';
  const sure = happenedBy(signed.date, asOf) && !(withdrew && mayHaveHappenedBy(withdrew.date, asOf));
  return sure ? 'stands' : 'uncertain';
}

/** The number announced, or named where the whole list is known, or near it; 0 where nothing is known. */
function announcedNumber(statement: Statement): number {
  const exact = statement.announcedCount ?? (statement.list === 'full' ? announcedSignatures(statement).length : null);
  return exact ?? statement.approximateCount?.near ?? 0;
}

/** Every name a country goes by: adjectives and codes among them. */
export function namesOf({ code, alpha3, name, shortName, formalName, otherNames, adjectives }: Country): string[] {
  return [name, shortName, formalName, ...otherNames, ...adjectives, code, alpha3].filter((each) => each !== undefined);
}

const namesFolded = new WeakMap<Country, readonly string[]>();

/** As namesOf, folded once: a search asks for those of every country at each letter typed. */
function foldedNamesOf(country: Country): readonly string[] {
  const names = namesFolded.get(country) ?? namesOf(country).map(folded);
  namesFolded.set(country, names);
  return names;
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return hasWordFrom(name, wanted) ? 2 : NO_MATCH;
}

/**
 * Without case, accents, full stops and apostrophes, and with plain spaces and digits: "Côte d'Ivoire" and "cote divoire" are
 * the same.
 */
export function folded(text: string): string {
  return withPlainDigits(text)
    .normalize('NFD')
    .replace(/[\p{M}.'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** With the digits of Arabic, Persian and East Asian keyboards as the plain ones. */
export function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

/** Whether a word of a text begins with `beginning`; both are folded. In scripts without spaces a word may begin anywhere. */
export function hasWordFrom(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || MAY_END_BEFORE_A_WORD.test(text.charAt(at - 1)) || WITHOUT_SPACES.test(text.charAt(at))) return true;
  }
  return false;
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MAY_END_BEFORE_A_WORD = /[ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
