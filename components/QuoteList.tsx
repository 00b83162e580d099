/** Short quotations, this statement's and the other side's, set alike. */
import type { QuoteLine } from '../data/popover-context.ts';
import { DataText } from './DataText.tsx';
import { useWords } from './words.ts';

export function QuoteList({ quotes }: { quotes: readonly QuoteLine[] }) {
  const words = useWords();
  return (
    <section class="us-quotes">
      <h3>{words.say('card.quotes.title')}</h3>
      {quotes.map((quote) => (
        <blockquote key={quote.text.text} class={quote.stance ? `us-quote us-${quote.stance}` : 'us-quote'}>
          <DataText as="p" of={{ ...quote.text, text: words.say('card.quoted', { text: quote.text.text }) }} />
          <footer>
            <DataText of={quote.attribution} />
          </footer>
        </blockquote>
      ))}
    </section>
  );
}
