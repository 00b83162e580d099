/**
 * Finds phrases that refer to one of the joint letters, joint statements or votes, in folded text.
 * Shapes and words come from the lexicon of the language; what a phrase is linked to is the linker's business.
 *
 * A shape alone proves little: 22 countries sign many letters. So each phrase is weighed by what its clause,
 * its sentence, its neighbours and the page are about, and dropped where the sentence is about something else.
 */
import type { StatementId } from '../schema.ts';
import { compile, isWhole, type Lexicon, type Shape, type StatementLexicon } from './lexicon.ts';
import { type Evidence, type Ranked, rank } from './linker.ts';
import type { PageContext, Reason } from './mention.ts';
import type { ReadNumber } from './numbers.ts';
import { type BareNumber, createPhraseReader, type Phrase } from './phrases.ts';
import { createSentences } from './sentences.ts';
import { overlapping, overlaps, overlapTest, preferredApart, type Span, startingWithin } from './spans.ts';
import { countsOf, type StatementCue } from './statement-cues.ts';
import type { Topic } from './topic.ts';
import weights from './weights.json' with { type: 'json' };

export interface LinkedSpan extends Span {
  readonly link: readonly StatementId[];
  readonly reasons: readonly Reason[];
  /** See StatementMention. */
  readonly counts?: readonly ReadNumber[];
  /** How well it is linked, to choose between readings in several languages. */
  readonly points: number;
}

/** What is known of the text's surroundings. */
interface Surroundings {
  readonly page: PageContext;
  /** The names of the region in the text, in order. */
  readonly regionNames: readonly Span[];
  /** The text is about Xinjiang, Uyghurs or China's human rights at the UN. */
  readonly textIsAbout: boolean;
  /** The page's title, folded; and with what stands nearby. */
  readonly pageTitle: string;
  readonly pageText: string;
  /** Whether they are. */
  readonly pageIsAbout: boolean;
}

export interface StatementRecognizer {
  /** The linked phrases in folded text, in order and without overlap. */
  recognize(text: string, surroundings: Surroundings): LinkedSpan[];
  /** Every pattern it runs. */
  readonly patterns: readonly RegExp[];
}

/** How much each sign counts for a phrase to be about the matter, see `weigh`, and what it needs in all to be marked. */
const WEIGHTS = weights.subject;
const ENOUGH = weights.subject.enough;
/** A number with nothing beside it that says what it counts, but the exact number of a statement. */
const BARE_COUNT: Shape = { kind: 'count', pattern: '', weight: WEIGHTS.bare };
/** What a shape weighs whose words themselves tell of a document that states sign. */
const SURE = 2;
/** Characters within which the number of one statement and that of its counterpart belong together. */
const PAIR = 160;
/** Characters after a phrase that say what the document is about: "a letter on climate". */
const JUST_AFTER = { near: 24, far: 40 } as const;

export function createStatementRecognizer(
  lexicon: Lexicon & { readonly statement: StatementLexicon },
  cues: readonly StatementCue[],
  { isAbout, names }: Topic,
): StatementRecognizer {
  const reader = createPhraseReader(lexicon.lang, lexicon.statement, cues);
  const cuesById = new Map(cues.filter(isOnSubject).map((cue) => [cue.id, cue]));
  const lastLink = compile(`\\s(?:${lexicon.statement.common ?? '(?!)'}|\\p{L}{1,2})\\s*$`, 'iu');
  const castVotes = new Set(cues.flatMap(({ votes }) => (votes ? [votes.yes, votes.no] : [])));
  const firstYear = Math.min(...cues.map(({ date }) => Number(date.slice(0, 4))));
  const knownCounts = new Set([...cuesById.values()].flatMap(countsOf));
  const sentences = createSentences(compile(`(?:${lexicon.statement.abbreviations})$`, 'u'));

  return { recognize, patterns: reader.patterns };

  function recognize(text: string, surroundings: Surroundings): LinkedSpan[] {
    const { page, regionNames, textIsAbout, pageTitle, pageText, pageIsAbout } = surroundings;
    if (!textIsAbout && !pageIsAbout) return [];
    // First of all, since most texts hold none in most languages.
    const shaped = reader.phrases(text, regionNames);
    const isAtUn =
      shaped.some(({ shape }) => shape.kind === 'symbol') || reader.isRights(text.slice(0, 6000)) || reader.isRights(pageText);
    const figures = reader.bareNumbers(text);
    const counts = figures.filter(({ value }) => knownCounts.has(value));
    const lone = isAtUn ? reader.loneNumbers(text).filter(({ value }) => knownCounts.has(value)) : [];
    const phrases = [...shaped, ...lone.map((count) => bareCount(text, count))].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    if (phrases.length === 0) return [];
    const textDates = reader.dates(text.slice(0, 6000));
    const pageDates = reader.dates(pageText);
    const published = page.date === undefined ? undefined : readIsoDate(page.date);
    const weighed: Weighed[] = [];
    /** Phrases about something else: what is part of one is no less so. */
    const otherwise: Span[] = [];
    /** What the phrases before the one at hand were linked to; those that overlap it are not yet told. */
    const earlier = new Set(page.earlier);
    let untold: Weighed[] = [];

    for (const phrase of phrases) {
      const sentence = sentences.around(text, phrase);
      const before = sentences.before(text, sentence.start);
      const after = sentences.after(text, sentence.end);
      const clause = reader.clauseAround(text.slice(sentence.start, sentence.end), phrase.start - sentence.start);
      const around: Around = {
        clauseAt: clause.at,
        isAtUn,
        sentence: text.slice(sentence.start, sentence.end),
        clause: clause.text,
        besides: `${text.slice(before, sentence.start)} ${text.slice(sentence.end, after)}`,
        textIsAbout,
        pageIsAbout,
        title: pageTitle,
        figures: startingWithin(figures, sentence.start, sentence.end).map(({ value }) => value),
        otherCounts: startingWithin(counts, phrase.start - PAIR, phrase.end + PAIR)
          .filter((count) => !overlaps(count, phrase))
          .map(({ value }) => value),
      };
      untold = untold.filter(({ end, link }) => {
        if (end > phrase.start) return true;
        if (link.length === 1) earlier.add(link[0] as StatementId);
        return false;
      });
      const evidence = gather(phrase, around, { textDates, pageDates, pageText, published, earlier: [...earlier] });
      const ranked = rank(evidence, cues);
      const best = ranked[0];
      // Statements on other matters are in the table so that they can be told apart, not to be marked.
      if (best === undefined || !isOnSubject(best.cue)) continue;
      const weight = phrase.shape.weight + weigh(phrase, evidence, best, around);
      if (weight < ENOUGH) {
        if (reader.isElsewhere(around.clause)) otherwise.push(phrase);
        continue;
      }
      const link = ranked.filter(({ cue }) => isOnSubject(cue)).map(({ cue }) => cue.id);
      const found = {
        start: phrase.start,
        end: phrase.end,
        link,
        reasons: best.reasons,
        ...(phrase.shape.kind === 'rejection' ? talliedIn(around.sentence) : countsInFigures(phrase)),
        weight,
        points: best.score,
      };
      weighed.push(found);
      untold.push(found);
    }
    const linked = withoutOverlap(weighed.filter((found) => containing(otherwise, found).length === 0));
    return [...linked, ...echoes(text, linked)]
      .map((phrase) => withoutLastName(text, phrase, regionNames))
      .sort((a, b) => a.start - b.start);
  }

  /** The figures told with a vote that a phrase names without them. */
  function talliedIn(sentence: string): Pick<LinkedSpan, 'counts'> {
    const counts = reader.tally(sentence);
    return counts.length > 0 ? { counts } : {};
  }

  /** A phrase that ends in a name of the region ends before it, so that the name leads to the region. */
  function withoutLastName(text: string, phrase: LinkedSpan, regionNames: readonly Span[]): LinkedSpan {
    const last = startingWithin(regionNames, phrase.start + 1, phrase.end).at(-1);
    if (!last || last.end < phrase.end) return phrase;
    let rest = text.slice(phrase.start, last.start).trimEnd();
    for (let found = lastLink.exec(rest); found !== null; found = lastLink.exec(rest)) rest = rest.slice(0, found.index);
    return rest === '' ? phrase : { ...phrase, end: phrase.start + rest.length };
  }

  /**
   * Bare numbers that take up a count the text has introduced: "22 states wrote … 37 answered", "of the 22". They have to be exactly
   * what a statement linked close by, or the one that answers it, was announced or counted with.
   */
  function echoes(text: string, linked: readonly LinkedSpan[]): LinkedSpan[] {
    if (linked.length === 0) return [];
    const isTaken = overlapTest(linked);
    return reader.bareNumbers(text).flatMap(({ start, end, value }): LinkedSpan[] => {
      if (isTaken({ start, end })) return [];
      const near = startingWithin(linked, start - ECHO, start + ECHO).sort(
        (a, b) => Math.abs(a.start - start) - Math.abs(b.start - start),
      );
      for (const counted of [countsOfStatement, countsOfCounterpart]) {
        for (const { link, points } of near) {
          const fitting = link.filter((id) => counted(cuesById, id).includes(value));
          if (fitting.length === 0) continue;
          const ids = counted === countsOfStatement ? fitting : fitting.flatMap((id) => cuesById.get(id)?.counterpart ?? []);
          const reasons = [
            { cue: 'count' as const, text: text.slice(start, end) },
            { cue: 'earlier' as const, text: cuesById.get(link[0] as string)?.date ?? '' },
          ];
          const counts = countsInFigures(bareCount(text, { start, end, value }));
          return [{ start, end, link: ids, reasons, ...counts, points: points - 1 }];
        }
      }
      return [];
    });
  }

  function gather(phrase: Phrase, around: Around, far: Far): Evidence {
    const counted = phrase.shape.kind === 'count';
    const stance = reader.stance(around.clause, around.clauseAt);
    const stanceNear = reader.stance(around.sentence) ?? reader.stance(around.besides);
    const bodyClose = reader.body(around.sentence);
    const body = bodyClose ?? reader.body(around.besides) ?? reader.body(far.pageText);
    const document = reader.document(phrase.text) ?? (counted ? reader.document(around.clause) : undefined);
    const answer = reader.answer(counted ? around.clause : phrase.text);
    const dates = reader.dates(phrase.date ?? around.sentence);
    return {
      kind: phrase.shape.kind,
      phrase: phrase.text,
      counts: phrase.counts,
      countsNear: around.otherCounts,
      ...(phrase.speaker && { speaker: phrase.speaker }),
      speakersNear: reader.speakers(around.sentence),
      ...(stance && { stance }),
      ...(stanceNear && { stanceNear }),
      ...(body && { body }),
      bodyClose: bodyClose !== undefined,
      ...(document && { document }),
      ...(answer && { answer }),
      dates,
      datesNear: far.textDates.length > 0 ? far.textDates : far.pageDates,
      ...(far.published && { published: far.published }),
      topics: reader.topics(around.sentence),
      earlier: far.earlier,
    };
  }

  /** How surely the phrase is about the matter, beyond what its own words say. */
  function weigh(phrase: Phrase, evidence: Evidence, best: Ranked, around: Around): number {
    const { region, china, agreed } = WEIGHTS;
    const isVote = phrase.shape.kind === 'vote' || phrase.shape.kind === 'rejection';
    const inSentence = isAbout(around.sentence);
    let weight = 0;
    if (inSentence) weight += region.sentence;
    else if (isAbout(around.besides)) weight += region.neighbour;
    else if (around.textIsAbout) weight += region.text;
    if (around.pageIsAbout) weight += around.isAtUn ? region.pageAtUn : region.page;
    if (reader.isChina(around.sentence)) weight += china.sentence;
    else if (reader.isChina(around.besides)) weight += china.neighbour;
    if (reader.isRights(around.sentence)) weight += WEIGHTS.rights;
    // A paragraph that names neither the region nor China says little, whatever its page is about.
    if (!around.textIsAbout && ![around.sentence, around.besides].some((said) => reader.isChina(said))) weight += WEIGHTS.silent;
    if (reader.document(around.clause)) weight += WEIGHTS.document;
    if (evidence.speaker !== undefined) weight += WEIGHTS.speaker;
    if (reader.stance(around.clause)) weight += WEIGHTS.stance;
    // What the linker found to fit, beside the number itself.
    for (const { cue } of best.reasons) if (cue in agreed) weight += agreed[cue as keyof typeof agreed];
    if (phrase.shape.kind === 'count') {
      const inPair = isCounterpartIn(around.otherCounts, best);
      const inCompany = around.otherCounts.some((count) => !countsOf(best.cue).includes(count));
      if (inPair) weight += WEIGHTS.pair;
      else if (inCompany) weight += WEIGHTS.company;
      else if (phrase.shape.weight <= 0 && !evidence.speaker && !reader.isAct(around.clause)) weight += WEIGHTS.idle;
    }
    const isOfItsTime = best.reasons.some(({ cue }) => cue === 'date' || cue === 'published');
    const isDated = best.reasons.some(({ cue }) => cue === 'date') && evidence.counts.length > 0;
    // "A letter signed by 22 countries" says enough under a headline about the matter, not beside a link to it.
    const isSure = phrase.shape.weight >= SURE && (around.textIsAbout || isAbout(around.title));
    if (!isSure && !isVote && !around.isAtUn && !isDated && !reader.takesSide(around.sentence)) weight += WEIGHTS.notAtUn;
    // Told with the figures of another vote.
    const isOther = around.figures.length > 1 && !around.figures.some((figure) => castVotes.has(figure));
    if (phrase.shape.kind === 'rejection' && isOther) weight += WEIGHTS.otherVote;
    if (phrase.shape.kind === 'vote')
      weight += around.isAtUn || (inSentence && (phrase.isWhole || isOfItsTime)) ? WEIGHTS.figures : WEIGHTS.otherVote;
    return weight + weighElsewhere(phrase, evidence, around) + weighRequest(phrase, evidence, best, around);
  }

  /**
   * What is taken away where the text tells what its states asked for or said, and it is nothing that those of the statements did.
   * Who tells that of one of them names China, its abuses or what was to come of them, whatever the page is about.
   */
  function weighRequest({ shape: { kind }, date }: Phrase, evidence: Evidence, best: Ranked, around: Around): number {
    const { sentence, besides, textIsAbout } = around;
    if ((kind !== 'count' && kind !== 'document') || isOnMatter(sentence)) return 0;
    // A document named by its date is no new one, nor is an answer where one was told of, nor are two that answer each other.
    const isKnown = date !== undefined || (kind === 'document' && evidence.answer !== undefined && evidence.earlier.length > 0);
    if (isKnown || isCounterpartIn(around.figures, best)) return 0;
    if (reader.isRequest(sentence)) return textIsAbout ? WEIGHTS.requestBeside : WEIGHTS.request;
    const isAskedBeside = kind === 'count' && !textIsAbout && reader.isRequest(besides) && !isOnMatter(besides);
    return isAskedBeside ? WEIGHTS.requestBeside : 0;
  }

  /** Whether what a text tells may be what the statements say. */
  function isOnMatter(said: string): boolean {
    return reader.isMatter(said) || reader.isChina(said) || isAbout(said);
  }

  /** Whether one of the numbers is that of the statement which answers, or is answered by, the one at hand. */
  function isCounterpartIn(numbers: readonly number[], { cue }: Ranked): boolean {
    return countsOfCounterpart(cuesById, cue.id).some((count) => numbers.includes(count));
  }

  /** What is taken away where clause, sentence or the text around is about something else that states sign. */
  function weighElsewhere(phrase: Phrase, evidence: Evidence, around: Around): number {
    let weight = 0;
    const title = names(around.title) ? '' : around.title;
    if (!around.textIsAbout && reader.isElsewhere(`${around.sentence} ${around.besides} ${title}`)) {
      weight += WEIGHTS.elsewhereInText;
    }
    const rest = around.clause.slice(around.clauseAt + phrase.text.length);
    const [next, following] = [wordsWithin(rest, JUST_AFTER.near), wordsWithin(rest, JUST_AFTER.far)];
    const turnsAway = (said: string) => reader.isElsewhere(said) || reader.topics(said).includes('hong-kong');
    const itself = { start: around.clauseAt, end: around.clauseAt + phrase.text.length };
    if (reader.isElsewhereAt(around.clause, itself)) weight += WEIGHTS.elsewhereInClause;
    else if ([next, following].some((said) => turnsAway(said) && !names(said))) weight += WEIGHTS.elsewhereInClause;
    else if (reader.isElsewhere(around.clause))
      weight += names(around.clause) ? WEIGHTS.elsewhereBesideRegion : WEIGHTS.elsewhereInClause;
    else if (reader.isElsewhere(around.sentence))
      weight += names(around.sentence) ? WEIGHTS.elsewhereBesideRegion : WEIGHTS.elsewhereInSentence;
    // What the same breath dates before the first statement was another.
    const years = reader.dates(around.clause).flatMap(({ value }) => value.year ?? []);
    if (years.length > 0 && Math.max(...years) < firstYear) weight += WEIGHTS.elsewhereInClause;
    // A sentence about Hong Kong alone tells of another statement.
    if (evidence.topics.includes('hong-kong') && !isAbout(around.sentence)) weight += WEIGHTS.elsewhereInSentence;
    return weight;
  }
}

/** The texts a phrase is read in. */
interface Around {
  readonly clause: string;
  /** Where the phrase starts in it. */
  readonly clauseAt: number;
  /** Whether text or page names the UN or its human rights bodies at all. */
  readonly isAtUn: boolean;
  readonly sentence: string;
  /** The neighbouring sentences. */
  readonly besides: string;
  readonly textIsAbout: boolean;
  readonly pageIsAbout: boolean;
  /** Of the page, folded. */
  readonly title: string;
  /** Numbers in the sentence that could count states or votes. */
  readonly figures: readonly number[];
  /** Numbers close by that statements were counted with. */
  readonly otherCounts: readonly number[];
}

/** What the rest of the text and the page say. */
interface Far {
  readonly textDates: Evidence['dates'];
  readonly pageDates: Evidence['dates'];
  readonly pageText: string;
  readonly published: Evidence['published'];
  readonly earlier: readonly StatementId[];
}

/** Statements on Xinjiang, and those whose text, and so whose topics, are not known. */
function isOnSubject({ topics }: StatementCue): boolean {
  return topics.includes('xinjiang') || topics.length === 0;
}

/** Without numbers in words, of which many are round: "two dozen", "une cinquantaine". */
function countsInFigures({ counts }: Phrase): Pick<LinkedSpan, 'counts'> {
  const inFigures = counts.filter(({ text }) => /\d/.test(text)).map(({ value }) => value);
  return inFigures.length > 0 ? { counts: inFigures } : {};
}

function bareCount(text: string, { start, end, value }: BareNumber): Phrase {
  const words = text.slice(start, end);
  return { start, end, text: words, shape: BARE_COUNT, counts: [{ value: { value, low: value, high: value }, text: words }] };
}

/** The beginning of `text`, no longer than `length`, with no word cut in two. */
function wordsWithin(text: string, length: number): string {
  const start = text.slice(0, length);
  return isWhole(text, length, text.length) ? start : start.replace(/\p{L}*$/u, '');
}

/** Characters within which a bare number takes up a count. */
const ECHO = 320;

type CuesById = ReadonlyMap<StatementId, StatementCue>;

function countsOfStatement(cues: CuesById, id: StatementId): number[] {
  const cue = cues.get(id);
  return cue ? countsOf(cue) : [];
}

function countsOfCounterpart(cues: CuesById, id: StatementId): number[] {
  const counterpart = cues.get(id)?.counterpart;
  return counterpart === undefined ? [] : countsOfStatement(cues, counterpart);
}

/** Characters that hardly any phrase is longer than. */
const LONGEST_PHRASE = 300;

/** How much better linked a part of a phrase must be to stand instead of the whole. */
const PART_MARGIN = 4;

interface Weighed extends LinkedSpan {
  readonly weight: number;
}

/** Of phrases that overlap the best linked stays; a longer one beats its own parts unless they are linked far better. */
function withoutOverlap(phrases: readonly Weighed[]): LinkedSpan[] {
  return overlapping(phrases)
    .flatMap(bestOfCluster)
    .map(({ weight: _, ...linked }) => linked);
}

function bestOfCluster(phrases: readonly Weighed[]): Weighed[] {
  const whole = phrases.filter(
    (phrase) => !containing(phrases, phrase).some((other) => other.points > phrase.points - PART_MARGIN),
  );
  return preferredApart(whole.sort((a, b) => b.points - a.points || b.weight - a.weight || b.end - b.start - (a.end - a.start)));
}

/** Those of the phrases, which are in order of their starts, that `part` is a part of. */
function containing<Each extends Span>(phrases: readonly Each[], part: Span): Each[] {
  return startingWithin(phrases, part.start - LONGEST_PHRASE, part.start + 1).filter((phrase) => contains(phrase, part));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}

function readIsoDate(date: string): Evidence['published'] {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  if (!year) return undefined;
  return { year, ...(month && { month }), ...(day && { day }) };
}
