/** A sentence with marks as they will look on a page. */
import type { Settings } from '../data/settings.ts';

export function LookSample({ look }: { look: Settings['look'] }) {
  return (
    <p class="us-sample">
      A <span class={`us-look-${look}`}>letter signed by 22 countries</span> about <span class={`us-look-${look}`}>Xinjiang</span>{' '}
      was made public in Geneva.
      {look === 'none' && <small>Nothing is painted. The card and the list in the toolbar popup still work.</small>}
    </p>
  );
}
