/** The reader's language for all components below: the page or card that renders them provides it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../data/messages.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** Throws where no provider is above: a text in no language is a mistake of the program. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No WordsProvider above this component.');
  return words;
}
