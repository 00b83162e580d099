/** A text of the record, which is kept in English alone: told as such to screen readers, and set as such, in a card of another language. */
import { h } from 'preact';
import { useWords } from './words.ts';

interface DataTextProps {
  /** The element it is. */
  readonly as?: 'span' | 'p' | 'li';
  readonly class?: string;
  readonly children: string;
}

export function DataText({ as = 'span', class: name, children }: DataTextProps) {
  const { language } = useWords();
  return h(as, { class: name, ...(language !== 'en' && { lang: 'en', dir: 'ltr' }) }, children);
}
