/**
 * What a card says as a citation: in plain text, in Markdown, and as CSL-JSON, which reference managers take. Each tells which state of
 * the record it rests on, because lists grow and names are withdrawn.
 */
import { displayName } from './country-names.ts';
import { dateInWords } from './in-words.ts';
import { contextFor, type PopoverContext, type SourceLine, type StatementContext } from './popover-context.ts';
import { countryByCode, documentLink, statementById } from './queries.ts';
import type { Dataset, Source, SourceTier, Statement } from './schema.ts';

/** What, who, where and when, the UN document and sources with their addresses, and the state of the record. */
export function plainCitation(dataset: Dataset, context: PopoverContext): string {
  return citationIn(PLAIN, dataset, context);
}

/** The same in Markdown, with links. */
export function markdownCitation(dataset: Dataset, context: PopoverContext): string {
  return citationIn(MARKDOWN, dataset, context);
}

/** A CSL-JSON array: each statement, followed by its sources; or the record itself where the card is about no single statement. */
export function cslCitation(dataset: Dataset, context: PopoverContext): string {
  const items = statementsIn(dataset, context).flatMap((said) => {
    const statement = statementById(dataset, said.id);
    if (!statement) return [];
    const sources = statement.readerSources.flatMap((index) => statement.sources[index] ?? []);
    return [
      statementItem(dataset, statement, said),
      ...sources.map((source, index) => sourceItem(dataset, source, `${idOf(statement.id)}-source-${index + 1}`)),
    ];
  });
  return JSON.stringify(items.length > 0 ? items : [recordItem(dataset, context)], null, 2);
}

/** As much of CSL-JSON as is written here and in explorer/view-citation.ts. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: CslDate;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly version?: string;
  readonly URL?: string;
  readonly language?: string | undefined;
  readonly note?: string;
}

export interface CslDate {
  readonly 'date-parts': number[][];
}

/** How text and links are written. */
interface Markup {
  text(text: string): string;
  link(text: string, url: string): string;
}

const PLAIN: Markup = { text: (text) => text, link: (text, url) => `${text}, ${url}` };

const MARKDOWN: Markup = {
  text: (text) => text.replace(/[\\`*_[\]<>~&]/g, '\\$&'),
  link: (text, url) => `[${MARKDOWN.text(text)}](${url.replace(/[()<>\\\s]/g, percentEncoded)})`,
};

/** By tier: what a source is to a reference manager. */
const TYPES: Readonly<Record<SourceTier, string>> = {
  primary: 'document',
  press: 'article-newspaper',
  research: 'report',
  'state-media': 'article-newspaper',
  advocacy: 'webpage',
  evidence: 'webpage',
};

const GENRES = { letter: 'Joint letter', 'joint-statement': 'Joint statement', vote: 'Recorded vote' } as const;

function citationIn(markup: Markup, dataset: Dataset, context: PopoverContext): string {
  const lead = context.kind === 'statement' ? [] : [markup.text(sentences(headlineOf(context), context.subhead))];
  const lines = [
    ...lead,
    ...statementsIn(dataset, context).map((said) => statementIn(markup, said)),
    markup.text(sentences(datasetNote(dataset))),
  ];
  return spaced(lines.join('\n'));
}

function statementIn(markup: Markup, said: StatementContext): string {
  const { headline, subhead, meta, document, sources } = said;
  return [
    markup.text(sentences(`${headline}, ${subhead}`, meta.join(', '))),
    document && `${markup.link(documentName(document), document.url)}.`,
    sources.length > 0 && `Sources: ${sources.map((source) => sourceIn(markup, source)).join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function sourceIn(markup: Markup, { publisher, title, kind, date, url }: SourceLine): string {
  const words = [publisher, kind && `(${kind})`, title && `“${title}”`].filter(Boolean).join(' ');
  const named = url === null ? markup.text(words) : markup.link(words, url);
  return date ? `${named}, ${date}` : named;
}

/** The statements that a card is about: one, or those it leaves the choice between. */
function statementsIn(dataset: Dataset, context: PopoverContext): StatementContext[] {
  if (context.kind === 'statement') return [context];
  if (context.kind !== 'choice') return [];
  return context.candidates
    .map(({ id }) => contextFor(dataset, { kind: 'statement', link: [id], reasons: [] }))
    .filter((each) => each.kind === 'statement');
}

function statementItem(dataset: Dataset, statement: Statement, { headline, subhead, list }: StatementContext): object {
  const { id, kind, date, forum, body, deliveredBy } = statement;
  const document = documentLink(statement);
  const speaker = kind === 'joint-statement' && deliveredBy ? countryByCode(dataset, deliveredBy) : undefined;
  const note = sentences(
    datasetNote(dataset),
    !body && forum,
    document && !document.verified && 'The document symbol is not verified',
    list.gap,
  );
  return {
    id: idOf(id),
    type: 'document',
    genre: GENRES[kind],
    title: spaced(`${headline}, ${subhead}`),
    ...(speaker && { author: [{ literal: displayName(speaker, 'en') }] }),
    issued: dateParts(date),
    ...(body && { publisher: forum }),
    ...(document && { number: document.symbol, URL: document.url }),
    note,
  };
}

/** A source as reference managers have it, under the given id. */
export function sourceItem(dataset: Dataset, { publisher, title, url, date, languages, tier }: Source, id: string): CslItem {
  const type = TYPES[tier];
  return {
    id,
    type,
    // As is usual for what has no title; the publisher's name would be taken for one.
    title: title ?? `[${publisher}, title not recorded]`,
    [type === 'article-newspaper' ? 'container-title' : 'publisher']: publisher,
    ...(date && { issued: dateParts(date) }),
    ...(url && { URL: url }),
    language: languages[0],
    note: sentences(datasetNote(dataset)),
  };
}

function recordItem(dataset: Dataset, context: PopoverContext): object {
  return {
    id: idOf('record'),
    type: 'dataset',
    title: spaced(headlineOf(context)),
    publisher: 'Undersigned',
    version: dataset.updated,
    issued: dateParts(dataset.updated),
    note: sentences(context.subhead, datasetNote(dataset)),
  };
}

function headlineOf(context: PopoverContext): string {
  return context.kind === 'country' ? context.fullHeadline : context.headline;
}

function idOf(name: string): string {
  return `undersigned-${name}`;
}

function datasetNote({ updated }: Dataset): string {
  return `Undersigned dataset of ${dateInWords(updated)}`;
}

function documentName({ symbol, verified }: NonNullable<StatementContext['document']>): string {
  return `UN document ${symbol}${verified ? '' : ' (symbol not verified)'}`;
}

/** As precise as the date is. */
export function dateParts(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** Each with one full stop; what is missing is left out. */
function sentences(...texts: readonly (string | false | null | undefined)[]): string {
  return texts
    .filter((text) => typeof text === 'string')
    .map((text) => text.replace(/\.?$/, '.'))
    .join(' ');
}

/** What is only there to keep words on one line is nothing to quote. */
function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(/^[()]$/, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}
