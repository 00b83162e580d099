// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Finder } from '../../../data/detection/find-mentions.ts';
import type { Mention, PageContext } from '../../../data/detection/mention.ts';
import { createMarks, type Marks } from '../../../entrypoints/annotator.content/marks.ts';
import { createPageScanner } from '../../../entrypoints/annotator.content/page-scanner.ts';

/** Finds "Region" anywhere, and "22 states" in a text whose context names the region: the rule, without the language. */
const finder: Finder = {
  mayHoldMention: (text) => /Region|22 states/.test(text),
  isAbout: (text) => text.includes('Region'),
  warmUp: () => [],
  findMentions(text, page) {
    const mentions: Mention[] = [...text.matchAll(/Region/g)].map(({ index }) => ({
      kind: 'xinjiang',
      start: index,
      end: index + 6,
    }));
    const context = [text, page?.title, page?.nearby].join(' ');
    const at = text.indexOf('22 states');
    if (at >= 0 && context.includes('Region')) {
      mentions.push({ kind: 'statement', start: at, end: at + 9, link: ['2019-07-08-concern'], reasons: [] });
    }
    return mentions;
  },
};

let marks: Marks;

function scannerFor(context: PageContext = {}, wants: (mention: Mention, blockText: string) => boolean = () => true) {
  marks = createMarks(
    () => undefined,
    () => undefined,
  );
  return createPageScanner({ finder, marks, context, sample: '', wants, shadowRootOf: (element) => element.shadowRoot });
}

const marked = () => marks.inOrder().map(({ mention, blockText }) => blockText.slice(mention.start, mention.end));
const filler = '<p>something else</p>';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a page', () => {
  test('is marked in document order, with a letter told of before and after the paragraph that names the region', async () => {
    document.body.innerHTML = '<p>22 states wrote.</p><p>On the Region.</p><p>The 22 states said.</p>';
    await scannerFor().scan([[document.body]]);
    expect(marked()).toEqual(['22 states', 'Region', '22 states']);
  });

  test('whose title names the matter gives context to every paragraph', async () => {
    document.body.innerHTML = '<p>22 states wrote.</p>';
    await scannerFor({ title: 'Region' }).scan([[document.body]]);
    expect(marked()).toEqual(['22 states']);
  });

  test('lends no context to a paragraph far away', async () => {
    document.body.innerHTML = `<p>On the Region.</p>${filler.repeat(20)}<p>22 states wrote.</p>`;
    await scannerFor().scan([[document.body]]);
    expect(marked()).toEqual(['Region']);
  });

  test('lends no context from one article of a feed to the next', async () => {
    document.body.innerHTML = '<article><p>On the Region.</p></article><article><p>22 states wrote.</p></article>';
    await scannerFor().scan([[document.body]]);
    expect(marked()).toEqual(['Region']);
  });

  test('lends context over the whole of one article, however long', async () => {
    document.body.innerHTML = `<article><p>On the Region.</p>${filler.repeat(20)}<p>22 states wrote.</p></article>`;
    await scannerFor().scan([[document.body]]);
    expect(marked()).toEqual(['Region', '22 states']);
  });

  test('that tells later what it is about gets its earlier letters marked', async () => {
    document.body.innerHTML = '<article><p>22 states wrote.</p></article>';
    const scanner = scannerFor();
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual([]);
    const added = document.createElement('p');
    added.textContent = 'On the Region.';
    document.querySelector('article')?.append(added);
    await scanner.scan([[added]]);
    expect(marked()).toEqual(['22 states', 'Region']);
  });

  test('that no longer tells what it is about loses the marks of its letters', async () => {
    document.body.innerHTML = '<article><p>On the Region.</p><p>22 states wrote.</p></article>';
    const scanner = scannerFor();
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['Region', '22 states']);
    const [first] = document.querySelectorAll('p');
    (first?.firstChild as Text).data = 'On the sea.';
    await scanner.scan([[first as Element]]);
    expect(marked()).toEqual([]);
  });

  test('keeps a mark, and the card over it, when what stands around it changes and it is the same', async () => {
    document.body.innerHTML = '<article><p>On the Region.</p><p>22 states wrote.</p></article>';
    const scanner = scannerFor();
    await scanner.scan([[document.body]]);
    const before = marks.inOrder().map(({ id }) => id);
    const added = document.createElement('p');
    added.textContent = 'The Region again.';
    document.querySelector('article')?.prepend(added);
    await scanner.scan([[added]]);
    expect(marks.inOrder().map(({ id }) => id)).toEqual([expect.any(Number), ...before]);
  });

  test('takes text in a shadow tree as part of the article that it stands in', async () => {
    document.body.innerHTML = `<article><p>On the Region.</p>${filler.repeat(20)}<div id="host"></div></article>`;
    document.querySelector('#host')?.attachShadow({ mode: 'open' }).append('22 states wrote.');
    await scannerFor().scan([[document.body]]);
    expect(marked()).toEqual(['Region', '22 states']);
  });

  test('marks a text once that is read again as another block after all was forgotten', async () => {
    document.body.innerHTML = '<p><b>Region</b>, the Region.</p>';
    const scanner = scannerFor();
    await scanner.scan([[document.body]]);
    scanner.forget();
    const paragraph = document.querySelector('p') as HTMLElement;
    document.body.append(document.querySelector('b') as HTMLElement);
    await scanner.scan([[paragraph], [document.querySelector('b') as HTMLElement]]);
    expect(marked()).toEqual(['Region', 'Region']);
  });

  test('read twice has each mark once', async () => {
    document.body.innerHTML = '<p>On the Region, 22 states.</p>';
    const scanner = scannerFor();
    await Promise.all([scanner.scan([[document.body]]), scanner.scan([[document.body]])]);
    expect(marked()).toEqual(['Region', '22 states']);
  });

  test('loses the mark of a name that was edited away', async () => {
    document.body.innerHTML = '<p>On the Region.</p>';
    const scanner = scannerFor();
    await scanner.scan([[document.body]]);
    const paragraph = document.querySelector('p') as HTMLElement;
    (paragraph.firstChild as Text).data = 'On the sea.';
    await scanner.scan([[paragraph]]);
    expect(marked()).toEqual([]);
  });

  test('shows only the kinds the reader wants, and still takes context from the other', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p>22 states wrote.</p>';
    await scannerFor({}, ({ kind }) => kind === 'statement').scan([[document.body]]);
    expect(marked()).toEqual(['22 states']);
  });

  test('shows again what was not wanted, once it is read as if it were new', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p>22 states wrote.</p>';
    let hidden = 'On the Region.';
    const scanner = scannerFor({}, (_, blockText) => blockText !== hidden);
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['22 states']);
    hidden = '';
    scanner.forget();
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['Region', '22 states']);
  });

  test('is not read on after a stop', async () => {
    document.body.innerHTML = '<p>On the Region.</p>';
    const scanner = scannerFor();
    scanner.stop();
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual([]);
  });
});
