/**
 * Finds names of the region in folded text. The names and what disqualifies them are in data/lexicon/region.json;
 * here is only how a name is checked against its surroundings.
 */
import { compile, isWhole, type NameFamily, type RegionLexicon, WORD_CHARACTER } from './lexicon.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** How far around a name is looked for what must or must not stand beside it. */
const BESIDE = 45;
/** Longer than any word that is no address. */
const TOKEN = 200;

/** A function that returns the names in folded text, in order and without overlap. */
export function createRegionRecognizer(lexica: readonly RegionLexicon[]): (text: string) => Span[] {
  const families = lexica.flatMap((lexicon) => lexicon.families.map(createFamilyRecognizer));
  return (text) => {
    const found = families.flatMap((recognize) => recognize(text));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    return found.filter((span, index) => index === 0 || span.start >= (found[index - 1] as Span).end);
  };
}

function createFamilyRecognizer(family: NameFamily): (text: string) => Span[] {
  const names = compile(family.names, 'giu');
  const notAfter = family.notAfter === undefined ? undefined : compile(family.notAfter, 'u');
  const notBefore = family.notBefore === undefined ? undefined : compile(family.notBefore, 'u');
  const notBeside = family.notBeside === undefined ? undefined : compile(family.notBeside, 'iu');
  const beside = family.beside && { names: compile(`^${family.beside.names}`, 'iu'), one: compile(family.beside.one, 'iu') };
  return (text) => {
    const spans: Span[] = [];
    for (const match of matchesOf(names, text)) {
      const matchEnd = match.index + match[0].length;
      if (family.words && !isWhole(text, match.index, matchEnd)) continue;
      const name = match.groups && Object.values(match.groups).find((group) => group !== undefined);
      const start = match.index + (name === undefined ? 0 : match[0].indexOf(name));
      const end = start + (name ?? match[0]).length;
      const before = text.slice(Math.max(0, start - BESIDE), start);
      const after = text.slice(end, end + BESIDE);
      if (notAfter?.test(before) || notBefore?.test(after)) continue;
      if (notBeside?.test(`${before}${match[0]}${after}`)) continue;
      if (beside?.names.test(match[0]) && !beside.one.test(`${before} ${match[0]} ${after}`)) continue;
      if (isInAddress(text, start, end)) continue;
      spans.push({ start, end });
    }
    return spans;
  };
}

/** Whether the name is part of a URL, an e-mail address, a file name or an identifier rather than of prose. */
function isInAddress(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - TOKEN), start).match(BEFORE_IN_TOKEN)?.[0] ?? '';
  const right = text.slice(end, end + TOKEN).match(AFTER_IN_TOKEN)?.[0] ?? '';
  if (left === '' && right === '') return false;
  const token = left + text.slice(start, end) + right.replace(/[.,;:!?'-]+$/, '');
  return !TAG.test(token) && ADDRESS.some((pattern) => pattern.test(token));
}

/** The characters addresses and file names are made of, in scripts that part words: Han and kana run on behind an address. */
const IN_TOKEN = `(?:[${WORD_CHARACTER}]|[_.~:\\/?#@!$\\&'*+,;=%\\\\\\-])*`;
const BEFORE_IN_TOKEN = new RegExp(`${IN_TOKEN}$`, 'v');
const AFTER_IN_TOKEN = new RegExp(`^${IN_TOKEN}`, 'v');
/** Words of a tag are joined by underscores where no address would be. */
const TAG = /^#[^.:/@]+$/;

const ADDRESS: readonly RegExp[] = [
  /:\/\/|^www\.|@|_|\\|[=&?]\w|\w=/i,
  // A path, or a host with a path.
  /^\.{0,2}\/\w|\w\.\w+\/|(?:\/.*){3}/,
  // A host or a file name. The last part in one letter case: a missing space after a full stop is followed by a capital.
  /\w\.(?:[a-z]{2,5}|geojson|parquet|sqlite|[A-Z]{3,4}|mp[34])$|\w\.\w+\.[a-z]{2,}/,
  // A slug or an identifier: all lower case with figures or many parts.
  /^[a-z0-9]+(?:-[a-z0-9]+){3,}$|^(?=.*\d)[a-z0-9]+(?:-[a-z0-9]+)+$/,
];
