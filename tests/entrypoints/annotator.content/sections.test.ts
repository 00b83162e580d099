// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createSections } from '../../../entrypoints/annotator.content/sections.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** The text nodes of a page that consist of one letter, by section: letters of one section stand together. */
function sections(html: string): string[] {
  document.body.innerHTML = html;
  const sectionOf = createSections();
  const groups = Map.groupBy(lettersIn(document.body), sectionOf);
  return [...groups.values()].map((nodes) => nodes.map(({ data }) => data).join(''));
}

function lettersIn(root: Node): Text[] {
  return [...root.childNodes].flatMap((node) => {
    if (node instanceof Text) return /^[a-z]$/.test(node.data) ? [node] : [];
    const shadow = (node as Element).shadowRoot;
    return [...(shadow ? lettersIn(shadow) : []), ...lettersIn(node)];
  });
}

test.each([
  ['what stands under a heading, and the heading', '<p>a</p><h2>b</h2><p>c</p><p>d</p><h3>e</h3><p>f</p>', ['a', 'bcd', 'ef']],
  ['under a heading wherever it is nested', '<div><div><h2>a</h2></div></div><div><p>b</p></div>', ['ab']],
  ['under what only plays a heading', '<div role="heading">a</div><p>b</p><div role="heading">c</div><p>d</p>', ['ab', 'cd']],
  ['an article of a feed, with or without a heading', '<article>a</article><article><h3>b</h3>c</article>', ['a', 'bc']],
  [
    'an article once more, after one within it',
    '<article><h1>a</h1><p>b</p><article><h2>c</h2></article><p>d</p></article>',
    ['abd', 'c'],
  ],
  ['the text around an aside, before and after it', '<h2>a</h2><p>b</p><aside><h3>c</h3>d</aside><p>e</p>', ['abe', 'cd']],
  ['no element without a heading of its own', '<h2>a</h2><section>b</section><section>c</section>', ['abc']],
  ['an element with a heading', '<p>a</p><section><h2>b</h2>c</section><p>d</p>', ['ad', 'bc']],
  ['inline text', '<h2>a</h2><p><b>b</b><i>c</i></p>', ['abc']],
])('a section is %s', (_, html, expected) => {
  expect(sections(html)).toEqual(expected);
});

test('a shadow tree goes on with the section of its host until it has a heading', () => {
  document.body.innerHTML = '<h2>a</h2><div id="host"></div><p>d</p>';
  const shadow = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>b</p><h3>c</h3>';
  const groups = Map.groupBy(lettersIn(document.body), createSections());
  expect([...groups.values()].map((nodes) => nodes.map(({ data }) => data).join(''))).toEqual(['abd', 'c']);
});
