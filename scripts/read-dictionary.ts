/** Reads the data dictionary: the tables of data/README.md under "The dictionary", by their headings. */
import { marked, type Token, type Tokens } from 'marked';

/** A field as its row in a table describes it. */
export interface DictionaryRow {
  readonly field: string;
  readonly meaning: string;
  readonly values: string;
  readonly origin: string;
  readonly missing: string;
  readonly editor: string;
}

const COLUMNS = ['field', 'meaning', 'unit, values', 'comes from', 'null or absent', 'who changes it'];

/**
 * The rows of each table whose columns are the dictionary's, by the heading above it, without its markup. Throws where a cell is
 * empty: what there is nothing to say of has a dash.
 */
export function readDictionary(markdown: string): Map<string, DictionaryRow[]> {
  const sections = new Map<string, DictionaryRow[]>();
  let heading = '';
  for (const token of marked.lexer(markdown)) {
    if (isHeading(token)) heading = plain(token.text);
    if (!isTable(token) || token.header.map(({ text }) => text).join() !== COLUMNS.join()) continue;
    sections.set(
      heading,
      token.rows.map((cells) => {
        const texts = cells.map(({ text }) => plain(text));
        const [field = '', meaning = '', values = '', origin = '', missing = '', editor = ''] = texts;
        if (texts.some((text) => text === '')) throw new Error(`data/README.md: ${heading}: ${field}: a cell is empty`);
        return { field, meaning, values, origin, missing, editor };
      }),
    );
  }
  return sections;
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

/** Without the marks of code and emphasis, which the texts use for nothing else. */
function plain(text: string): string {
  return text.replace(/[`*]|\b_|_\b/g, '').trim();
}
