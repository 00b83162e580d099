/** "Why was this marked?", told in the reader's language, with the words of the page in theirs. */
import type { PopoverContext } from '../data/popover-context.ts';
import { explained } from '../data/reasons.ts';
import { useWords } from './words.ts';

export function ReasonList({ id, context }: { readonly id: string; readonly context: PopoverContext }) {
  const words = useWords();
  const reasons = context.kind === 'region' ? [] : explained(context.reasons, words);
  const sentence = words.say(context.kind === 'region' ? 'card.reasons.region' : 'card.reasons.unmatched');
  return (
    <div class="us-panel" id={id}>
      <p>{reasons.length > 0 ? words.say('card.reasons.matched') : sentence}</p>
      {reasons.length > 0 && (
        <dl class="us-reasons">
          {reasons.map(({ cue, name, said }) => (
            <div key={cue}>
              <dt>{name}</dt>
              <dd>
                <bdi>{said}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
