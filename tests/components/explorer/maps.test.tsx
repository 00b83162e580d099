// @vitest-environment happy-dom
/** The maps: every country is a choice with its answer, for pointer, keys and readers of tables. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DrawnWorld } from '../../../components/explorer/DrawnWorld.tsx';
import { TileMap } from '../../../components/explorer/TileMap.tsx';
import { WorldMap } from '../../../components/explorer/WorldMap.tsx';
import { dataset } from '../../../data/dataset.ts';
import { countryByCode, statementById } from '../../../data/queries.ts';
import type { Dataset } from '../../../data/schema.ts';
import { accessibilityProblems } from '../../support/accessibility.ts';
import { mirrorDataset, mirrorText } from '../../support/mirror.ts';
import { render } from '../../support/render.tsx';
import { english, wordsIn } from '../../support/words.ts';

afterEach(cleanup);

const MAPS = [
  ['tiles', TileMap, 'Saudi Arabia'],
  ['the world', DrawnWorld, 'Bahrain'],
] as const;

function nameOf(code: string): string {
  const country = countryByCode(dataset, code);
  if (!country) throw new Error(code);
  return english.country(country);
}

describe.each(MAPS)('the map of %s', (_, Shown, westOfQatar) => {
  const onPick = vi.fn();
  beforeEach(() => onPick.mockClear());

  function show(asOf: string | null = null, from: Dataset = dataset) {
    return render(<Shown dataset={from} asOf={asOf} picked={null} onPick={onPick} />);
  }
  const list = () => screen.getByRole('listbox', { name: 'Who voiced concern, and who voiced support for China' });
  const reached = () => {
    const id = list().getAttribute('aria-activedescendant');
    return id === null ? null : document.getElementById(id)?.getAttribute('aria-label');
  };

  test('has every country once, with where it stands', () => {
    show();
    const options = within(list()).getAllByRole('option');
    expect(options.map((option) => option.getAttribute('data-code')).toSorted()).toEqual(
      dataset.countries.map(({ code }) => code).toSorted(),
    );
    for (const [code, standing] of [
      ['DE', 'on known lists of concern only'],
      ['CU', 'on known lists of support only'],
      ['SO', 'on known lists of both sides'],
      ['IN', 'not known'],
    ] as const)
      expect(within(list()).getByRole('option', { name: `${nameOf(code)}: ${standing}` })).toBeTruthy();
  });

  test('is the same as a table, by name, and goes by name to the next of a letter', async () => {
    const { container } = show();
    fireEvent.click(screen.getByRole('button', { name: 'The same as a table' }));
    const names = () => [...container.querySelectorAll('tbody th')].map(({ textContent }) => textContent ?? '');
    await vi.waitFor(() => expect(names()).toHaveLength(dataset.countries.length));
    expect(names()).toEqual(names().toSorted(english.compare));
    fireEvent.keyDown(list(), { key: 's' });
    expect(reached()).toMatch(/^Saint Kitts and Nevis:/);
  });

  test.each(['en', 'de', 'zh-Hans'] as const)('has its choices in the order of their names: %s', (language) => {
    const words = wordsIn(language);
    render(<Shown dataset={dataset} asOf={null} picked={null} onPick={onPick} />, words);
    const codes = screen.getAllByRole('option').map((option) => option.getAttribute('data-code'));
    const byName = dataset.countries.toSorted((a, b) => words.compare(words.country(a), words.country(b)));
    expect(codes).toEqual(byName.map(({ code }) => code));
  });

  test('shows the day it is given', () => {
    const { rerender } = show('2019-07-17');
    const name = (standing: string) => within(list()).queryByRole('option', { name: `Qatar: ${standing}` });
    expect(name('on known lists of support only')).toBeTruthy();
    rerender(<Shown dataset={dataset} asOf="2019-07-18" picked={null} onPick={onPick} />);
    expect(name('not known')).toBeTruthy();
    expect(screen.getByText('As of 18 July 2019')).toBeTruthy();
  });

  describe('of one statement', () => {
    function showStatement(id: string, asOf: string | null = null) {
      return render(<Shown dataset={dataset} statement={statementById(dataset, id)} asOf={asOf} picked={null} onPick={onPick} />);
    }
    const nameIn = (code: string) =>
      [...document.querySelectorAll(`[data-code="${code}"]`)].map((option) => option.getAttribute('aria-label')).join();
    const key = () =>
      within(screen.getByRole('list', { name: 'Key' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);

    test('says who signed it, joined it later, withdrew and is not on its list, as of a day', () => {
      const { rerender } = showStatement('2019-07-12-support');
      const title = 'Where countries stand: 37 countries voiced support for China, 12 July 2019';
      expect(screen.getByRole('listbox', { name: title })).toBeTruthy();
      expect(['CU', 'RS', 'QA', 'FR'].map(nameIn)).toEqual([
        'Cuba: signed',
        'Serbia: joined later',
        'Qatar: withdrew',
        'France: not on the list',
      ]);
      expect(key()).toEqual(['signed (36)', 'joined later (14)', 'withdrew (1)', 'not on the list (144)']);
      const statement = statementById(dataset, '2019-07-12-support');
      rerender(<Shown dataset={dataset} statement={statement} asOf="2019-07-12" picked={null} onPick={onPick} />);
      expect([nameIn('QA'), nameIn('RS')]).toEqual(['Qatar: signed', 'Serbia: not on the list']);
      rerender(<Shown dataset={dataset} statement={statement} asOf="2019-07-11" picked={null} onPick={onPick} />);
      expect(key()).toEqual(['not yet made (195)']);
    });

    test('of a vote says how all voted, and of a list that is not full that names may be missing', () => {
      showStatement('2022-10-06-vote');
      expect(key()).toEqual(['voted yes (17)', 'voted no (19)', 'abstained (11)', 'did not vote (148)']);
      expect(document.body.textContent).not.toContain('Not all names on the list are known');
      cleanup();
      showStatement('2021-06-22-concern');
      expect(key()).toEqual(['signed (43)', 'withdrew (1)', 'not known (151)']);
      expect(document.body.textContent).toContain('Not all names on the list are known');
    });

    test('of a text that nobody has seen does not say that anybody signed', () => {
      showStatement('2024-10-22-support-gcc');
      expect(nameIn('QA')).toBe('Qatar: named as taking part');
      expect(key()).toEqual(['named as taking part (1)', 'not known (194)']);
    });

    test('tells of the country that is reached since when, and the table does with its source', () => {
      showStatement('2019-07-12-support');
      fireEvent.keyDown(screen.getByRole('listbox'), { key: 'q' });
      expect(document.querySelector('.us-told')?.textContent).toBe('Qatar: withdrew, 18 July 2019.');
      fireEvent.click(screen.getByRole('button', { name: 'The same as a table' }));
      const row = within(screen.getByRole('table')).getByRole('row', { name: /^Qatar/ });
      expect([...row.children].map((cell) => cell.textContent)).toEqual([
        'Qatar',
        'withdrew',
        '18 July 2019',
        'Yahoo News (Bloomberg)',
      ]);
    });

    test('is saved under its own name', async () => {
      const onSave = vi.fn<(blob: Blob, name: string) => void>();
      render(
        <Shown
          dataset={dataset}
          statement={statementById(dataset, '2022-10-06-vote')}
          asOf={null}
          picked={null}
          onPick={onPick}
          onSave={onSave}
        />,
      );
      fireEvent.click(screen.getByRole('button', { name: 'Save as SVG' }));
      await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
      const [blob, name] = onSave.mock.lastCall ?? [];
      expect(name).toMatch(/^(tiles|world)-2022-10-06-vote-\d{4}-\d\d-\d\d\.svg$/);
      expect(await blob?.text()).toMatch(/How countries voted: The draft was rejected.*voted yes \(17\)/s);
    });

    test('has nothing that keeps anybody out', async () => {
      const { container } = showStatement('2019-07-12-support');
      expect(await accessibilityProblems(container)).toEqual([]);
    });

    test('no two answers look alike', () => {
      const looks = [
        '2019-07-12-support',
        '2021-06-22-concern',
        '2022-10-06-vote',
        '2019-07-08-concern',
        '2024-10-22-support-gcc',
      ].flatMap((id) => {
        showStatement(id);
        const shown = [...document.querySelectorAll('[data-key] li')].map((entry) => ({
          text: (entry.textContent ?? '').replace(/ \(\d+\)$/, ''),
          sign: (entry.querySelector('svg')?.innerHTML ?? '').replace(/#[^)]*?-((?:[a-z]+-?)+)\)/g, '#$1)'),
          side: id.replace(/.*-(concern|support).*/, '$1'),
        }));
        cleanup();
        return shown;
      });
      const isBlank = (text: string) => text === 'not on the list' || text === 'did not vote';
      const named = new Map(
        looks.map(({ text, sign, side }) => [
          sign,
          isBlank(text) || text === 'not known' || text === 'named as taking part'
            ? text.replace('did not vote', 'not on the list')
            : `${text} ${side}`,
        ]),
      );
      expect(new Set(named.values()).size).toBe(named.size);
    });
  });

  test('is walked through by keys, and Enter picks', () => {
    show();
    fireEvent.keyDown(list(), { key: 'q' });
    expect(reached()).toBe('Qatar: not known');
    expect(document.querySelector('.us-told')?.textContent).toMatch(/^Qatar: not known\. Concern: signed 0 of 13.*1 withdrawn/);
    fireEvent.keyDown(list(), { key: 'Enter' });
    expect(onPick).toHaveBeenLastCalledWith('QA');
    fireEvent.keyDown(list(), { key: 'ArrowLeft' });
    expect(reached()).toBe(`${westOfQatar}: on known lists of support only`);
  });

  test('leaves keys alone that are the browser’s', () => {
    show();
    expect(fireEvent.keyDown(list(), { key: 'f', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(list(), { key: 'Tab' })).toBe(true);
    expect(reached()).toBeNull();
  });

  test('says in a table what it shows, and its rows lead to records', () => {
    show();
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'The same as a table', expanded: false }));
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(dataset.countries.length);
    const row = within(screen.getByRole('table')).getByRole('row', { name: /^Qatar/ });
    expect([...row.children].map((cell) => cell.textContent)).toEqual([
      'Qatar',
      'not known',
      '0 of 13, 2 not known',
      '0 of 16, 1 withdrawn, 14 not known',
      'no',
    ]);
    fireEvent.click(within(row).getByRole('button', { name: 'Qatar' }));
    expect(onPick).toHaveBeenLastCalledWith('QA');
  });

  test('has nothing that keeps anybody out', async () => {
    const { container } = show();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('says of the picked country that it is', () => {
    render(<Shown dataset={dataset} asOf={null} picked="FJ" onPick={onPick} />);
    expect(screen.getByRole('option', { selected: true }).getAttribute('data-code')).toBe('FJ');
  });

  test('is the mirror image with the sides exchanged: a disc for a square, a texture for the other, and the same words', () => {
    const signs = (from: Dataset) => {
      const { container } = show(null, from);
      const all = [...container.querySelectorAll('[role="option"]')].map((option) => [
        option.getAttribute('data-code'),
        option.getAttribute('aria-label'),
        [...option.querySelectorAll('[class]')].map((shape) =>
          `${shape.getAttribute('class')} ${shape.getAttribute('fill') ?? ''}`.replace(/#P\d+-\d+-/, ''),
        ),
      ]);
      const told = [...container.querySelectorAll('[data-key] li')].map((entry) => entry.textContent ?? '');
      cleanup();
      return { all, told };
    };
    const [plain, mirrored] = [signs(dataset), signs(mirrorDataset(dataset))];
    // Whoever is on both sides looks the same.
    const isOnBoth = (entry: unknown) => String(entry).includes('both');
    const mirrorAll = (entries: typeof plain.all) =>
      JSON.parse(mirrorText(JSON.stringify(entries.filter((each) => !isOnBoth(each)))));
    expect(mirrorAll(plain.all)).toEqual(mirrored.all.filter((each) => !isOnBoth(each)));
    expect(plain.all.filter(isOnBoth)).toEqual(mirrored.all.filter(isOnBoth));
    const counts = (of: string[]) => of.map((text) => /\d+/.exec(text)?.[0]);
    const [concern, support, ...others] = counts(plain.told);
    expect(counts(mirrored.told)).toEqual([support, concern, ...others]);
  });

  test('reads from the right in Arabic, with the same countries', () => {
    render(<Shown dataset={dataset} asOf={null} picked={null} onPick={onPick} />, wordsIn('ar'));
    expect(screen.getAllByRole('option')).toHaveLength(dataset.countries.length);
    expect(screen.getByRole('option', { name: /قطر/ })).toBeTruthy();
  });
});

describe('the pointer on the map of', () => {
  /** As wide as it is drawn, so that a place on the page is one in the drawing. */
  function lay(svg: Element): void {
    const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
    svg.getBoundingClientRect = () => new DOMRect(0, 0, width, height);
  }
  const told = () => document.querySelector('.us-told')?.textContent ?? '';
  const placeOf = (code: string) => {
    const sign = document.querySelector(`[data-code="${code}"] [transform]`);
    const [x = 0, y = 0] =
      /translate\(([\d.]+) ([\d.]+)\)/
        .exec(sign?.getAttribute('transform') ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    return { clientX: x, clientY: y };
  };

  test('tiles finds the nearest, between them too, and picks it', () => {
    const onPick = vi.fn();
    render(<TileMap dataset={dataset} asOf={null} picked={null} onPick={onPick} />);
    const svg = screen.getByRole('listbox');
    lay(svg);
    const { clientX, clientY } = placeOf('TV');
    fireEvent.pointerMove(svg, { clientX: clientX + 12, clientY: clientY - 15 });
    expect(told()).toMatch(/^Tuvalu: on known lists of concern only\./);
    fireEvent.click(svg, { clientX, clientY });
    expect(onPick).toHaveBeenLastCalledWith('TV');
    fireEvent.pointerLeave(svg);
    expect(told()).not.toContain('Tuvalu');
  });

  test('the world finds small states inside large ones, large ones by their land, and nothing on land without an answer', () => {
    render(<DrawnWorld dataset={dataset} asOf={null} picked={null} onPick={() => undefined} />);
    const svg = screen.getByRole('listbox');
    lay(svg);
    const russia = document.querySelector('[data-code="RU"] path');
    const open = document.querySelector('[data-land]');
    if (!russia || !open) throw new Error('no land');
    fireEvent.pointerMove(russia, { clientX: 1000, clientY: 60, bubbles: true });
    expect(told()).toMatch(/^Russia: on known lists of support only\./);
    const vatican = placeOf('VA');
    const italy = document.querySelector('[data-code="IT"] path');
    if (!italy) throw new Error('no Italy');
    fireEvent.pointerMove(italy, { ...vatican, bubbles: true });
    expect(told()).toMatch(/^Holy See: not known\./);
    fireEvent.pointerMove(open, { clientX: 480, clientY: 40, bubbles: true });
    expect(told()).not.toMatch(/: (on known lists|not known)/);
  });
});

test('the world is loaded when it is asked for, and said to be', async () => {
  render(<WorldMap dataset={dataset} asOf={null} picked={null} onPick={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('The map is being drawn.');
  expect(await screen.findAllByRole('option', {}, { timeout: 20_000 })).toHaveLength(dataset.countries.length);
});
