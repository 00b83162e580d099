/**
 * Makes text comparable: one form of each letter, digit, dash, quote and space; nothing invisible.
 * Knows no language. Keeps the way back to the text as given, which is the only place offsets may point to.
 */

export interface FoldedText {
  readonly text: string;
  /** The index in the text as given of what stands at `index` here. */
  sourceStart(index: number): number;
  /** The same for an exclusive end: a mark on the last letter is taken along, an invisible character after it is not. */
  sourceEnd(index: number): number;
}

/** Soft hyphen, zero-width characters, direction marks, combining marks of Latin, Arabic and kana, Arabic tatweel. */
const DROPPED =
  '\\u00AD\\u0300-\\u036F\\u0610-\\u061A\\u061C\\u0640\\u064B-\\u065F\\u0670\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\u3099\\u309A\\uFE00-\\uFE0F\\uFEFF';
/** Letters replaced by one each: with accents of Latin and Cyrillic, with hamza or madda, voiced kana. */
const REPLACED_LETTERS =
  '\\u00C0-\\u024F\\u0419\\u0439\\u0401\\u0451\\u0622-\\u0626\\u1E00-\\u1EFF\\u304B-\\u3094\\u30AB-\\u30FE';
/** Others replaced by one character each: spaces, dashes, quotes, digits. */
const REPLACED_OTHERS =
  '\\s\\u00A0\\u0660-\\u0669\\u06F0-\\u06F9\\u2000-\\u200A\\u2010-\\u2015\\u2018\\u2019\\u02BC\\u2028\\u2029\\u202F\\u205F\\u2212\\u3000\\uFF07\\uFF0D\\uFF10-\\uFF19';

const CHANGING = /* @__PURE__ */ new RegExp(`[${DROPPED}${REPLACED_LETTERS}${REPLACED_OTHERS}]`, 'g');
const INVISIBLE = /* @__PURE__ */ new RegExp(`[${DROPPED}]`);
const ALL_INVISIBLE = /* @__PURE__ */ new RegExp(INVISIBLE, 'g');
const MARK = /\p{M}/u;
/** Characters from the first to the last of which none changes: ASCII, Han. Most text is made of them. */
const isPlain = (code: number) => (code >= 0x20 && code < 0xa0) || (code > 0x30ff && code < 0xfe00);

/** Beyond Latin: Cyrillic, Arabic, kana and Han letters; and whatever is invisible. */
const BEYOND_LATIN = /* @__PURE__ */ new RegExp(`[\\u0400-\\u06FF\\u3040-\\u9FFF\\uFB50-\\uFEFC${DROPPED}]`);

/** Whether a pattern of Latin letters may be all that `text` needs to be searched for. */
export function isPlainLatin(text: string): boolean {
  return !BEYOND_LATIN.test(text);
}

/** `text` with nothing invisible in it and each letter in one piece with its accents: what a plain search can be run over. */
export function revealed(text: string): string {
  return INVISIBLE.test(text) ? text.normalize('NFC').replace(ALL_INVISIBLE, '') : text;
}

/** Fold `text`. Letter case is kept: it tells a street from a road, and patterns ignore it where it does not matter. */
export function fold(text: string): FoldedText {
  const parts: string[] = [];
  /** For each dropped character, the folded index it would have had. Ascending. */
  const drops: number[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) continue;
    const replacement = replacementOf(code);
    if (replacement === undefined) continue;
    parts.push(text.slice(copied, at), replacement);
    copied = at + 1;
    if (replacement === '') drops.push(at - drops.length);
  }
  const folded = copied === 0 ? text : parts.join('') + text.slice(copied);
  const sourceStart = (index: number) => index + countUpTo(drops, index);
  return {
    text: folded,
    sourceStart,
    sourceEnd(index) {
      if (index === 0) return 0;
      let end = sourceStart(index - 1) + 1;
      while (end < text.length && MARK.test(text.charAt(end)) && INVISIBLE.test(text.charAt(end))) end += 1;
      return end;
    },
  };
}

/** Fold text whose offsets are not needed: the patterns of a lexicon. */
export function foldPattern(source: string): string {
  return source.replace(CHANGING, foldCharacter);
}

/** What folding makes of each character met so far; undefined where it stays. */
const REPLACEMENTS = new Map<number, string | undefined>();

function replacementOf(code: number): string | undefined {
  if (REPLACEMENTS.has(code)) return REPLACEMENTS.get(code);
  const character = String.fromCharCode(code);
  const folded = foldPattern(character);
  const replacement = folded === character ? undefined : folded;
  REPLACEMENTS.set(code, replacement);
  return replacement;
}

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const code = character.charCodeAt(0);
  // Kept apart from a plain space, which parts "Xin Jiang" the person from a name that may not break.
  if (code === 0xa0 || code === 0x2007 || code === 0x202f) return '\u00A0';
  if (code < 0x80 || /\s/.test(character)) return code === 0x0a ? '\n' : ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d) return '-';
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc || code === 0xff07) return "'";
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10);
  if (code === 0x131) return 'i';
  return character.normalize('NFD').charAt(0);
}

/** How many of the ascending `values` are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
