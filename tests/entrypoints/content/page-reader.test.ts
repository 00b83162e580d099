// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Finder } from '../../../data/detection/find-mentions.ts';
import { createPageReader } from '../../../entrypoints/content/page-reader.ts';
import type { PageScanner } from '../../../entrypoints/content/page-scanner.ts';

const FINDER = { findMentions: () => [], mayHoldMention: () => true, isAbout: () => true, warmUp: () => [] } satisfies Finder;

function setUp(html: string, title?: string) {
  document.body.innerHTML = html;
  const scanner = { scan: vi.fn(async () => {}), reset: vi.fn(), stop: vi.fn() } satisfies PageScanner;
  const loadFinder = vi.fn(async (): Promise<Finder | undefined> => FINDER);
  const createScanner = vi.fn(() => scanner);
  const everything = [[document.body]];
  const reader = createPageReader({
    scout: { mayConcern: (text) => text.includes('Xinjiang') },
    context: title === undefined ? {} : { title },
    loadFinder,
    createScanner,
    onShadowRoot: () => {},
    everything: () => everything,
  });
  return { reader, scanner, loadFinder, createScanner, everything };
}

describe('a page', () => {
  test('that nothing on concerns the matter never gets the finder', async () => {
    const { reader, loadFinder, createScanner } = setUp('<p>About a climate letter.</p>');
    await reader.scan([[document.body]]);
    expect(loadFinder).not.toHaveBeenCalled();
    expect(createScanner).not.toHaveBeenCalled();
  });

  test('is read whole once something on it does, and changes alone from then on', async () => {
    const { reader, loadFinder, scanner, everything } = setUp('<p>First.</p><p>About Xinjiang.</p>');
    await reader.scan([[document.body]]);
    expect(scanner.scan.mock.calls).toEqual([[everything]]);
    const change = [[document.createElement('p')]];
    await reader.scan(change);
    expect(scanner.scan.mock.calls).toEqual([[everything], [change]]);
    expect(loadFinder).toHaveBeenCalledTimes(1);
  });

  test('is read once the finder is warmed up with what concerned the matter', async () => {
    const { reader, loadFinder, scanner } = setUp('<p>First.</p><p>About Xinjiang.</p>');
    const warmUp = vi.fn(function* () {
      yield;
      expect(scanner.scan).not.toHaveBeenCalled();
    });
    loadFinder.mockResolvedValueOnce({ ...FINDER, warmUp });
    await reader.scan([[document.body]]);
    expect(warmUp.mock.calls).toEqual([['About Xinjiang.', {}]]);
    expect(scanner.scan).toHaveBeenCalledTimes(1);
  });

  test('is read for its title alone', async () => {
    const { reader, scanner } = setUp('<p>22 countries signed.</p>', 'Xinjiang at the Council');
    await reader.scan([[document.body]]);
    expect(scanner.scan).toHaveBeenCalledTimes(1);
  });

  test('to which the finder could not be brought is tried again when it changes', async () => {
    const { reader, loadFinder, scanner } = setUp('<p>About Xinjiang.</p>');
    loadFinder.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no worker'));
    await reader.scan([[document.body]]);
    await expect(reader.scan([[document.body]])).rejects.toThrow('no worker');
    expect(scanner.scan).not.toHaveBeenCalled();
    await reader.scan([[document.body]]);
    expect(scanner.scan).toHaveBeenCalledTimes(1);
  });

  test('that was left while the finder came is not read', async () => {
    const { reader, loadFinder, createScanner } = setUp('<p>About Xinjiang.</p>');
    loadFinder.mockImplementationOnce(async () => {
      reader.stop();
      return FINDER;
    });
    await reader.scan([[document.body]]);
    expect(createScanner).not.toHaveBeenCalled();
  });

  test('that became another one is read with its own title', async () => {
    const { reader, createScanner, scanner } = setUp('<p>First.</p>');
    await reader.scan([[document.body]]);
    reader.reset({ title: 'Xinjiang' });
    await reader.scan([[document.body]]);
    expect(createScanner).toHaveBeenCalledWith(FINDER, { title: 'Xinjiang' });
    reader.reset({ title: 'Another' });
    expect(scanner.reset).toHaveBeenCalledWith({ title: 'Another' });
  });
});
