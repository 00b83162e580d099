// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { createCard } from '../../../entrypoints/annotator.content/card.ts';
import type { Mark } from '../../../entrypoints/annotator.content/marks.ts';
import type { CardAbove } from '../../../entrypoints/shared/overlay.ts';
import { A_CARD } from '../../support/messages.ts';

const markOf = (id: number): Mark => ({
  id,
  mention: { kind: 'xinjiang', start: 0, end: 8 },
  place: {} as StaticRangeInit,
  blockText: 'Xinjiang',
  nodes: [],
});

/** A frame without room for a card. The page at the top shows what it was asked to last; its answers wait to be given. */
function setUp() {
  const answers: (() => void)[] = [];
  const above = { shown: null as CardAbove | null };
  const onDismiss = vi.fn();
  const loadOverlay = vi.fn(async () => undefined);
  const loadCatalogue = vi.fn();
  const card = createCard({
    settings: () => DEFAULT_SETTINGS,
    pageDate: () => undefined,
    loadOverlay,
    loadCatalogue,
    showAbove(asked) {
      above.shown = asked;
      return new Promise((resolve) => answers.push(() => resolve(true)));
    },
    openOptions: vi.fn(),
    openExplorer: vi.fn(),
    placeOf: ({ id }) => ({ ...A_CARD.place, text: `mark ${id}` }),
    topAddress: async () => '',
    changeSettings: async () => undefined,
    onDismiss,
    onPinChange: vi.fn(),
  });
  return { card, above, answers, onDismiss, loadOverlay };
}

describe('the card of a small frame, above it', () => {
  beforeEach(() => {
    vi.stubGlobal('innerWidth', 200);
  });

  afterEach(() => vi.unstubAllGlobals());

  test('stays by itself once it is there, also when the pointer leaves the mark for it', async () => {
    const { card, above, answers, onDismiss, loadOverlay } = setUp();
    const shown = card.show(markOf(1), { focus: false });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await shown;
    expect(onDismiss).toHaveBeenCalled();
    card.hide();
    expect(above.shown?.place.text).toBe('mark 1');
    expect(loadOverlay).not.toHaveBeenCalled();
  });

  test.each(['hide', 'dispose'] as const)('goes again where it was called off on its way: %s', async (end) => {
    const { card, above, answers, onDismiss } = setUp();
    const shown = card.show(markOf(1), { focus: false });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    card[end]();
    answers[0]?.();
    await shown;
    expect(above.shown).toBeNull();
    expect(onDismiss).not.toHaveBeenCalled();
  });

  test('goes with all marks of the frame', async () => {
    const { card, above, answers } = setUp();
    const shown = card.show(markOf(1), { focus: false });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await shown;
    card.dispose();
    expect(above.shown).toBeNull();
  });

  test('is not taken away by one it has come in place of', async () => {
    const { card, above, answers } = setUp();
    const first = card.show(markOf(1), { focus: false });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = card.show(markOf(2), { focus: false });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    for (const answer of answers) answer();
    await Promise.all([first, second]);
    expect(above.shown?.place.text).toBe('mark 2');
  });
});
