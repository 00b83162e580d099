// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { WorldMap } from '../../../components/explorer/WorldMap.tsx';
import { dataset } from '../../../data/dataset.ts';
import { render } from '../../support/render.tsx';
import { english } from '../../support/words.ts';

vi.mock('../../../components/explorer/DrawnWorld.tsx', () => {
  throw new Error('gone');
});

afterEach(cleanup);

test('a map that cannot be loaded is told, and what could be seen instead', async () => {
  render(<WorldMap dataset={dataset} asOf={null} picked={null} onPick={() => undefined} />);
  const told = () => screen.getByRole('status').textContent;
  expect(told()).toBe(english.say('explorer.map.loading'));
  await vi.waitFor(() => expect(told()).toBe(english.say('explorer.map.failed')));
});
