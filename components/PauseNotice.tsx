/** That nothing is marked for a while, and the way to end that. */
import { clockTime } from '../data/hiding.ts';
import { ManagedNote } from './ManagedNote.tsx';

interface PauseNoticeProps {
  readonly until: number;
  /** An administrator has set it. */
  readonly managed: boolean;
  readonly onEnd: () => void;
}

export function PauseNotice({ until, managed, onEnd }: PauseNoticeProps) {
  return (
    <div class="us-notice us-pause">
      <p>Off until {clockTime(until)}: nothing is marked on any page until then.</p>
      {managed ? (
        <ManagedNote />
      ) : (
        <button type="button" class="us-button" onClick={onEnd}>
          Turn on now
        </button>
      )}
    </div>
  );
}
