/** The card's last line: where it is from, why it is here, and what can be done with it. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type PopoverContext, plainText } from '../data/popover-context.ts';
import type { ReasonLanguage } from '../data/reasons.ts';
import type { CountryCode } from '../data/schema.ts';
import { ReasonList } from './ReasonList.tsx';

export interface CardActions {
  close?(): void;
  /** Let the card stay where it is, or close it again. */
  togglePin?(): void;
  hideOnSite?(): void;
  openOptions?(): void;
  /** Keep the country that is shown first in every card; null: none. */
  setCountry?(code: CountryCode | null): void;
  /** Put text on the clipboard; a rejected promise is told to the reader. */
  copy?(text: string): void | Promise<void>;
}

interface CardFootProps {
  readonly context: PopoverContext;
  readonly actions: CardActions;
  /** The reader's, for what is told in it. */
  readonly language: ReasonLanguage;
  /** Bring the list of sources into view. */
  readonly onSources: () => void;
}

const COPY_LABELS = { ready: 'Copy', done: 'Copied', failed: 'Copying failed' } as const;

/** Buttons for what the host offers, in the order of how often they are wanted. */
export function CardFoot({ context, actions, language, onSources }: CardFootProps) {
  const whyOpen = useSignal(false);
  const copied = useSignal<keyof typeof COPY_LABELS>('ready');
  const whyId = useId();

  async function copy() {
    try {
      await actions.copy?.(plainText(context));
      copied.value = 'done';
    } catch {
      copied.value = 'failed';
    }
  }

  const sources = context.kind === 'statement' ? context.sources.length + (context.document ? 1 : 0) : 0;
  return (
    <footer class="us-foot">
      {whyOpen.value && <ReasonList id={whyId} context={context} language={language} />}
      <div class="us-actions">
        {sources > 0 && (
          <button type="button" onClick={onSources}>
            {sources === 1 ? '1 source' : `${sources} sources`}
          </button>
        )}
        <button
          type="button"
          aria-expanded={whyOpen.value}
          aria-controls={whyOpen.value ? whyId : undefined}
          onClick={() => {
            whyOpen.value = !whyOpen.value;
          }}
        >
          Why?
        </button>
        {actions.copy && (
          <button type="button" onClick={copy}>
            <span aria-live="polite">{COPY_LABELS[copied.value]}</span>
          </button>
        )}
        {actions.openOptions && (
          <button type="button" onClick={actions.openOptions}>
            Settings
          </button>
        )}
        {actions.hideOnSite && (
          <button type="button" class="us-end" onClick={actions.hideOnSite}>
            Hide on this site
          </button>
        )}
      </div>
    </footer>
  );
}
