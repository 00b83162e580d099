import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { pageContextOf } from '../../../entrypoints/annotator.content/page-context.ts';

function contextOf(head: string, body = '', lang = 'en') {
  const { document } = new Window();
  document.write(`<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`);
  return pageContextOf(document as unknown as Document);
}

describe('pageContextOf', () => {
  test('names title, shared title and heading once each', () => {
    const context = contextOf(
      '<title>A</title><meta property="og:title" content="A"><meta name="x" content="y">',
      '<h1> B </h1>',
    );
    expect(context).toEqual({ title: 'A\nB', lang: 'en' });
  });

  test('is empty for a page that says nothing of itself', () => {
    expect(contextOf('', '', '')).toEqual({});
  });

  test.each([
    ['metadata', '<meta property="article:published_time" content="2019-07-11T08:00:00Z">', '', '2019-07-11'],
    [
      'structured data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-10-06"}</script>',
      '',
      '2020-10-06',
    ],
    [
      'broken structured data',
      '<script type="application/ld+json">{"datePublished": "2020-10-06", oops</script>',
      '',
      '2020-10-06',
    ],
    ['the time element of an article', '', '<article><time datetime="2021-06-22">Tuesday</time></article>', '2021-06-22'],
    ['nothing that is no date', '<meta name="date" content="yesterday">', '<time datetime="PT3M">x</time>', undefined],
  ])('takes its day from %s', (_name, head, body, day) => {
    expect(contextOf(head, body).date).toBe(day);
  });
});
