/** What is new since the reader last looked: a line that unfolds. What has been unfolded is seen. */
import { useSignal } from '@preact/signals';
import type { MessageId } from '../data/messages.ts';
import type { Release } from '../data/whats-new.ts';
import { useWords } from './words.ts';

interface WhatsNewProps {
  /** Those not seen yet, newest first. */
  readonly releases: readonly Release[];
  readonly onSeen: () => void;
}

/** Nothing where nothing is new. */
export function WhatsNew({ releases, onSeen }: WhatsNewProps) {
  const words = useWords();
  /** What is being read stays, seen or not. */
  const read = useSignal<readonly Release[] | null>(null);
  const shown = read.value ?? releases;
  const [newest] = shown;
  if (!newest) return null;

  function unfold() {
    if (read.value) return;
    read.value = releases;
    onSeen();
  }

  return (
    <details class="us-news" onToggle={(event) => event.currentTarget.open && unfold()}>
      <summary>{words.say('popup.news.title', { version: newest.version })}</summary>
      {shown.map(({ version, date, changes, record }) => (
        <section key={version}>
          <h2>{words.say('popup.news.release', { version, date: words.date(date) })}</h2>
          <NewsList ids={changes} />
          {record.length > 0 && <h3>{words.say('popup.news.record')}</h3>}
          <NewsList ids={record} />
        </section>
      ))}
    </details>
  );
}

function NewsList({ ids }: { readonly ids: readonly MessageId[] }) {
  const words = useWords();
  if (ids.length === 0) return null;
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>{words.say(id)}</li>
      ))}
    </ul>
  );
}
