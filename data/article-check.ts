/**
 * What an article says at a mention beside what the record has on the article's date: the number of states, and the states it names.
 * Lines put the two next to each other and leave it at that; which of them is right is not for us to say. Where the text can be read
 * in more than one way, and where it agrees with the record in one of them, there is no line.
 *
 * Numbers come as detection read them, in any of its languages. Names are looked for in English only, and only where they are
 * listed right at the mention ("22 countries, including A and B"): elsewhere it would be guesswork who signed what.
 */
import { daysOfCount, isPageDate, type Standing, standingOf } from './as-of.ts';
import { englishNames } from './country-names.ts';
import type { Reason } from './detection/mention.ts';
import type { ReadNumber } from './detection/numbers.ts';
import { createSentences } from './detection/sentences.ts';
import { END, earliest, knownWithin, lastDayOf, latest, mayHaveHappenedBy } from './event-date.ts';
import { clauses, eventDateInSentence, nameInSentence, resultInWords, SUBJECT, semicolons } from './in-words.ts';
import type { MessageId, Words } from './messages.ts';
import { announcedSignatures, positionOf, signatureOf, signaturesAsOf, uncertainAsOf } from './queries.ts';
import type { CountryCode, Dataset, EventDate, Statement } from './schema.ts';

/** A mention in its article. */
export interface MentionInArticle {
  /** The text around it, and where in that it is. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of the mention, see there. */
  readonly counts?: readonly ReadNumber[];
  readonly reasons: readonly Reason[];
}

/**
 * Where the text and the record differ, a sentence or two each; empty where they agree or nothing can be compared. Without a date the
 * record as it is now is meant. The mention has to be one of this statement alone.
 */
export function articleCheck(
  dataset: Dataset,
  statement: Statement,
  mention: MentionInArticle,
  date: string | undefined,
  words: Words,
): string[] {
  const day = date !== undefined && isPageDate(date) ? date : undefined;
  // A page older than the statement tells of something else, or its date is that of something else.
  if (day !== undefined && lastDayOf(day) < statement.date) return [];
  if (namesAnotherYear(statement, mention)) return [];
  if (statement.votes) return voteLines(statement, mention, day, words);
  if (statement.group || statement.topics.length === 0) return [];
  return [...numberLines(statement, mention, day, words), ...nameLines(dataset, statement, mention, day, words)].slice(
    0,
    MOST_LINES,
  );
}

const MOST_LINES = 4;

/** A sentence that names another year may tell of that year's statement: "up from 43 in 2021". */
function namesAnotherYear({ date }: Statement, mention: MentionInArticle): boolean {
  const { before, words, after } = partsOf(mention);
  const years = `${before}${words}${after}`.match(/(?<!\d)20[12]\d(?!\d)/g) ?? [];
  return years.some((year) => year !== date.slice(0, 4));
}

// Numbers

function numberLines(statement: Statement, mention: MentionInArticle, date: string | undefined, words: Words): string[] {
  const counts = mention.counts ?? [];
  if (counts.length === 0 || statement.approximateCount) return [];
  const known = countsKnownBy(statement, date === undefined ? END : lastDayOf(date));
  if (!counts.every((count) => differs(count, known))) return [];
  const isOneMore = mention.reasons.some(({ cue }) => cue === 'deliveredBy');
  // "Germany, on behalf of 38 countries": whether Germany is one of them the text leaves open.
  if (isOneMore && !counts.every(({ value, low, high }) => differs({ value: value + 1, low: low + 1, high: high + 1 }, known)))
    return [];
  const ever = countsKnownBy(statement, END);
  const isOfRecord = counts.some((count) => !differs(count, ever));
  if (countsOthers(mention, ever) || !(isOfRecord || countsAllSignatories(mention, ever))) return [];
  const [first, ...others] = counts;
  const isPlain = first && first.low === first.high && others.length === 0 && !isOneMore;
  const text = mention.text.slice(mention.start, mention.end).replace(/[\s\uFFFC]+/g, ' ');
  const record = recordOfCounts(statement, date, words);
  return [
    isPlain ? words.say('card.check.number', { number: first.value, record }) : words.say('card.check.quoted', { text, record }),
  ];
}

/** Every number that the statement can have been told with by the end of the day. */
function countsKnownBy(statement: Statement, day: string): ReadonlySet<number> {
  const { announcedCount, laterCounts, differingCounts = [], events, list } = statement;
  const counted = laterCounts.filter(({ date }) => daysOfCount(statement, date).from <= day).map(({ count }) => count);
  // Nobody could count who joined before that was made public.
  const known = { ...statement, events: events.filter((event) => knownWithin(event).from <= day) };
  const days = [day, ...known.events.flatMap(({ date }) => [earliest(date), latest(date)])].filter((each) => each <= day);
  const standing = days.flatMap((each) => {
    const sure = signaturesAsOf(known, each).length;
    return Array.from({ length: uncertainAsOf(known, each).length + 1 }, (_, more) => sure + more);
  });
  const listed = list === 'full' ? [announcedSignatures(statement).length, ...standing] : [];
  const reported = differingCounts.map(({ count }) => count);
  return new Set([...(announcedCount === null ? [] : [announcedCount]), ...counted, ...reported, ...listed]);
}

/** Whether a number is surely another than all of those known. "About 40", "nearly 40" can be said of too many. */
function differs({ value, low, high }: ReadNumber, known: ReadonlySet<number>): boolean {
  if (low === high) return !known.has(value);
  const isOver = low === value;
  return isOver && [...known].every((count) => count < low);
}

/**
 * Whether an English sentence may count other states than the signatories of this statement: those that did not sign, those of two
 * texts together, some of them ("24 OIC countries"), or any beside a number that the record does have.
 */
function countsOthers(mention: MentionInArticle, ever: ReadonlySet<number>): boolean {
  const { counts = [] } = mention;
  const { before, words, after } = partsOf(mention);
  if (countsBesideNames({ before, after })) return true;
  const rest = `${before} ${after}`;
  if (TURNED.test(rest) || TOGETHER.test(rest) || SOME_BEHIND.test(`${words}${after}`)) return true;
  const others = [...ever].filter((count) => counts.every(({ value }) => value !== count));
  return others.some((count) => new RegExp(`(?<!\\d)${count}(?!\\d)`).test(rest));
}

/**
 * Whether a number that the record does not have is that of all signatories, rather than of some ("15 European countries", "15 others"):
 * it has to stand right before its noun and be said to have signed, day or speaker have to tell which statement is meant, and it has to
 * be near to one of the record, as a slip is and a count of something else seldom.
 */
function countsAllSignatories(mention: MentionInArticle, ever: ReadonlySet<number>): boolean {
  const { text, start, end, counts = [], reasons } = mention;
  const [count, ...others] = counts;
  if (!count || others.length > 0 || count.low !== count.high) return false;
  if (![...ever].some((known) => Math.abs(known - count.value) <= Math.max(2, known / 10))) return false;
  if (!reasons.some(({ cue }) => cue === 'date' || cue === 'deliveredBy' || cue === 'symbol')) return false;
  const around = text.slice(Math.max(0, start - BEFORE_NUMBER), end + AFTER_NUMBER);
  return (
    new RegExp(`(?<![\\p{L}\\p{N}.,])${count.value} ${SIGNATORIES}(?! (?:${OF_SOME})\\b)`, 'iu').test(around) &&
    !SOME.test(around) &&
    isSaidToSign(partsOf(mention))
  );
}

/** "Saudi Arabia, Russia and 35 countries", "35 countries and Russia": the states named are not in the number. */
function countsBesideNames({ before, after }: Pick<Parts, 'before' | 'after'>): boolean {
  return /\b(?:and|with|plus|joined)(?: the)? $/i.test(before) || /^(?:,| and|, and)(?: the)? \p{Lu}/u.test(after);
}

const BEFORE_NUMBER = 30;
const AFTER_NUMBER = 30;
const SIGNATORIES = '(?:UN )?(?:member )?(?:countries|states|nations|governments|signatories)';
const OF_SOME = 'of|in|from|across|mainly|mostly|all|only';
const SOME =
  /\b(?:others?|another|more|further|additional|among|including|of (?:the|them|those)|some|at least|first|initially)\b/i;
const SOME_BEHIND = new RegExp(
  `^[^.]*?\\d (?:(?!UN |member )[\\p{L}-]+ ${SIGNATORIES}\\b|${SIGNATORIES} (?:that|which|who) (?:are|were|belong))`,
  'iu',
);
const TOGETHER = /\b(?:letters|statements|both|combined|altogether|together|in (?:all|total)|yet to)\b/i;

/** "Record on 12 July 2019: 37; since 26 July 2019: 50." */
function recordOfCounts(statement: Statement, date: string | undefined, words: Words): string {
  const { laterCounts } = statement;
  const asked = date ?? statement.date;
  const of = (wanted: Standing) =>
    laterCounts.filter((later) => standingOf(daysOfCount(statement, later.date), lastDayOf(asked)) === wanted);
  const counted = (id: 'By' | 'Since' | 'Dated', { count, date }: (typeof laterCounts)[number]) =>
    date === null
      ? words.say('card.check.countUndated', { count })
      : words.say(`card.check.count${id}`, { count, date: words.date(date) });
  const known = clauses([resultInWords(statement, words), ...of('known').map((later) => counted('By', later))], words);
  const numbers = semicolons(
    [known, ...of('since').map((later) => counted('Since', later)), ...of('unsure').map((later) => counted('Dated', later))],
    words,
  );
  return asked.length === 'YYYY-MM-DD'.length
    ? words.say('card.check.record.on', { date: words.date(asked), numbers })
    : words.say('card.check.record.atTheEndOf', { monthOrYear: words.date(asked), numbers });
}

/**
 * The three figures of another result. What a state asked to have recorded otherwise may be in them, or may not. Figures far from all
 * of the record are those of another vote, as on Russia the day after.
 */
function voteLines(statement: Statement, { counts = [] }: MentionInArticle, date: string | undefined, words: Words): string[] {
  const [one = 0, other = 0, abstained = 0] = counts.map(({ value }) => value);
  const isTally = counts.length === 3 && counts.every(({ low, high }) => low === high);
  if (!isTally || one + other + abstained > MEMBERS) return [];
  const told = [...inOrder(one, other), abstained];
  const furthest = resultsKnownBy(statement, date === undefined ? END : lastDayOf(date)).map(({ yes, no, abstain }) =>
    Math.max(...[...inOrder(yes, no), abstain].map((votes, index) => Math.abs(votes - (told[index] ?? 0)))),
  );
  const nearest = Math.min(...furthest);
  if (nearest === 0 || nearest > NEAR_VOTES) return [];
  const [fewer, more] = inOrder(one, other);
  return [words.say('card.check.tally', { more, fewer, abstained, record: recordOfCounts(statement, date, words) })];
}

/** Texts have yes and no in either order. */
function inOrder(one: number, other: number): [number, number] {
  return [Math.min(one, other), Math.max(one, other)];
}

/** The result as announced, and after each request to record a vote otherwise that can have been made by the end of the day. */
function resultsKnownBy({ votes, events }: Statement, day: string): Record<'yes' | 'no' | 'abstain', number>[] {
  if (!votes) return [];
  const results = [{ yes: votes.yes.length, no: votes.no.length, abstain: votes.abstain.length }];
  for (const event of events) {
    const last = results.at(-1);
    if (!last || event.type !== 'vote-corrected' || !mayHaveHappenedBy(event.date, day)) continue;
    const { recorded, requested } = event;
    results.push({ ...last, [recorded]: last[recorded] - 1, [requested]: last[requested] + 1 });
  }
  return results;
}

/** Of the Human Rights Council. */
const MEMBERS = 47;
const NEAR_VOTES = 5;

// Names

function nameLines(
  dataset: Dataset,
  statement: Statement,
  mention: MentionInArticle,
  date: string | undefined,
  words: Words,
): string[] {
  const told = countriesListedAt(dataset, mention).flatMap((code) => {
    const record = recordOfName(dataset, statement, code, mention, date);
    return record ? [{ code, id: record.id, values: record.date ? { when: eventDateInSentence(record.date, words) } : {} }] : [];
  });
  return [...Map.groupBy(told, ({ id, values }) => JSON.stringify([id, values])).values()].flatMap((group) => {
    const countries = words.list(group.map(({ code }) => nameInSentence(dataset, code, words)));
    return group.slice(0, 1).map(({ id, values }) => words.say(id, { ...values, countries }));
  });
}

/** A message that has the countries beside the record, and the day it tells. */
interface RecordOfName {
  readonly id: Extract<MessageId, `card.check.names.${string}`>;
  readonly date?: EventDate;
}

/** What the record has of a country that the text lists, where that is not simply that it stood on the list. */
function recordOfName(
  dataset: Dataset,
  statement: Statement,
  code: CountryCode,
  { counts = [] }: MentionInArticle,
  date: string | undefined,
): RecordOfName | undefined {
  const day = date === undefined ? END : lastDayOf(date);
  const signature = signatureOf(statement, code);
  if (signature) {
    const { signed, withdrew } = signature;
    if (withdrew && knownWithin(withdrew).to <= day) return { id: 'card.check.names.withdrew', date: withdrew.date };
    const isOfAnnounced = counts.some(({ value }) => value === statement.announcedCount);
    const isEarly = signed.type === 'joined' && (isOfAnnounced || !mayHaveHappenedBy(signed.date, day));
    return isEarly ? { id: 'card.check.names.joined', date: signed.date } : undefined;
  }
  switch (positionOf(dataset, statement, code, day)) {
    case 'not-on-list':
      return { id: 'card.check.names.notOnList' };
    case 'not-announced':
      return { id: 'card.check.names.notAnnounced' };
    case 'not-known':
      return { id: 'card.check.names.notKnown' };
    default:
      return undefined;
  }
}

/**
 * The countries that an English text lists as signatories right beside the mention, in its sentence, each once. None where anything in
 * the sentence may turn the list into another one: "not signed by", "but not", "which joined later"; and none where those listed are not
 * said to have signed: a letter "sent to 22 countries, including A and B".
 */
function countriesListedAt(dataset: Dataset, mention: MentionInArticle): CountryCode[] {
  const parts = partsOf(mention);
  const { before, after } = parts;
  if (TURNED.test(`${before} ${after}`) || CHANGED.test(after)) return [];
  const names = namesOfCountries(dataset);
  const listBehind = (lead: RegExp) => {
    const rest = lead.exec(after);
    return rest ? listAt(names, after.slice(rest[0].length)) : [];
  };
  const lists = [
    listBehind(SIGNED_BY),
    ...(isSaidToSign(parts)
      ? [
          listBehind(INCLUDING),
          listBetween(names, LISTED_BEHIND.exec(after)?.[1], 2),
          listBetween(names, IN_BRACKETS.exec(after)?.[1], 2),
          listBetween(names, LISTED_BEFORE.exec(before)?.[1], 1),
        ]
      : []),
  ];
  return [...new Set(lists.flat())].filter((code) => code !== SUBJECT);
}

/** A mention and the rest of its sentence. */
interface Parts {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

function partsOf({ text, start, end }: MentionInArticle): Parts {
  const sentence = SENTENCES.around(text, { start, end });
  return {
    before: plain(text.slice(sentence.start, start)),
    words: plain(text.slice(start, end)),
    after: plain(text.slice(end, sentence.end)),
  };
}

/** Whether an English sentence has the states at the mention sign: by "signed by", "on behalf of" before them, or a verb behind. */
function isSaidToSign({ before, words, after }: Parts): boolean {
  const lead = `${before}${words}`;
  return (BY.test(lead) && !AGAINST.test(lead)) || VERB_OF_SIGNING.test(words) || SIGNED_NEXT.test(after);
}

const SENTENCES = createSentences(/\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|U\.S|U\.N|U\.K|U\.A\.E|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$/u);
const TURNED =
  /\b(?:not|no|nor|neither|never|none|without|except|excepting|excluding|besides|unlike|but|minus|absent|missing|(?:other|rather) than|if|would|could|might|whether|declin\w+|refus\w+)\b|n't\b|\?/i;
const CHANGED = /\b(?:later|join(?:ed|s|ing)?|withdr\w+|remov\w+|add(?:ed|s|ing)?|since|subsequent\w*|dropped|left)\b/i;
/** What signatories are told to have done, in words of the press, which are looked for and never shown. */
const SIGNING = [
  /(?:co-?)?sign(?:ed)?|wrote|write|sent|send|issued?|voiced?|express(?:ed)?|urged?|call(?:ed)?|condemn(?:ed)?|critici[sz]ed?/,
  /denounced?|demand(?:ed)?|accused?|slam(?:med)?|raised?|asked?|back(?:ed)?|support(?:ed)?|praised?|commend(?:ed)?|defend(?:ed)?/,
  /hail(?:ed)?|welcomed?|reject(?:ed)?|deliver(?:ed)?|made|make|present(?:ed)?|publish(?:ed)?|released?|endorsed?/,
]
  .map(({ source }) => source)
  .join('|');
const VERB_OF_SIGNING = new RegExp(`\\b(?:${SIGNING}|signator(?:y|ies))\\b`, 'i');
/** With at most some words in between: "a letter signed by the ambassadors of 22 countries", "spoke on 22 June for 44 countries". */
const BY = new RegExp(
  '(?:' +
    '\\b(?:(?:co-?)?signed|written|sent|issued|made|backed|endorsed|supported|delivered|published|letter|statement)\\b[^;:.]{0,50}? by\\b|' +
    '\\bbehalf of\\b|' +
    '\\b(?:statement|spoke|speaks|speaking|reads?|reading|delivers?|delivered|delivering)\\b[^;:.]{0,80}? for\\b' +
    ')[^;:,.]{0,50}$',
  'i',
);
/** "A letter that was opposed by 66 countries". */
const AGAINST =
  /\b(?:oppos\w+|critici\w+|reject\w+|condemn\w+|denounc\w+|dismiss\w+|ignor\w+|follow\w+|answer\w+) by\b[^;:,.]{0,50}$/i;
const SIGNED_NEXT = new RegExp(
  '^(?: (?:countries|states|nations|governments))?(?:[^;:]{0,200}?(?:[,)–—-]| and [^,;:]{2,40}?)| on [^,;:]{3,30})?,?' +
    `(?: (?:that|which|who|have|had|has|also|jointly|all))* (?:${SIGNING})\\b`,
  'i',
);
const ON_XINJIANG = '(?: (?:on|about|over|regarding) Xinjiang)?';
/** Behind the mention, what a list of signatories follows. */
const SIGNED_BY = new RegExp(
  `^${ON_XINJIANG}(?:,| [–—-])? \\(?(?:(?:co-)?signed by|(?:whose|with) signatories (?:including|include[ds]?)):? `,
  'i',
);
/** Or, where the mention is said to have signed, its list. */
const INCLUDING = new RegExp(`^${ON_XINJIANG}(?:,| [–—-])? \\(?(?:including|among them):? `, 'i');
const LISTED_BEHIND = new RegExp(`^${ON_XINJIANG}(?:,| [–—-]) ([^;:()–—]+?),? among them\\b`, 'i');
const IN_BRACKETS = new RegExp(`^${ON_XINJIANG} \\(([^()]+)\\)`, 'i');
/** Before the mention, the list and what makes it one of its signatories. */
const LISTED_BEFORE = /(?:^|[;:–—] |\bthat )([^;:–—]+?) (?:was|were) (?:also )?(?:among|one of) (?:the )?(?:original |first )?$/i;

/** With plain spaces, apostrophes and hyphens. */
function plain(text: string): string {
  return text
    .replace(/[\s\uFFFC]+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .replace(/\u00AD/g, '');
}

/** English names, longest first, so that none is read as the beginning of another. */
function namesOfCountries({ countries }: Dataset): { readonly name: string; readonly code: CountryCode }[] {
  return countries
    .flatMap((country) => englishNames(country).map((name) => ({ name: plain(name), code: country.code })))
    .toSorted((a, b) => b.name.length - a.name.length);
}

type Names = ReturnType<typeof namesOfCountries>;

/** All of a text as a list of countries, or none where anything else is in it, "others" apart. */
function listBetween(names: Names, text: string | undefined, least: number): CountryCode[] {
  if (text === undefined) return [];
  const { codes, rest } = readList(names, text.replace(/^ ?including /i, ''));
  return codes.length >= least && /^(?:,? (?:and|among) (?:\w+ )?others)?$/i.test(rest) ? codes : [];
}

/** The countries that a text begins with, as far as it is sure that they are a list and where it ends. */
function listAt(names: Names, text: string): CountryCode[] {
  const { codes, rest, isClosed } = readList(names, text);
  return /^(?:[.,;:)!]|$| [–—-] |,? and (?!the\b)\p{Ll}|,? among)/u.test(rest) || (isClosed && VERB.test(rest)) ? codes : [];
}

/** What goes on behind "A and B". */
const VERB = /^ (?:[a-z]+ed|have|had|sent|wrote|told|said|were|are|on|in|at|to|that|which|who)\b/;

function readList(names: Names, text: string): { codes: CountryCode[]; rest: string; isClosed: boolean } {
  const codes: CountryCode[] = [];
  let rest = text;
  let isClosed = false;
  for (;;) {
    const [link = ''] = codes.length === 0 ? [''] : (/^(?:,? (?:and|&)|,)(?= )/.exec(rest) ?? []);
    if (codes.length > 0 && (link === '' || isClosed)) break;
    const item = rest.slice(link.length).replace(/^ ?(?:[Tt]he )?/, '');
    const found = names.find(({ name }) => item.startsWith(name) && !/^[\p{L}\p{N}'-]/u.test(item.slice(name.length)));
    if (!found) break;
    codes.push(found.code);
    rest = item.slice(found.name.length);
    isClosed = /and|&/.test(link);
  }
  return { codes, rest, isClosed };
}
