/**
 * Compares what the detector finds with what people marked. Pure: paragraphs and findings in, numbers and errors out.
 *
 * A mention is found where a finding of its kind overlaps it; several findings within one marked span count once; a name within a
 * statement's span is not asked for where the span was found.
 */
import type { Mention } from '../data/detection/mention.ts';
import { overlaps } from '../data/detection/spans.ts';
import type { LabelledMention, LabelledParagraph } from './read-labelled.ts';

type Kind = LabelledMention['kind'];

export interface KindScore {
  readonly found: number;
  readonly missed: number;
  /** Findings where nothing is marked. */
  readonly wrong: number;
}

export interface DetectionScore {
  readonly xinjiang: KindScore;
  readonly statement: KindScore;
  /** Of the statements found: whose first link is the right one, and whose whole set is. */
  readonly firstRight: number;
  readonly setRight: number;
  /** Paragraphs without any marked mention, and findings in them. */
  readonly negatives: number;
  readonly falsePositives: number;
}

interface DetectionError {
  readonly id: string;
  readonly what: 'missed' | 'wrong' | 'linked';
  readonly kind: Kind;
  readonly text: string;
  /** Of a link: what was expected and received. */
  readonly detail?: string;
}

export interface ScoredParagraph {
  readonly score: DetectionScore;
  readonly errors: readonly DetectionError[];
}

const NOTHING: KindScore = { found: 0, missed: 0, wrong: 0 };
export const NO_SCORE: DetectionScore = {
  xinjiang: NOTHING,
  statement: NOTHING,
  firstRight: 0,
  setRight: 0,
  negatives: 0,
  falsePositives: 0,
};

/** What the findings in one paragraph are worth. */
export function scoreParagraph(paragraph: LabelledParagraph, findings: readonly Mention[]): ScoredParagraph {
  const { id, text, mentions } = paragraph;
  const errors: DetectionError[] = [];
  const foundStatements = mentions.filter(
    (mention) =>
      mention.kind === 'statement' && findings.some((finding) => finding.kind === 'statement' && overlaps(mention, finding)),
  );
  const asked = mentions.filter(
    (mention) => mention.kind === 'statement' || !foundStatements.some((statement) => overlaps(statement, mention)),
  );
  const scoreOf = (kind: Kind): KindScore => {
    const marked = asked.filter((mention) => mention.kind === kind);
    const missed = marked.filter((mention) => !findings.some((finding) => finding.kind === kind && overlaps(mention, finding)));
    const all = mentions.filter((mention) => mention.kind === kind);
    const wrong = findings.filter((finding) => finding.kind === kind && !all.some((mention) => overlaps(mention, finding)));
    errors.push(
      ...missed.map((mention) => ({ id, what: 'missed' as const, kind, text: mention.text })),
      ...wrong.map(({ start, end }) => ({ id, what: 'wrong' as const, kind, text: text.slice(start, end) })),
    );
    return { found: marked.length - missed.length, missed: missed.length, wrong: wrong.length };
  };
  const [xinjiang, statement] = [scoreOf('xinjiang'), scoreOf('statement')];
  const links = foundStatements.map((mention) => {
    const finding = findings.find((each) => each.kind === 'statement' && overlaps(mention, each));
    const received = finding?.kind === 'statement' ? finding.link : [];
    const expected = mention.link ?? [];
    const first = received[0] === expected[0];
    const set = received.toSorted().join() === expected.toSorted().join();
    if (!first)
      errors.push({
        id,
        what: 'linked',
        kind: 'statement',
        text: mention.text,
        detail: `expected ${expected.join(', ')} but received ${received.join(', ')}`,
      });
    return { first, set };
  });
  return {
    score: {
      xinjiang,
      statement,
      firstRight: links.filter(({ first }) => first).length,
      setRight: links.filter(({ set }) => set).length,
      negatives: mentions.length === 0 ? 1 : 0,
      falsePositives: mentions.length === 0 ? findings.length : 0,
    },
    errors,
  };
}

export function sumScores(scores: readonly DetectionScore[]): DetectionScore {
  return scores.reduce(
    (sum, each) => ({
      xinjiang: sumKinds(sum.xinjiang, each.xinjiang),
      statement: sumKinds(sum.statement, each.statement),
      firstRight: sum.firstRight + each.firstRight,
      setRight: sum.setRight + each.setRight,
      negatives: sum.negatives + each.negatives,
      falsePositives: sum.falsePositives + each.falsePositives,
    }),
    NO_SCORE,
  );
}

/** Precision, recall and their harmonic mean; of nothing, 1. */
export function ratesOf({ found, missed, wrong }: KindScore): { precision: number; recall: number; f1: number } {
  const precision = share(found, found + wrong);
  const recall = share(found, found + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sumKinds(a: KindScore, b: KindScore): KindScore {
  return { found: a.found + b.found, missed: a.missed + b.missed, wrong: a.wrong + b.wrong };
}
