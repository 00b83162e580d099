/** That nothing is marked for a while, and the way to end that. */
import type { RefObject } from 'preact';
import { ManagedNote } from './ManagedNote.tsx';
import { PassingButton } from './PassingButton.tsx';
import { useWords } from './words.ts';

interface PauseNoticeProps {
  readonly until: number;
  /** An administrator has set it. */
  readonly managed: boolean;
  /** Takes the focus over when the notice goes. */
  readonly heir: RefObject<HTMLElement | null>;
  readonly onEnd: () => void;
}

export function PauseNotice({ until, managed, heir, onEnd }: PauseNoticeProps) {
  const words = useWords();
  return (
    <div class="us-notice us-pause">
      <p>{words.say('popup.off.hour.notice', { until })}</p>
      {managed ? (
        <ManagedNote />
      ) : (
        <PassingButton heir={heir} onClick={onEnd}>
          {words.say('popup.off.hour.end')}
        </PassingButton>
      )}
    </div>
  );
}
