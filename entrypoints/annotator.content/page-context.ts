/** What a document says of itself: title, language, day of publication. Reads the head; changes nothing. */
import type { PageContext } from '../../data/detection/mention.ts';

/** The context every text of the page shares. Read it once a document or navigation. */
export function pageContextOf(document: Document): PageContext {
  const lang = document.documentElement.lang || content(document, 'meta[http-equiv="content-language" i]');
  const date = dateOf(document);
  const title = [document.title, content(document, 'meta[property="og:title"]'), document.querySelector('h1')?.textContent]
    .map((text) => text?.trim())
    .filter((text, index, all) => text && all.indexOf(text) === index)
    .join('\n');
  return { ...(title && { title: title.slice(0, 600) }), ...(lang && { lang }), ...(date && { date }) };
}

/** Names under which heads give the day of publication, best first, in small letters. Days of changes are not among them. */
const DATE_NAMES = [
  ...['article:published_time', 'og:published_time', 'article.published', 'datepublished', 'date', 'pubdate', 'publish-date'],
  ...['publish_date', 'publishdate', 'publication_date', 'parsely-pub-date', 'sailthru.date', 'citation_publication_date'],
  ...['dc.date.issued', 'dc.date', 'dcterms.issued', 'dcterms.date'],
];

/** Days of changes, unless the page says that they are both. */
const OF_CHANGE = ':not([itemprop~="dateModified"]:not([itemprop~="datePublished"]), .updated:not(.published), .modified)';
const PUBLISHED_TIME = '[itemprop~="datePublished"], time[pubdate]';
const OWN_TIME = `time[datetime]${OF_CHANGE}`;
const ARTICLE = 'article, [role="article"]';

/** What is read of a date: ISO 8601, as precise as a day, a month or a year. */
const ISO_DATE = /^\s*((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?![\d/.-])/;

/** Where a page names its day: metadata first, then structured data, then an article's own time element. */
function dateOf(document: Document): string | undefined {
  let found: string | undefined;
  for (const text of statedDates(document)) {
    const date = text?.match(ISO_DATE)?.[1];
    // What comes behind may only make it more precise.
    if (date?.startsWith(found ?? '')) found = date;
    if (found?.length === 10) break;
  }
  return found;
}

function* statedDates(document: Document): Generator<string | null | undefined> {
  const named = [...document.querySelectorAll('meta[content]')].map((meta) => ({
    name: (meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? meta.getAttribute('name'))?.toLowerCase(),
    text: meta.getAttribute('content'),
  }));
  for (const wanted of DATE_NAMES) yield named.find(({ name }) => name === wanted)?.text;
  yield datePublished(document);
  yield* timesOf(document);
}

/** Of a page of several articles, each with a day of its own, only what stands outside of them or in the one with the main heading. */
function timesOf(document: Document): (string | null | undefined)[] {
  const articles = [...document.querySelectorAll(ARTICLE)].filter((article) => !article.parentElement?.closest(ARTICLE));
  const main = articles.length === 1 ? articles[0] : articles.find((article) => article.querySelector('h1'));
  const beside = [...document.querySelectorAll(`:is(main, header) ${OWN_TIME}`)].find((time) => !time.closest(ARTICLE));
  const published = [main, articles.length > 1 ? undefined : document].map((within) => within?.querySelector(PUBLISHED_TIME));
  return [...published, main?.querySelector(OWN_TIME), beside].map(
    (time) => time?.getAttribute('datetime') ?? time?.getAttribute('content'),
  );
}

/** `datePublished` of JSON-LD, that of an article before others; read as text where it is not well-formed. */
function datePublished(document: Document): string | undefined {
  let other: string | undefined;
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const dates = datesIn(textContent ?? '');
    const found = dates.findLast(({ type }) => /Article|Posting|Report/.test(type));
    if (found) return found.date;
    other ??= dates.at(-1)?.date;
  }
  return other;
}

/** The days of publication in a text of JSON-LD, what stands within something before it, each with what kind of thing it is of. */
function datesIn(text: string): { type: string; date: string }[] {
  const found: { type: string; date: string }[] = [];
  try {
    JSON.parse(text, (_key, value) => {
      const date = [value?.datePublished].flat()[0];
      if (typeof date === 'string') found.push({ type: String(value['@type']), date });
      return value;
    });
  } catch {
    const date = text.match(/"datePublished"\s*:\s*"([^"]{4,40})"/)?.[1];
    if (date) found.push({ type: '', date });
  }
  return found;
}

function content(document: Document, selector: string): string | undefined {
  return document.querySelector(selector)?.getAttribute('content') ?? undefined;
}
