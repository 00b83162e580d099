import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SITE_PATTERN } from '../../data/settings.ts';
import { isRuledOut, isSitePattern, sitePatternFor } from '../../data/site-rules.ts';
import { patternArbitrary } from '../support/settings-arbitrary.ts';

const denying = (...deniedSites: string[]) => ({ siteRule: 'allExcept', allowedSites: [], deniedSites }) as const;
const allowing = (...allowedSites: string[]) => ({ siteRule: 'only', allowedSites, deniedSites: [] }) as const;

/** Addresses with all that a page can put into them. */
const address = fc
  .tuple(fc.webUrl({ withQueryParameters: true }), fc.constantFrom('', '/?a=%', '/%E0%A4', '/?q=a(b+c.d*[', '/#part'))
  .map(([url, end]) => url + end);

describe('match patterns', () => {
  test.each([
    ['*://*.example.org/*', 'https://example.org/', true],
    ['*://*.example.org/*', 'http://news.example.org/a?b#c', true],
    ['*://*.example.org/*', 'https://example.org:8443/a', true],
    ['*://*.example.org/*', 'https://example.org.example/', false],
    ['*://*.example.org/*', 'https://badexample.org/', false],
    ['*://*.example.org/*', 'file:///example.org/', false],
    ['*://example.org/*', 'https://news.example.org/', false],
    ['https://example.org/*', 'http://example.org/', false],
    ['https://example.org/news/*', 'https://example.org/news/1', true],
    ['https://example.org/news/*', 'https://example.org/newsroom', false],
    ['https://example.org/?id=*', 'https://example.org/?id=7', true],
    ['https://example.org/a.b', 'https://example.org/aXb', false],
    ['*://*/*.pdf', 'https://example.org/a.pdf', true],
    ['file:///*', 'file:///home/reader/page.html', true],
    ['*://*.xn--bcher-kva.example/*', 'https://bücher.example/', true],
  ])('%s and %s', (pattern, url, covers) => {
    expect(isRuledOut(denying(pattern), url)).toBe(covers);
    expect(isRuledOut(allowing(pattern), url)).toBe(!covers);
  });

  test('of a whole site cover every address of it, however it is written, and none of another', () => {
    fc.assert(
      fc.property(address, fc.domain(), (url, other) => {
        const { hostname } = new URL(url);
        expect(isRuledOut(denying(`*://*.${hostname}/*`), url)).toBe(true);
        fc.pre(hostname !== other && !hostname.endsWith(`.${other}`));
        expect(isRuledOut(denying(`*://*.${other}/*`), url)).toBe(false);
      }),
    );
  });

  test('are never an expression: what looks like one is read as it is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w[\w.+?()[\]{}|$^-]{0,12}\w$/), (path) => {
        const written = `https://example.org/${path}`;
        expect(isSitePattern(written)).toBe(true);
        expect(isRuledOut(denying(written), written)).toBe(true);
        expect(isRuledOut(denying(written), `${written}x`)).toBe(false);
      }),
    );
  });

  test('that are well-formed can be tried on any address, and never throw', () => {
    fc.assert(
      fc.property(fc.stringMatching(SITE_PATTERN), fc.oneof(address, fc.string()), (pattern, url) => {
        expect(typeof isRuledOut(denying(pattern), url)).toBe('boolean');
      }),
    );
  });
});

describe('rules for sites', () => {
  test('without any, everything is marked; with only some sites, nothing else is', () => {
    fc.assert(
      fc.property(address, (url) => {
        expect(isRuledOut(denying(), url)).toBe(false);
        expect(isRuledOut(allowing(), url)).toBe(true);
      }),
    );
  });

  test('what is denied stays so where it is allowed too', () => {
    const rules = { siteRule: 'only', allowedSites: ['*://*.example.org/*'], deniedSites: ['*://*/private/*'] } as const;
    expect(isRuledOut(rules, 'https://example.org/news')).toBe(false);
    expect(isRuledOut(rules, 'https://example.org/private/1')).toBe(true);
  });

  test('a page of which the address is not told is not marked', () => {
    expect(isRuledOut(denying('*://*.example.org/*'), '')).toBe(true);
  });
});

describe('the pattern that a reader means', () => {
  test.each([
    ['example.org', '*://*.example.org/*'],
    [' Example.org/ ', '*://*.example.org/*'],
    ['bücher.example', '*://*.xn--bcher-kva.example/*'],
    ['example.org/news', '*://example.org/news'],
    ['https://example.org/news?id=1#top', 'https://example.org/news?id=1'],
    // As copied from the address bar, on the first page of a site.
    ['https://example.org', '*://*.example.org/*'],
    ['https://www.example.org/', '*://*.example.org/*'],
    ['http://example.org/#top', '*://*.example.org/*'],
    ['https://example.org/?id=1', 'https://example.org/?id=1'],
    ['www.example.org', '*://*.example.org/*'],
    ['www.example.org/news', '*://www.example.org/news'],
    // A site of its own: without the www, it would be a whole country's.
    ['www.de', '*://*.www.de/*'],
    ['file:///', 'file:///'],
    ['*://*.example.org/news/*', '*://*.example.org/news/*'],
    ['file:///home/reader/*', 'file:///home/reader/*'],
  ])('%j is %s', (text, pattern) => {
    expect(sitePatternFor(text)).toBe(pattern);
  });

  test.each([
    '',
    'two words',
    '*',
    '*.example.org',
    'https://',
    'ftp://example.org/',
    'javascript:alert(1)',
    'about:blank',
    '*://*:80/*',
    '1.2.3.999',
  ])('%j is none', (text) => {
    expect(sitePatternFor(text)).toBeUndefined();
  });

  test('is one that settings take, whatever was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), patternArbitrary), (text) => {
        const pattern = sitePatternFor(text);
        if (pattern !== undefined) expect(isSitePattern(pattern)).toBe(true);
      }),
    );
  });

  test('covers the address that was written', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const pattern = sitePatternFor(url);
        fc.pre(pattern !== undefined && !url.includes('*'));
        expect(isRuledOut(denying(pattern ?? ''), url)).toBe(true);
      }),
    );
  });
});
