/**
 * What a view shows as a citation: as text, BibTeX and CSL-JSON. Of one position its sources are cited with it. Each says which state of
 * the record it rests on, because lists grow and names are withdrawn. What a card says is cited by data/citation.ts.
 */
import { type CslItem, dateParts, sourceItem, withoutIsolates } from '../citation.ts';
import { sentences } from '../in-words.ts';
import type { Words } from '../messages.ts';
import { countryByCode, sourcesFor, statementById } from '../queries.ts';
import type { Dataset, Source } from '../schema.ts';
import { bestSources } from '../source-tiers.ts';
import { type ExplorerState, encodeState } from './state.ts';
import { asOfShown, asOfSlug, positionTitle, viewSlug, viewTitle } from './view-title.ts';

/** What is cited: the view, or where `position` the one position that is open in it. */
export interface Cited {
  readonly state: ExplorerState;
  readonly position: boolean;
  /** Where the explorer is to be found by others; null where it is not. */
  readonly address: string | null;
}

/** The view first, then the sources of the position. */
export function citedItems(dataset: Dataset, { state, position, address }: Cited, words: Words): CslItem[] {
  const fragment = encodeState(state);
  const title = (position ? positionTitle(dataset, state, words) : undefined) ?? viewTitle(dataset, state, words);
  const slug = position ? [state.country, state.statement, ...asOfSlug(state)].join('-') : viewSlug(state);
  const id = `undersigned-${inAscii(slug)}`;
  const sources = position ? sourcesOf(dataset, state) : [];
  return [
    {
      id,
      type: 'dataset',
      title,
      publisher: 'Undersigned',
      version: dataset.updated,
      issued: dateParts(dataset.updated),
      ...(address !== null && { URL: fragment === '' ? address : `${address}#${fragment}` }),
      note: words.say('card.citation.dataset', { date: words.date(dataset.updated) }),
    },
    ...sources.map((source, index) => sourceItem(dataset, source, `${id}-source-${index + 1}`, words)),
  ];
}

/** A sentence an item: who, what, when, where. */
export function citationText(items: readonly CslItem[], words: Words): string {
  return items
    .map(({ title, publisher, 'container-title': container, issued, URL, type, note }) => {
      const told = type === 'dataset' ? [title, note] : [container ?? publisher, title, issued && words.date(isoOf(issued))];
      const text = sentences(
        told.filter((part) => part !== undefined),
        words,
      );
      // A full stop behind an address would be taken for a part of it.
      return URL === undefined ? text : `${text}${words.say('card.betweenSentences')}${URL}`;
    })
    .join('\n');
}

export function cslJson(items: readonly CslItem[]): string {
  return withoutIsolates(JSON.stringify(items, null, 2));
}

/** BibTeX as it was before biblatex: entries and fields that every style knows. */
export function bibtex(items: readonly CslItem[]): string {
  return withoutIsolates(`${items.map(bibtexEntry).join('\n\n')}\n`);
}

function bibtexEntry({ id, type, title, publisher, 'container-title': journal, issued, URL, note, author }: CslItem): string {
  const [kind, publisherField] = BIBTEX[type] ?? ['misc', 'publisher'];
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', author ? `{${author.map(({ literal }) => escaped(literal)).join('} and {')}}` : undefined],
    // In braces of its own: styles would change the case of names.
    ['title', `{${escaped(title)}}`],
    ['journal', journal && escaped(journal)],
    [publisherField, publisher && escaped(publisher)],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['day', day === undefined ? undefined : String(day)],
    ['url', URL?.replace(/[{}\\]/g, encodeURIComponent)],
    ['note', note && escaped(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@${kind}{${id},\n${lines.join(',\n')}\n}`;
}

/** By type of CSL: the entry, and in which of its fields the publisher is. */
const BIBTEX: Readonly<Record<string, readonly [entry: string, publisher: string]>> = {
  'article-newspaper': ['article', 'publisher'],
  report: ['techreport', 'institution'],
};

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/[\\~^{}$&#_%]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

/** For keys, which BibTeX knows no other letters in: those that it does not know by number. */
function inAscii(slug: string): string {
  return slug.replace(/[^\w-]/gu, (letter) => letter.codePointAt(0)?.toString(16) ?? '');
}

function isoOf({ 'date-parts': [parts = []] }: NonNullable<CslItem['issued']>): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function sourcesOf(dataset: Dataset, state: ExplorerState): Source[] {
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const country = state.country === null ? undefined : countryByCode(dataset, state.country);
  if (!statement || !country) return [];
  const asOf = asOfShown(state) ?? undefined;
  return bestSources(sourcesFor(dataset, statement, country.code, asOf), MOST_SOURCES);
}

const MOST_SOURCES = 4;
