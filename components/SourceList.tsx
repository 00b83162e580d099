/** Where the facts of a card can be checked. Links open beside the page and tell the other side nothing of it. */
import type { SourceLine, StatementContext } from '../data/popover-context.ts';
import { useWords } from './words.ts';

interface SourceListProps {
  readonly sources: readonly SourceLine[];
  readonly document: StatementContext['document'];
}

export function SourceList({ sources, document }: SourceListProps) {
  const words = useWords();
  return (
    <ol class="us-sources">
      {document && (
        <li>
          <OutLink href={document.url}>{words.say('card.sources.document', { symbol: document.symbol })}</OutLink>
          {!document.verified && (
            <>
              {' '}
              <span class="us-tag">{words.say('card.sources.unverified')}</span>
            </>
          )}
        </li>
      )}
      {sources.map((source) => (
        <li key={source.url ?? source.publisher}>
          <SourceLink source={source} />
        </li>
      ))}
      {!document && sources.length === 0 && <li>{words.say('card.sources.none')}</li>}
    </ol>
  );
}

/** What an answer rests on, below it; nothing where that is nothing. */
export function AnswerSources({ sources }: { sources: readonly SourceLine[] }) {
  if (sources.length === 0) return null;
  return (
    <ul class="us-answer-sources">
      {sources.map((source) => (
        <li key={source.url ?? source.publisher}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}

/** Publisher as the link, then what a reader should know before following it: kind, language, date. */
export function SourceLink({ source: { publisher, url, kind, language, date } }: { source: SourceLine }) {
  const words = useWords();
  const name = <bdi>{publisher}</bdi>;
  return (
    <>
      {url === null ? name : <OutLink href={url}>{name}</OutLink>}
      {[kind, language && words.say('card.sources.language', { language }), date].filter(Boolean).map((part) => ` · ${part}`)}
    </>
  );
}

function OutLink({ href, children }: { href: string; children: preact.ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
