/**
 * The part `text`: what detection costs of bare text, without a page, as ratios measured side by side in one run: medians of
 * interleaved rounds. The unit is one native scan: a regular expression of a name in five spellings, run over the whole of the same
 * text; for the scout also one of all the words it looks for first.
 */

import { type AsideWishes, createAsideFinder } from '../../data/detection/asides.ts';
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { Lexicon } from '../../data/detection/lexicon.ts';
import { createScout, type Scout } from '../../data/detection/scout.ts';
import { readFinder, readNamedCountries } from '../read-finder.ts';
import { type LabelledParagraph, languageOf, readLabelled } from '../read-labelled.ts';
import { readLexica } from '../read-lexica.ts';
import type { PartReport, Table } from './report.ts';
import { median } from './statistics.ts';

const ROUNDS = 7;
const NAMES = /sinkiang|uyghur|新疆|синьцзян|شينجيانغ/i;
/** The same kind of pattern for what no text holds, so that it goes through all of one that is about the subject. */
const UNIT = /sinkxang|uyxhur|新瀾|синьцщян|شينجيانق/i;
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

/** Measure the finder made of the files on disk. */
export function benchText(): PartReport {
  const finder = readFinder();
  const lexica = readLexica();
  const paragraphs = readLabelled();
  const languages = [...new Set(paragraphs.map(languageOf))].sort();
  const tables = [
    idleTable(finder, lexica, paragraphs, languages),
    subjectTable(finder, paragraphs, languages),
    asideTable(finder, lexica, paragraphs, languages),
    hardTable(finder),
  ];
  return { tables, targets: [], figures: tables };
}

function idleTable(
  finder: Finder,
  lexica: readonly Lexicon[],
  paragraphs: readonly LabelledParagraph[],
  languages: readonly string[],
): Table {
  const scout = createScout(lexica);
  const everyWord = everyWordOf(lexica);
  return {
    title: 'Text without any mention, against one native scan of it',
    note: 'Prose, and news about China at the UN that holds no mention; in blocks as pages have them.',
    columns: [
      'language',
      'prose: scout, all that most pages meet',
      'against one of all its words',
      'detection',
      'news: scout',
      'detection',
    ],
    rows: languages.map((language) => {
      const prose = Array.from({ length: 200 }, (_, index) => `${PROSE[language]} ${index}`);
      const idle = paragraphs.filter((each) => languageOf(each) === language && finder.findMentions(each.text).length === 0);
      const ofProse = timesOf(prose, finder, scout, everyWord);
      const ofNews = timesOf(
        idle.map(({ text }) => text),
        finder,
        scout,
        everyWord,
      );
      return [
        language,
        ratio(ofProse.scout, ofProse.names),
        ratio(ofProse.scout, ofProse.everyWord),
        ratio(ofProse.detection, ofProse.names),
        ratio(ofNews.scout, ofNews.names),
        ratio(ofNews.detection, ofNews.names),
      ];
    }),
  };
}

/** Milliseconds for all of the blocks. */
function timesOf(blocks: readonly string[], finder: Finder, scout: Scout, everyWord: RegExp) {
  const [names, scouting, detection, words] = medians([
    () => blocks.map((block) => NAMES.test(block)),
    () => blocks.map((block) => scout.mayConcern(block)),
    () => blocks.map((block) => finder.findMentions(block)),
    () => blocks.map((block) => everyWord.test(block)),
  ]);
  return { names, scout: scouting, detection, everyWord: words };
}

/** All the words the scout looks for first, as one expression. */
function everyWordOf(lexica: readonly Lexicon[]): RegExp {
  const sources = lexica
    .flatMap(({ region }) => region?.pivots ?? [])
    .flatMap(({ names, china = [] }) => [...(names === undefined ? [] : [names]), ...china]);
  return new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'i');
}

function subjectTable(finder: Finder, paragraphs: readonly LabelledParagraph[], languages: readonly string[]): Table {
  return {
    title: 'News about the subject: detection against a native scan, and four times the text against once',
    columns: ['language', 'detection', 'four times the text'],
    rows: languages.map((language) => {
      const about = paragraphs.filter((each) => languageOf(each) === language && each.mentions.length > 0);
      const once = grownTo(about.map(({ text }) => text).join('\n\n'), 12_000);
      const fourfold = `${once}\n\n`.repeat(4);
      const [scan, whole, grown] = medians([
        () => UNIT.test(once),
        () => finder.findMentions(once, {}),
        () => finder.findMentions(fourfold, {}),
      ]);
      return [language, ratio(whole, scan), ratio(grown, whole)];
    }),
  };
}

function asideTable(
  finder: Finder,
  lexica: readonly Lexicon[],
  paragraphs: readonly LabelledParagraph[],
  languages: readonly string[],
): Table {
  const countries = readNamedCountries();
  const made = (wishes: AsideWishes) => createAsideFinder(lexica, countries, wishes);
  const [related, named] = [made({ related: true, countries: false }), made({ related: false, countries: true })];
  return {
    title: 'The same paragraphs: what a reader may have marked besides, in hundredths of what detection takes',
    columns: ['language', 'related terms', 'names of countries'],
    rows: languages.map((lang) => {
      const about = paragraphs.filter((each) => languageOf(each) === lang && each.mentions.length > 0);
      const found = about.map(({ text }) => ({ text, mentions: finder.findMentions(text) }));
      const [detection = 0, ...asides] = medians([
        () => about.map(({ text }) => finder.findMentions(text)),
        ...[related, named].map((each) => () => found.map(({ text, mentions }) => each?.find(text, mentions, { lang }, true))),
      ]);
      return [lang, ...asides.map((time) => ratio(100 * time, detection))];
    }),
  };
}

function hardTable(finder: Finder): Table {
  const [about, nothing] = medians(
    [NOTHING.replace('committee', 'farmers of Xinjiang'), NOTHING].map((text) => {
      const grown = grownTo(text, MILLION);
      return () => finder.findMentions(grown);
    }),
  );
  return {
    title: 'A million characters made to be hard, against a million of plain prose about the region and about nothing',
    columns: ['text', 'against prose about the region', 'about nothing', 'mentions found'],
    rows: Object.entries(HARD).map(([name, piece]) => {
      const text = piece.repeat(MILLION / piece.length);
      const started = performance.now();
      const found = finder.findMentions(text, {}).length;
      const took = performance.now() - started;
      return [name, ratio(took, about), ratio(took, nothing), String(found)];
    }),
  };
}

const MILLION = 1_000_000;
const NOTHING = 'The committee met in the morning and spoke of many things, but of nothing that matters here. ';
const HARD: Readonly<Record<string, string>> = {
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
};

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
  return times.map(median);
}

function ratio(time = 0, unit = 0): string {
  const value = time / unit;
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
