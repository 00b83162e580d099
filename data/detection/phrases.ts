/**
 * Reads phrases and senses with the words of one language: what looks like a reference to a document or vote, and what
 * the words around it say. Decides nothing: statement.ts weighs, linker.ts links.
 */
import type { Stance } from '../schema.ts';
import { compile, isWhole, type Shape, type StatementLexicon, WORD_CHARACTER } from './lexicon.ts';
import type { Read, ReadDate } from './linker.ts';
import { matchesOf } from './matches.ts';
import { createNumberReader, type ReadNumber } from './numbers.ts';
import { remembered } from './remembered.ts';
import { overlaps, overlapTest, type Span, startingWithin } from './spans.ts';
import { countsOf, type StatementCue } from './statement-cues.ts';

/** A stretch of text in the shape of a reference. */
export interface Phrase extends Span {
  readonly text: string;
  readonly shape: Shape;
  readonly counts: readonly Read<ReadNumber>[];
  readonly speaker?: Read<string>;
  /** Whether the state is to be counted in beside those it is named with. */
  readonly isOneMore?: boolean;
  /** Of a vote: whether those who abstained are counted too. */
  readonly isWhole?: boolean;
  /** The date as the phrase gives it. */
  readonly date?: string;
}

export interface BareNumber extends Span {
  readonly value: number;
}

export interface PhraseReader {
  /** Every pattern it runs. */
  readonly patterns: readonly RegExp[];
  /** Every phrase in folded text, overlapping ones too; `regionNames` are the names of the region in it, in order. */
  phrases(text: string, regionNames: readonly Span[]): Phrase[];
  /** The part of a sentence between its breaks that `at` falls in, and where `at` is in it. */
  clauseAround(sentence: string, at: number): { readonly text: string; readonly at: number };
  dates(text: string): Read<ReadDate>[];
  /** Numbers that stand alone: of two figures or in words, no part of a date, of nothing that the lexicon knows not to be states. */
  bareNumbers(text: string): BareNumber[];
  /** Those of them with no noun behind that they could count. */
  loneNumbers(text: string): BareNumber[];
  /** The three figures of a vote, whichever it is: those for and against in either order, and those who abstained. */
  tally(text: string): ReadNumber[];
  /** The side taken: with `from`, the first there and after; without, the only one. */
  stance(text: string, from?: number): Read<Stance> | undefined;
  body(text: string): Read<'HRC' | 'UNGA-3C'> | undefined;
  document(text: string): Read<'letter' | 'joint-statement'> | undefined;
  answer(text: string): string | undefined;
  /** The states named that have delivered statements, by code. */
  speakers(text: string): Read<string>[];
  topics(text: string): string[];
  isChina(text: string): boolean;
  isRights(text: string): boolean;
  isElsewhere(text: string): boolean;
  /** Whether something is asked for or spoken about, whatever it is. */
  isRequest(text: string): boolean;
  /** Whether what the statements speak about is named, the region and China apart. */
  isMatter(text: string): boolean;
  /** Whether the words that say so overlap a stretch of `text`. */
  isElsewhereAt(text: string, span: Span): boolean;
  /** Whether a side is taken, or both are. */
  takesSide(text: string): boolean;
  /** Whether a side is taken, or a document named, at all. */
  isAct(text: string): boolean;
}

/** Smaller numbers stand alone for too many things. */
const LEAST_BARE = 10;
/** The fewest in whose name a state spoke. */
const LEAST_SPOKEN_FOR = 3;
/** The state all statements are about: named beside every number, which only the words of a shape can tie to it. */
const SUBJECT = 'CN';
/** Characters from the beginning of a speaker's name to the number it speaks for. */
const FARTHEST_SPEAKER = 60;
/** Behind a number that counts nothing named there, an ending behind an apostrophe let be. */
const STOP_AFTER = /^(?:'\p{L}{1,6})?\s?(?:$|[^\s\p{L}\p{N}'])/u;
/** Characters of what a number counts. */
const LONGEST_NOUN = 40;
const SENTENCE_STOP = /[.!?。！？؟;；\n](?:\s|$)|[。！？；]/;
/** Characters from the first number of a tally to the last. */
const LONGEST_TALLY = 90;
const THREE_FIGURES = /\d\D{1,40}\d\D{1,40}\d/;
const BARE_TALLY: Shape = { kind: 'vote', pattern: '', weight: 2 };
const SPEAKER_WITH_COUNT: Shape = { kind: 'count', pattern: '', weight: 1 };
/** Characters between a document and the state, or the group, whose it is: "the letter of the six members of the Gulf Cooperation Council". */
const FARTHEST_OWNER = 24;
const FARTHEST_GROUP = 60;
/** Characters of what a document is called. */
const LONGEST_DOCUMENT = 40;
const SPEAKER_WITH_DOCUMENT: Shape = { kind: 'document', pattern: '', weight: 0 };
const GROUP_WITH_DOCUMENT: Shape = { kind: 'document', pattern: '', weight: 0.5 };

/** `lang` is the language of the lexicon, a BCP 47 tag. */
export function createPhraseReader(lang: string, lexicon: StatementLexicon, cues: readonly StatementCue[]): PhraseReader {
  const numbers = createNumberReader(lexicon.numbers);
  const speakers = speakersOf(lang, lexicon, cues);
  const speakerPattern = speakers.map(({ source }) => source).join('|') || '(?!)';
  const codeOf = (name: string) => speakers.find(({ whole }) => whole.test(name))?.code;
  // "US", "Us" in a headline, but not "us": what is written small where it should not be is another word.
  const isWritten = (name: string) => !/^\p{Ll}/u.test(name) || speakers.some(({ written }) => written.test(name));
  const [notInWord, notBeforeWord] = lexicon.words ? ['(?<!\\p{L})', '(?!\\p{L})'] : ['', ''];
  const month = `(?:${lexicon.months.join('|')})`;
  const undatedGroups = lexicon.dates.map((date) => date.replaceAll('{month}', month).replace(/\?<\w+>/g, '?:'));
  const classes = { ...lexicon.classes, number: numbers.pattern, speaker: speakerPattern, month, date: undatedGroups.join('|') };
  const shapes = lexicon.shapes.map((shape) => ({ shape, pattern: compile(shape.pattern, 'giu', classes) }));
  const symbols = cues.flatMap(({ symbol }) => (symbol ? [symbol] : []));
  const symbolPattern = symbols.length > 0 ? new RegExp(symbols.map(symbolSource).join('|'), 'giv') : undefined;
  const votes = cues.flatMap(({ votes: cast }) => (cast ? [[cast.yes, cast.no, cast.abstain].sort((a, b) => a - b).join()] : []));
  const gate = compile(lexicon.pivots, 'iu');
  const article = compile(`^(?:${lexicon.articles})`, 'iu');
  const months = lexicon.months.map((source) => compile(`^(?:${source})$`, 'iu'));
  const dates = lexicon.dates.map((date) =>
    compile(`${notInWord}(?<!\\d)${date.replaceAll('{month}', `(?<name>${month})`)}(?!\\d)${notBeforeWord}`, 'giu'),
  );
  const speaker = compile(`${notInWord}(?:${speakerPattern})${notBeforeWord}`, 'giu');
  const anyNumber = compile(numbers.exactPattern, 'giu');
  const otherUnit =
    lexicon.numbers.otherUnits === undefined ? undefined : compile(`^[\\s-]?(?:${lexicon.numbers.otherUnits})`, 'iu');
  const alone = lexicon.numbers.alone === undefined ? undefined : compile(`^ ?(?:${lexicon.numbers.alone})`, 'iu');
  const breaks = compile(lexicon.clauseBreak, 'giu');
  const document = compile(`${notInWord}(?:${lexicon.document})${notBeforeWord}`, 'giu', classes);
  const isDocument = compile(lexicon.document, 'iu', classes);
  const group = compile(lexicon.senses.group, 'giu');
  const senses = Object.fromEntries(
    Object.entries(lexicon.senses).map(([name, source]) => [name, compile(source, 'iu', classes)]),
  ) as Record<keyof StatementLexicon['senses'], RegExp>;

  const elsewhere = compile(lexicon.senses.elsewhere, 'giu');

  const speakersIn = remembered((text): (Span & { readonly code: string; readonly name: string })[] =>
    matchesOf(speaker, text).flatMap((match) => {
      const code = isWritten(match[0]) ? codeOf(match[0]) : undefined;
      return code === undefined ? [] : [{ ...spanOf(match), code, name: match[0] }];
    }),
  );
  /** Every number, whatever it counts; its value is 0 where it cannot be read. */
  const numbersIn = remembered((text): BareNumber[] =>
    matchesOf(anyNumber, text).map(({ index, 0: words }) => ({
      start: index,
      end: index + words.trimEnd().length,
      value: numbers.read(words)?.value ?? 0,
    })),
  );
  const allBareNumbers = remembered((text) => {
    const isInDate = overlapTest(dates.flatMap((pattern) => matchesOf(pattern, text).map(spanOf)));
    return numbersIn(text).filter(({ start, end, value }) => {
      const after = text.slice(end, end + 24);
      if (value === 0 || /^\s?[%‰°$€£¥]|^[:.,]\d/.test(after) || otherUnit?.test(after)) return false;
      if (/[$€£¥=#№[°º]\s?$|[:.,/-]$/.test(text.slice(Math.max(0, start - 2), start))) return false;
      return (!lexicon.words || isWhole(text, start, end)) && !isInDate({ start, end });
    });
  });

  function phrases(text: string, regionNames: readonly Span[]): Phrase[] {
    const spokenFor = speakersWithCounts(text, regionNames);
    const mayHoldShape = gate.test(text);
    const found = [
      ...(symbolPattern ? matchesOf(symbolPattern, text).map(symbolPhrase) : []),
      ...documentsWithOwners(text),
      ...(mayHoldShape || THREE_FIGURES.test(text) ? tallies(text) : []),
    ];
    if (!mayHoldShape) return [...found, ...spokenFor.filter(({ isOneMore }) => !isOneMore)];
    const mayHold = shapesIn(text);
    for (const { shape, pattern } of shapes) {
      if (!mayHold[shape.kind]) continue;
      for (const match of matchesOf(pattern, text)) {
        const phrase = phraseOf(text, match, shape);
        if (phrase) found.push(phrase);
      }
    }
    const counted = found.filter(({ shape }) => shape.kind === 'count').sort((a, b) => a.start - b.start);
    const nouned = spokenFor.map((phrase) => withNoun(text, phrase, counted));
    // One more than the number says only where others are counted: "London and 22 others", not "in London, and 22".
    return [...found, ...nouned.filter((phrase, index) => !phrase.isOneMore || phrase !== spokenFor[index])];
  }

  /** "Cuba, on behalf of 62" with the noun of its number, "62 countries", which the shapes know; `counted` are theirs, in order. */
  function withNoun(text: string, phrase: Phrase, counted: readonly Phrase[]): Phrase {
    const ends = startingWithin(counted, phrase.start + 1, phrase.end)
      .map(({ end }) => end)
      .filter((end) => end > phrase.end && end < phrase.end + LONGEST_NOUN);
    const end = Math.min(...ends);
    return ends.length === 0 ? phrase : { ...phrase, end, text: text.slice(phrase.start, end) };
  }

  /** What kinds of shapes a text has the makings of: a look for numbers and nouns costs less than trying shape after shape. */
  function shapesIn(text: string): Readonly<Record<Shape['kind'], boolean>> {
    const values = new Set(numbersIn(text).map(({ value }) => value));
    return {
      count: [...values].some((value) => value >= LEAST_SPOKEN_FOR),
      document: isDocument.test(text) || senses.group.test(text),
      vote: cues.some(({ votes: cast }) => cast && values.has(cast.yes) && values.has(cast.no)),
      rejection: true,
      symbol: false,
    };
  }

  /**
   * A state that delivers statements and, close behind it, a number that one of its statements was counted with, the speaker in it
   * or beside it: "Belarus, for 46", "Cuba and 44 others". The figures say so much that the words between may be any.
   */
  function speakersWithCounts(text: string, regionNames: readonly Span[]): Phrase[] {
    const named = speakersIn(text).filter(({ code }) => code !== SUBJECT);
    if (named.length === 0) return [];
    return bareNumbers(text, LEAST_SPOKEN_FOR).flatMap(({ start, end, value }, index, all) => {
      const by = startingWithin(named, start - FARTHEST_SPEAKER, start).at(-1);
      if (!by || by.end > start || SENTENCE_STOP.test(text.slice(by.end, start))) return [];
      // "The British statement on Xinjiang, with 51 signatories" are two, and a name.
      if (startingWithin(regionNames, by.end, start).length > 0) return [];
      // Another number between them is the one it spoke for, or neither is.
      if ((all[index - 1]?.start ?? -1) >= by.end) return [];
      const own = cues.filter(({ deliveredBy }) => deliveredBy === by.code).flatMap(countsOf);
      const meant = [value, value + 1].filter((count) => own.includes(count)).slice(0, 1);
      const words = text.slice(by.start, end);
      return meant.map((count) => ({
        start: by.start,
        end,
        text: words,
        shape: SPEAKER_WITH_COUNT,
        isOneMore: count !== value && !text.slice(by.end, start).includes('+') && !isLone(text, end),
        counts: [{ value: { value: count, low: count, high: count }, text: words }],
        speaker: { value: by.code, text: by.name },
      }));
    });
  }

  /** A document close to the state that delivered it or the group it was sent by: "the Canadian statement", "the Gulf states' letter". */
  function documentsWithOwners(text: string): Phrase[] {
    const documents = matchesOf(document, text).map(spanOf);
    if (documents.length === 0) return [];
    const owners = [
      ...speakersIn(text).filter(({ code }) => code !== SUBJECT),
      ...matchesOf(group, text).map((match) => ({ ...spanOf(match), code: undefined, name: match[0] })),
    ].sort((a, b) => a.start - b.start);
    return owners.flatMap((owner) => {
      const farthest = owner.code === undefined ? FARTHEST_GROUP : FARTHEST_OWNER;
      const close = startingWithin(documents, owner.start - farthest - LONGEST_DOCUMENT, owner.end + farthest + 1);
      return close.flatMap((named): Phrase[] => {
        const [first, last] = owner.start < named.start ? [owner, named] : [named, owner];
        const between = text.slice(first.end, last.start);
        if (last.start < first.end || between.length > farthest || /[\d,;:.!?。！？،、，；：؟\n]/.test(between)) return [];
        if (startingWithin(owners, first.end, last.start).some((other) => other !== owner)) return [];
        const phrase = { start: first.start, end: last.end, text: text.slice(first.start, last.end), counts: [] };
        return owner.code === undefined
          ? [{ ...phrase, shape: GROUP_WITH_DOCUMENT }]
          : [{ ...phrase, shape: SPEAKER_WITH_DOCUMENT, speaker: { value: owner.code, text: owner.name } }];
      });
    });
  }

  /** The three numbers of a vote one after the other, whatever stands between: "seventeen for, nineteen against, eleven abstaining". */
  function tallies(text: string): Phrase[] {
    if (votes.length === 0) return [];
    const named = bareNumbers(text, 1);
    return named.flatMap(({ start }, index) => {
      const three = named.slice(index, index + 3);
      const end = three[2]?.end ?? 0;
      const values = three.map(({ value }) => value).sort((a, b) => a - b);
      if (end === 0 || end - start > LONGEST_TALLY || !votes.includes(values.join())) return [];
      return [{ start, end, text: text.slice(start, end), shape: BARE_TALLY, counts: [], isWhole: true }];
    });
  }

  function symbolPhrase(match: RegExpMatchArray & { index: number }): Phrase {
    return {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      shape: { kind: 'symbol', pattern: '', weight: 3 },
      counts: [],
    };
  }

  function phraseOf(text: string, match: RegExpMatchArray & { index: number }, shape: Shape): Phrase | undefined {
    const { groups = {} } = match;
    const part = groups.phrase;
    const from = match.index + (part === undefined ? match[0].length - match[0].trimStart().length : match[0].indexOf(part));
    const whole = (part ?? match[0]).trim();
    const start = from + (article.exec(whole)?.[0].length ?? 0);
    const end = from + whole.length;
    if (end <= start || (lexicon.words && !isWhole(text, start, end))) return undefined;
    const counts: Read<ReadNumber>[] = [];
    if (shape.kind === 'count') {
      const read = numbers.read(groups.n ?? '');
      if (!read) return undefined;
      const words = text.slice(start, end);
      // "22 governments and 37 others" are 37, "Germany and 38 others" are 39: the linker takes what fits.
      if (shape.plus)
        counts.push({
          value: { value: read.value + shape.plus, low: read.low + shape.plus, high: read.high + shape.plus },
          text: words,
        });
      if (!shape.plus || groups.speaker === undefined) counts.push({ value: read, text: words });
    }
    if (shape.kind === 'vote' && !cues.some(({ votes }) => votes && isTally(votes, groups))) return undefined;
    const code = groups.speaker === undefined ? undefined : codeOf(groups.speaker);
    return {
      start,
      end,
      text: text.slice(start, end),
      shape,
      counts,
      ...(code && groups.speaker && { speaker: { value: code, text: groups.speaker } }),
      ...(groups.date && { date: groups.date }),
      ...(shape.kind === 'vote' && { isWhole: (groups.abstain ?? groups.abstain2) !== undefined }),
    };
  }

  function isTally(votes: { yes: number; no: number; abstain: number }, groups: Record<string, string | undefined>): boolean {
    const value = (name: string) => (groups[name] === undefined ? undefined : numbers.read(groups[name])?.value);
    const abstained = value('abstain') ?? value('abstain2');
    return value('yes') === votes.yes && value('no') === votes.no && (abstained === undefined || abstained === votes.abstain);
  }

  function bareNumbers(text: string, least: number = LEAST_BARE): BareNumber[] {
    return allBareNumbers(text).filter(({ value }) => value >= least);
  }

  function loneNumbers(text: string): BareNumber[] {
    return bareNumbers(text).filter(({ end }) => isLone(text, end));
  }

  /** Whether what ends at `end` has nothing behind it that it could count. */
  function isLone(text: string, end: number): boolean {
    return STOP_AFTER.test(text.slice(end, end + 8)) || alone?.test(text.slice(end, end + 24)) === true;
  }

  function readDates(text: string): Read<ReadDate>[] {
    const found: (Read<ReadDate> & Span)[] = [];
    for (const pattern of dates) {
      for (const match of matchesOf(pattern, text)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (found.some((other) => overlaps(other, { start, end }))) continue;
        const { name, month: figure, day, year } = match.groups ?? {};
        const index = name === undefined ? Number(figure ?? 0) : months.findIndex((source) => source.test(name)) + 1;
        if (lexicon.capitalMonths && day === undefined && year === undefined && !/^\p{Lu}/u.test(match[0])) continue;
        found.push({
          start,
          end,
          text: match[0],
          value: { ...(year && { year: Number(year) }), ...(index > 0 && { month: index }), ...(day && { day: Number(day) }) },
        });
      }
    }
    for (const match of matchesOf(/(?<![\d/.-])(?:19|20)\d\d(?![\d/-])/g, text)) {
      if (!found.some((other) => match.index < other.end && match.index + 4 > other.start)) {
        found.push({ start: match.index, end: match.index + 4, text: match[0], value: { year: Number(match[0]) } });
      }
    }
    return found.sort((a, b) => a.start - b.start).map(({ text: words, value }) => ({ text: words, value }));
  }

  return {
    patterns: [
      ...shapes.map(({ pattern }) => pattern),
      ...[
        gate,
        elsewhere,
        document,
        isDocument,
        group,
        speaker,
        anyNumber,
        article,
        breaks,
        ...dates,
        ...months,
        ...Object.values(senses),
      ],
      ...numbers.patterns,
      ...[symbolPattern, otherUnit, alone].filter((pattern) => pattern !== undefined),
    ],
    phrases,
    clauseAround(sentence, at) {
      let start = 0;
      for (const match of matchesOf(breaks, sentence)) {
        if (match.index > at) return { text: sentence.slice(start, match.index), at: at - start };
        if (match.index + match[0].length <= at) start = match.index;
      }
      return { text: sentence.slice(start), at: at - start };
    },
    dates: remembered(readDates),
    bareNumbers,
    loneNumbers,
    tally(text) {
      const found = shapes
        .filter(({ shape }) => shape.kind === 'vote')
        .flatMap(({ pattern }) => matchesOf(pattern, text))
        .map(({ groups = {} }) => [groups.yes, groups.no, groups.abstain ?? groups.abstain2])
        .map((three) => three.flatMap((words) => (words === undefined ? [] : (numbers.read(words) ?? []))));
      return found.find((three) => three.length === 3) ?? [];
    },
    stance(text, from) {
      const said = from === undefined ? text : text.slice(from);
      const support = senses.support.exec(said);
      const concern = senses.concern.exec(said);
      if (from === undefined && support && concern) return undefined;
      if (support && (!concern || support.index < concern.index)) return { value: 'support', text: support[0] };
      if (concern) return { value: 'concern', text: concern[0] };
      return undefined;
    },
    body: remembered((text) => {
      const council = senses.HRC.exec(text);
      const committee = senses['UNGA-3C'].exec(text);
      if (council && committee) return undefined;
      if (council) return { value: 'HRC', text: council[0] };
      return committee ? { value: 'UNGA-3C', text: committee[0] } : undefined;
    }),
    document: remembered((text) => {
      const [letter, statement] = [senses.letter.exec(text), senses.jointStatement.exec(text)];
      if (letter && !statement) return { value: 'letter', text: letter[0] };
      return statement && !letter ? { value: 'joint-statement', text: statement[0] } : undefined;
    }),
    answer: (text) => senses.answer.exec(text)?.[0],
    speakers: (text) => speakersIn(text).map(({ code, name }) => ({ value: code, text: name })),
    topics: remembered((text) => (['hong-kong', 'tibet', 'group'] as const).filter((topic) => senses[topic].test(text))),
    isChina: remembered((text) => senses.china.test(text)),
    isRights: remembered((text) => senses.rights.test(text)),
    isElsewhereAt: (text, span) =>
      matchesOf(elsewhere, text)
        .map(spanOf)
        .some((said) => overlaps(said, span)),
    isRequest: remembered((text) => senses.request.test(text)),
    isMatter: remembered((text) => senses.matter.test(text)),
    isElsewhere: remembered((text) => senses.elsewhere.test(text)),
    takesSide: remembered((text) => senses.concern.test(text) || senses.support.test(text)),
    isAct: remembered((text) =>
      [senses.concern, senses.support, senses.letter, senses.jointStatement].some((sense) => sense.test(text)),
    ),
  };
}

function spanOf({ index, 0: { length } }: RegExpExecArray): Span {
  return { start: index, end: index + length };
}

interface Speaker {
  readonly code: string;
  /** Of a pattern for any of its names. */
  readonly source: string;
  /** Matches a name from end to end, in any letter case or as it is written. */
  readonly whole: RegExp;
  readonly written: RegExp;
}

/**
 * The states that deliver statements, longer names first, so that no name is read as the beginning of another: those the lexicon
 * has words for, and the rest as the language calls them, so that a new one need not wait for the lexicon.
 */
function speakersOf(lang: string, lexicon: StatementLexicon, cues: readonly StatementCue[]): Speaker[] {
  const worded = Object.entries(lexicon.speakers ?? {}).flatMap(([code, source]) =>
    alternativesOf(source).map((one) => ({ code, source: one })),
  );
  const named = cues.flatMap(({ deliveredBy, speakers = [] }) => {
    if (deliveredBy === undefined || lexicon.speakers?.[deliveredBy] !== undefined) return [];
    const local = new Intl.DisplayNames([lang], { type: 'region' }).of(deliveredBy);
    const names = lang === NAMES_OF_DATASET ? speakers : [local ?? []].flat();
    return names.map((name) => ({ code: deliveredBy, source: escapePattern(name) }));
  });
  const unique = [...new Map([...worded, ...named].map((each) => [each.source, each])).values()];
  return unique
    .sort((a, b) => b.source.length - a.source.length)
    .map((each) => ({
      ...each,
      whole: compile(`^(?:${each.source})$`, 'iu'),
      written: compile(`^(?:${each.source})$`, 'u'),
    }));
}

/** The language that the dataset names countries in. */
const NAMES_OF_DATASET = 'en';

/** The alternatives of a pattern at its outermost level. */
function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of source) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** A document symbol as text gives it, with or without spaces around its strokes. */
function symbolSource(symbol: string): string {
  return `(?<![${WORD_CHARACTER}])(?<!/)${symbol
    .split('/')
    .map((part) => escapePattern(part).replace('\\.', '\\.?\\s?'))
    .join('\\s?/\\s?')}(?![${WORD_CHARACTER}])`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
