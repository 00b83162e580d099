// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type PageReach, PageState } from '../../components/PageState.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import type { PageNow } from '../../data/hiding.ts';
import { DEFAULT_SETTINGS, type SettingName, type Settings } from '../../data/settings.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

const ADDRESS = 'https://www.example.org/article';

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('the switches', () => {
  function show(
    settings: Partial<Settings>,
    host: string | null = 'www.example.org',
    address: string | null = ADDRESS,
    managed: SettingName[] = [],
  ) {
    const onSet = vi.fn();
    const all = { ...DEFAULT_SETTINGS, ...settings };
    const { container } = render(<SiteSwitches settings={all} host={host} address={address} managed={managed} onSet={onSet} />);
    return { container, onSet };
  }
  const page = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Mark on this page' });
  const site = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Mark on www.example.org' });

  test('turning a site off adds it to the paused ones', () => {
    const { onSet } = show({ pausedSites: ['example.com'] });
    expect(site().checked).toBe(true);
    fireEvent.click(site());
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedSites', ['example.com', 'www.example.org']);
  });

  test('what the rules for sites keep off is off, and no switch here changes it', () => {
    render(
      <SiteSwitches settings={DEFAULT_SETTINGS} host="www.example.org" address={ADDRESS} ruledOut managed={[]} onSet={vi.fn()} />,
    );
    expect([page(), site()].map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  test('turning a site on takes away whatever pauses it, a wider domain included', () => {
    const { onSet } = show({ pausedSites: ['example.org', 'example.com', 'www.example.org'] });
    expect(site().checked).toBe(false);
    fireEvent.click(site());
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedSites', ['example.com']);
  });

  test('off everywhere leaves the switch of the site off and out of reach', () => {
    const { onSet } = show({ enabled: false });
    expect([site().checked, site().disabled]).toEqual([false, true]);
    fireEvent.click(screen.getByRole('switch', { name: 'Mark on all sites' }));
    expect(onSet).toHaveBeenCalledExactlyOnceWith('enabled', true);
  });

  test('turning a page off adds its address to the paused ones, turning it on takes only that away', () => {
    const { onSet } = show({ pausedPages: ['https://example.com/'] });
    fireEvent.click(page());
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedPages', ['https://example.com/', ADDRESS]);
    cleanup();
    const { onSet: onSetAgain } = show({ pausedPages: ['https://example.com/', ADDRESS] });
    expect(page().checked).toBe(false);
    fireEvent.click(page());
    expect(onSetAgain).toHaveBeenCalledExactlyOnceWith('pausedPages', ['https://example.com/']);
  });

  test('a paused site leaves the switch of the page off and out of reach', () => {
    show({ pausedSites: ['example.org'] });
    expect([page().checked, page().disabled]).toEqual([false, true]);
  });

  test('a page of which the browser tells nothing has no switch of its own', () => {
    show({}, null, null);
    expect(screen.getAllByRole('switch')).toHaveLength(1);
  });

  test('what an administrator has set is out of reach, and says why', async () => {
    const { container } = show({}, undefined, undefined, ['enabled', 'pausedSites', 'pausedPages']);
    for (const control of screen.getAllByRole<HTMLInputElement>('switch')) {
      expect(control.disabled).toBe(true);
      expect(control.closest('label')?.textContent).toContain('Set by your organisation');
    }
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('are accessible', async () => {
    const { container } = show({});
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the state of the page', () => {
  const onSet = vi.fn();
  const now = Date.parse('2026-03-01T12:00');
  const page: PageNow = { host: 'example.org', address: ADDRESS, now };
  const onAllow = vi.fn();
  const said = (settings: Partial<Settings>, link: PageReach, totals = '', at = page, managed: SettingName[] = []) => {
    const all = { ...DEFAULT_SETTINGS, ...settings };
    render(
      <PageState
        headlineRef={createRef()}
        settings={all}
        page={at}
        link={link}
        totals={totals}
        managed={managed}
        onSet={onSet}
        onAllow={onAllow}
      />,
    );
    return screen.getByRole('heading', { level: 2 }).textContent;
  };

  test.each([
    ['what was found', {}, 'connected', '2 of the region', 'On this page'],
    ['that nothing was found', {}, 'connected', '', 'No mention on this page'],
    ['that it is still looking', {}, 'connecting', '', 'Looking at this page'],
    ['that the browser forbids the page', {}, 'unavailable', '', 'This page cannot be read'],
    ['that the browser wants to be asked first', {}, 'withheld', '', 'Not allowed to read this page'],
    ['that it is a PDF', {}, 'pdf', '', 'PDFs cannot be read'],
    ['that the site is off, before that it is a PDF', { pausedSites: ['example.org'] }, 'pdf', '', 'Off on example.org'],
    ['that the site is off', { pausedSites: ['example.org'] }, 'connected', '', 'Off on example.org'],
    ['that all is off, before anything else', { enabled: false }, 'unavailable', '', 'Off everywhere'],
    ['that nothing is read where one only looks up', { lookUpOnly: true, enabled: false }, 'connected', '', 'Looking up only'],
  ] as const)('says %s', (_, settings, link, totals, headline) => {
    expect(said(settings as Partial<Settings>, link, totals)).toBe(headline);
  });

  test('says that the rules for sites keep marks off, and where they are', () => {
    expect(said({}, 'connected', '', { ...page, ruledOut: true })).toBe('Not marked here');
    expect(screen.getByRole('status').textContent).toContain('Your rules for sites, in the settings');
  });

  test('says until when all is off, and turns it on at once', () => {
    expect(said({ pausedUntil: Date.parse('2026-03-01T12:40') }, 'connected')).toBe('Off until 12:40');
    fireEvent.click(screen.getByRole('button', { name: 'Turn on now' }));
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedUntil', 0);
  });

  test('says nothing of a pause that is over', () => {
    expect(said({ pausedUntil: now }, 'connected', '2 of the region')).toBe('On this page');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says that the page is off, and turns just it on again', () => {
    expect(said({ pausedPages: ['https://example.com/', ADDRESS] }, 'connected')).toBe('Off on this page');
    fireEvent.click(screen.getByRole('button', { name: 'Turn on again' }));
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedPages', ['https://example.com/']);
  });

  test.each([
    ['enabled', { enabled: false }],
    ['pausedUntil', { pausedUntil: now + 60_000 }],
    ['pausedSites', { pausedSites: ['example.org'] }],
    ['pausedPages', { pausedPages: [ADDRESS] }],
  ] as [SettingName, Partial<Settings>][])('says who has turned it off where that is an administrator: %s', (name, settings) => {
    expect(said(settings, 'connected', '', page, [name])).toMatch(/^Off/);
    expect(screen.getByRole('status').textContent).toContain('Set by your organisation');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('offers to be let into the site or into all', () => {
    said({}, 'withheld');
    fireEvent.click(screen.getByRole('button', { name: 'Allow on example.org' }));
    fireEvent.click(screen.getByRole('button', { name: 'Allow on all sites' }));
    expect(onAllow.mock.calls).toEqual([['site'], ['everywhere']]);
  });

  test('of a site that the browser does not name, offers to be let into all', () => {
    said({}, 'withheld', '', { ...page, host: '' });
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Allow on all sites']);
  });

  test('does not ask for more while everything is off', () => {
    said({ enabled: false }, 'withheld');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('claims nothing of what was not looked for', () => {
    said({ markRegion: false }, 'connected');
    expect(screen.getByRole('status').textContent).toContain('The region is not looked for');
    const none = { markRegion: false, markStatements: false };
    for (const [settings, sentence] of [
      [{ ...none, markRelated: true }, 'No related term was found here.'],
      [{ ...none, markCountries: true }, 'Countries are marked only on pages about the matter'],
      [none, 'All kinds of mentions are turned off'],
    ] as const) {
      cleanup();
      said(settings, 'connected');
      expect(screen.getByRole('status').textContent).toContain(sentence);
    }
  });
});
