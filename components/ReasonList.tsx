/** "Why was this marked?", told in the reader's language, with the words of the page in theirs. */
import type { MessageId } from '../data/messages.ts';
import type { PopoverContext } from '../data/popover-context.ts';
import { explained } from '../data/reasons.ts';
import { useWords } from './words.ts';

export function ReasonList({ id, context }: { readonly id: string; readonly context: PopoverContext }) {
  const words = useWords();
  const reasons = context.kind === 'region' ? [] : explained(context.reasons, words);
  return (
    <div class="us-panel" id={id}>
      <p>{words.say(reasons.length > 0 ? 'card.reasons.matched' : sentenceFor(context))}</p>
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

/** Where nothing in the text had to be weighed. */
function sentenceFor(context: PopoverContext): MessageId {
  if (context.kind === 'region') return context.isRelated ? 'card.reasons.related' : 'card.reasons.region';
  return context.kind === 'country' && context.isNamed ? 'card.reasons.country' : 'card.reasons.unmatched';
}
