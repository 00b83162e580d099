/**
 * Made-up pages to measure on, as HTML, each the same for the same seed: of the size and shape of real ones, and far beyond them.
 * They hold inert scripts (data) and never one that runs.
 */
import { LANGUAGES, type Language, sentence, wholeSentence, words } from './prose.ts';
import { createRandom, type Random } from './random.ts';

/** Characters of text on a page as news sites have them: from a note to a long read. */
const SHORTEST = 3_000;
const LONGEST = 30_000;

/** Planted in this order, over and over: five mentions, four of them of the region. */
const PLANTED = ['regions', 'statements', 'regions', 'regions'] as const;
const MENTIONS_IN = { near: 0, regions: 1, statements: 2 } as const;

/** What is planted in a page's text: nothing, sentences near the matter, or this many mentions. */
export type Planted = 'nothing' | 'near' | number;

/** A news page: navigation, an article with links, teasers and talk beside it, data in scripts. */
export function newsPage(seed: number, planted: Planted = 'nothing'): string {
  const random = createRandom(seed);
  const language = LANGUAGES[seed % LANGUAGES.length] as Language;
  // As many short pages as pages twice as long: lengths spread evenly over their logarithm.
  const length = SHORTEST * (LONGEST / SHORTEST) ** (random.below(1000) / 1000);
  const density = language === 'zh' || language === 'ja' ? 0.4 : 1;
  const article = paragraphs(language, length * density * 0.75, random);
  const whole = sentencesToPlant(language, planted, random);
  for (const [index, text] of whole.entries()) {
    const place = Math.floor(((index + 0.5) * article.length) / whole.length);
    article[place] = `${article[place]}${text}`;
  }
  const title = words(language, random);
  const body = `<header><a href="/" class="logo"><svg viewBox="0 0 9 9"><title>Home</title><path d="M0 0h9v9z"/></svg></a>
<nav><ul>${times(30 + random.below(90), () => `\n  <li>\n    <a href="/${random.below(999)}">${words(language, random)}</a>\n  </li>`)}</ul></nav></header>
<main><article><h1>${title}</h1><p class="by"><a href="/by">A. Writer</a> · <time datetime="2024-03-05">5.3.2024</time></p>
${article.map((text, index) => articleParagraph(text, index, language, random)).join('\n')}</article>
<aside>${times(10 + random.below(50), () => teaser(language, random))}</aside></main>
<section class="talk">${times(random.below(40), () => comment(language, random))}<form><label>Comment <textarea>${sentence(language, random)}</textarea></label><button type="button">Send</button></form></section>
<footer><ul>${times(16, () => `<li><a href="#">${words(language, random)}</a></li>`)}</ul><p>© 2024</p></footer>
<script type="application/json">${state(language, 40 + random.below(160), random)}</script>`;
  return document(
    language,
    title,
    body,
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05"}</script>`,
  );
}

/** An encyclopedia's article of a million characters without a mention: tables, links, references. */
export function encyclopediaPage(seed: number, length = 1_000_000): string {
  const random = createRandom(seed);
  const parts: string[] = [];
  let size = 0;
  let reference = 0;
  while (size < length) {
    const section = [
      `<h2><span class="headline">${words('en', random)}</span><span class="edit">[<a href="#">edit</a>]</span></h2>`,
    ];
    if (random.chance(0.4)) section.push(table(12 + random.below(40), random));
    for (let each = 0; each < 5; each++) {
      const text = times(6, () => {
        const [before, after] = halves(sentence('en', random));
        reference++;
        return `${before} <a href="/wiki/${random.below(9999)}">${words('en', random)}</a> ${after}<sup class="reference"><a href="#note-${reference}">[${reference}]</a></sup> `;
      });
      section.push(`<p>${text}</p>`);
    }
    const markup = section.join('\n');
    parts.push(markup);
    size += textLength(markup);
    const notes = times(
      15,
      () =>
        `<li><a href="#up">^</a> <cite>${words('en', random)} (${2000 + random.below(24)}). <i>${sentence('en', random)}</i> <a href="https://example.org/">Archived</a></cite></li>`,
    );
    parts.push(`<ol class="references">${notes}</ol>`);
    size += textLength(notes);
  }
  return document('en', 'An article', `<main><h1>An article</h1>${parts.join('\n')}</main>`);
}

/** This many text nodes with a few words each and no mention. */
export function manyNodesPage(seed: number, nodes = 100_000): string {
  const random = createRandom(seed);
  const rows = Array.from(
    { length: nodes / 4 },
    () =>
      `<div><span>${words('en', random)}</span><b>${random.below(99_999)}</b><i>${words('de', random)}</i><span>${words('en', random)}</span></div>`,
  );
  return document('en', 'Many nodes', `<main>${sections(rows)}</main>`);
}

/** This many characters of prose without a mention, in paragraphs. */
export function longTextPage(seed: number, length = 10_000_000): string {
  const random = createRandom(seed);
  const body = paragraphs('en', length, random).map((text) => `<p>${withLink(text, 'en', random)}</p>`);
  return document('en', 'Long text', `<main>${sections(body)}</main>`);
}

/** In sections that are laid out when they come into view, as giants have to be: else most of a run would go into their layout. */
function sections(blocks: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < blocks.length; from += 200) {
    parts.push(`<section class="far">${blocks.slice(from, from + 200).join('')}</section>`);
  }
  return parts.join('');
}

/** Prose with this many mentions, one in five of a statement. */
export function manyMentionsPage(seed: number, mentions = 5_000): string {
  const random = createRandom(seed);
  const planted = sentencesToPlant('en', mentions, random).map((text) => `${sentence('en', random)}${text}`);
  const body: string[] = [];
  for (let from = 0; from < planted.length; from += 4) {
    body.push(`<p>${withLink(planted.slice(from, from + 4).join(''), 'en', random)}</p>`);
  }
  return document('en', 'Many mentions', `<main>${body.join('\n')}</main>`);
}

/** Paragraphs of two to six sentences, together at least this long. */
function paragraphs(language: Language, length: number, random: Random): string[] {
  const result: string[] = [];
  let size = 0;
  while (size < length) {
    const text = times(2 + random.below(5), () => sentence(language, random));
    result.push(text);
    size += text.length;
  }
  return result;
}

/** Sentences with as many mentions as asked for, or a few that come near the matter. */
function sentencesToPlant(language: Language, planted: Planted, random: Random): string[] {
  if (planted === 'nothing') return [];
  if (planted === 'near') return Array.from({ length: 4 }, () => wholeSentence(language, 'near', random));
  const sentences: string[] = [];
  for (let count = 0; count < planted; ) {
    const next = PLANTED[sentences.length % PLANTED.length] ?? 'regions';
    const kind = count + MENTIONS_IN[next] > planted ? 'regions' : next;
    sentences.push(wholeSentence(language, kind, random));
    count += MENTIONS_IN[kind];
  }
  return sentences;
}

function teaser(language: Language, random: Random): string {
  return `
  <div class="teaser">
    <h3><a href="/${random.below(999)}">${words(language, random)}</a></h3>
    <p>${sentence(language, random)}</p>
    <span class="tag">${words(language, random)}</span>
  </div>`;
}

function comment(language: Language, random: Random): string {
  return `
  <div class="comment">
    <a class="by" href="/${random.below(999)}">reader${random.below(999)}</a> <time>${1 + random.below(23)} h</time>
    <p>${sentence(language, random)}</p>
    <button>Reply</button> <span>${random.below(99)}</span>
  </div>`;
}

function articleParagraph(text: string, index: number, language: Language, random: Random): string {
  const heading = index % 6 === 5 ? `<h2>${words(language, random)}</h2>` : '';
  const figure =
    index % 9 === 4 ? `<figure><figcaption>${sentence(language, random)}<small>Photo</small></figcaption></figure>` : '';
  const note = index % 7 === 3 ? `<style>.box-${index}{margin:1em}</style><script>void 0</script>` : '';
  return `${heading}${figure}${note}<p>${random.chance(0.5) ? withLink(text, language, random) : text}</p>`;
}

function table(rows: number, random: Random): string {
  return `<table class="wikitable"><caption>${words('en', random)}</caption><tbody>${times(rows, () => `<tr><th>${random.below(2024)}</th><td><a href="#">${words('en', random)}</a></td><td>${random.below(99_999)}</td><td>${words('en', random)}</td></tr>`)}</tbody></table>`;
}

/** Data as sites put beside their text: what a reader never sees, in a reader's language. */
function state(language: Language, entries: number, random: Random): string {
  return JSON.stringify(Array.from({ length: entries }, (_, id) => ({ id, text: sentence(language, random) }))).replaceAll(
    '<',
    '\\u003c',
  );
}

function withLink(text: string, language: Language, random: Random): string {
  return `<em>${words(language, random)}</em> <a href="/${random.below(999)}">${words(language, random)}</a> ${text}`;
}

function halves(text: string): [string, string] {
  const middle = text.indexOf(' ', text.length / 2);
  return middle < 0 ? [text, ''] : [text.slice(0, middle), text.slice(middle + 1)];
}

function textLength(markup: string): number {
  return markup.replace(/<[^>]*>/g, '').length;
}

function times(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('');
}

function document(language: Language, title: string, body: string, head = ''): string {
  const direction = language === 'ar' ? ' dir="rtl"' : '';
  return `<!doctype html>
<html lang="${language}"${direction}><head><meta charset="utf-8"><title>${title}</title>${head}
<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:auto}table{border-collapse:collapse}.far{content-visibility:auto;contain-intrinsic-height:5000px}</style></head>
<body>${body}</body></html>
`;
}
