/** Texts of the record, each in its own language, which is named where the card is in another. */
import { Fragment, h } from 'preact';
import { betweenRuns, type TextRun } from '../data/in-words.ts';
import { useWords } from './words.ts';

interface DataTextProps {
  readonly of: Pick<TextRun, 'text'> & { readonly language: string };
  /** The element it is. */
  readonly as?: 'span' | 'p' | 'li';
  readonly class?: string;
}

export function DataText({ of: { text, language }, as = 'span', class: name }: DataTextProps) {
  const words = useWords();
  if (language === words.language) return h(as, { class: name }, text);
  return h(
    as,
    { class: name },
    <span lang={language} dir="auto">
      {text}
    </span>,
    ' ',
    <small class="us-language">{words.languageName(language)}</small>,
  );
}

/** Several in a row, of which some may be ours. */
export function DataTexts({ of }: { readonly of: readonly TextRun[] }) {
  const words = useWords();
  return (
    <>
      {of.map((run, index) => (
        <Fragment key={run.text}>
          {betweenRuns(of[index - 1], run, words)}
          <DataText of={run} />
        </Fragment>
      ))}
    </>
  );
}
