/** "Copy": what the card says, in the forms that people paste. */
import { cslCitation, markdownCitation, plainCitation } from '../data/citation.ts';
import { type PopoverContext, plainText } from '../data/popover-context.ts';
import type { Dataset } from '../data/schema.ts';
import { type Copy, useCopying } from './copying.ts';

interface CopyPanelProps {
  readonly id: string;
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  readonly copy: Copy;
}

const FORMS: readonly (readonly [name: string, make: (dataset: Dataset, context: PopoverContext) => string])[] = [
  ['Text', (_, context) => plainText(context)],
  ['Citation', plainCitation],
  ['Markdown', markdownCitation],
  ['CSL-JSON', cslCitation],
];

export function CopyPanel({ id, context, dataset, copy }: CopyPanelProps) {
  const { outcome, run } = useCopying(copy);
  return (
    <div class="us-panel us-row" id={id}>
      {FORMS.map(([name, make]) => (
        <button key={name} type="button" onClick={() => run(make(dataset, context))}>
          {name}
        </button>
      ))}
      <span role="status">{outcome}</span>
    </div>
  );
}
