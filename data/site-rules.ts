/**
 * The reader's rules for which sites are marked: match patterns, as browsers have them for extensions. The library follows their algorithm;
 * it is not for the content script, which asks the background.
 */
import { matchPattern } from 'browser-extension-url-match';
import { type Settings, SITE_PATTERN } from './settings.ts';

interface SiteRules {
  readonly siteRule: Settings['siteRule'];
  readonly allowedSites: readonly string[];
  readonly deniedSites: readonly string[];
}

/** Whether the rules keep marks off the page at an address. One that is not known, '', is kept off. */
export function isRuledOut({ siteRule, allowedSites, deniedSites }: SiteRules, address: string): boolean {
  if (address === '') return true;
  return coversAddress(deniedSites, address) || (siteRule === 'only' && !coversAddress(allowedSites, address));
}

function coversAddress(patterns: readonly string[], address: string): boolean {
  const plain = comparable(address);
  return patterns.some((pattern) => {
    const matcher = matchPattern(pattern);
    return matcher.valid && matcher.match(plain);
  });
}

/** Whether a text is such a pattern, of an address there can be. */
export function isSitePattern(text: string): boolean {
  return SITE_PATTERN.test(text) && matchPattern(text).valid;
}

/**
 * The pattern that a reader means: a pattern itself; a host name, or the address of a site's first page, which stands for the whole site
 * with its subdomains; another address, which stands for that page alone. Undefined where it is none of these.
 */
export function sitePatternFor(text: string): string | undefined {
  const written = text.trim();
  if (written.includes('*')) return isSitePattern(written) ? written : undefined;
  const hasScheme = written.includes('://');
  const address = hasScheme ? written : `https://${written}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const { protocol, hostname, pathname, search } = url;
  // The library does not know an apostrophe in a query for itself.
  const rest = comparable(url.href)
    .replace(/^\w+:\/\/[^/]*/, '')
    .replaceAll('%27', '*');
  const isSite = /^https?:$/.test(protocol) && pathname === '/' && search === '';
  const pattern = isSite ? `*://*.${siteOf(hostname)}/*` : `${hasScheme ? protocol : '*:'}//${hostname}${rest}`;
  return isSitePattern(pattern) ? pattern : undefined;
}

/** Nobody means only the part of a site that is called www, where that is not all of its name. */
function siteOf(hostname: string): string {
  return hostname.replace(/^www\.(?=.+\.)/, '');
}

/**
 * An address without what the library would take none for a match by: a percent sign that stands for nothing, and question marks at the
 * end, beside a fragment, which is not compared.
 */
function comparable(address: string): string {
  const plain = address.replace(/#.*/s, '').replace(/\?+$/, '');
  try {
    decodeURI(plain);
    return plain;
  } catch {
    return plain.replaceAll('%', '%25');
  }
}
