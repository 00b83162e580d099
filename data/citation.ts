/**
 * What a card says as a citation, in the reader's language: in plain text, in Markdown, and as CSL-JSON, which reference managers take.
 * Each tells which state of the record it rests on, because lists grow and names are withdrawn.
 */
import { clauses, KINDS, nameOf, semicolons, sentences } from './in-words.ts';
import type { Words } from './messages.ts';
import { contextFor, type PopoverContext, type SourceLine, type StatementContext } from './popover-context.ts';
import { documentLink, statementById } from './queries.ts';
import type { Dataset, Source, SourceTier, Statement } from './schema.ts';

/** What, who, where and when, the UN document and sources with their addresses, and the state of the record. */
export function plainCitation(dataset: Dataset, context: PopoverContext, words: Words): string {
  return citationIn(plain(words), dataset, context, words);
}

/** The same in Markdown, with links. */
export function markdownCitation(dataset: Dataset, context: PopoverContext, words: Words): string {
  return citationIn(MARKDOWN, dataset, context, words);
}

/** A CSL-JSON array: each statement, followed by its sources; or the record itself where the card is about no single statement. */
export function cslCitation(dataset: Dataset, context: PopoverContext, words: Words): string {
  const items = statementsIn(dataset, context, words).flatMap((said) => {
    const statement = statementById(dataset, said.id);
    if (!statement) return [];
    const sources = statement.readerSources.flatMap((index) => statement.sources[index] ?? []);
    return [
      statementItem(dataset, statement, said, words),
      ...sources.map((source, index) => sourceItem(dataset, source, `${idOf(statement.id)}-source-${index + 1}`, words)),
    ];
  });
  return withoutIsolates(JSON.stringify(items.length > 0 ? items : [recordItem(dataset, context, words)], null, 2));
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

function plain(words: Words): Markup {
  return { text: (text) => text, link: (text, url) => clauses([text, url], words) };
}

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

function citationIn(markup: Markup, dataset: Dataset, context: PopoverContext, words: Words): string {
  const lead = context.kind === 'statement' ? [] : [markup.text(sentences([headlineOf(context), context.subhead], words))];
  const lines = [
    ...lead,
    ...statementsIn(dataset, context, words).map((said) => statementIn(markup, said, words)),
    markup.text(sentences([datasetNote(dataset, words)], words)),
  ];
  return spaced(lines.join('\n'));
}

function statementIn(markup: Markup, { headline, subhead, meta, document, sources }: StatementContext, words: Words): string {
  const where = sources.map((source) => sourceIn(markup, source, words));
  return sentences(
    [
      markup.text(sentences([clauses([headline, subhead], words), clauses(meta, words)], words)),
      ...(document ? [markup.link(documentName(document, words), document.url)] : []),
      ...(where.length > 0 ? [words.say('card.citation.sources', { sources: semicolons(where, words) })] : []),
    ],
    words,
  );
}

function sourceIn(markup: Markup, { publisher, title, kind, date, url }: SourceLine, words: Words): string {
  const text = title
    ? words.say('card.citation.source', { publisher, kind, title })
    : words.say('card.citation.source.untitled', { publisher, kind });
  const named = url === null ? markup.text(text) : markup.link(text, url);
  return clauses([named, ...(date ? [date] : [])], words);
}

/** The statements that a card is about: one, or those it leaves the choice between. */
function statementsIn(dataset: Dataset, context: PopoverContext, words: Words): StatementContext[] {
  if (context.kind === 'statement') return [context];
  if (context.kind !== 'choice') return [];
  return context.candidates
    .map(({ id }) => contextFor(dataset, { kind: 'statement', link: [id], reasons: [] }, {}, words))
    .filter((each) => each.kind === 'statement');
}

function statementItem(
  dataset: Dataset,
  statement: Statement,
  { headline, subhead, list }: StatementContext,
  words: Words,
): object {
  const { id, kind, date, forum, body, deliveredBy } = statement;
  const document = documentLink(statement);
  const notes = [
    datasetNote(dataset, words),
    ...(body ? [] : [words.recordText(forum).text]),
    ...(document && !document.verified ? [words.say('card.citation.notVerified')] : []),
    ...(list.gap ? [list.gap] : []),
  ];
  return {
    id: idOf(id),
    type: 'document',
    genre: words.say(`card.citation.genre.${KINDS[kind]}`),
    title: spaced(clauses([headline, subhead], words)),
    ...(kind === 'joint-statement' && deliveredBy && { author: [{ literal: nameOf(dataset, deliveredBy, words) }] }),
    issued: dateParts(date),
    ...(body && { publisher: words.recordText(forum).text }),
    ...(document && { number: document.symbol, URL: document.url }),
    language: words.language,
    note: sentences(notes, words),
  };
}

/** A source as reference managers have it, under the given id. */
export function sourceItem(
  dataset: Dataset,
  { publisher, title, url, date, languages, tier }: Source,
  id: string,
  words: Words,
): CslItem {
  const type = TYPES[tier];
  return {
    id,
    type,
    // As is usual for what has no title; the publisher's name would be taken for one.
    title: title ?? words.say('card.citation.title.notRecorded', { publisher }),
    [type === 'article-newspaper' ? 'container-title' : 'publisher']: publisher,
    ...(date && { issued: dateParts(date) }),
    ...(url && { URL: url }),
    language: languages[0],
    note: sentences([datasetNote(dataset, words)], words),
  };
}

function recordItem(dataset: Dataset, context: PopoverContext, words: Words): object {
  return {
    // Nothing else in a library may have the same.
    id: idOf(context.kind === 'country' ? `record-${context.code}` : 'record'),
    type: 'dataset',
    title: spaced(headlineOf(context)),
    publisher: 'Undersigned',
    version: dataset.updated,
    issued: dateParts(dataset.updated),
    language: words.language,
    note: sentences([context.subhead, datasetNote(dataset, words)], words),
  };
}

function headlineOf(context: PopoverContext): string {
  return context.kind === 'country' ? context.fullHeadline : context.headline;
}

function idOf(name: string): string {
  return `undersigned-${name}`;
}

function datasetNote({ updated }: Dataset, words: Words): string {
  return words.say('card.citation.dataset', { date: words.date(updated) });
}

function documentName({ symbol, verified }: NonNullable<StatementContext['document']>, words: Words): string {
  return words.say(verified ? 'card.citation.document' : 'card.citation.document.notVerified', { symbol });
}

/** As precise as the date is. */
export function dateParts(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** Without the marks that keep names apart in text that runs the other way: reference managers keep them, and type them out as boxes. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** What is only there to keep words on one line is nothing to quote. */
function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(/^[()]$/, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}
