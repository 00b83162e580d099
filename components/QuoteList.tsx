/** Short quotations, this statement's and the other side's, set alike. */
import type { QuoteLine } from '../data/popover-context.ts';

export function QuoteList({ quotes }: { quotes: readonly QuoteLine[] }) {
  return (
    <section class="us-quotes">
      <h3>In their words</h3>
      {quotes.map((quote) => (
        <blockquote key={quote.text} class={quote.stance ? `us-quote us-${quote.stance}` : 'us-quote'}>
          <p>“{quote.text}”</p>
          <footer>{quote.attribution}</footer>
        </blockquote>
      ))}
    </section>
  );
}
