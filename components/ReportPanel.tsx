/** "Report an error": a text for the reader to complete and send. It is shown before it goes anywhere, and nothing is sent from here. */
import { useSignal } from '@preact/signals';
import type { PopoverContext } from '../data/popover-context.ts';
import { errorReport, newIssueAddress } from '../data/report.ts';
import { type Copy, useCopying } from './copying.ts';
import { useWords } from './words.ts';

export interface ReportDetails {
  /** The mention, with some of the text around it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Of the page; told only where the reader ticks it. */
  readonly address: string;
  /** Of the extension. */
  readonly version: string;
  /** The address of the project's issues; null where it has none. */
  readonly tracker: string | null;
}

interface ReportPanelProps {
  readonly id: string;
  readonly context: PopoverContext;
  readonly details: ReportDetails;
  readonly copy: Copy;
}

export function ReportPanel({ id, context, details, copy }: ReportPanelProps) {
  const withAddress = useSignal(false);
  const words = useWords();
  const { outcome, run } = useCopying(copy);
  const { address, tracker, ...rest } = details;
  const report = errorReport({ context, ...rest, ...(withAddress.value && { address }) }, words);
  return (
    <div class="us-panel us-report" id={id}>
      <p>{words.say(tracker ? 'card.report.opens' : 'card.report.copies')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller has to be a stop for the keyboard, to be read further */}
      <pre tabIndex={0}>{report.body}</pre>
      <label>
        <input
          type="checkbox"
          checked={withAddress}
          onChange={(event) => {
            withAddress.value = event.currentTarget.checked;
          }}
        />
        {words.say('card.report.withAddress')}
      </label>
      <div class="us-row">
        {tracker ? (
          <a href={newIssueAddress(tracker, report)} target="_blank" rel="noopener noreferrer">
            {words.say('card.report.open')}
          </a>
        ) : (
          <button type="button" onClick={() => run(`${report.title}\n\n${report.body}`)}>
            {words.say('card.report.copy')}
          </button>
        )}
        <span role="status">{outcome}</span>
      </div>
    </div>
  );
}
