// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageObserver, type PageChange, type PageObserver } from '../../../entrypoints/content/page-observer.ts';

let observer: PageObserver;
/** Milliseconds that readings took, as far as the observer is told. */
let spent: number;
let isMarked: boolean;
let read: ReturnType<typeof vi.fn<(change: PageChange) => Promise<void>>>;

const texts = () => read.mock.calls.map(([{ scopes }]) => scopes.map((scope) => scope.map((node) => node.textContent).join('|')));

beforeEach(() => {
  document.body.innerHTML = '<main><p id="a">one</p><p id="b">two</p></main>';
  spent = 0;
  isMarked = false;
  read = vi.fn(async () => undefined);
  observer = createPageObserver(
    read,
    () => spent,
    () => isMarked,
  );
  observer.observe(document);
});

afterEach(() => {
  vi.useRealTimers();
  observer.disconnect();
});

const paragraph = (id: string) => document.getElementById(id) as HTMLElement;

describe('the page observer', () => {
  test('gathers changes and names each changed place once', async () => {
    paragraph('a').append(' more');
    paragraph('a').append(' and more');
    (paragraph('b').firstChild as Text).data = 'two!';
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(texts()).toEqual([['one| more| and more', 'two!']]);
  });

  test('names an added block, not what is inside it as well', async () => {
    const section = document.createElement('section');
    section.innerHTML = '<p>new</p>';
    document.querySelector('main')?.append(section);
    section.append('tail');
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(texts()).toEqual([['newtail']]);
  });

  test('names what stands beside a removed node, which may be one text now', async () => {
    paragraph('a').innerHTML = 'Xin<img>jiang';
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    paragraph('a').querySelector('img')?.remove();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(texts()[1]).toEqual(['Xin|jiang']);
  });

  test('names what stands behind a removed node where a block is before it', async () => {
    paragraph('a').innerHTML = '<p>block</p>Xin<i>x</i>jiang';
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    paragraph('a').childNodes[1]?.remove();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(texts()[1]).toEqual(['x|jiang']);
  });

  test('hears of text that is moved to where it is not read', async () => {
    const code = document.createElement('pre');
    document.body.append(code);
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    expect(read.mock.calls[0]?.[0].editing).toBe(false);
    code.append(paragraph('a'));
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(read.mock.calls[1]?.[0].editing).toBe(true);
  });

  test('asks for the next reading only when the last is done', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let finish: () => void = () => undefined;
    read.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    paragraph('a').append('!');
    await vi.advanceTimersByTimeAsync(1000);
    paragraph('b').append('!');
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts()).toEqual([['one|!']]);
    finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts()).toEqual([['one|!'], ['two|!']]);
  });

  test('hears of text that stops being edited', async () => {
    paragraph('a').setAttribute('contenteditable', 'true');
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    expect(texts()[0]).toEqual([]);
    expect(read.mock.calls[0]?.[0].editing).toBe(true);
    paragraph('a').removeAttribute('contenteditable');
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(texts()[1]).toEqual(['one']);
  });

  test('waits the longer for the next reading the more the last one took, and not for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    read.mockImplementation(async () => {
      spent += 10;
    });
    paragraph('a').append('!');
    await vi.advanceTimersByTimeAsync(150);
    expect(read).toHaveBeenCalledTimes(1);
    paragraph('b').append('!');
    await vi.advanceTimersByTimeAsync(350);
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(read).toHaveBeenCalledTimes(2);
    read.mockImplementation(async () => {
      spent += 500;
    });
    paragraph('a').append('!');
    await vi.advanceTimersByTimeAsync(1000);
    paragraph('b').append('!');
    await vi.advanceTimersByTimeAsync(2500);
    expect(read).toHaveBeenCalledTimes(4);
  });

  test('does not look at changes one by one where they come by the thousand', async () => {
    const main = document.querySelector('main') as HTMLElement;
    for (let count = 0; count < 1500; count++) main.append(document.createElement('p'));
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(read.mock.calls[0]?.[0].scopes).toEqual([[...document.childNodes]]);
  });

  test('looks at as many where to read all would cost more', async () => {
    isMarked = true;
    const main = document.querySelector('main') as HTMLElement;
    const grow = () => {
      for (let count = 0; count < 1500; count++) main.append(document.createElement('p'));
    };
    grow();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    grow();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(read.mock.calls[1]?.[0].scopes).toHaveLength(1500);
  });
});
