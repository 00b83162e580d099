/**
 * What a reader does not want marked: a text, a single mention, a page, a site, for a while or anything at all. Says what is to be
 * stored for it, what takes just that back, and whether it holds. Where settings are kept and how marks go is entrypoints' matter.
 */
import { revealed } from './detection/fold.ts';
import type { Settings } from './settings.ts';

/** From small to large. */
export const HIDING_KINDS = ['mention', 'term', 'page', 'site', 'hour', 'everywhere'] as const;

export type HidingKind = (typeof HIDING_KINDS)[number];

/** One thing to hide or turn off; `entry` is as the setting keeps it. */
export type Hiding =
  | { readonly kind: keyof typeof LISTS; readonly entry: string }
  /** `until` in milliseconds since 1970. */
  | { readonly kind: 'hour'; readonly until: number }
  | { readonly kind: 'everywhere' };

/** A mention and where it stands. */
export interface MentionPlace {
  /** The host name of the page at the top; '' where it has none. */
  readonly site: string;
  /** Of the document that holds it. */
  readonly address: string;
  readonly text: string;
  /** What stands before and after it in its block. */
  readonly before: string;
  readonly after: string;
}

/** The page a mark would stand on, and when. */
export interface PageNow {
  readonly host: string;
  /** As `pageAddress` gives it; '' where it is not known. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the reader's rules for sites keep marks off it, as site-rules.ts finds out where there are any. */
  readonly ruledOut?: boolean;
}

/** Why nothing is marked on a page. */
export type Pause = Exclude<HidingKind, 'mention' | 'term'> | 'lookUpOnly' | 'rules';

const LISTS = {
  mention: 'hiddenMentions',
  term: 'hiddenTerms',
  page: 'pausedPages',
  site: 'pausedSites',
} as const satisfies Record<string, keyof Settings>;

export const HOUR = 3_600_000;

/** Most characters of an entry and of an address: what settings.ts takes. */
const MOST_ENTRY = 500;
const MOST_ADDRESS = 2000;
/** Characters on either side of a mention that tell it from others of the same text. */
const AROUND = 40;

/** Why nothing is marked on a page: the widest reason there is; undefined where something may be. */
export function pauseOn(settings: Settings, { host, address, now, ruledOut }: PageNow): Pause | undefined {
  if (settings.lookUpOnly) return 'lookUpOnly';
  if (!settings.enabled) return 'everywhere';
  if (now < settings.pausedUntil) return 'hour';
  if (ruledOut) return 'rules';
  if (settings.pausedSites.some((site) => coversHost(site, host))) return 'site';
  return settings.pausedPages.includes(address) ? 'page' : undefined;
}

/** Whether some pages may be ruled out by where they are. */
export function hasSiteRules({ siteRule, deniedSites }: Settings): boolean {
  return siteRule === 'only' || deniedSites.length > 0;
}

/** Whether a paused site is that of the host: it covers its subdomains. */
export function coversHost(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

export function isPaused(settings: Settings, page: PageNow): boolean {
  return pauseOn(settings, page) !== undefined;
}

/** Whether a reader has hidden a mention, or its text everywhere. */
export function isHidden({ hiddenTerms, hiddenMentions }: Settings, mention: MentionPlace): boolean {
  return hiddenTerms.includes(hiddenKey(mention.text)) || hiddenMentions.includes(mentionKey(mention));
}

/**
 * A text as `hiddenTerms` keeps it: the same whatever its case, its spaces, its width and what is invisible in it. Of such an entry it
 * is the entry itself.
 */
export function hiddenKey(text: string): string {
  // Marks also come of letters that are taken apart: "İ" in lower case, the vowels of Arabic that stand by themselves.
  const folded = revealed(revealed(text).normalize('NFKC').toLowerCase().normalize('NFKC')).normalize('NFKC');
  return cut(folded.replace(/[\s\uFFFC]+/g, ' ').trim(), MOST_ENTRY).trimEnd();
}

/**
 * A single mention as `hiddenMentions` keeps it: the site and the text, for the reader to know it by, and a hash of the page's address
 * and the words around. The same after a reload; a sentence that stands twice on a page is one.
 */
export function mentionKey({ site, address, text, before, after }: MentionPlace): string {
  const words = [hiddenKey(before).slice(-AROUND), hiddenKey(text), hiddenKey(after).slice(0, AROUND)];
  return cut(`${site} ${hash([pageAddress(address), ...words].join('\n'))} ${hiddenKey(text)}`, MOST_ENTRY);
}

/** What a reader is told of an entry of `hiddenMentions`. */
export function hiddenMention(key: string): { site: string; text: string } {
  const [site = '', , ...text] = key.split(' ');
  return { site, text: text.join(' ') };
}

/** An address as `pausedPages` keeps it: without its fragment. */
export function pageAddress(url: string): string {
  return cut(url.replace(/#.*/s, ''), MOST_ADDRESS);
}

/** What hiding a mention, or more than that, means; `page` is the address of the page at the top as `pageAddress` gives it. */
export function hidingOf(
  kind: HidingKind,
  mention: MentionPlace,
  { address: page, now }: Pick<PageNow, 'address' | 'now'>,
): Hiding {
  switch (kind) {
    case 'mention':
      return { kind, entry: mentionKey(mention) };
    case 'term':
      return { kind, entry: hiddenKey(mention.text) };
    case 'page':
      return { kind, entry: page };
    case 'site':
      return { kind, entry: mention.site };
    case 'hour':
      return { kind, until: now + HOUR };
    case 'everywhere':
      return { kind };
    default:
      return kind satisfies never;
  }
}

/** The settings that change when something is hidden or turned off. */
export function changesToHide(settings: Settings, hiding: Hiding): Partial<Settings> {
  switch (hiding.kind) {
    case 'everywhere':
      return { enabled: false };
    case 'hour':
      return { pausedUntil: hiding.until };
    default: {
      const name = LISTS[hiding.kind];
      if (hiding.entry === '') throw new Error(`Nothing to keep in ${name}`);
      return settings[name].includes(hiding.entry) ? {} : { [name]: [...settings[name], hiding.entry] };
    }
  }
}

/** The settings that change when that is taken back: to what they were `before`, but for what has been changed otherwise since. */
export function changesToUnhide(settings: Settings, hiding: Hiding, before: Settings): Partial<Settings> {
  switch (hiding.kind) {
    case 'everywhere':
      return settings.enabled ? {} : { enabled: before.enabled };
    case 'hour':
      return settings.pausedUntil === hiding.until ? { pausedUntil: before.pausedUntil } : {};
    default: {
      const name = LISTS[hiding.kind];
      return before[name].includes(hiding.entry) ? {} : { [name]: settings[name].filter((entry) => entry !== hiding.entry) };
    }
  }
}

/** What turns marking on a site on or off. On: every entry that covers it goes, and with one its subdomains are on too. */
export function changesToMarkSite({ pausedSites }: Settings, host: string, on: boolean): Pick<Settings, 'pausedSites'> {
  const others = pausedSites.filter((site) => !coversHost(site, host));
  return { pausedSites: on ? others : [...others, host] };
}

/** The host name that marking can be turned off for; null where the address is not told, or has none. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname : null;
}

/** Storage may change half of a pair, so none is kept. */
function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}

/** FNV-1a, in 32 bits: tells the few entries of one reader apart and cannot be read back. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
