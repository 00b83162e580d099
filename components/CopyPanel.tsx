/** "Copy": what the card says, in the forms that people paste. */
import { cslCitation, markdownCitation, plainCitation } from '../data/citation.ts';
import type { Words } from '../data/messages.ts';
import { type PopoverContext, plainText } from '../data/popover-context.ts';
import type { Dataset } from '../data/schema.ts';
import { type Copy, useCopying } from './copying.ts';
import { useWords } from './words.ts';

interface CopyPanelProps {
  readonly id: string;
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  readonly copy: Copy;
}

export function CopyPanel({ id, context, dataset, copy }: CopyPanelProps) {
  const words = useWords();
  const { outcome, run } = useCopying(copy);
  const forms: readonly (readonly [name: string, make: (dataset: Dataset, context: PopoverContext, words: Words) => string])[] = [
    [words.say('card.copy.text'), (_, ...given) => plainText(...given)],
    [words.say('card.copy.citation'), plainCitation],
    // Formats are called so in all languages.
    ['Markdown', markdownCitation],
    ['CSL-JSON', cslCitation],
  ];
  return (
    <div class="us-panel us-row" id={id}>
      {forms.map(([name, make]) => (
        <button key={name} type="button" onClick={() => run(make(dataset, context, words))}>
          {name}
        </button>
      ))}
      <span role="status">{outcome}</span>
    </div>
  );
}
