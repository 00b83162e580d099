/**
 * Entity linking: from what a phrase and its surroundings say to the statements they can mean, best first.
 * One additive model; its weights are data. Knows no language: statement.ts reads the words.
 */
import type { Stance, StatementId } from '../schema.ts';
import type { Reason } from './mention.ts';
import type { ReadNumber } from './numbers.ts';
import { countsOf, type StatementCue } from './statement-cues.ts';
import weights from './weights.json' with { type: 'json' };

export interface ReadDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A cue as read, with the words it was read from. */
export interface Read<Value> {
  readonly value: Value;
  readonly text: string;
}

/** What was read in and around a phrase. */
export interface Evidence {
  readonly kind: 'count' | 'document' | 'vote' | 'rejection' | 'symbol';
  readonly phrase: string;
  /** The readings of the number: "38 others" may be 38 or 39. Best first. */
  readonly counts: readonly Read<ReadNumber>[];
  /** Numbers of statements close by, for a phrase that has none of its own. */
  readonly countsNear: readonly number[];
  /** The state the phrase itself names as speaker. */
  readonly speaker?: Read<string>;
  /** Speakers named elsewhere in the sentence. */
  readonly speakersNear: readonly Read<string>[];
  readonly stance?: Read<Stance>;
  readonly stanceNear?: Read<Stance>;
  readonly body?: Read<StatementCue['body']>;
  /** Whether `body` is said in the sentence itself. */
  readonly bodyClose: boolean;
  readonly document?: Read<'letter' | 'joint-statement'>;
  readonly answer?: string;
  /** Dates in the phrase or its sentence. */
  readonly dates: readonly Read<ReadDate>[];
  /** Dates elsewhere in the text. */
  readonly datesNear: readonly Read<ReadDate>[];
  readonly published?: ReadDate;
  readonly topics: readonly string[];
  readonly earlier: readonly StatementId[];
}

export interface Ranked {
  readonly cue: StatementCue;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Points for each cue that fits or does not, from data/detection/weights.json. */
const WEIGHTS = weights.linking;
const { enough: ENOUGH, margin: MARGIN, most: MOST } = weights.offering;

/** Rank the statements that `evidence` fits. Empty when none does, or so many that none is meant. */
export function rank(evidence: Evidence, cues: readonly StatementCue[]): Ranked[] {
  const scored = cues
    .map((cue) => score(evidence, cue))
    .sort((a, b) => b.score - a.score || a.cue.date.localeCompare(b.cue.date));
  const best = scored[0]?.score ?? 0;
  if (best < ENOUGH) return [];
  const plausible = scored.filter((ranked) => ranked.score >= best - MARGIN && ranked.score >= ENOUGH);
  return plausible.length > MOST ? [] : plausible;
}

function score(evidence: Evidence, cue: StatementCue): Ranked {
  let total = 0;
  const reasons: Reason[] = [];
  const add = (points: number, name?: Reason['cue'], text?: string) => {
    total += points;
    if (points > 0 && name !== undefined && text !== undefined) reasons.push({ cue: name, text });
  };

  if (evidence.kind === 'symbol') {
    const same = cue.symbol !== undefined && bare(cue.symbol) === bare(evidence.phrase);
    return { cue, score: same ? WEIGHTS.symbol : Number.NEGATIVE_INFINITY, reasons: [{ cue: 'symbol', text: evidence.phrase }] };
  }
  const isVote = evidence.kind === 'vote' || evidence.kind === 'rejection';
  if (isVote !== (cue.votes !== undefined)) return { cue, score: Number.NEGATIVE_INFINITY, reasons };
  if (isVote) {
    add(WEIGHTS.vote, 'vote', evidence.phrase);
    dateScore(evidence, cue, add);
    return { cue, score: total, reasons };
  }

  if (evidence.counts.length > 0) {
    const points = evidence.counts.map((count) => countScore(count.value, cue));
    const best = Math.max(...points);
    add(best, 'count', evidence.counts[points.indexOf(best)]?.text);
    // Three Gulf states are too few to be told from any other three.
    if (best > 0 && (cue.announced ?? 10) < 10 && !isNamed(evidence, cue)) total -= WEIGHTS.announced;
  }
  if (evidence.kind === 'document' && evidence.countsNear.some((count) => countsOf(cue).includes(count))) add(WEIGHTS.countNear);
  const near = evidence.speakersNear.find(({ value }) => value === cue.deliveredBy);
  if (evidence.speaker !== undefined) {
    if (evidence.speaker.value === cue.deliveredBy) add(WEIGHTS.speaker, 'deliveredBy', evidence.speaker.text);
    else add(WEIGHTS.otherSpeaker);
  } else if (near !== undefined && near.value !== 'CN') {
    add(WEIGHTS.speakerNear, 'deliveredBy', near.text);
  }
  if (evidence.stance !== undefined) {
    if (evidence.stance.value === cue.stance) add(WEIGHTS.stance, 'stance', evidence.stance.text);
    // What calls itself a letter of support is no letter of concern, whatever the dates beside it.
    else
      add(
        evidence.kind === 'document' && evidence.phrase.includes(evidence.stance.text)
          ? WEIGHTS.otherStanceNamed
          : WEIGHTS.otherStance,
      );
  } else if (evidence.stanceNear !== undefined) {
    if (evidence.stanceNear.value === cue.stance) add(WEIGHTS.stanceNear, 'stance', evidence.stanceNear.text);
    else add(WEIGHTS.otherStanceNear);
  }
  if (evidence.body !== undefined && cue.body !== null) {
    const weight = evidence.bodyClose ? WEIGHTS.bodyClose : WEIGHTS.bodyFar;
    add(evidence.body.value === cue.body ? weight : -weight, 'forum', evidence.body.text);
  }
  if (evidence.document !== undefined) {
    if (evidence.document.value === cue.kind) add(WEIGHTS.document, 'role', evidence.document.text);
    else add(WEIGHTS.otherDocument);
  }
  dateScore(evidence, cue, add);
  if (evidence.answer !== undefined && cue.counterpart !== undefined) {
    // An answer comes after what it answers; pairs of one day say nothing about which was first.
    const [own, other] = [cue.date, cue.counterpart.slice(0, 10)];
    const isNamed = evidence.kind === 'document';
    if (own > other) {
      const follows = evidence.earlier.includes(cue.counterpart);
      add(isNamed ? WEIGHTS.answerNamed : follows ? WEIGHTS.answersEarlier : WEIGHTS.answer, 'answer', evidence.answer);
    } else if (own < other && isNamed) add(WEIGHTS.isAnswered);
    else if (evidence.earlier.includes(cue.counterpart) && !evidence.earlier.includes(cue.id))
      add(WEIGHTS.answersEarlier, 'answer', evidence.answer);
  }
  if (evidence.earlier.includes(cue.id)) add(WEIGHTS.earlier, 'earlier', cue.date);
  if (evidence.topics.includes('group')) add(cue.group === undefined ? -WEIGHTS.group : WEIGHTS.group);
  for (const topic of ['hong-kong', 'tibet'] as const) {
    if (evidence.topics.includes(topic)) add(cue.topics.includes(topic) ? WEIGHTS.topic : -WEIGHTS.topic);
  }
  if (evidence.topics.includes('xinjiang') && !cue.topics.includes('xinjiang') && cue.group === undefined) add(WEIGHTS.noTopic);
  return { cue, score: total, reasons };
}

function countScore({ value, low, high }: ReadNumber, cue: StatementCue): number {
  if (low === high) {
    if (cue.announced === value) return WEIGHTS.announced;
    if (cue.later?.includes(value)) return WEIGHTS.later;
    if (cue.listed === value) return WEIGHTS.listed;
    if (cue.near === value) return WEIGHTS.nearExactly;
    return WEIGHTS.otherCount;
  }
  if (cue.near === value) return WEIGHTS.approximateNear;
  const known = [cue.announced, ...(cue.later ?? []), cue.listed].filter((count) => count !== undefined);
  return known.some((count) => count >= low && count <= high) ? WEIGHTS.approximate : WEIGHTS.otherCount;
}

/** Whether a small number comes with the name of its group or of the state that spoke for it. */
function isNamed({ topics, speaker, speakersNear }: Evidence, { group, deliveredBy }: StatementCue): boolean {
  if (group !== undefined && topics.includes('group')) return true;
  return deliveredBy !== undefined && [speaker, ...speakersNear].some((named) => named?.value === deliveredBy);
}

/** A symbol without the spaces and stops that texts put into it. */
function bare(symbol: string): string {
  return symbol.replace(/[\s.]/g, '').toUpperCase();
}

type Add = (points: number, name?: Reason['cue'], text?: string) => void;

function dateScore(evidence: Evidence, cue: StatementCue, add: Add): void {
  const days = [cue.date, ...(cue.madePublic === undefined ? [] : [cue.madePublic])].map(
    (day) => day.split('-').map(Number) as [number, number, number],
  );
  const pointsOf = ({ year, month, day }: ReadDate) =>
    Math.max(
      ...days.map(([y, m, d]) => {
        if ((year !== undefined && year !== y) || (month !== undefined && month !== m)) return WEIGHTS.otherDate;
        // A day off by a little is a report's day, not another document's.
        if (day !== undefined && Math.abs(day - d) > 3) return WEIGHTS.otherDate / 2;
        return (
          (year === undefined ? 0 : WEIGHTS.date.year) +
          (month === undefined ? 0 : WEIGHTS.date.month) +
          (day === d ? WEIGHTS.date.day : 0)
        );
      }),
    );
  const close = bestOf(evidence.dates, pointsOf);
  if (close !== undefined) add(close.points, 'date', close.text);
  else {
    const far = bestOf(evidence.datesNear, pointsOf);
    if (far !== undefined) add(far.points > 0 ? far.points * WEIGHTS.dateFar : WEIGHTS.otherDateFar, 'date', far.text);
  }
  const { published } = evidence;
  if (published?.year !== undefined) {
    const [year, month] = days[0] as [number, number, number];
    if (published.year < year || (published.year === year && published.month !== undefined && published.month < month))
      add(WEIGHTS.publishedBefore);
    else if (published.year === year)
      add(WEIGHTS.publishedSameYear + (published.month === month ? WEIGHTS.publishedSameYear : 0), 'published', String(year));
  }
}

function bestOf<Value>(
  reads: readonly Read<Value>[],
  pointsOf: (value: Value) => number,
): { points: number; text: string } | undefined {
  let best: { points: number; text: string } | undefined;
  for (const { value, text } of reads) {
    const points = pointsOf(value);
    if (best === undefined || points > best.points) best = { points, text };
  }
  return best;
}
