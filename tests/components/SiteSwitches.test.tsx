// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageState } from '../../components/PageState.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../data/settings.ts';
import { accessibilityProblems } from '../support/accessibility.ts';

afterEach(cleanup);

describe('the switches', () => {
  function show(settings: Partial<Settings>, host: string | null = 'www.example.org') {
    const onSet = vi.fn();
    const { container } = render(<SiteSwitches settings={{ ...DEFAULT_SETTINGS, ...settings }} host={host} onSet={onSet} />);
    return { container, onSet };
  }
  const site = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Mark on www.example.org' });

  test('turning a site off adds it to the paused ones', () => {
    const { onSet } = show({ pausedSites: ['example.com'] });
    expect(site().checked).toBe(true);
    fireEvent.click(site());
    expect(onSet).toHaveBeenCalledExactlyOnceWith('pausedSites', ['example.com', 'www.example.org']);
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

  test('a page without a host has no switch of its own', () => {
    show({}, null);
    expect(screen.getAllByRole('switch')).toHaveLength(1);
  });

  test('are accessible', async () => {
    const { container } = show({});
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the state of the page', () => {
  const said = (settings: Partial<Settings>, link: 'connecting' | 'unavailable' | 'connected', totals = '') => {
    render(<PageState settings={{ ...DEFAULT_SETTINGS, ...settings }} host="example.org" link={link} totals={totals} />);
    return screen.getByRole('heading', { level: 2 }).textContent;
  };

  test.each([
    ['what was found', {}, 'connected', '2 of the region', 'On this page'],
    ['that nothing was found', {}, 'connected', '', 'No mention on this page'],
    ['that it is still looking', {}, 'connecting', '', 'Looking at this page'],
    ['that the browser forbids the page', {}, 'unavailable', '', 'This page cannot be read'],
    ['that the site is off', { pausedSites: ['example.org'] }, 'connected', '', 'Off on example.org'],
    ['that all is off, before anything else', { enabled: false }, 'unavailable', '', 'Off everywhere'],
  ] as const)('says %s', (_, settings, link, totals, headline) => {
    expect(said(settings as Partial<Settings>, link, totals)).toBe(headline);
  });

  test('claims nothing of what was not looked for', () => {
    said({ markRegion: false }, 'connected');
    expect(screen.getByRole('status').textContent).toContain('The region is not looked for');
  });
});
