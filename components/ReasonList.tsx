/** "Why was this marked?", told in the reader's language, with the words of the page in theirs. */
import type { PopoverContext } from '../data/popover-context.ts';
import { explained, type ReasonLanguage, reasonWords } from '../data/reasons.ts';

interface ReasonListProps {
  readonly id: string;
  readonly context: PopoverContext;
  readonly language: ReasonLanguage;
}

export function ReasonList({ id, context, language }: ReasonListProps) {
  const words = reasonWords(language);
  const reasons = context.kind === 'region' ? [] : explained(context.reasons, language);
  const sentence = context.kind === 'region' ? words.region : words.unmatched;
  return (
    <div class="us-panel" id={id} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <p>{reasons.length > 0 ? words.matched : sentence}</p>
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
