/**
 * Words that take a side, and why. Nothing a reader is told in our own words has one: neither the data (checks/wording.ts) nor
 * the components (tests/wording.test.ts). What others said is quoted, in quotation marks and with their name.
 */

export interface LoadedWord {
  readonly pattern: RegExp;
  /** What is wrong with it, for whoever wrote it. */
  readonly reason: string;
  readonly instead: string;
}

export const LOADED_WORDS: readonly LoadedWord[] = [
  {
    pattern: /\b(?:anti|pro)-(?:china|chinese|beijing|uy?gh?[iu]r)\b/i,
    reason: 'makes a statement about rights into one for or against a country or people',
    instead: 'voiced concern, voiced support for China',
  },
  {
    pattern: /\b(?:for|against) human rights\b/,
    reason: 'says that one side is for rights and the other is not; both say they are',
    instead: 'voiced concern, voiced support for China',
  },
  { pattern: /\bofficial\b/i, reason: 'lends one account more weight than another', instead: 'who said it' },
  {
    pattern:
      /\b(?:true|truth|false|falsely|fake|lies?|lied|lying|propaganda|disinformation|smears?|smeared|slanders?|slandered)\b/i,
    reason: 'judges what was said',
    instead: 'what was said, in quotation marks or behind "what it called"',
  },
  { pattern: /\bso-called\b/i, reason: 'doubts a name', instead: 'the name, with whose it is' },
  {
    pattern:
      /\b(?:claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|admit(?:s|ted)?|confess(?:es|ed)?|purport(?:s|ed|edly)?|insist(?:s|ed)?)\b/i,
    reason: 'says whether what somebody said is to be believed',
    instead: 'said',
  },
  {
    pattern:
      /\b(?:slam(?:s|med|ming)?|blast(?:s|ed|ing)?|bash(?:es|ed|ing)?|lash(?:es|ed|ing)? out|rebuk(?:es?|ed|ing)|attack(?:s|ed|ing) China|denounc(?:es?|ed|ing)|condemn(?:s|ed|ing|ation)?|critici[sz](?:es?|ed|ing))\b/i,
    reason: 'is louder than what was done',
    instead: 'voiced concern',
  },
  {
    pattern:
      /\b(?:prais(?:es?|ed|ing)|hail(?:s|ed|ing)?|applaud(?:s|ed|ing)?|lauds?|lauded|defend(?:s|ed|ing)? China|condon(?:es?|ed|ing)|whitewash\w*|parrots?|parroted)\b/i,
    reason: 'is louder than what was done',
    instead: 'voiced support for China; commended, where that is its own word',
  },
  {
    pattern: /\b(?:refused|failed|declined|neglected) to (?:sign|join|support)\b/i,
    reason: 'makes an act of an absence',
    instead: 'not on the list, where the list is full',
  },
  { pattern: /\bregimes?\b/i, reason: 'denies that a government is one', instead: 'government' },
  {
    pattern: /\b(?:dictator\w*|authoritarian\w*|totalitarian\w*|communist|free world|democracies|rogue)\b/i,
    reason: 'judges states by how they are governed',
    instead: 'the names of the states',
  },
  {
    pattern: /\b(?:allies|ally|blocs?|like-minded|axis|puppets?|cronies|camps? of (?:states|countries))\b/i,
    reason: 'makes a group of states that signed one text each for itself',
    instead: 'the signatories',
  },
  {
    pattern: /\b(?:the West|Western(?! Europe))\b/,
    reason: 'draws the sides by region, where the lists do not',
    instead: 'the names of the states, or their regional groups',
  },
  {
    pattern: /\b(?:non-)?(?:de)?politici[sz]\w+/i,
    reason: 'says of the motives of one side what the other says of them',
    instead: 'what it called politicisation',
  },
  {
    pattern: /\bEast Turk[ei]stan\b/i,
    reason: 'names the region as one side does',
    instead: 'Xinjiang',
  },
  {
    pattern: /\b(?:terrorists?|separatists?|extremists?)\b/i,
    reason: 'says of people what one side says of them',
    instead: 'counter-terrorism, de-radicalisation, as what a statement described',
  },
  {
    pattern:
      /\b(?:concentration camps?|internment camps?|gulags?|prison camps?|genocid\w+|atrocit\w+|crackdowns?|persecut\w+|brainwash\w*|indoctrinat\w+)\b/i,
    reason: 'says of places and acts what one side says of them',
    instead: 'detention as reported, or the words in quotation marks with whose they are',
  },
  {
    pattern:
      /\b(?:unfortunately|surprisingly|shockingly|merely|notorious\w*|infamous\w*|courageous\w*|brave\w*|shameful\w*|rightly|wrongly|of course|clearly|obviously)\b/i,
    reason: 'tells readers what to think of it',
    instead: 'nothing',
  },
];

/** The first loaded word in a text and its entry, leaving out what is marked as somebody else's word: `"x"`, `what it called x`. */
export function loadedWordIn(text: string): { readonly word: string; readonly entry: LoadedWord } | undefined {
  const ours = text.replace(OTHERS_WORDS, ' ');
  for (const entry of LOADED_WORDS) {
    const word = entry.pattern.exec(ours)?.[0];
    if (word !== undefined) return { word, entry };
  }
  return undefined;
}

const OTHERS_WORDS = /"[^"]*"|“[^”]*”|\bwhat (?:it|they|others) called (?:(?! and the\b| and that\b)[^,.;])*/g;
