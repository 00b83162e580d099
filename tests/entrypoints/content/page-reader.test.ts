// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPageReader } from '../../../entrypoints/content/page-reader.ts';
import { wholePage } from '../../../entrypoints/content/text-blocks.ts';
import type { Annotator } from '../../../entrypoints/shared/annotator.ts';

function setUp(html: string, title = '') {
  document.title = title;
  document.body.innerHTML = html;
  const annotator = {
    read: vi.fn(async () => {}),
    tidy: vi.fn(),
    update: vi.fn(),
    list: vi.fn(() => []),
    position: vi.fn(() => ({ count: 0, current: null, inView: null })),
    open: vi.fn(),
    pointOut: vi.fn(),
    stopAt: vi.fn(),
    leave: vi.fn(),
    millisecondsSpent: () => 0,
    dispose: vi.fn(),
  } satisfies Annotator;
  const loadAnnotator = vi.fn(async (_sample: string): Promise<Annotator | undefined> => annotator);
  const reader = createPageReader({
    scout: { mayConcern: (text) => text.includes('Xinjiang') },
    loadAnnotator,
    shadowRootOf: (element) => element.shadowRoot,
    isAlive: () => true,
  });
  return { reader, annotator, loadAnnotator };
}

describe('a page', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('that nothing on concerns the matter never gets the annotator', async () => {
    const { reader, loadAnnotator } = setUp('<p>About a climate letter.</p>');
    await reader.read(wholePage());
    expect(loadAnnotator).not.toHaveBeenCalled();
  });

  test('is read whole once something on it does, and changes alone from then on', async () => {
    const { reader, loadAnnotator, annotator } = setUp('<p>First.</p><p>About Xinjiang.</p>');
    await reader.read([[document.querySelector('p') as Node]]);
    expect(loadAnnotator).not.toHaveBeenCalled();
    await reader.read([[document.querySelector('p + p') as Node]]);
    expect(annotator.read.mock.calls).toEqual([[wholePage()]]);
    const change = [[document.createElement('p')]];
    await reader.read(change);
    expect(annotator.read.mock.calls).toEqual([[wholePage()], [change]]);
    expect(loadAnnotator.mock.calls).toEqual([['About Xinjiang.']]);
  });

  test('is read for its title alone', async () => {
    const { reader, annotator, loadAnnotator } = setUp('<p>22 countries signed.</p>', 'Xinjiang at the Council');
    await reader.read(wholePage());
    expect(loadAnnotator.mock.calls).toEqual([['Xinjiang at the Council']]);
    expect(annotator.read).toHaveBeenCalledTimes(1);
  });

  test('to which the annotator could not be brought is tried again when it changes, whatever the change says', async () => {
    const { reader, loadAnnotator, annotator } = setUp('<p>About Xinjiang.</p>');
    loadAnnotator.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no worker'));
    await reader.read(wholePage());
    await expect(reader.read([[document.createElement('hr')]])).rejects.toThrow('no worker');
    expect(annotator.read).not.toHaveBeenCalled();
    await reader.read([[document.createElement('hr')]]);
    expect(annotator.read.mock.calls).toEqual([[wholePage()]]);
  });

  test('to which the annotator could not be brought is tried again when it stays as it is', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
    const { reader, loadAnnotator, annotator } = setUp('<p>About Xinjiang.</p>');
    for (let times = 0; times < 3; times++) loadAnnotator.mockRejectedValueOnce(new Error('no worker'));
    await expect(reader.read(wholePage())).rejects.toThrow('no worker');
    await vi.runAllTimersAsync();
    expect(annotator.read.mock.calls).toEqual([[wholePage()]]);
    expect(loadAnnotator).toHaveBeenCalledTimes(4);
  });

  test('that was left while the annotator came is not read', async () => {
    const { reader, loadAnnotator, annotator } = setUp('<p>About Xinjiang.</p>');
    loadAnnotator.mockImplementationOnce(async () => {
      reader.stop();
      return annotator;
    });
    await reader.read(wholePage());
    expect(annotator.read).not.toHaveBeenCalled();
    expect(annotator.dispose).toHaveBeenCalled();
  });
});
