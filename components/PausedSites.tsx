/** The sites on which nothing is marked, each with a way off the list. */
import { useRef } from 'preact/hooks';

interface PausedSitesProps {
  readonly sites: readonly string[];
  readonly onChange: (sites: string[]) => void;
}

export function PausedSites({ sites, onChange }: PausedSitesProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  function remove(site: string) {
    onChange(sites.filter((each) => each !== site));
    // The button that had the focus goes with its row.
    heading.current?.focus();
  }

  return (
    <section class="us-field">
      <h2 ref={heading} tabIndex={-1}>
        Paused sites
      </h2>
      {sites.length === 0 ? (
        <p class="us-sub">None. A site is paused from the card or the toolbar popup, with all its subdomains.</p>
      ) : (
        <ul class="us-sites">
          {sites.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button type="button" class="us-button" aria-label={`Remove ${site}`} onClick={() => remove(site)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
