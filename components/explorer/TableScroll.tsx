/** Holds a table that can be wider than the page: it scrolls, by keyboard too, and the page does not. */
import type { ComponentChildren } from 'preact';

export function TableScroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller has to be a stop for the keyboard, to be read further
    <section class="us-table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
