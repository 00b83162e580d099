/** What kind of text it is, where it was made and when, on one line; a date is never broken. */
import { Fragment } from 'preact';

export function MetaLine({ parts }: { parts: readonly string[] }) {
  return (
    <>
      {parts.slice(0, -1).map((part) => (
        <Fragment key={part}>
          <bdi>{part}</bdi>
          {' · '}
        </Fragment>
      ))}
      <bdi class="us-unbroken">{parts.at(-1)}</bdi>
    </>
  );
}
