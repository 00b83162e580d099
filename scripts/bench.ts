/**
 * `npm run -s bench`: what detection costs, as ratios measured side by side on this machine, in one run: medians of interleaved
 * rounds. The unit is one native scan: a regular expression of a name in five spellings, run over the whole of the same text; for the
 * scout also one of all the words it looks for first.
 */
import { createScout } from '../data/detection/scout.ts';
import { readFinder } from './read-finder.ts';
import { languageOf, readLabelled } from './read-labelled.ts';
import { readLexica } from './read-lexica.ts';

const ROUNDS = 7;
const NAMES = /sinkiang|uyghur|新疆|синьцзян|شينجيانغ/i;
/** The same kind of pattern for what no text holds, so that it goes through all of one that is about the subject. */
const UNIT = /sinkxang|uyxhur|新瀾|синьцщян|شينجيانق/i;
const finder = readFinder();
const lexica = readLexica();
const scout = createScout(lexica);
const WORDS = new RegExp(
  lexica
    .flatMap(({ region }) =>
      (region?.pivots ?? []).flatMap(({ names, china }) =>
        [names, china].filter((source) => source !== undefined).map((source) => `(?:${source})`),
      ),
    )
    .join('|'),
  'i',
);
const paragraphs = readLabelled();
const languages = [...new Set(paragraphs.map(languageOf))].sort();

/** Prose about nothing that matters here, in the letters, accents and quotes each language has. */
const PROSE: Readonly<Record<string, string>> = {
  ar: 'اجتمع مجلس البلدة صباح أمس وناقش ميزانية المدارس وإصلاح الجسر القديم، ثم استمع إلى شكاوى السكّان من ضجيج القطارات في الليل.',
  de: 'Der Gemeinderat trat am Morgen zusammen, sprach über die Brücke und die Schulen und vertagte sich auf Donnerstag; „früher geht’s nicht“, hieß es.',
  en: 'The town council met in the morning, spoke of the bridge and the schools, and put the rest off until Thursday; “there’s no hurry”, its clerk said.',
  es: 'El ayuntamiento se reunió por la mañana, habló del puente y de las escuelas y dejó lo demás para el jueves; «no hay prisa», señaló el secretario.',
  fr: 'Le conseil municipal s’est réuni dans la matinée, a parlé du pont et des écoles, puis a reporté le reste à jeudi : « rien ne presse », a dit le greffier.',
  ja: '町議会は午前に開かれ、橋の修理と学校の予算について話し合い、残りの議題は木曜日に先送りした。「急ぐことはない」と事務局は語った。',
  pt: 'A câmara reuniu-se de manhã, falou da ponte e das escolas e deixou o resto para quinta-feira; “não há pressa”, disse o secretário da sessão.',
  ru: 'Городской совет собрался утром, поговорил о мосте и школах, а остальное отложил до четверга: «спешить некуда», — сказал секретарь собрания.',
  tr: 'Belediye meclisi sabah toplandı, köprüyü ve okulları konuştu, gerisini perşembeye bıraktı; yazman “acelemiz yok” dedi, oturum böylece kapandı.',
  zh: '镇议会昨天上午开会，讨论了旧桥的修缮和学校的预算，其余议题推迟到星期四。秘书说“不着急”，会议就此结束，居民随后散去。',
};

console.log('## Text without any mention, against one native scan of it\n');
console.log('Prose, and news about China at the UN that holds no mention; in blocks as pages have them.\n');
console.log(
  '| language | prose: scout, all that most pages meet | against one of all its words | detection | news: scout | detection |',
);
console.log('| --- | --- | --- | --- | --- | --- |');
for (const language of languages) {
  const prose = Array.from({ length: 200 }, (_, index) => `${PROSE[language]} ${index}`);
  const idle = paragraphs.filter((each) => languageOf(each) === language && finder.findMentions(each.text).length === 0);
  const [ofProse, ofNews] = [prose, idle.map(({ text }) => text)].map((blocks) =>
    medians([
      () => blocks.map((block) => NAMES.test(block)),
      () => blocks.map((block) => scout.mayConcern(block)),
      () => blocks.map((block) => finder.findMentions(block)),
      () => blocks.map((block) => WORDS.test(block)),
    ]),
  ) as [number[], number[]];
  const columns = [
    ratio(ofProse[1], ofProse[0]),
    ratio(ofProse[1], ofProse[3]),
    ratio(ofProse[2], ofProse[0]),
    ratio(ofNews[1], ofNews[0]),
    ratio(ofNews[2], ofNews[0]),
  ];
  console.log(`| ${[language, ...columns].join(' | ')} |`);
}

console.log('\n## News about the subject: detection against a native scan, and four times the text against once\n');
console.log('| language | detection | four times the text |\n| --- | --- | --- |');
for (const language of languages) {
  const about = paragraphs.filter((each) => languageOf(each) === language && each.mentions.length > 0);
  const once = grownTo(about.map(({ text }) => text).join('\n\n'), 12_000);
  const fourfold = `${once}\n\n`.repeat(4);
  const [scan, whole, grown] = medians([
    () => UNIT.test(once),
    () => finder.findMentions(once, {}),
    () => finder.findMentions(fourfold, {}),
  ]);
  console.log(`| ${language} | ${ratio(whole, scan)} | ${ratio(grown, whole)} |`);
}

console.log('\n## A million characters made to be hard, against a million of plain prose about the region and about nothing\n');
console.log('| text | against prose about the region | about nothing | mentions found |\n| --- | --- | --- | --- |');
const MILLION = 1_000_000;
const NOTHING = 'The committee met in the morning and spoke of many things, but of nothing that matters here. ';
const [about, nothing] = medians(
  [NOTHING.replace('committee', 'farmers of Xinjiang'), NOTHING].map((text) => {
    const grown = grownTo(text, MILLION);
    return () => finder.findMentions(grown);
  }),
);
for (const [name, piece] of Object.entries({
  'one letter': 'a',
  'one digit': '1',
  'counts of states, no subject': '22 countries ',
  'words that open a shape': 'joint letter of ',
  'beginnings of the name': 'Xinjian ',
  'soft hyphens': '\u00AD',
  'the name and nothing else': 'Xinjiang ',
  tallies: 'the 17 19 11 Xinjiang UN ',
  'documents and their owners': 'the Canadian statement on Xinjiang ',
  'states with their numbers': 'Cuba, on behalf of 62 countries, on Xinjiang ',
  'a sentence with a statement, over and over': 'On Xinjiang 22 countries wrote. ',
})) {
  const text = piece.repeat(MILLION / piece.length);
  const started = performance.now();
  const found = finder.findMentions(text, {}).length;
  const took = performance.now() - started;
  console.log(`| ${name} | ${ratio(took, about)} | ${ratio(took, nothing)} | ${found} |`);
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
