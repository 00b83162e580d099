/** Where the article's words and the record differ: the two side by side, and no word on which is right. */
import { useWords } from './words.ts';

export function ArticleCheck({ lines }: { lines: readonly string[] }) {
  const words = useWords();
  return (
    <section class="us-check">
      <h3>{words.say('card.check.title')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
