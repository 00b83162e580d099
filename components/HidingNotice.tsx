/** What was just hidden or turned off, with the way back; stands where the card was. */
import type { Hiding } from '../data/hiding.ts';
import type { Words } from '../data/messages.ts';
import { CloseIcon } from './icons.tsx';
import { useWords } from './words.ts';

interface HidingNoticeProps {
  readonly hiding: Hiding;
  /** The words that were marked. */
  readonly text: string;
  /** The browser did not save it. */
  readonly failed: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

export function HidingNotice({ hiding, text, failed, onUndo, onClose }: HidingNoticeProps) {
  const words = useWords();
  const said = failed ? words.say('card.hidden.failed') : doneInWords(hiding, text, words);
  return (
    <div class="us-card us-undo" role="dialog" tabIndex={-1} aria-label={said} lang={words.language} dir={words.direction}>
      <h2>{said}</h2>
      {!failed && (
        <button type="button" class="us-undo-button" onClick={onUndo}>
          {words.say('card.hidden.undo')}
        </button>
      )}
      <button type="button" class="us-icon" aria-label={words.say('card.close')} onClick={onClose}>
        <CloseIcon />
      </button>
    </div>
  );
}

function doneInWords(hiding: Hiding, text: string, words: Words): string {
  switch (hiding.kind) {
    case 'term':
      return words.say('card.hidden.term', { text });
    case 'site':
      return words.say('card.hidden.site', { site: hiding.entry });
    case 'hour':
      return words.say('card.hidden.hour', { until: hiding.until });
    default:
      return words.say(`card.hidden.${hiding.kind}`);
  }
}
