/**
 * The mentions of a page as a list: the way in for the keyboard and for assistive technology, since painted marks
 * take no focus. Groups them by what they refer to; knows nothing of how a page is reached.
 */
import type { Words } from '../data/messages.ts';
import { statementLine } from '../data/popover-context.ts';
import { statementById } from '../data/queries.ts';
import type { Dataset, StatementId } from '../data/schema.ts';
import { MetaLine } from './MetaLine.tsx';
import { useWords } from './words.ts';

/** One mention as a frame reports it; `before` and `after` are the text around it. */
export interface ListedMention {
  readonly id: number;
  readonly kind: 'xinjiang' | 'statement';
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly link: readonly StatementId[];
}

/** A frame of the page: mentions are numbered by frame. */
export interface ListedFrame {
  readonly token: string;
  readonly mentions: readonly ListedMention[];
}

interface MentionListProps {
  readonly frames: readonly ListedFrame[];
  readonly dataset: Dataset;
  /** Scroll the page to a mention and open its card. */
  readonly onReveal: (frameToken: string, mentionId: number) => void;
}

/** Statements first, oldest first, then what could be several, then the region. Each mention is a button that leads to it. */
export function MentionList({ frames, dataset, onReveal }: MentionListProps) {
  const words = useWords();
  return (
    <>
      {groupMentions(frames, dataset, words).map((group) => (
        <section key={group.key} class={group.stance ? `us-mentions us-${group.stance}` : 'us-mentions'}>
          <h3>
            <bdi>{group.headline}</bdi> <span class="us-count">· {words.number(group.mentions.length)}</span>
          </h3>
          {group.meta.length > 0 && (
            <p class="us-small">
              <MetaLine parts={group.meta} />
            </p>
          )}
          <ul>
            {group.mentions.map(({ frame, mention }) => (
              <li key={`${frame} ${mention.id}`}>
                {/* The page's words may be in any language and direction. */}
                <button type="button" lang="" dir="auto" onClick={() => onReveal(frame, mention.id)}>
                  {mention.before}
                  <mark>{mention.text}</mark>
                  {mention.after}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** "4 mentions of letters, statements and votes, 2 of the region."; empty where there is none. */
export function mentionTotals(frames: readonly ListedFrame[], words: Words): string {
  const mentions = frames.flatMap((frame) => frame.mentions);
  const statements = mentions.filter((mention) => mention.kind === 'statement').length;
  const region = mentions.length - statements;
  if (statements > 0 && region > 0) return words.say('popup.state.foundBoth', { statements, region });
  if (statements > 0) return words.say('popup.state.foundStatements', { statements });
  return region > 0 ? words.say('popup.state.foundRegion', { region }) : '';
}

interface MentionGroup {
  readonly key: string;
  readonly headline: string;
  readonly meta: readonly string[];
  readonly stance: string | null;
  readonly mentions: { readonly frame: string; readonly mention: ListedMention }[];
}

function groupMentions(frames: readonly ListedFrame[], dataset: Dataset, words: Words): MentionGroup[] {
  const groups = new Map<string, MentionGroup>();
  for (const frame of frames) {
    for (const mention of frame.mentions) {
      const key = mention.kind === 'xinjiang' ? REGION : [...mention.link].toSorted().join(' ');
      const group = groups.get(key) ?? { key, ...describe(dataset, mention, words), mentions: [] };
      group.mentions.push({ frame: frame.token, mention });
      groups.set(key, group);
    }
  }
  // Keys begin with the statement's day. Choices hold a space and go after; the region goes last.
  const rank = ({ key }: MentionGroup) => (key === REGION ? 2 : key.includes(' ') ? 1 : 0);
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key));
}

const REGION = 'xinjiang';

function describe(dataset: Dataset, mention: ListedMention, words: Words): Pick<MentionGroup, 'headline' | 'meta' | 'stance'> {
  if (mention.kind === 'xinjiang') return { headline: words.say('popup.mentions.region'), meta: [], stance: null };
  const lines = mention.link.flatMap((id) => statementById(dataset, id) ?? []).map((each) => statementLine(each, words));
  const [only, ...others] = lines;
  if (only && others.length === 0) return only;
  return {
    headline: words.say('popup.mentions.choice', { count: lines.length }),
    meta: lines.map((line) => line.headline),
    stance: null,
  };
}
