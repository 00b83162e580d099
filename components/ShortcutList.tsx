/** The keyboard commands with the keys they have now. The browser, not we, lets a reader change them. */
import type { MessageId } from '../data/messages.ts';
import { useWords } from './words.ts';

/** By name as the manifest has them, in the order in which they are told. */
const COMMANDS = {
  'next-mention': 'shell.command.nextMention',
  'previous-mention': 'shell.command.previousMention',
  'open-card': 'shell.command.openCard',
  'open-side-panel': 'shell.command.openSidePanel',
  'toggle-site': 'shell.command.toggleSite',
  'open-explorer': 'shell.command.openExplorer',
} as const satisfies Record<string, MessageId>;

interface ShortcutListProps {
  /** As the browser tells; '' for one without a key. Others than ours are left out. */
  readonly keys: ReadonlyMap<string, string>;
  /** Open the browser's page for them; absent where it cannot be opened. */
  readonly onChange?: () => void;
}

/** Nothing where the browser has no commands. */
export function ShortcutList({ keys, onChange }: ShortcutListProps) {
  const words = useWords();
  const there = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).filter((name) => keys.has(name));
  if (there.length === 0) return null;
  return (
    <section class="us-shortcuts">
      <h2>{words.say('options.keys.title')}</h2>
      <dl>
        {there.map((name) => (
          <div key={name}>
            <dt>{words.say(COMMANDS[name])}</dt>
            <dd>{keys.get(name) ? <kbd>{keys.get(name)}</kbd> : words.say('options.keys.none')}</dd>
          </div>
        ))}
      </dl>
      {onChange && (
        <button type="button" class="us-button" onClick={onChange}>
          {words.say('options.keys.change')}
        </button>
      )}
      <p class="us-small">{words.say('options.keys.hint')}</p>
    </section>
  );
}
