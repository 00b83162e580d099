/** What popup and side panel tell of the page in front: its state, its mentions, and the switches for it. */
import { useRef } from 'preact/hooks';
import { isPaused, type PageNow } from '../data/hiding.ts';
import type { Dataset } from '../data/schema.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { isRuledOut } from '../data/site-rules.ts';
import { HiddenMentions } from './HiddenMentions.tsx';
import { type ListedFrame, MentionList, mentionTotals } from './MentionList.tsx';
import { MentionSteps } from './MentionSteps.tsx';
import { type PageReach, PageState } from './PageState.tsx';
import { SiteSwitches } from './SiteSwitches.tsx';
import { useWords } from './words.ts';

interface PageViewProps {
  readonly settings: Settings;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly dataset: Dataset;
  readonly reach: PageReach;
  /** The top frame first. */
  readonly frames: readonly ListedFrame[];
  /** Host name and address of the page; null where the browser does not tell. */
  readonly host: string | null;
  readonly address: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onReveal: (frameToken: string, mentionId: number) => void;
  /** Go to the mention after (1) or before (-1); gives which that is. */
  readonly onStep: (direction: 1 | -1) => Promise<{ readonly number: number; readonly count: number } | null>;
  readonly onAllow: (where: 'site' | 'everywhere') => void;
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  readonly onSetAll: (values: Partial<Settings>) => void;
}

export function PageView(props: PageViewProps) {
  const { settings, managed, dataset, reach, frames, host, address, now, onReveal, onStep, onAllow, onSet, onSetAll } = props;
  const words = useWords();
  const headline = useRef<HTMLHeadingElement>(null);
  const ruledOut = address !== null && isRuledOut(settings, address);
  const page: PageNow = { host: host ?? '', address: address ?? '', now, ruledOut };
  const shown = isPaused(settings, page) ? [] : frames;
  return (
    <>
      <PageState
        settings={settings}
        page={page}
        link={reach}
        totals={mentionTotals(shown, words)}
        headlineRef={headline}
        managed={managed}
        onSet={onSet}
        onAllow={onAllow}
      />
      <MentionSteps count={shown.flatMap((frame) => frame.mentions).length} onStep={onStep} />
      {!settings.lookUpOnly && (
        <SiteSwitches settings={settings} host={host} address={address} ruledOut={ruledOut} managed={managed} onSet={onSet} />
      )}
      {shown.some((frame) => frame.mentions.length > 0) && (
        <div class="us-found-list">
          <MentionList frames={shown} dataset={dataset} onReveal={onReveal} />
        </div>
      )}
      {settings.hiddenTerms.length + settings.hiddenMentions.length > 0 && (
        <div class="us-hidden-list">
          <HiddenMentions settings={settings} managed={managed} heir={headline} onSet={onSetAll} />
        </div>
      )}
    </>
  );
}
