/**
 * Finds names of the region in folded text. The names and what disqualifies them are in data/lexicon/region.json;
 * here is only how a name is checked against its surroundings.
 */
import { compile, isWhole, type NameFamily, WORD_CHARACTER } from './lexicon.ts';
import { matchesOf } from './matches.ts';
import { overlapTest, type Span } from './spans.ts';

/** Characters around a name within which what makes it the region must stand, and what makes it another place must not. */
const BESIDE = 45;
const OTHERWISE = 90;
/** Longer than any word that is no address. */
const TOKEN = 200;

interface RegionNames {
  /** Names of the region, in order and without overlap. */
  readonly names: readonly Span[];
  /** What is spelled like one and is none: streets, persons, addresses. */
  readonly others: readonly Span[];
}

export interface RegionRecognizer {
  /** Tell the names in folded text from what only looks like them. */
  recognize(text: string): RegionNames;
  /** Every pattern it runs over a text. */
  readonly patterns: readonly RegExp[];
}

/** Of the names of the given families. */
export function createRegionRecognizer(given: readonly NameFamily[]): RegionRecognizer {
  const families = given.map(createFamilyRecognizer);
  function recognize(text: string): RegionNames {
    const found = families.flatMap((family) => family.recognize(text));
    const names = found.filter(({ isName }) => isName).sort((a, b) => a.start - b.start || b.end - a.end);
    const isInName = overlapTest(names);
    return {
      names: names.filter((span, index) => index === 0 || span.start >= (names[index - 1] as Span).end),
      others: found.filter((span) => !span.isName && !isInName(span)),
    };
  }
  return { recognize, patterns: families.flatMap(({ patterns }) => patterns) };
}

function createFamilyRecognizer(family: NameFamily) {
  const names = compile(family.names, 'giu');
  const notAfter = family.notAfter === undefined ? undefined : compile(family.notAfter, 'u');
  const persons = family.persons && { after: compile(family.persons.after, 'u'), unless: compile(family.persons.unless, 'iu') };
  const notBefore = family.notBefore === undefined ? undefined : compile(family.notBefore, 'u');
  const notBeside = family.notBeside === undefined ? undefined : compile(family.notBeside, 'iu');
  const capitals = family.capitals && {
    any: compile(`^(?:${family.capitals.any})`, 'iu'),
    written: compile(`^(?:${family.capitals.written})`, 'u'),
  };
  const beside = family.beside && { names: compile(`^${family.beside.names}`, 'iu'), one: compile(family.beside.one, 'iu') };
  function recognize(text: string): (Span & { readonly isName: boolean })[] {
    // Of the person last named in full, where the text has no new paragraph since: by the first name alone it is the same.
    let isPersonMeant = false;
    let seen = 0;
    return matchesOf(names, text).flatMap((match) => {
      const matchEnd = match.index + match[0].length;
      if (family.words && !isWhole(text, match.index, matchEnd)) return [];
      const name = match.groups && Object.values(match.groups).find((group) => group !== undefined);
      const start = match.index + (name === undefined ? 0 : match[0].indexOf(name));
      const end = start + (name ?? match[0]).length;
      const before = text.slice(Math.max(0, start - BESIDE), start);
      const after = text.slice(end, end + BESIDE);
      const around = text.slice(Math.max(0, start - OTHERWISE), end + OTHERWISE);
      const isPerson = persons?.after.test(before) ?? false;
      isPersonMeant = isPerson || (isPersonMeant && !text.slice(seen, start).includes('\n'));
      seen = end;
      const isName =
        !isPerson &&
        !(isPersonMeant && !persons?.unless.test(around)) &&
        !notAfter?.test(before) &&
        !notBefore?.test(after) &&
        !notBeside?.test(around) &&
        !(beside?.names.test(match[0]) && !beside.one.test(`${before} ${match[0]} ${after}`)) &&
        !(capitals?.any.test(match[0]) && !capitals.written.test(match[0]));
      // All of an address goes, with the figures in it.
      const address = addressAround(text, start, end);
      return [{ ...(address ?? { start, end }), isName: isName && address === undefined }];
    });
  }
  return {
    recognize,
    patterns: [names, persons?.after, persons?.unless, notAfter, notBefore, notBeside].filter((pattern) => pattern !== undefined),
  };
}

/** The URL, e-mail address, file name or identifier that a name is part of; undefined where it stands in prose. */
function addressAround(text: string, start: number, end: number): Span | undefined {
  const left = text.slice(Math.max(0, start - TOKEN), start).match(BEFORE_IN_TOKEN)?.[0] ?? '';
  const right = text.slice(end, end + TOKEN).match(AFTER_IN_TOKEN)?.[0] ?? '';
  if (left === '' && right === '') return undefined;
  const token = left + text.slice(start, end) + right.replace(/[.,;:!?'-]+$/, '');
  const isAddress = !TAG.test(token) && ADDRESS.some((pattern) => pattern.test(token));
  return isAddress ? { start: start - left.length, end: end + right.length } : undefined;
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
  /\w\.(?:[a-z]{2,5}|geojson|parquet|sqlite|[A-Z]{3,4}|mp[34])$|\w\.[\w-]+\.[a-z]{2,}/,
  // A slug or an identifier: all lower case with figures or many parts.
  /^[a-z0-9]+(?:-[a-z0-9]+){3,}$|^(?=.*\d)[a-z0-9]+(?:-[a-z0-9]+)+$|^[a-z0-9]+\/[a-z0-9]+(?:-[a-z0-9]+)+$|^[A-Z]+(?:-\d+)+$/,
];
