/** From one mention of the page to the next, and back. What a step does in the page is the host's matter. */
import { useSignal } from '@preact/signals';
import { useWords } from './words.ts';

interface MentionStepsProps {
  /** How many mentions the page has, over all its frames. */
  readonly count: number;
  /** The mention that the reader is at, where the host knows; otherwise it is the one that the last step led to. */
  readonly at?: { readonly number: number; readonly count: number };
  /** Go on (1) or back (-1); gives the mention that is reached, null where there is none any more. */
  readonly onStep: (direction: 1 | -1) => Promise<{ readonly number: number; readonly count: number } | null>;
}

/** Nothing where there is no mention. */
export function MentionSteps({ count, at: known, onStep }: MentionStepsProps) {
  const words = useWords();
  const reached = useSignal<{ readonly number: number; readonly count: number } | null>(null);
  if (count === 0) return null;

  async function step(direction: 1 | -1) {
    reached.value = await onStep(direction).catch(() => null);
  }

  const at = known ?? reached.value;
  return (
    <div class="us-steps">
      <button type="button" class="us-button" onClick={() => step(-1)}>
        {words.say('popup.steps.previous')}
      </button>
      <button type="button" class="us-button" onClick={() => step(1)}>
        {words.say('popup.steps.next')}
      </button>
      {/* Where mentions have come or gone, the number would be another's. */}
      <span role="status">
        {at?.count === count
          ? words.say('popup.steps.at', { number: at.number, count })
          : words.say('popup.steps.count', { count })}
      </span>
    </div>
  );
}
