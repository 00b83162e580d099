// @vitest-environment happy-dom
/** With every message in brackets, nothing that a reader is shown stands outside of them but the record's own texts and the page's. */
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardActions } from '../../components/CardFoot.tsx';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { ExplorerPage } from '../../components/explorer/ExplorerPage.tsx';
import { HiddenMentions } from '../../components/HiddenMentions.tsx';
import { HidingNotice } from '../../components/HidingNotice.tsx';
import { type ListedFrame, MentionList, mentionTotals } from '../../components/MentionList.tsx';
import { MentionRecord } from '../../components/MentionRecord.tsx';
import { MentionSteps } from '../../components/MentionSteps.tsx';
import { MentionStop } from '../../components/MentionStop.tsx';
import { type PageReach, PageState } from '../../components/PageState.tsx';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { ShortcutList } from '../../components/ShortcutList.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { StorageNotice } from '../../components/StorageNotice.tsx';
import { Welcome } from '../../components/Welcome.tsx';
import { WhatsNew } from '../../components/WhatsNew.tsx';
import { dataset } from '../../data/dataset.ts';
import { DEFAULT_STATE, type ExplorerState, encodeState, VIEWS } from '../../data/explorer/state.ts';
import { HIDING_KINDS, type Hiding } from '../../data/hiding.ts';
import { LANGUAGES, nameInItself } from '../../data/languages.ts';
import { contextFor } from '../../data/popover-context.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../data/settings.ts';
import { NOTHING_SYNCED } from '../../data/settings-sync.ts';
import { RELEASES } from '../../data/whats-new.ts';
import { STATES } from '../gallery/states.ts';
import { perform } from '../gallery/steps.ts';
import { outsideBrackets, pseudoWords } from '../support/pseudo.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

const words = pseudoWords();
const KEYS = 'Alt+Shift+J';
const SITE = 'https://example.org/*';
const QUERIES = ['', 'qatar', 's', 'July 2019', '22 countries', 'Atlantis'];
/** Names, which are the same in all languages, and what the pages of the gallery's states say. */
const GIVEN = new Set([
  'Markdown',
  'CSL-JSON',
  KEYS,
  SITE,
  ...LANGUAGES.map(nameInItself),
  ...dataset.statements.flatMap(({ forum, sources }) => [
    forum,
    ...sources.flatMap(({ publisher, title }) => [publisher, title ?? publisher]),
  ]),
  ...dataset.facts.flatMap(({ sources }) => sources.map(({ publisher }) => publisher)),
  ...STATES.flatMap(({ target }) => (target.kind === 'statement' ? target.reasons.map(({ text }) => text) : [])),
]);
/** Attributes that are read out or shown. */
const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'];

const show = (element: ComponentChild) => render(element, words).container;

/** Every text outside of brackets that components were not given. Texts in a language of their own are others'. */
function ownTexts(element: Element): string[] {
  if (element.matches('[lang=""], [lang="en"]')) return [];
  const spoken = SPOKEN.flatMap((name) => element.getAttribute(name) ?? []);
  // A message may have elements in it.
  const isMessage = outsideBrackets(element.textContent ?? '') === '';
  const written = [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE && !isMessage)
    .map((node) => node.textContent ?? '');
  const own = [...spoken, ...written]
    .map((text) => outsideBrackets(text).replace(/^[\s·]+|[\s·…:,]+$/g, ''))
    .filter((text) => /\p{L}/u.test(text) && !GIVEN.has(text));
  return [...own, ...[...element.children].flatMap(ownTexts)];
}

test('a text of a component’s own would be noticed, and one that it was given would not', () => {
  const said = words.say('card.foot.hide');
  expect(ownTexts(show(<p title="Hello">{said} again</p>))).toEqual(['Hello', 'again']);
  expect(
    ownTexts(
      show(
        <p>
          <i lang="en">English</i> Markdown · {said}
        </p>,
      ),
    ),
  ).toEqual([]);
});

describe('the card', () => {
  const actions: CardActions = {
    close() {},
    togglePin() {},
    openOptions() {},
    async setCountry() {},
    async copy() {},
    hiding: { text: 'Xinjiang', kinds: HIDING_KINDS, hide() {} },
    report: { text: '22', before: '', after: '', address: 'https://example.org/', version: '1', tracker: null },
  };

  test.each(STATES)('has no text of its own in the state $name', async ({ target, article, steps = [], settings }) => {
    const container = show(
      <ContextPopover
        context={contextFor(dataset, target, article ?? {}, words)}
        dataset={dataset}
        country={settings?.country ?? null}
        position={{ number: 1, count: 3 }}
        actions={actions}
        {...(article && { article })}
      />,
    );
    const card = screen.getByRole('dialog');
    for (const step of steps) await act(() => perform(step, card, words));
    expect(card.lang).toBe(words.language);
    expect(ownTexts(container)).toEqual([]);
  });

  test('has none where it is pinned, a report goes to a tracker, and a copy has failed', async () => {
    const report = { ...actions.report, tracker: 'https://tracker.example/issues' } as NonNullable<CardActions['report']>;
    const copy = () => Promise.reject(new Error('denied'));
    const container = show(
      <ContextPopover
        context={contextFor(dataset, { kind: 'xinjiang' }, {}, words)}
        dataset={dataset}
        country="QA"
        actions={{ ...actions, copy, report }}
        pinned
      />,
    );
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
    press(words.say('card.foot.report.name', { label: words.say('card.foot.report') }));
    expect(ownTexts(container)).toEqual([]);
    press(words.say('card.foot.copy'));
    press(words.say('card.copy.text'));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(words.say('card.copy.failed')));
    expect(ownTexts(container)).toEqual([]);
  });

  test.each<Hiding>([
    { kind: 'mention', entry: 'example.org 1 x' },
    { kind: 'term', entry: '22 countries' },
    { kind: 'page', entry: 'https://example.org/' },
    { kind: 'site', entry: 'example.org' },
    { kind: 'hour', until: Date.parse('2026-03-01T15:40') },
    { kind: 'everywhere' },
  ])('leaves a notice that has none when it was hidden: $kind', (hiding) => {
    for (const failed of [false, true]) {
      const container = show(
        <HidingNotice hiding={hiding} text="22 countries" failed={failed} onUndo={() => {}} onClose={() => {}} />,
      );
      expect(ownTexts(container)).toEqual([]);
      cleanup();
    }
  });

  test('is opened from a stop that has none', () => {
    const stop = <MentionStop text="22 countries" position={{ number: 1, count: 3 }} onOpen={() => {}} onLeave={() => {}} />;
    expect(ownTexts(show(stop))).toEqual([]);
  });

  test('says its language and direction, and of the record’s texts that they are English', () => {
    const turned = { ...words, direction: 'rtl' } as const;
    const context = contextFor(dataset, { kind: 'statement', link: ['2019-07-08-concern'], reasons: [] }, {}, turned);
    render(<ContextPopover context={context} dataset={dataset} />, turned);
    const card = screen.getByRole('dialog');
    expect([card.lang, card.dir]).toEqual([words.language, 'rtl']);
    const summary = card.querySelector<HTMLElement>('.us-summary > [lang]');
    expect([summary?.lang, summary?.dir]).toEqual(['en', 'auto']);
    expect(summary?.parentElement?.textContent).toContain(words.languageName('en'));
    expect(card.querySelector('blockquote [lang="en"][dir="auto"]')).not.toBeNull();
  });
});

describe('the popup', () => {
  const onSet = () => undefined;
  const ADDRESS = 'https://example.org/article';
  const page = { host: 'example.org', address: ADDRESS, now: Date.parse('2026-03-01T12:00') };
  const mention = { id: 1, kind: 'xinjiang', text: 'Xinjiang', before: 'in ', after: '.', link: [] } as const;
  const of = (...link: string[]) => ({ ...mention, kind: 'statement', link }) as const;
  const frames = (...mentions: ListedFrame['mentions']) => [{ token: 'top', mentions }];

  test.each<[Partial<Settings>, PageReach]>([
    [{ enabled: false }, 'connected'],
    [{ pausedUntil: Date.parse('2026-03-01T12:40') }, 'connected'],
    [{ pausedSites: ['example.org'] }, 'connected'],
    [{ pausedPages: [ADDRESS] }, 'connected'],
    [{}, 'connecting'],
    [{}, 'unavailable'],
    [{}, 'withheld'],
    [{}, 'pdf'],
    [{}, 'connected'],
    [{ markRegion: false }, 'connected'],
    [{ markStatements: false }, 'connected'],
    [{ markRegion: false, markStatements: false }, 'connected'],
  ])('has no text of its own for the state of a page: %j, %s', (settings, link) => {
    const all = { ...DEFAULT_SETTINGS, ...settings };
    const container = show(
      <>
        <PageState
          headlineRef={createRef()}
          settings={all}
          page={page}
          link={link}
          totals=""
          managed={[]}
          onSet={onSet}
          onAllow={onSet}
        />
        <SiteSwitches settings={all} host="example.org" address={ADDRESS} managed={[]} onSet={onSet} />
      </>,
    );
    expect(ownTexts(container)).toEqual([]);
  });

  test.each([[[mention]], [[of('2019-07-08-concern')]], [[mention, of('2021-06-22-support', '2021-09-24-support')]]])(
    'has none for what was found: %j',
    (mentions) => {
      const found = frames(...mentions);
      const totals = mentionTotals(found, words);
      const container = show(
        <>
          <PageState
            headlineRef={createRef()}
            settings={DEFAULT_SETTINGS}
            page={page}
            link="connected"
            totals={totals}
            managed={[]}
            onSet={onSet}
            onAllow={onSet}
          />
          <MentionList frames={found} dataset={dataset} onReveal={onSet} />
        </>,
      );
      expect(ownTexts(container)).toEqual([]);
    },
  );

  test('has none for steps, before and after one', async () => {
    const container = show(<MentionSteps count={3} onStep={async () => ({ number: 1, count: 3 })} />);
    expect(ownTexts(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: words.say('popup.steps.next') }));
    const at = words.say('popup.steps.at', { number: 1, count: 3 });
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(at));
    expect(ownTexts(container)).toEqual([]);
  });

  test.each([
    [[], []],
    [['uighur'], ['example.org 1 uighur', ' 1 xinjiang']],
  ])('has none for what is hidden: %j, %j', (hiddenTerms, hiddenMentions) => {
    expect(ownTexts(show(<HiddenMentions settings={{ hiddenTerms, hiddenMentions }} managed={[]} onSet={onSet} />))).toEqual([]);
  });

  test('has none for a pause', () => {
    expect(ownTexts(show(<PauseNotice heir={createRef()} until={page.now} managed={false} onEnd={onSet} />))).toEqual([]);
  });

  test.each(QUERIES)('has none for the answers to “%s”', (query) => {
    const container = show(<QuickSearch dataset={dataset} initial={query} country={null} actions={{}} />);
    expect(ownTexts(container)).toEqual([]);
  });

  test('has none for what a text is read as', () => {
    const read = () => ['2019-07-08-concern'];
    const container = show(<QuickSearch dataset={dataset} initial="They wrote" read={read} country={null} actions={{}} />);
    expect(ownTexts(container)).toEqual([]);
  });
});

describe('the settings', () => {
  const form = (changes: Partial<Settings>, more: Partial<Parameters<typeof SettingsForm>[0]> = {}) => {
    const settings = { ...DEFAULT_SETTINGS, ...changes };
    return show(
      <SettingsForm
        settings={settings}
        own={settings}
        managed={[]}
        others={{}}
        sync={NOTHING_SYNCED}
        dataset={dataset}
        countries={dataset.countries.map((country) => ({ code: country.code, name: words.country(country) }))}
        problems={[]}
        managedProblems={[]}
        onSet={async () => undefined}
        {...more}
      />,
    );
  };

  test.each<[Partial<Settings>, Partial<Parameters<typeof SettingsForm>[0]>]>([
    [{}, {}],
    [{ trigger: 'modifier', siteRule: 'only', deniedSites: [SITE] }, {}],
    [{ hiddenTerms: ['22 countries'], pausedSites: [SITE], pausedPages: [SITE] }, {}],
    [{ sync: true }, { sync: { ...NOTHING_SYNCED, problem: 'quota', unsynced: ['hiddenTerms', 'look'] } }],
    [{}, { managed: ['look', 'deniedSites'], managedProblems: [{ name: 'look', value: 1 }] }],
    [{}, { problems: [{ name: 'theme', value: 'pink' }] }],
  ])('have no text of their own: %j, %j', (changes, more) => {
    expect(ownTexts(form(changes, more))).toEqual([]);
  });

  test('list keys by names that are messages', () => {
    const keys = new Map([['next-mention', KEYS]] as const);
    expect(ownTexts(show(<ShortcutList keys={keys} onChange={() => undefined} />))).toEqual([]);
  });
});

describe('the explorer', () => {
  const page = (changes: Partial<ExplorerState>) => {
    const state = signal<ExplorerState>({ ...DEFAULT_STATE, ...changes });
    const href = (next: Partial<ExplorerState>) => `#${encodeState({ ...state.value, ...next })}`;
    const ways = {
      go: vi.fn(),
      href,
      save: vi.fn(),
      copy: vi.fn(),
      print: vi.fn(),
      address: null,
      own: 'QA',
      choosesLanguage: true,
    } as const;
    return show(<ExplorerPage dataset={dataset} state={state} ways={ways} />);
  };

  test.each(
    VIEWS.flatMap((view): [Partial<ExplorerState>][] => [
      [{ view }],
      [{ view, compared: ['QA', 'africa'], q: 'qatar', asOf: '2019-07-18', country: 'QA' }],
      [{ view, country: 'QA', statement: '2019-07-12-support', q: 'xyz' }],
    ]),
  )('has no text of its own: %j', (changes) => {
    expect(ownTexts(page(changes))).toEqual([]);
  });
});

describe('the other pages', () => {
  const nothing = () => undefined;

  test.each(['late', 'unread', 'unsaved', 'notSaved'] as const)('have none: the storage’s trouble, %s', (trouble) => {
    expect(ownTexts(show(<StorageNotice trouble={trouble} onReadAgain={nothing} />))).toEqual([]);
  });

  test('have none: the welcome', () => {
    const countries = dataset.countries.map((country) => ({ code: country.code, name: words.country(country) }));
    for (const isKeptOut of [false, true]) {
      const welcome = (
        <Welcome
          settings={DEFAULT_SETTINGS}
          canChoose
          managed={[]}
          countries={countries}
          isKeptOut={isKeptOut}
          onSet={nothing}
          onAllow={nothing}
        />
      );
      expect(ownTexts(show(welcome))).toEqual([]);
      cleanup();
    }
  });

  test('have none: the side panel’s record, and what is new', () => {
    const context = contextFor(dataset, { kind: 'statement', link: ['2019-07-08-concern'], reasons: [] }, {}, words);
    const record = (
      <>
        <WhatsNew releases={RELEASES} onSeen={nothing} />
        <MentionRecord
          mention="1"
          context={context}
          dataset={dataset}
          position={{ number: 1, count: 2 }}
          onStep={async () => null}
          onBack={nothing}
        />
      </>
    );
    expect(ownTexts(show(record))).toEqual([]);
  });
});
