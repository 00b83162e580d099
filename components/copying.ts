/** Putting text on the clipboard, and what came of it, to be told politely. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useWords } from './words.ts';

/** Puts text on the clipboard; a rejected promise is told to the reader. */
export type Copy = (text: string) => void | Promise<void>;

/** `outcome` is empty until something was copied. */
export function useCopying(copy: Copy): {
  readonly outcome: ReadonlySignal<string>;
  run(text: string): Promise<void>;
} {
  const outcome = useSignal('');
  const words = useWords();
  return {
    outcome,
    async run(text) {
      // A second time is told as the first was.
      outcome.value = '';
      try {
        await copy(text);
        outcome.value = words.say('card.copy.done');
      } catch {
        outcome.value = words.say('card.copy.failed');
      }
    },
  };
}
