// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import {
  isAsRead,
  nodesAt,
  partsOf,
  piecesBetween,
  scopeAround,
  type TextBlock,
  textBlocks,
  walkText,
} from '../../../entrypoints/content/text-blocks.ts';

const texts = (root: Node = document.body) => [...textBlocks([root])].map(({ text }) => text.trim());

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('textBlocks', () => {
  test.each([
    ['inline markup does not part a word', '<p>the <b>Xin</b>jiang region</p>', ['the Xinjiang region']],
    ['blocks part text', '<div>Xin<p>jiang</p>Road</div>', ['Xin', 'jiang', 'Road']],
    [
      'a nested block ends the text before and after it',
      '<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>',
      ['one', 'two', 'three'],
    ],
    ['table cells stand apart', '<table><tr><td>Xin</td><td>jiang</td></tr></table>', ['Xin', 'jiang']],
    ['a line break of the source is a space', '<p>Xinjiang\n\tUyghur</p>', ['Xinjiang  Uyghur']],
    ['a line break is a line break', '<p>Xin<br>jiang</p>', ['Xin\njiang']],
    ['links without a space between them stand apart', '<nav><a>Asia</a><a>Xinjiang</a></nav>', ['Asia\nXinjiang']],
    [
      'marks of notes are passed over',
      '<p>Xinjiang<sup>1</sup>, a letter<sup><a>[2]</a></sup> by 22<sup>*</sup> states</p>',
      ['Xinjiang, a letter by 22 states'],
    ],
    ['other raised text is read', '<p>the 8<sup>th</sup> of July</p>', ['the 8th of July']],
    ['an image stands between words', '<p>Xin<img alt="x">jiang</p>', ['Xin\uFFFCjiang']],
    ['code stands between words and is not read', '<p>the <code>Xinjiang</code> key</p>', ['the \uFFFC key']],
    ['a script in a paragraph leaves no gap', '<p>Xin<script>1</script>jiang</p>', ['Xinjiang']],
    ['ruby text is passed over', '<p><ruby>新<rp>(</rp><rt>xīn</rt><rp>)</rp>疆<rt>jiāng</rt></ruby>棉</p>', ['新疆棉']],
    [
      'forms are left alone',
      '<form><label>Region</label><input value="a"><textarea>b</textarea><select><option>c</option></select></form>',
      ['Region\uFFFC\uFFFC\uFFFC'],
    ],
    [
      'editors are left alone',
      '<div contenteditable>Xinjiang</div><div contenteditable="TRUE">b</div><p contenteditable="false">c</p>',
      ['c'],
    ],
    ['blank text is no block', '<div> \n </div><p>\u00a0</p>', []],
    ['comments are no text', '<p>Xin<!-- x -->jiang</p>', ['Xinjiang']],
  ])('%s', (_name, html, expected) => {
    document.body.innerHTML = html;
    expect(texts()).toEqual(expected);
  });

  test('reads open shadow trees and tells of them', () => {
    document.body.innerHTML = '<p>before</p><x-note></x-note><p>after</p>';
    const root = document.querySelector('x-note')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<p>inside</p>';
    const met: ShadowRoot[] = [];
    const blocks = [
      ...textBlocks([document.body], ({ shadowRoot }) => {
        if (shadowRoot) met.push(shadowRoot);
        return shadowRoot;
      }),
    ];
    expect(blocks.map(({ text }) => text)).toEqual(['before', 'inside', 'after']);
    expect(met).toEqual([root]);
  });

  test('offsets lead back to the text nodes they came from', () => {
    document.body.innerHTML = '<p>in <b>Xin</b>ji<i>ang</i> now</p>';
    const [block] = [...textBlocks([document.body])];
    if (!block) throw new Error('no block');
    const start = block.text.indexOf('Xinjiang');
    const nodes = piecesBetween(block, start, start + 8);
    expect(nodes.map(({ data }) => data)).toEqual(['Xin', 'ji', 'ang']);
    expect(nodesAt(block, start, start + 8)).toEqual({
      startContainer: nodes[0],
      startOffset: 0,
      endContainer: nodes[2],
      endOffset: 3,
    });
  });
});

describe('walkText', () => {
  /** Walks to the block with this text, holds, lets the page change, and walks on. */
  function textsAcross(change: () => void, at: string): string[] {
    const walk = walkText([document.body]);
    const read: string[] = [];
    for (let block = walk.next(); block; block = walk.next()) {
      read.push(block.text);
      if (block.text !== at) continue;
      walk.hold();
      change();
    }
    return read;
  }

  test('goes on behind what the page took away meanwhile', () => {
    document.body.innerHTML = '<section><p>one</p><div><p>two</p><p>three</p></div></section><p>four</p>';
    const gone = (selector: string) => () => document.querySelector(selector)?.remove();
    expect(textsAcross(gone('div'), 'one')).toEqual(['one', 'four']);
    document.body.innerHTML = '<section><p>one</p><div><p>two</p><p>three</p></div><p>rest</p></section><p>four</p>';
    expect(textsAcross(gone('div'), 'two')).toEqual(['one', 'two', 'rest', 'four']);
    document.body.innerHTML = '<section><p>one</p><p>two</p></section><p>four</p>';
    expect(textsAcross(gone('section'), 'one')).toEqual(['one', 'four']);
    expect(textsAcross(() => document.body.replaceChildren(), 'four')).toEqual(['four']);
  });

  test('goes on outside a shadow tree whose host the page took away', () => {
    document.body.innerHTML = '<p>one</p><x-a></x-a><p>four</p>';
    const host = document.querySelector('x-a') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>two</p><p>three</p>';
    expect(textsAcross(() => host.remove(), 'two')).toEqual(['one', 'two', 'three', 'four']);
  });

  test('reads a stretch up to its end, which may lie deeper than its start', () => {
    document.body.innerHTML = '<p id="from">one</p><div><p>two</p><p id="until">three</p></div><p>four</p>';
    const [from, until] = ['from', 'until'].map((id) => document.getElementById(id) as Element);
    const blocks = [...textBlocks({ from: from as Element, until: until as Element, within: document.body })];
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two']);
  });
});

describe('a very long text', () => {
  const sentence = 'The committee met in the morning and spoke of many things. ';

  test('is read in parts that end with sentences, hold all of it and lead back to its nodes', () => {
    document.body.innerHTML = `<p>${sentence.repeat(300)}<b>In Xinjiang</b>, ${sentence.repeat(300)}</p>`;
    const [block] = [...textBlocks([document.body])] as [TextBlock];
    const parts = partsOf(block);
    expect(parts.map(({ text }) => text).join('')).toBe(block.text);
    expect(parts.every(({ text }) => text.length <= 10_000)).toBe(true);
    expect(parts.slice(0, -1).every(({ text }) => text.endsWith('things. '))).toBe(true);
    expect(parts.every(isAsRead)).toBe(true);
    const part = parts.find(({ text }) => text.includes('Xinjiang')) as TextBlock;
    const start = part.text.indexOf('Xinjiang');
    const bold = document.querySelector('b')?.firstChild;
    expect(nodesAt(part, start, start + 8)).toEqual({ startContainer: bold, startOffset: 3, endContainer: bold, endOffset: 11 });
    const later = parts.at(-1) as TextBlock;
    expect(nodesAt(later, 0, 3).startOffset).toBeGreaterThan(1000);
    (block.pieces.at(-1)?.node as Text).data = 'short';
    expect(parts.map(isAsRead)).toEqual(parts.map((each) => each !== later && parts.indexOf(each) < parts.indexOf(part)));
  });

  test('without a place to cut is cut anyhow, a short one not at all', () => {
    const long = { text: 'x'.repeat(25_000), pieces: [{ node: new Text('x'.repeat(25_000)), start: 0 }] };
    expect(partsOf(long).map(({ text }) => text.length)).toEqual([10_000, 10_000, 5_000]);
    const short = { text: 'short', pieces: [{ node: new Text('short'), start: 0 }] };
    expect(partsOf(short)).toEqual([short]);
  });
});

describe('isAsRead', () => {
  test('tells whether a text has changed or gone since', () => {
    document.body.innerHTML = '<p>one\n<b>two</b></p>';
    const [block] = [...textBlocks([document.body])] as [TextBlock];
    expect(isAsRead(block)).toBe(true);
    const bold = document.querySelector('b') as HTMLElement;
    (bold.firstChild as Text).data = 'too';
    expect(isAsRead(block)).toBe(false);
    (bold.firstChild as Text).data = 'two';
    expect(isAsRead(block)).toBe(true);
    // The beginning is not the whole.
    for (const shorter of ['t', 'tw']) {
      (bold.firstChild as Text).data = shorter;
      expect(isAsRead(block)).toBe(false);
    }
    (bold.firstChild as Text).data = 'two';
    bold.remove();
    expect(isAsRead(block)).toBe(false);
  });
});

test('isAsRead knows what stands between the nodes of a block', () => {
  document.body.innerHTML = '<p>one<br>two<img>three<a href="#">four</a><a href="#">five</a><br></p>';
  const blocks = [...textBlocks([document.body])];
  expect(blocks.map(({ text }) => text)).toEqual(['one\ntwo\uFFFCthreefour\nfive\n']);
  expect(blocks.every(isAsRead)).toBe(true);
});

describe('scopeAround', () => {
  function scopeTexts(selector: string): string | undefined {
    const node = document.querySelector(selector)?.firstChild as Node;
    return scopeAround(node)
      ?.map((part) => part.textContent)
      .join('|');
  }

  test('a changed text is read with the inline run around it, not with its whole container', () => {
    document.body.innerHTML = '<div><p>far</p>Xin<b><i id="changed">ji</i></b>ang<p>away</p></div>';
    expect(scopeTexts('#changed')).toBe('Xin|ji|ang');
  });

  test('a changed block is read alone', () => {
    document.body.innerHTML = '<div>before<p id="changed">x</p>after</div>';
    expect(scopeAround(document.querySelector('#changed') as Node)).toEqual([document.querySelector('#changed')]);
  });

  test('what is not read parts the text around it, unless text goes on across it', () => {
    document.body.innerHTML = '<p>Xin<code id="code">x</code>jiang</p><p>Xin<script id="script"></script>jiang</p>';
    const around = (selector: string) => scopeAround(document.querySelector(selector) as Node)?.map((part) => part.textContent);
    expect(around('#code')).toEqual(['Xin', 'x', 'jiang']);
    expect(around('#script')).toBeUndefined();
  });

  test('a new root is read, whatever stands beside it', () => {
    expect(scopeAround(document.documentElement)).toEqual([document.documentElement]);
  });

  test('nothing is read inside an editor, in code or after removal', () => {
    document.body.innerHTML = '<div contenteditable><p id="edited">x</p></div><pre><span id="code">y</span></pre>';
    expect(scopeTexts('#edited')).toBeUndefined();
    expect(scopeTexts('#code')).toBeUndefined();
    expect(scopeAround(document.createTextNode('gone'))).toBeUndefined();
  });
});
