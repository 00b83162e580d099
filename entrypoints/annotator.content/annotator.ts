/** Only wires: what is found becomes marks, marks are painted, and the pointer on one opens its card. */
import { marked } from '../../data/density.ts';
import type { AsideFinder } from '../../data/detection/asides.ts';
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { Mention } from '../../data/detection/mention.ts';
import { isHidden, type MentionPlace } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';
import { millisecondsSpent } from '../content/slices.ts';
import { isInPage, isReadText, type Scope, wholePage } from '../content/text-blocks.ts';
import type { Annotator, AnnotatorParts } from '../shared/annotator.ts';
import type { MentionPosition } from '../shared/overlay.ts';
import { createCard, subjectOf } from './card.ts';
import { createHighlighter } from './highlighter.ts';
import { isInView, isVisible, rectsOf } from './hit-test.ts';
import { createHoverWatcher } from './hover-watcher.ts';
import { createMarks, type Mark } from './marks.ts';
import { reportOf, wordsOf } from './mention-report.ts';
import { pageContextOf } from './page-context.ts';
import { createPageScanner, type PageScanner } from './page-scanner.ts';
import { createSections } from './sections.ts';

/**
 * Annotate this document, also with asides where there is a finder of those. Nothing is read before `read` is called. `onPaint`: see
 * createHighlighter.
 */
export function createAnnotator(
  finder: Finder,
  asideFinder: AsideFinder | undefined,
  parts: AnnotatorParts,
  onPaint?: (isPainting: boolean) => void,
): Annotator {
  let { settings } = parts;
  let current: number | null = null;
  /** The mark that is painted apart. */
  let pointedOut: Mark | undefined;
  let context = pageContextOf(document);
  let address = location.href;
  let root: Element | null = document.documentElement;
  let isEdited = document.designMode === 'on';

  const placeOf = (mark: Pick<Mark, 'mention' | 'blockText'>): MentionPlace => ({
    site: parts.site,
    address: location.href,
    ...wordsOf(mark),
  });

  // A page can make the event up.
  const onHide = ({ isTrusted }: Event) => void (isTrusted && parts.onLeft());

  const isHiddenMark = (mark: Pick<Mark, 'mention' | 'blockText'>): boolean =>
    settings.hiddenTerms.length + settings.hiddenMentions.length > 0 && isHidden(settings, placeOf(mark));

  // A drawing shown by itself has no place for anything of HTML; its mentions are listed in the popup all the same.
  const mayShowCards = document.documentElement instanceof HTMLElement;
  const highlighter = createHighlighter(settings.look, CSS.highlights, onPaint);
  /**
   * Those that are painted and open their card under the pointer. Density takes from these alone: a reader who wants fewer in the text
   * still finds every place in the popup's list, and steps through all of them.
   */
  const shown = new Set<Mark>();
  let isSettled = true;
  const marks = createMarks(
    (mark) => {
      // Which are the first is known once all is read.
      if (settings.density === 'all') show(mark);
      else isSettled = false;
      if (mayShowCards) watcher.listen(true);
      window.addEventListener('pagehide', onHide);
      parts.onMarks();
    },
    (mark) => {
      if (shown.has(mark)) isSettled &&= settings.density === 'all';
      unshow(mark);
      watcher.forget(mark);
      if (current === mark.id) {
        current = null;
        card.leaveStop();
      }
      if (pointedOut === mark) paintApart(undefined);
      if (marks.size === 0) {
        watcher.listen(false);
        window.removeEventListener('pagehide', onHide);
      }
      parts.onMarks();
    },
  );
  const card = createCard({
    settings: () => settings,
    pageDate: () => context.date,
    loadOverlay: parts.loadOverlay,
    loadCatalogue: parts.loadCatalogue,
    showAbove: parts.showAbove,
    openOptions: parts.openOptions,
    openExplorer: parts.openExplorer,
    placeOf,
    topAddress: parts.topAddress,
    changeSettings: parts.changeSettings,
    onDismiss: () => watcher.dismiss(),
    onPinChange: () => watcher.onPinChange(),
  });
  const watcher = createHoverWatcher(
    {
      marks,
      card,
      isShown: (mark) => shown.has(mark),
      shadowRoots: parts.shadowRoots,
      isAlive: parts.isAlive,
      onOpen: (mark) => {
        highlighter.restore();
        current = mark.id;
      },
    },
    settings,
  );
  const scanner: PageScanner = createPageScanner({
    finder,
    asideFinder,
    marks,
    context,
    sample: parts.sample,
    wants: (mention, blockText) => wantsKind(settings, mention.kind) && !isHiddenMark({ mention, blockText }),
    shadowRootOf: parts.shadowRootOf,
  });

  function show(mark: Mark): void {
    if (shown.has(mark)) return;
    shown.add(mark);
    highlighter.add(mark, mark.place);
  }

  function unshow(mark: Mark): void {
    if (shown.delete(mark)) highlighter.delete(mark);
  }

  /** Show the marks that the density leaves, where any has come or gone. */
  function settle(): void {
    if (isSettled) return;
    isSettled = true;
    const sectionOf = createSections();
    const placings = marks.inOrder().map((mark) => ({
      mark,
      mention: mark.mention,
      section: () => sectionOf(mark.nodes[0] as Text),
      isSeen: () => isVisible(mark),
    }));
    const left = new Set(marked(placings, settings.density).map(({ mark }) => mark));
    for (const mark of shown) if (!left.has(mark)) unshow(mark);
    for (const mark of left) show(mark);
  }

  async function read(scopes: readonly Scope[]): Promise<void> {
    await scanner.scan(scopes);
    settle();
  }

  /** After client-side navigation the address or title differ when the new text arrives. */
  function isAnotherPage(): boolean {
    if (location.href === address && (context.title ?? '').startsWith(document.title.trim())) return false;
    address = location.href;
    context = pageContextOf(document);
    return true;
  }

  /** `document.open` takes every listener off the document and all within, cards too, and puts a new root into it. */
  function isReopened(): boolean {
    if (root === document.documentElement) return false;
    root = document.documentElement;
    return true;
  }

  /** Take away the marks that are hidden now; where something is hidden no more, look for it again. */
  function rehide(before: Settings): void {
    const lists = (of: Settings) => [...of.hiddenTerms, ...of.hiddenMentions];
    const now = lists(settings);
    for (const mark of marks.inOrder()) if (isHiddenMark(mark)) marks.drop(mark);
    if (lists(before).every((entry) => now.includes(entry))) return;
    scanner.forget();
    void read(wholePage());
  }

  const visibleMarks = (): Mark[] => marks.inOrder().filter(isVisible);

  function paintApart(mark: Mark | undefined): void {
    pointedOut = mark;
    highlighter.pointOut(mark?.place);
  }

  /** Whether it can be seen now. */
  function bringIntoView(mark: Mark): boolean {
    mark.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return rectsOf(mark).length > 0;
  }

  function reveal(mark: Mark | undefined, position?: MentionPosition): void {
    if (mark && bringIntoView(mark)) watcher.open(mark, position);
  }

  function stopAt(mark: Mark | undefined, position: MentionPosition): void {
    if (!mark || !bringIntoView(mark)) return;
    watcher.dismiss();
    current = mark.id;
    card.stopAt(mark, position, () => marks.get(mark.id) && watcher.open(mark)).catch(() => undefined);
  }

  return {
    read,
    tidy(editing) {
      const wasEdited = isEdited;
      isEdited = document.designMode === 'on';
      marks.keepOnly(editing || isEdited ? (node) => isReadText(node) && !node.parentElement?.isContentEditable : isInPage);
      highlighter.restore();
      if (editing) scanner.forget();
      if (wasEdited && !isEdited) {
        scanner.forget();
        void read(wholePage());
      }
      if (isReopened()) {
        // The next card comes with an overlay of its own.
        card.dispose();
        watcher.listen(false);
        if (marks.size > 0) {
          watcher.listen(true);
          window.addEventListener('pagehide', onHide);
        }
      }
      if (isAnotherPage()) scanner.reset(context);
    },
    update(next: Settings) {
      const before = settings;
      settings = next;
      isSettled &&= before.density === settings.density;
      rehide(before);
      settle();
      highlighter.setLook(settings.look);
      watcher.update(settings);
    },
    list: () => visibleMarks().map(reportOf),
    position() {
      const seen = visibleMarks();
      const firstThat = (is: (mark: Mark) => boolean) => {
        const index = seen.findIndex(is);
        return index < 0 ? null : index;
      };
      return { count: seen.length, current: firstThat(({ id }) => id === current), inView: firstThat(isInView) };
    },
    open: (which, position) => reveal('id' in which ? marks.get(which.id) : visibleMarks()[which.index], position),
    stopAt: (index, position) => stopAt(visibleMarks()[index], position),
    pointOut(id) {
      const mark = marks.get(id);
      paintApart(mark);
      if (!mark) return undefined;
      bringIntoView(mark);
      return { ...subjectOf(mark, context.date), place: placeOf(mark) };
    },
    leave() {
      watcher.dismiss();
      card.leaveStop();
      current = null;
    },
    millisecondsSpent,
    dispose() {
      scanner.stop();
      marks.clear();
      highlighter.dispose();
      card.dispose();
      // Also where a pinned card was all there was to listen for.
      watcher.listen(false);
    },
  };
}

/** Whether a kind of mention is to be marked. */
function wantsKind(settings: Settings, kind: Mention['kind']): boolean {
  switch (kind) {
    case 'xinjiang':
      return settings.markRegion;
    case 'statement':
      return settings.markStatements;
    case 'related':
      return settings.markRelated;
    case 'country':
      return settings.markCountries;
    default:
      return kind satisfies never;
  }
}
