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

  test.each<[string, string, string, string | undefined]>([
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
    ...['pubdate', 'publish-date', 'sailthru.date', 'dc.date', 'DC.date.issued', 'parsely-pub-date'].map(
      (name): [string, string, string, string] => [
        `metadata named ${name}`,
        `<meta name="${name}" content="2019-07-15 06:00:00">`,
        '',
        '2019-07-15',
      ],
    ),
    [
      'structured data in a list',
      '<script type="application/ld+json">[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":["2020-10-06T08:00"]}]</script>',
      '',
      '2020-10-06',
    ],
    [
      'the article of structured data, not what is in it or around it',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2018-01-01"},
        {"@type":["NewsArticle"],"datePublished":"2020-10-06","comment":{"@type":"Comment","datePublished":"2021-01-01"}}]}</script>`,
      '',
      '2020-10-06',
    ],
    [
      'a time that says it is of publication',
      '',
      '<p><time itemprop="datePublished" datetime="2021-06-22">x</time></p>',
      '2021-06-22',
    ],
    ['a time with pubdate', '', '<div><time pubdate datetime="2021-06-22">x</time></div>', '2021-06-22'],
    [
      'the article of the main heading where there are several',
      '',
      '<article><time datetime="2019-01-01">x</time></article><article><h1>A</h1><time datetime="2021-06-22">x</time></article>',
      '2021-06-22',
    ],
    ['a month, where no day is given', '<meta name="date" content="2019"><meta name="dc.date" content="2019-07">', '', '2019-07'],
    [
      'a day rather than a month',
      '<meta name="date" content="2019-07"><meta name="dc.date" content="2019-07-15">',
      '',
      '2019-07-15',
    ],
    [
      'no day of a change',
      '<meta property="article:modified_time" content="2024-01-01"><meta name="last-modified" content="2024-01-01">',
      '<article><time class="entry-date updated" datetime="2024-01-01">x</time><time itemprop="dateModified" datetime="2024-01-01"></article>',
      undefined,
    ],
    [
      'a time that is of publication and of the last change',
      '',
      '<article><time class="published updated" datetime="2021-06-22">x</time></article>',
      '2021-06-22',
    ],
    [
      'none of several articles',
      '',
      '<article><time datetime="2019-07-08">x</time></article><article><time datetime="2019-07-12">x</time></article>',
      undefined,
    ],
    [
      'no other form of date',
      '<meta name="date" content="2019/07/15"><meta name="dc.date" content="20190715"><meta name="pubdate" content="15.07.2019">',
      '',
      undefined,
    ],
    ['no month that there is not', '<meta name="date" content="2019-13-01">', '', undefined],
    ['nothing that is no date', '<meta name="date" content="yesterday">', '<time datetime="PT3M">x</time>', undefined],
  ])('takes its day from %s', (_name, head, body, day) => {
    expect(contextOf(head, body).date).toBe(day);
  });
});
