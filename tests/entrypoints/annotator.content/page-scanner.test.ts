// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { AsideFinder } from '../../../data/detection/asides.ts';
import type { Finder } from '../../../data/detection/find-mentions.ts';
import type { Aside, MatterMention, Mention, PageContext } from '../../../data/detection/mention.ts';
import { createMarks, type Marks } from '../../../entrypoints/annotator.content/marks.ts';
import { createPageScanner } from '../../../entrypoints/annotator.content/page-scanner.ts';

/** Finds "Region" anywhere, and "22 states" in a text whose context names the region: the rule, without the language. */
const finder: Finder = {
  mayHoldMention: (text) => /Region|22 states/.test(text),
  isAbout: (text) => text.includes('Region'),
  warmUp: () => [],
  findMentions(text, page) {
    const mentions: MatterMention[] = [...text.matchAll(/Region/g)].map(({ index }) => ({
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

function scannerFor(
  context: PageContext = {},
  wants: (mention: Mention, blockText: string) => boolean = () => true,
  asides?: AsideFinder,
) {
  marks = createMarks(
    () => undefined,
    () => undefined,
  );
  const shadowRootOf = (element: Element) => element.shadowRoot;
  return createPageScanner({ finder, asideFinder: asides, marks, context, sample: '', wants, shadowRootOf });
}

/** Finds "People" anywhere, and "Cuba" where the page is about the matter, neither within a mention. */
const asideFinder: AsideFinder = {
  mayHold: (text) => /People|Cuba/.test(text),
  find: (text, mentions, _, isOnMatter) =>
    [...text.matchAll(isOnMatter ? /People|Cuba/g : /People/g)]
      .map(({ index: start, 0: name }): Aside => {
        const span = { start, end: start + name.length };
        return name === 'Cuba' ? { kind: 'country', code: 'CU', ...span } : { kind: 'related', ...span };
      })
      .filter(({ start }) => !mentions.some((mention) => start >= mention.start && start < mention.end)),
};

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

describe('asides', () => {
  const scannerWithAsides = (wants?: (mention: Mention, blockText: string) => boolean) => scannerFor({}, wants, asideFinder);

  test('are marked with the matter, wherever they stand', async () => {
    document.body.innerHTML = '<p>Cuba spoke.</p><p>On the Region and its People.</p><p>People from Cuba.</p>';
    await scannerWithAsides().scan([[document.body]]);
    expect(marked()).toEqual(['Cuba', 'Region', 'People', 'People', 'Cuba']);
  });

  test('are marked on a page about nothing else as far as they mean something there', async () => {
    document.body.innerHTML = '<p>People from Cuba.</p>';
    await scannerWithAsides().scan([[document.body]]);
    expect(marked()).toEqual(['People']);
  });

  test('come with the first mention of the matter and go with the last', async () => {
    document.body.innerHTML = '<p>People from Cuba.</p>';
    const scanner = scannerWithAsides();
    await scanner.scan([[document.body]]);
    const added = document.createElement('p');
    added.textContent = 'On the Region.';
    document.body.append(added);
    await scanner.scan([[added]]);
    expect(marked()).toEqual(['People', 'Cuba', 'Region']);
    added.remove();
    marks.keepOnly((node) => node.isConnected);
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['People']);
  });

  test('come with a mention that the reader does not want marked', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p>Cuba spoke.</p>';
    await scannerWithAsides(({ kind }) => kind === 'country').scan([[document.body]]);
    expect(marked()).toEqual(['Cuba']);
  });

  test('of a text that has changed are those of the new text', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p id="aside">Cuba spoke.</p>';
    const scanner = scannerWithAsides();
    await scanner.scan([[document.body]]);
    const paragraph = document.querySelector('#aside') as HTMLElement;
    (paragraph.firstChild as Text).data = 'The People spoke.';
    await scanner.scan([[paragraph]]);
    expect(marked()).toEqual(['Region', 'People']);
  });

  test('stay as they are where nothing has changed, and come back where they were taken away', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p>Cuba spoke.</p>';
    const scanner = scannerWithAsides();
    await scanner.scan([[document.body]]);
    const before = marks.inOrder();
    await scanner.scan([[document.body]]);
    expect(marks.inOrder()).toEqual(before);
    marks.drop(before[1] as (typeof before)[number]);
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['Region', 'Cuba']);
  });

  test('are each marked once, however often all is read as if it were new', async () => {
    document.body.innerHTML = '<p>On the Region.</p><p>Cuba spoke to the People.</p>';
    const scanner = scannerWithAsides();
    await scanner.scan([[document.body]]);
    scanner.forget();
    await scanner.scan([[document.body]]);
    expect(marked()).toEqual(['Region', 'Cuba', 'People']);
  });

  test('change nothing of what else is marked', async () => {
    const page = `<p>22 states wrote.</p>${'<p>Cuba and its People.</p>'.repeat(8)}<p>On the Region.</p>${filler.repeat(20)}<p>22 states</p>`;
    document.body.innerHTML = page;
    await scannerFor().scan([[document.body]]);
    const without = marked();
    document.body.innerHTML = page;
    await scannerWithAsides().scan([[document.body]]);
    expect(marked().filter((text) => text !== 'Cuba' && text !== 'People')).toEqual(without);
  });
});
