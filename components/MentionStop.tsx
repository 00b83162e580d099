/** Where a reader who goes from mention to mention by keyboard has come to. It is what has the focus, and says so once. */
import type { TargetedKeyboardEvent } from 'preact';
import { useWords } from './words.ts';

interface MentionStopProps {
  /** The words that are marked. */
  readonly text: string;
  /** Which of how many mentions of the page; from 1. */
  readonly position: { readonly number: number; readonly count: number };
  readonly onOpen: () => void;
  /** The reader goes on to what the page has next, or with `back` before. */
  readonly onLeave: (back: boolean) => void;
}

export function MentionStop({ text, position, onOpen, onLeave }: MentionStopProps) {
  const words = useWords();
  const { number, count } = position;

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.key !== 'Tab') return;
    // The browser would go on from where our element stands, at the document's end.
    event.preventDefault();
    onLeave(event.shiftKey);
  }

  return (
    <button
      type="button"
      class="us-card us-stop"
      lang={words.language}
      dir={words.direction}
      aria-label={words.say('card.stop.name', { number, count, text })}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <span>{words.say('card.stop.place', { number, count })}</span>
      <kbd>{words.say('card.stop.key')}</kbd>
    </button>
  );
}
