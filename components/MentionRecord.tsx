/** The full record of one mention, beside the page it stands on, with the ways back to the list and on to the next mention. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ContextPopover, type ContextPopoverProps } from './ContextPopover.tsx';
import { BackIcon } from './icons.tsx';
import { MentionSteps } from './MentionSteps.tsx';
import { useWords } from './words.ts';

interface MentionRecordProps extends Pick<ContextPopoverProps, 'context' | 'dataset' | 'article' | 'country' | 'actions'> {
  /** Unlike for each mention. */
  readonly mention: string;
  readonly position: { readonly number: number; readonly count: number };
  readonly onStep: (direction: 1 | -1) => Promise<{ readonly number: number; readonly count: number } | null>;
  readonly onBack: () => void;
}

/** Takes the focus when it comes; who goes on from there by its buttons keeps it on them. */
export function MentionRecord({ mention, position, onStep, onBack, ...card }: MentionRecordProps) {
  const words = useWords();
  const record = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => record.current?.querySelector<HTMLElement>('.us-card')?.focus({ preventScroll: true }), []);
  return (
    <div class="us-record" ref={record}>
      <div class="us-record-ways">
        <button type="button" class="us-button us-to-list" onClick={onBack}>
          <BackIcon />
          {words.say('panel.back')}
        </button>
        <MentionSteps count={position.count} at={position} onStep={onStep} />
      </div>
      <ContextPopover key={mention} position={position} {...card} />
    </div>
  );
}
