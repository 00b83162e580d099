/**
 * `npm run -s detect:score`: how well the detector does on the labelled paragraphs, by language, as a Markdown report. With
 * `--lang fr` one language, `--split tune` or `score` one half, `--errors` what it got wrong. The half to score is measured only:
 * its errors are not listed unless `--split score --errors` asks for them.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readFinder } from './read-finder.ts';
import { type LabelledParagraph, languageOf, readLabelled } from './read-labelled.ts';
import { type DetectionScore, ratesOf, type ScoredParagraph, scoreParagraph, share, sumScores } from './score-detection.ts';

const { values } = parseArgs({
  options: { lang: { type: 'string' }, split: { type: 'string' }, errors: { type: 'boolean' }, files: { type: 'string' } },
});
const finder = readFinder();

const paragraphs = readLabelled(values.files && resolve(process.env.INIT_CWD ?? '.', values.files)).filter(
  ({ lang, split }) =>
    (values.lang === undefined || languageOf({ lang }) === values.lang) && (values.split === undefined || split === values.split),
);
const scored = paragraphs.map((paragraph) => ({ paragraph, ...score(paragraph) }));

for (const split of ['tune', 'score'] as const) {
  const part = scored.filter(({ paragraph }) => paragraph.split === split);
  if (part.length > 0) console.log(`${table(split, part)}\n`);
}
if (values.errors) {
  for (const { paragraph, errors } of scored) {
    if (paragraph.split === 'score' && values.split !== 'score') continue;
    for (const { what, kind, text, detail } of errors)
      console.log(`${paragraph.id} ${what} ${kind}: “${text}”${detail ? ` (${detail})` : ''}\n    ${paragraph.text}`);
  }
}

function score(paragraph: LabelledParagraph): ScoredParagraph {
  return scoreParagraph(paragraph, finder.findMentions(paragraph.text, { ...paragraph.pageContext, lang: paragraph.lang }));
}

function table(split: string, part: readonly { paragraph: LabelledParagraph; score: DetectionScore }[]): string {
  const languages = [...Map.groupBy(part, ({ paragraph }) => languageOf(paragraph))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = [...languages, ['all', part] as const].map(([language, each]) =>
    row(
      language,
      each.map(({ score }) => score),
    ),
  );
  return [
    `## ${split === 'tune' ? 'Tuned on' : 'Scored only'}`,
    '',
    '| language | paragraphs | region P | R | F1 | statements P | R | F1 | first link right | exact set | without any mention | false positives per 1,000 |',
    `|${' --- |'.repeat(12)}`,
    ...rows,
  ].join('\n');
}

function row(language: string, scores: readonly DetectionScore[]): string {
  const sum = sumScores(scores);
  const { found } = sum.statement;
  const [region, statement] = [ratesOf(sum.xinjiang), ratesOf(sum.statement)];
  return `| ${[
    language,
    scores.length,
    ...[region.precision, region.recall, region.f1, statement.precision, statement.recall, statement.f1].map(decimals),
    decimals(share(sum.firstRight, found)),
    decimals(share(sum.setRight, found)),
    sum.negatives,
    sum.negatives === 0 ? '–' : Math.round((sum.falsePositives / sum.negatives) * 1000),
  ].join(' | ')} |`;
}

function decimals(rate: number): string {
  return rate.toFixed(3);
}
