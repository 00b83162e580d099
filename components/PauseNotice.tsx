/** That nothing is marked for a while, and the way to end that. */
import { ManagedNote } from './ManagedNote.tsx';
import { useWords } from './words.ts';

interface PauseNoticeProps {
  readonly until: number;
  /** An administrator has set it. */
  readonly managed: boolean;
  readonly onEnd: () => void;
}

export function PauseNotice({ until, managed, onEnd }: PauseNoticeProps) {
  const words = useWords();
  return (
    <div class="us-notice us-pause">
      <p>{words.say('popup.off.hour.notice', { until })}</p>
      {managed ? (
        <ManagedNote />
      ) : (
        <button type="button" class="us-button" onClick={onEnd}>
          {words.say('popup.off.hour.end')}
        </button>
      )}
    </div>
  );
}
