// @vitest-environment happy-dom
/** What popup and side panel tell of a page: the focus is never lost with a button that goes. */
import { type Signal, signal } from '@preact/signals';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { PageReach } from '../../components/PageState.tsx';
import { PageView } from '../../components/PageView.tsx';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { dataset } from '../../data/dataset.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../data/settings.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

const ADDRESS = 'https://example.org/news';

function Shown({ settings, reach }: { settings: Signal<Settings>; reach: Signal<PageReach> }) {
  const set = (values: Partial<Settings>) => {
    settings.value = { ...settings.value, ...values };
  };
  return (
    <PageView
      settings={settings.value}
      managed={[]}
      dataset={dataset}
      reach={reach.value}
      frames={[]}
      host="example.org"
      address={ADDRESS}
      now={1000}
      onReveal={() => undefined}
      onStep={async () => null}
      onAllow={() => {
        reach.value = 'connected';
      }}
      onSet={(name, value) => set({ [name]: value })}
      onSetAll={set}
    />
  );
}

const headline = () => screen.getAllByRole('heading', { level: 2 })[0];

test.each<[string, Partial<Settings>, PageReach]>([
  ['Turn on now', { pausedUntil: 2000 }, 'connected'],
  ['Turn on again', { pausedPages: [ADDRESS] }, 'connected'],
  ['Allow on example.org', {}, 'withheld'],
  ['Show “22 countries” everywhere again', { hiddenTerms: ['22 countries'] }, 'connected'],
])('“%s” goes with what it does, and the headline has the focus', async (name, settings, reach) => {
  render(<Shown settings={signal({ ...DEFAULT_SETTINGS, ...settings })} reach={signal(reach)} />);
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
  expect(document.activeElement).toBe(headline());
});

test('the notice of a pause goes with it, and leaves the focus to a heading that stays', () => {
  const heading = createRef<HTMLHeadingElement>();
  const page = (isPaused: boolean) => (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        Settings
      </h1>
      {isPaused && <PauseNotice until={2000} managed={false} heir={heading} onEnd={() => undefined} />}
    </main>
  );
  const { rerender } = render(page(true));
  screen.getByRole('button').focus();
  rerender(page(false));
  expect(document.activeElement).toBe(heading.current);
});
