/** Every state of a card that a reader can meet, and the surroundings it is pictured in. */
import type { Language } from '../../data/languages.ts';
import type { MessageId } from '../../data/messages.ts';
import type { Article, PopoverTarget } from '../../data/popover-context.ts';
import type { Settings } from '../../data/settings.ts';

/** What is done in a card, in whatever language it is: `type` is into its search. */
export type Step = { readonly press: Part } | { readonly type: string } | { readonly scrollTo: Part };

/** A control or heading by the message it says, or the first that a selector finds. */
export type Part = MessageId | { readonly selector: string };

export interface State {
  readonly name: string;
  readonly target: PopoverTarget;
  readonly article?: Article;
  readonly steps?: readonly Step[];
  readonly settings?: Partial<Settings>;
}

export interface Surroundings {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly rtl?: boolean;
  readonly forcedColors?: boolean;
  /** English if left out; `pseudo` is English made longer, see tests/support/pseudo.ts. */
  readonly language?: Language | 'pseudo';
  /** Pixels of the screen to one of the page: 2 is what zooming to 200 % does, with the window's size halved. */
  readonly zoom?: number;
  readonly settings?: Partial<Settings>;
}

const openAnswer: Step = { press: { selector: '.us-answers .us-name' } };

const statement = (...link: string[]): PopoverTarget => ({ kind: 'statement', link, reasons: REASONS });

const REASONS = [
  { cue: 'count', text: '22 countries' },
  { cue: 'date', text: 'July 2019' },
] as const;

export const STATES: readonly State[] = [
  { name: 'letter-of-concern', target: statement('2019-07-08-concern') },
  { name: 'letter-of-support', target: statement('2019-07-12-support') },
  { name: 'what-each-said', target: statement('2019-07-12-support'), steps: [{ scrollTo: 'card.quotes.title' }] },
  { name: 'sources', target: statement('2019-07-08-concern'), steps: [{ scrollTo: 'card.sources.title' }] },
  { name: 'joint-statement', target: statement('2022-10-31-concern') },
  { name: 'known-in-part', target: statement('2020-07-01-support') },
  { name: 'a-number-only', target: statement('2021-10-21-support') },
  { name: 'in-the-name-of-a-group', target: statement('2022-10-31-support-gulf') },
  { name: 'on-hong-kong', target: statement('2020-06-30-support-hong-kong') },
  { name: 'vote', target: statement('2022-10-06-vote') },
  { name: 'choice', target: statement('2021-06-22-support', '2021-09-24-support') },
  { name: 'region', target: { kind: 'xinjiang' } },
  {
    name: 'region-as-a-table',
    target: { kind: 'xinjiang' },
    steps: [{ press: 'card.region.table' }, { scrollTo: 'card.region.table' }],
  },
  { name: 'search', target: statement('2019-07-12-support'), steps: [{ type: 'qatar' }] },
  { name: 'search-finds-none', target: statement('2019-07-12-support'), steps: [{ type: 'atlantis' }] },
  { name: 'own-country', target: statement('2019-07-12-support'), settings: { country: 'QA' } },
  { name: 'country', target: statement('2019-07-08-concern'), steps: [{ type: 'germany' }, openAnswer] },
  { name: 'country-that-withdrew', target: statement('2019-07-12-support'), steps: [{ type: 'qatar' }, openAnswer] },
  {
    name: 'on-the-date-of-the-page',
    target: statement('2019-07-12-support'),
    article: { date: '2019-07-15' },
  },
  {
    name: 'number-unlike-the-record',
    target: {
      kind: 'statement',
      link: ['2019-07-12-support'],
      reasons: [],
      counts: [{ value: 50, low: 50, high: 50 }],
    },
    article: { date: '2019-07-12', passage: { text: '50 countries signed the answering letter.', start: 0, end: 40 } },
  },
  { name: 'pinned', target: statement('2019-07-08-concern'), steps: [{ press: 'card.pin' }] },
  { name: 'not-helpful-here', target: statement('2019-07-08-concern'), steps: [{ press: 'card.foot.hide' }] },
  {
    name: 'hidden',
    target: statement('2019-07-08-concern'),
    steps: [{ press: 'card.foot.hide' }, { press: 'card.hide.mention' }],
  },
  { name: 'copy', target: statement('2019-07-08-concern'), steps: [{ press: 'card.foot.copy' }, { press: 'card.copy.text' }] },
  { name: 'report', target: statement('2019-07-08-concern'), steps: [{ press: 'card.foot.report' }] },
  { name: 'why', target: statement('2019-07-08-concern'), steps: [{ press: 'card.foot.why' }] },
  { name: 'the-other-letter', target: statement('2019-07-08-concern'), steps: [{ press: { selector: '.us-line' } }] },
];

/** In these every state is pictured. */
export const EVERYWHERE: readonly Surroundings[] = [
  { name: 'light', width: 420, height: 640 },
  { name: 'dark', width: 420, height: 640, dark: true },
].map((each) => ({ ...each, width: 560 }));

/** And in these the states that show most of what can be on a card. */
export const ELSEWHERE: readonly Surroundings[] = [
  { name: 'rtl', width: 560, height: 640, rtl: true },
  { name: 'arabic', width: 560, height: 640, rtl: true, language: 'ar' },
  { name: 'long-words', width: 560, height: 640, language: 'pseudo' },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'zoomed', width: 640, height: 360, zoom: 2 },
  { name: 'zoomed-to-400', width: 320, height: 180, zoom: 4 },
  { name: 'forced-colors', width: 560, height: 640, forcedColors: true },
  { name: 'large-text', width: 640, height: 640, settings: { textSize: 20 } },
];

export const SHOWN_ELSEWHERE: readonly string[] = [
  'letter-of-support',
  'vote',
  'region',
  'country-that-withdrew',
  'number-unlike-the-record',
  'not-helpful-here',
];
