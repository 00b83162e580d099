/**
 * The side panel: the page in front in its window, whichever that is, with the full record of a mention beside it. Chosen here, a
 * mention is scrolled to and painted apart in the page, and its card opens here.
 */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CardActions } from '../../components/CardFoot.tsx';
import { MentionRecord } from '../../components/MentionRecord.tsx';
import { PageView } from '../../components/PageView.tsx';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { StorageNotice } from '../../components/StorageNotice.tsx';
import { useWords, WordsProvider } from '../../components/words.ts';
import { cardContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { changesToHide, HIDING_KINDS, type HidingKind, hidingOf } from '../../data/hiding.ts';
import type { Words } from '../../data/messages.ts';
import { copyText } from '../overlay.content/clipboard.ts';
import { askForAccess, openExplorer, type PageInTab } from '../shared/page-in-tab.ts';
import { followLook } from '../shared/page-look.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { project } from '../shared/project.ts';
import { changeSettings } from '../shared/settings-source.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';
import { followFront } from './front-page.ts';

interface SidePanelProps {
  readonly store: SettingsStore;
  readonly front: ReadonlySignal<PageInTab>;
  readonly time: ReadonlySignal<number>;
  readonly words: ReadonlySignal<Words>;
}

function SidePanel({ store, front, time, words }: SidePanelProps) {
  const set: SettingsStore['set'] = (name, value) => store.set(name, value).catch(() => undefined);
  const actions: CardActions = {
    copy: copyText,
    ...(store.isRead.value && !store.managed.value.includes('country') && { setCountry: (code) => store.set('country', code) }),
    explore: (subject) => void openExplorer(subject),
  };
  return (
    <WordsProvider value={words.value}>
      <main class="us-side">
        <header>
          <h1>Undersigned</h1>
        </header>
        <StorageNotice trouble={store.trouble.value} onReadAgain={store.readAgain} />
        <QuickSearch dataset={dataset} country={store.settings.value.country} actions={actions}>
          {store.isRead.value && <PageBeside page={front.value} store={store} time={time} set={set} actions={actions} />}
        </QuickSearch>
        <footer>
          <span>
            {store.isRead.value && words.value.say(store.settings.value.sync ? 'popup.privacy.synced' : 'popup.privacy')}
          </span>
          <button type="button" onClick={() => void openExplorer()}>
            {words.value.say('card.foot.explore')}
          </button>
          <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
            {words.value.say('popup.settings')}
          </button>
        </footer>
      </main>
    </WordsProvider>
  );
}

interface PageBesideProps extends Pick<SidePanelProps, 'store' | 'time'> {
  readonly page: PageInTab;
  readonly set: SettingsStore['set'];
  /** What can be done in any card. */
  readonly actions: CardActions;
}

/** The list of the page's mentions, and in its place the record of the one that was chosen, for as long as the page shows it. */
function PageBeside({ page, store, time, set, actions }: PageBesideProps) {
  const words = useWords();
  const settings = store.settings.value;
  const mentions = page.frames.value.flatMap(({ token, mentions }) => mentions.map(({ id }) => ({ token, id })));
  const chosen = page.pointedOut.value;
  const at = mentions.findIndex(({ token, id }) => token === chosen?.token && id === chosen.mentionId);
  const pressed = useRef<Element | null>(null);

  function choose(index: number): { number: number; count: number } | null {
    const mention = mentions[index];
    if (!mention) return null;
    if (at < 0) pressed.current = document.activeElement;
    page.pointOut(mention);
    return { number: index + 1, count: mentions.length };
  }

  /** From the list to the first or last; then on, and around at both ends. */
  async function step(direction: 1 | -1) {
    const next = at < 0 ? (direction > 0 ? 0 : -1) : at + direction;
    return choose((next + mentions.length) % mentions.length);
  }

  function hide(kind: HidingKind): void {
    if (!chosen) return;
    const hiding = hidingOf(kind, chosen.place, { address: page.address.value ?? '', now: Date.now() });
    // The record stays where nothing was hidden: an administrator or the browser may not let it be.
    void changeSettings(browser, (now) => changesToHide(now, hiding)).then(
      () => page.pointOut(null),
      () => undefined,
    );
  }

  const isShown = chosen !== null && at >= 0;
  // Back from a record, the reader goes on where they were.
  useLayoutEffect(() => {
    if (!isShown && pressed.current instanceof HTMLElement) pressed.current.focus();
  }, [isShown]);

  return (
    <>
      {isShown && (
        <MentionRecord
          mention={`${chosen.token} ${chosen.mentionId}`}
          context={cardContext(dataset, chosen.target, chosen.article, words)}
          article={chosen.article}
          dataset={dataset}
          country={settings.country}
          position={{ number: at + 1, count: mentions.length }}
          actions={{
            ...actions,
            hiding: {
              text: chosen.place.text,
              kinds: HIDING_KINDS.filter(
                (kind) => (kind !== 'site' || chosen.place.site !== '') && (kind !== 'page' || page.address.value !== null),
              ),
              hide,
            },
            report: { ...chosen.place, ...project },
          }}
          onStep={step}
          onBack={() => page.pointOut(null)}
        />
      )}
      <div class="us-page-view" hidden={isShown}>
        <PageView
          settings={settings}
          managed={store.managed.value}
          dataset={dataset}
          reach={page.reach.value}
          frames={page.frames.value}
          host={page.host.value}
          address={page.address.value}
          now={time.value}
          onReveal={(token, mentionId) => choose(mentions.findIndex((each) => each.token === token && each.id === mentionId))}
          onStep={step}
          onAllow={(where) => void askForAccess(where === 'site' ? page.host.value : null)}
          onSet={set}
          onSetAll={(values) => void store.setAll(values).catch(() => undefined)}
        />
      </div>
    </>
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('sidepanel/index.html has no #app');
const [store, front] = await Promise.all([createSettingsStore(browser), followFront()]);
followLook(store.settings);
const words = await createPageWords(browser, store.settings, ['card', 'popup', 'options', 'panel']);
effect(() => {
  document.title = words.value.say('panel.title');
});
render(<SidePanel store={store} front={front} time={createPauseClock(store.settings)} words={words} />, root);
