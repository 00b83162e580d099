// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createHighlighter, type HighlightRegistryLike } from '../../../entrypoints/annotator.content/highlighter.ts';
import { createMarks, rangeOf } from '../../../entrypoints/annotator.content/marks.ts';

function textIn(html: string): Text {
  const paragraph = document.createElement('p');
  paragraph.innerHTML = html;
  document.body.append(paragraph);
  return paragraph.firstChild as Text;
}

function markAt(node: Text, start: number, end: number) {
  return {
    mention: { kind: 'xinjiang', start, end } as const,
    place: { startContainer: node, startOffset: start, endContainer: node, endOffset: end },
    blockText: node.data,
    nodes: [node],
  };
}

beforeEach(() => {
  document.body.replaceChildren();
});

describe('marks', () => {
  test('come back in document order, however they were added', () => {
    const [first, second] = [textIn('Xinjiang and Xinjiang'), textIn('Xinjiang')];
    const marks = createMarks(vi.fn(), vi.fn());
    marks.add(markAt(second, 0, 8));
    marks.add(markAt(first, 13, 21));
    marks.add(markAt(first, 0, 8));
    expect(marks.inOrder().map(({ place }) => [place.startContainer, place.startOffset])).toEqual([
      [first, 0],
      [first, 13],
      [second, 0],
    ]);
  });

  test('are found by the element they begin in, wherever their text has gone since', () => {
    const node = textIn('Xinjiang and Xinjiang');
    const parent = node.parentElement as Element;
    const marks = createMarks(vi.fn(), vi.fn());
    const [one, two] = [marks.add(markAt(node, 0, 8)), marks.add(markAt(node, 13, 21))];
    expect(marks.inside(parent)).toEqual([one, two]);
    node.remove();
    marks.drop(one);
    expect(marks.inside(parent)).toEqual([two]);
    marks.dropAt(node);
    expect(marks.inside(parent)).toEqual([]);
  });

  test('in a shadow tree come where its host stands', () => {
    const before = textIn('Xinjiang');
    const host = document.createElement('div');
    document.body.append(host);
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createTextNode('Xinjiang'));
    const after = textIn('Xinjiang');
    const marks = createMarks(vi.fn(), vi.fn());
    for (const node of [after, inside, before]) marks.add(markAt(node, 0, 8));
    expect(marks.inOrder().map(({ place }) => place.startContainer)).toEqual([before, inside, after]);
  });

  test('of a text that is blank now are dropped: it is read no more', () => {
    const [blank, empty, other] = [textIn('Xinjiang'), textIn('Xinjiang'), textIn('Xinjiang')];
    const marks = createMarks(vi.fn(), vi.fn());
    for (const node of [blank, empty, other]) marks.add(markAt(node, 0, 8));
    blank.data = ' ';
    empty.splitText(0);
    marks.keepOnly(() => true);
    expect(marks.inOrder().map(({ place }) => place.startContainer)).toEqual([other]);
  });

  test('of a removed paragraph are dropped, others stay', () => {
    const [first, second] = [textIn('Xinjiang'), textIn('Xinjiang')];
    const dropped = vi.fn();
    const marks = createMarks(vi.fn(), dropped);
    const gone = marks.add(markAt(first, 0, 8));
    const kept = marks.add(markAt(second, 0, 8));
    first.parentElement?.remove();
    marks.keepOnly((node) => node.isConnected);
    expect(dropped.mock.calls).toEqual([[gone]]);
    expect(marks.inOrder()).toEqual([kept]);
    expect(marks.at(first)).toEqual([]);
  });

  test('give a live range over their text', () => {
    const marks = createMarks(vi.fn(), vi.fn());
    expect(rangeOf(marks.add(markAt(textIn('in Xinjiang now'), 3, 11))).toString()).toBe('Xinjiang');
  });
});

describe('highlighter', () => {
  class FakeHighlight extends Set {
    constructor(...ranges: unknown[]) {
      super(ranges);
    }
  }
  class FakeStaticRange {}

  function registry() {
    vi.stubGlobal('Highlight', FakeHighlight);
    vi.stubGlobal('StaticRange', FakeStaticRange);
    return new Map() as unknown as HighlightRegistryLike & Map<string, Set<unknown>>;
  }
  const place = {} as StaticRangeInit;

  test('leaves no trace before the first mark and after the last', () => {
    const painted = registry();
    const highlighter = createHighlighter('dotted', painted);
    const key = {};
    expect(painted.size).toBe(0);
    highlighter.add(key, place);
    expect([...painted.keys()]).toEqual(['note-dotted']);
    highlighter.delete(key);
    expect(painted.size).toBe(0);
  });

  test('moves all marks to another look, and to none and back', () => {
    const painted = registry();
    const highlighter = createHighlighter('dotted', painted);
    highlighter.add({}, place);
    highlighter.setLook('wavy');
    expect([...painted.keys()]).toEqual(['note-wavy']);
    highlighter.setLook('none');
    expect(painted.size).toBe(0);
    highlighter.setLook('tint');
    expect(painted.get('note-tint')?.size).toBe(1);
  });

  test('paints again what a page wiped', () => {
    const painted = registry();
    const highlighter = createHighlighter('dotted', painted);
    highlighter.add({}, place);
    painted.clear();
    highlighter.restore();
    expect(painted.get('note-dotted')?.size).toBe(1);
  });

  test('asks for what paints while something is painted, not before and not after', () => {
    const painted = registry();
    const onPaint = vi.fn();
    const highlighter = createHighlighter('none', painted, onPaint);
    const mark = {};
    highlighter.add(mark, place);
    highlighter.restore();
    expect(onPaint).not.toHaveBeenCalled();
    highlighter.pointOut(place);
    expect(onPaint).toHaveBeenLastCalledWith(true);
    highlighter.pointOut(undefined);
    expect(onPaint).toHaveBeenLastCalledWith(false);
    highlighter.setLook('dotted');
    expect(onPaint).toHaveBeenLastCalledWith(true);
    highlighter.pointOut(place);
    highlighter.pointOut(undefined);
    expect(onPaint).toHaveBeenLastCalledWith(true);
    highlighter.setLook('none');
    expect(onPaint).toHaveBeenLastCalledWith(false);
    highlighter.setLook('tint');
    onPaint.mockClear();
    highlighter.delete(mark);
    expect(onPaint).not.toHaveBeenCalled();
    highlighter.dispose();
    expect(onPaint.mock.calls).toEqual([[false]]);
  });

  test('leaves a newer copy of the script its paint', () => {
    const painted = registry();
    const older = createHighlighter('dotted', painted);
    older.add({}, place);
    const newer = createHighlighter('dotted', painted);
    newer.add({}, place);
    const mine = painted.get('note-dotted');
    older.dispose();
    expect(painted.get('note-dotted')).toBe(mine);
  });
});
