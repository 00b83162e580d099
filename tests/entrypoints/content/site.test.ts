import { describe, expect, test, vi } from 'vitest';
import { siteOf, topAddressOf } from '../../../entrypoints/content/site.ts';

/** A frame whose top is of another origin: reading it throws, as browsers do. */
function foreignFrame(ancestorOrigins?: string[]): Window {
  const top = {
    get location(): Location {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
    },
  };
  return { top, location: { hostname: 'widget.example', ancestorOrigins } } as unknown as Window;
}

describe('siteOf', () => {
  test('is the host of the page at the top', async () => {
    const top = { location: { hostname: 'news.example' } };
    expect(await siteOf({ top, location: { hostname: '' } } as unknown as Window, vi.fn())).toBe('news.example');
  });

  test('of a foreign frame is the outermost ancestor', async () => {
    const ask = vi.fn();
    expect(await siteOf(foreignFrame(['https://middle.example', 'https://news.example:8080']), ask)).toBe('news.example');
    expect(ask).not.toHaveBeenCalled();
  });

  test('is asked for where the browser does not tell, and is none when there is no answer', async () => {
    expect(await siteOf(foreignFrame(), async () => 'https://news.example/a#b')).toBe('news.example');
    expect(await siteOf(foreignFrame(['null']), async () => 'https://news.example/a#b')).toBe('news.example');
    expect(await siteOf(foreignFrame(), () => Promise.reject(new Error('gone')))).toBe('');
  });
});

describe('topAddressOf', () => {
  test('is the address of the page at the top, without its fragment', async () => {
    const top = { location: { href: 'https://news.example/a?b=1#c' } };
    expect(await topAddressOf({ top } as unknown as Window, vi.fn())).toBe('https://news.example/a?b=1');
  });

  test('is asked for by a foreign frame, and is none when there is no answer', async () => {
    expect(await topAddressOf(foreignFrame(['https://news.example']), async () => 'https://news.example/a#b')).toBe(
      'https://news.example/a',
    );
    expect(await topAddressOf(foreignFrame(), async () => undefined)).toBe('');
    expect(await topAddressOf(foreignFrame(), () => Promise.reject(new Error('gone')))).toBe('');
  });
});
