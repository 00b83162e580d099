/**
 * Finds mentions in JSON Lines: `{"id","text","pageContext"?,"lang"?}` on standard input, one answer a line in the same
 * order on standard output. Streams, so memory does not grow with the input. A malformed line is reported on standard
 * error with its number, the rest is still answered, and the exit code is 1.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Finder } from '../data/detection/find-mentions.ts';
import type { PageContext } from '../data/detection/mention.ts';
import { endWithReader } from './broken-pipe.ts';
import { readFinder } from './read-finder.ts';

const finder = readFinder();

endWithReader();

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === '') continue;
  try {
    const answer = `${JSON.stringify(answerTo(finder, line))}\n`;
    if (!process.stdout.write(answer)) await once(process.stdout, 'drain');
  } catch (error) {
    process.exitCode = 1;
    console.error(`line ${number}: ${(error as Error).message}`);
  }
}

function answerTo(finder: Finder, line: string): unknown {
  const input: unknown = JSON.parse(line);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Error('expected an object');
  const { id, text, pageContext, lang } = input as Record<string, unknown>;
  if (typeof text !== 'string') throw new Error('"text" has to be a string');
  if (id === undefined) throw new Error('"id" is missing');
  if (lang !== undefined && lang !== null && typeof lang !== 'string') throw new Error('"lang" has to be a string');
  const page = { ...readContext(pageContext), ...(typeof lang === 'string' && { lang }) };
  const mentions = finder.findMentions(text, page).map((mention) => {
    if (mention.kind === 'xinjiang') return { ...mention, link: [], reasons: [] };
    const { kind, start, end, link, reasons } = mention;
    return { kind, start, end, link, reasons: reasons.map(({ cue, text }) => `${cue}: ${text}`) };
  });
  return { id, mentions };
}

/**
 * A string is what the page is called; of an object, the fields of PageContext count as such, `headings` with the title, and any other
 * text as near by.
 */
function readContext(given: unknown): PageContext {
  if (given === undefined || given === null) return {};
  if (typeof given === 'string') return { title: given };
  if (typeof given !== 'object') throw new Error('"pageContext" has to be a string or an object');
  const { title, headings, date, lang, earlier, ...rest } = given as Record<string, unknown>;
  const heads = strings([title, headings]).join('\n');
  const nearby = strings(rest).join('\n');
  return {
    ...(heads && { title: heads }),
    ...(typeof date === 'string' && { date }),
    ...(typeof lang === 'string' && { lang }),
    ...(Array.isArray(earlier) && { earlier: earlier.filter((id) => typeof id === 'string') }),
    ...(nearby && { nearby }),
  };
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
