// @vitest-environment happy-dom
/** A picture as a file carries what it shows, as of when, from where, and its key, and nothing to operate. */
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DrawnWorld } from '../../../components/explorer/DrawnWorld.tsx';
import { TileMap } from '../../../components/explorer/TileMap.tsx';
import { dataset } from '../../../data/dataset.ts';
import type { Words } from '../../../data/messages.ts';
import { render } from '../../support/render.tsx';
import { english, wordsIn } from '../../support/words.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function saved(Shown: typeof TileMap, words: Words = english): Promise<{ name: string; type: string; text: string }> {
  const onSave = vi.fn<(blob: Blob, name: string) => void>();
  render(<Shown dataset={dataset} asOf="2019-07-18" picked={null} onPick={() => undefined} onSave={onSave} />, words);
  fireEvent.click(screen.getByRole('button', { name: words.say('explorer.picture.svg') }));
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
  const [blob, name] = onSave.mock.lastCall ?? [];
  if (!blob || !name) throw new Error('nothing saved');
  return { name, type: blob.type, text: await blob.text() };
}

describe('a saved picture', () => {
  test('says what it shows, as of when, and from where', async () => {
    const { name, type, text } = await saved(TileMap);
    expect([name, type]).toEqual(['tiles-2019-07-18.svg', 'image/svg+xml']);
    for (const said of [
      'Who voiced concern, and who voiced support for China',
      'As of 18 July 2019',
      'on known lists of concern only (',
      'record of',
    ])
      expect(text).toContain(said);
  });

  test('has every country, and nothing to operate or to load', async () => {
    // Wide enough for letters on the tiles.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1280);
    const { text } = await saved(TileMap);
    for (const { code } of dataset.countries) expect(text).toContain(`>${code}<`);
    expect(text).not.toMatch(/role=|tabindex=|aria-|data-|onclick|<script|<foreignObject|https?:\/\/(?!www\.w3\.org\/)/);
  });

  test('of the world says what its boundaries do not mean', async () => {
    const { text } = await saved(DrawnWorld);
    const said = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toContain('do not imply endorsement');
    expect(said).toContain(`list of ${dataset.countries.length} states`);
  });

  test('that the browser cannot draw as PNG is told, and is there as SVG all the same', async () => {
    const onSave = vi.fn();
    render(<TileMap dataset={dataset} asOf={null} picked={null} onPick={() => undefined} onSave={onSave} />);
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      throw new Error('out of memory');
    });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    fireEvent.click(screen.getByRole('button', { name: english.say('explorer.picture.png') }));
    const failed = english.say('explorer.picture.failed');
    await vi.waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(failed));
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: english.say('explorer.picture.svg') }));
    await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(screen.queryByText(failed)).toBeNull();
  });

  test.each(['en', 'zh-Hans', 'ja'] as const)('has no line that begins with a comma or full stop: %s', async (language) => {
    const { text } = await saved(DrawnWorld, wordsIn(language));
    const lines = [...text.matchAll(/<text[^>]*>([^<]+)/g)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).not.toMatch(/^[,.;:、。，；：）]/);
  });
});
