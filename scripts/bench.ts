/**
 * `npm run -s bench`: what detection costs, as ratios measured side by side on this machine, in one run: medians of interleaved
 * rounds. The unit is one native scan: a regular expression of a name in five spellings, run over the whole of the same text.
 */
import { createScout } from '../data/detection/scout.ts';
import { readFinder } from './read-finder.ts';
import { languageOf, readLabelled } from './read-labelled.ts';
import { readLexica } from './read-lexica.ts';

const ROUNDS = 7;
const NAMES = /sinkiang|uyghur|新疆|синьцзян|شينجيانغ/giu;
const finder = readFinder();
const scout = createScout(readLexica());
const paragraphs = readLabelled();
const languages = [...new Set(paragraphs.map(languageOf))].sort();

console.log('## Text without any mention, against one native scan of it\n');
console.log('| language | scout, all that most pages meet | gate | detection |\n| --- | --- | --- | --- |');
for (const language of languages) {
  const idle = paragraphs.filter(
    (each) => languageOf(each) === language && !finder.mayHoldMention(each.text) && !scout.mayConcern(each.text),
  );
  if (idle.length === 0) continue;
  const text = grownTo(idle.map((paragraph) => paragraph.text).join('\n\n'), 100_000);
  const [scan, look, gate, whole] = medians([
    () => text.match(NAMES),
    () => scout.mayConcern(text),
    () => finder.mayHoldMention(text),
    () => finder.findMentions(text, {}),
  ]);
  console.log(`| ${language} | ${ratio(look, scan)} | ${ratio(gate, scan)} | ${ratio(whole, scan)} |`);
}

console.log('\n## News about the subject: detection against a native scan, and four times the text against once\n');
console.log('| language | detection | four times the text |\n| --- | --- | --- |');
for (const language of languages) {
  const about = paragraphs.filter((each) => languageOf(each) === language && each.mentions.length > 0);
  const once = grownTo(about.map(({ text }) => text).join('\n\n'), 12_000);
  const fourfold = `${once}\n\n`.repeat(4);
  const [scan, whole, grown] = medians([
    () => once.match(NAMES),
    () => finder.findMentions(once, {}),
    () => finder.findMentions(fourfold, {}),
  ]);
  console.log(`| ${language} | ${ratio(whole, scan)} | ${ratio(grown, whole)} |`);
}

console.log('\n## A million characters made to be hard, against a million of plain prose\n');
console.log('| text | detection | mentions found |\n| --- | --- | --- |');
const MILLION = 1_000_000;
const prose = grownTo('The committee met in the morning and spoke of many things, but of nothing that matters here. ', MILLION);
const [plain] = medians([() => finder.findMentions(prose, {})]);
for (const [name, piece] of Object.entries({
  'one letter': 'a',
  'one digit': '1',
  'counts of states, no subject': '22 countries ',
  'words that open a shape': 'joint letter of ',
  'beginnings of the name': 'Xinjian ',
  'soft hyphens': '\u00AD',
  'the name and nothing else': 'Xinjiang ',
  'a sentence with a statement, over and over': 'On Xinjiang 22 countries wrote. ',
})) {
  const text = piece.repeat(MILLION / piece.length);
  const started = performance.now();
  const found = finder.findMentions(text, {}).length;
  console.log(`| ${name} | ${ratio(performance.now() - started, plain)} | ${found} |`);
}

function grownTo(text: string, length: number): string {
  return `${text}\n\n`.repeat(Math.ceil(length / (text.length + 2))).slice(0, length);
}

/** The median time of each, in milliseconds, after one round that is not counted. */
function medians(runs: readonly (() => unknown)[]): number[] {
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, run] of runs.entries()) {
      const started = performance.now();
      run();
      if (round > 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[Math.floor(own.length / 2)] as number);
}

function ratio(time = 0, unit = 0): string {
  const value = time / unit;
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
