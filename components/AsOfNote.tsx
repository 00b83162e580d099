/** What was known on the page's date and, set apart, what happened since. One quiet line where there is nothing to set apart. */
import type { AsOf } from '../data/as-of.ts';
import { labelled } from '../data/in-words.ts';
import { useWords } from './words.ts';

export function AsOfNote({ asOf: { title, known, since, unsure } }: { asOf: AsOf }) {
  const words = useWords();
  if (since.length === 0 && unsure.length === 0) {
    return <p class="us-small">{labelled(title, known, words)}</p>;
  }
  return (
    <section class="us-as-of">
      <h3>{title}</h3>
      <p>{known}</p>
      {since.length > 0 && <Changes title={words.say('card.asOf.since')} lines={since} />}
      {unsure.length > 0 && <Changes title={words.say('card.asOf.unsure')} lines={unsure} />}
    </section>
  );
}

function Changes({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
