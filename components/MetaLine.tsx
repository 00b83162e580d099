/** What kind of text it is, where it was made and when, on one line; a date is never broken. */

export function MetaLine({ parts }: { parts: readonly string[] }) {
  return (
    <>
      {parts.slice(0, -1).map((part) => `${part} · `)}
      <span class="us-unbroken">{parts.at(-1)}</span>
    </>
  );
}
