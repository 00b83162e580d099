/**
 * The mentions of a page as a list: the way in for the keyboard and for assistive technology, since painted marks
 * take no focus. Groups them by what they refer to; knows nothing of how a page is reached.
 */
import type { Mention } from '../data/detection/mention.ts';
import { sentences } from '../data/in-words.ts';
import type { Words } from '../data/messages.ts';
import { statementLine } from '../data/popover-context.ts';
import { countryByCode, statementById } from '../data/queries.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import { MetaLine } from './MetaLine.tsx';
import { useWords } from './words.ts';

/** One mention as a frame reports it; `before` and `after` are the text around it. */
export interface ListedMention {
  readonly id: number;
  readonly kind: Mention['kind'];
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly link: readonly StatementId[];
  readonly country?: CountryCode;
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

/** Statements first, oldest first, then what could be several, the region, and what stands beside it, countries by name. Each mention is a button that leads to it. */
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
  const of = (kind: Mention['kind']) => mentions.filter((mention) => mention.kind === kind).length;
  const totals = [matterTotals(of('statement'), of('xinjiang'), words), asideTotals(of('related'), of('country'), words)];
  return sentences(
    totals.filter((total) => total !== ''),
    words,
  );
}

function matterTotals(statements: number, region: number, words: Words): string {
  if (statements > 0 && region > 0) return words.say('popup.state.foundBoth', { statements, region });
  if (statements > 0) return words.say('popup.state.foundStatements', { statements });
  return region > 0 ? words.say('popup.state.foundRegion', { region }) : '';
}

function asideTotals(related: number, countries: number, words: Words): string {
  if (related > 0 && countries > 0) return words.say('popup.state.foundAsides', { related, countries });
  if (related > 0) return words.say('popup.state.foundRelated', { related });
  return countries > 0 ? words.say('popup.state.foundCountries', { countries }) : '';
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
      const key = keyOf(mention);
      const group = groups.get(key) ?? { key, ...describe(dataset, mention, words), mentions: [] };
      group.mentions.push({ frame: frame.token, mention });
      groups.set(key, group);
    }
  }
  return [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b) || inOrder(a, b, words));
}

/** Of a kind: statements by day, countries by name. */
function inOrder(one: MentionGroup, other: MentionGroup, words: Words): number {
  const isCountry = one.mentions[0]?.mention.kind === 'country';
  return isCountry ? words.compare(one.headline, other.headline) : one.key.localeCompare(other.key);
}

/** Begins with the day of a statement; of a choice between several it has spaces in it. */
function keyOf({ kind, link, country }: ListedMention): string {
  return kind === 'statement' ? [...link].toSorted().join(' ') : (country ?? kind);
}

function rankOf({ mentions: [first], key }: MentionGroup): number {
  const kind = first?.mention.kind ?? 'statement';
  return KINDS.indexOf(kind) + (key.includes(' ') ? 0.5 : 0);
}

/** In the order they are listed in. */
const KINDS: readonly Mention['kind'][] = ['statement', 'xinjiang', 'related', 'country'];

function describe(dataset: Dataset, mention: ListedMention, words: Words): Pick<MentionGroup, 'headline' | 'meta' | 'stance'> {
  const country = mention.country === undefined ? undefined : countryByCode(dataset, mention.country);
  if (country) return { headline: words.country(country), meta: [], stance: null };
  if (mention.kind === 'related') return { headline: words.say('popup.mentions.related'), meta: [], stance: null };
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
