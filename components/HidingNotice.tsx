/** What was just hidden or turned off, with the way back; stands where the card was. */
import { clockTime, type Hiding } from '../data/hiding.ts';
import { CloseIcon } from './icons.tsx';

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
  const words = failed ? 'The browser did not save the change.' : doneInWords(hiding, text);
  return (
    <div class="us-card us-undo" role="dialog" tabIndex={-1} aria-label={words} lang="en" dir="ltr">
      <h2>{words}</h2>
      {!failed && (
        <button type="button" class="us-undo-button" onClick={onUndo}>
          Undo
        </button>
      )}
      <button type="button" class="us-icon" aria-label="Close" onClick={onClose}>
        <CloseIcon />
      </button>
    </div>
  );
}

function doneInWords(hiding: Hiding, text: string): string {
  switch (hiding.kind) {
    case 'mention':
      return 'This mention is hidden.';
    case 'term':
      return `“${text}” is hidden everywhere.`;
    case 'page':
      return 'Off on this page.';
    case 'site':
      return `Off on ${hiding.entry}.`;
    case 'hour':
      return `Off until ${clockTime(hiding.until)}.`;
    case 'everywhere':
      return 'Off everywhere.';
    default:
      return hiding satisfies never;
  }
}
