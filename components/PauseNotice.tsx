/** That nothing is marked for a while, and the way to end that. */
import { clockTime } from '../data/hiding.ts';

export function PauseNotice({ until, onEnd }: { readonly until: number; readonly onEnd: () => void }) {
  return (
    <div class="us-notice us-pause">
      <p>Off until {clockTime(until)}: nothing is marked on any page until then.</p>
      <button type="button" class="us-button" onClick={onEnd}>
        Turn on now
      </button>
    </div>
  );
}
