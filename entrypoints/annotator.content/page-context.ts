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

const DATE_META = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date" i]',
  'meta[name="DC.date.issued" i]',
  'meta[name="parsely-pub-date"]',
];

/** Where a page names its day: metadata first, then structured data, then an article's own time element. */
function dateOf(document: Document): string | undefined {
  const stated = [
    ...DATE_META.map((selector) => content(document, selector)),
    datePublished(document),
    document.querySelector('article time[datetime], main time[datetime], header time[datetime]')?.getAttribute('datetime'),
  ];
  for (const text of stated) {
    const day = text?.match(/^\s*((?:19|20)\d{2}-\d{2}-\d{2})/)?.[1];
    if (day) return day;
  }
  return undefined;
}

/** `datePublished` of JSON-LD, without trusting it to be well-formed. */
function datePublished(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = script.textContent?.match(/"datePublished"\s*:\s*"([^"]{4,40})"/)?.[1];
    if (found) return found;
  }
  return undefined;
}

function content(document: Document, selector: string): string | undefined {
  return document.querySelector(selector)?.getAttribute('content') ?? undefined;
}
