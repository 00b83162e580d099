/** Every state of a card that a reader can meet, and the surroundings it is pictured in. */
import type { Language } from '../../data/languages.ts';
import type { Article, PopoverTarget } from '../../data/popover-context.ts';
import type { Settings } from '../../data/settings.ts';

/** What is done in a card before its picture is taken, by the names a reader sees. */
export type Step = { readonly press: string } | { readonly type: string; readonly into: string } | { readonly scrollTo: string };

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
  /** As the card will be in a language that is written from right to left: its own direction is turned, its words are not. */
  readonly mirrored?: boolean;
  readonly forcedColors?: boolean;
  /** English if left out. */
  readonly language?: Language;
  /** Pixels of the screen to one of the page: 2 is what zooming to 200 % does, with the window's size halved. */
  readonly zoom?: number;
  readonly settings?: Partial<Settings>;
}

const statement = (...link: string[]): PopoverTarget => ({ kind: 'statement', link, reasons: REASONS });

const REASONS = [
  { cue: 'count', text: '22 countries' },
  { cue: 'date', text: 'July 2019' },
] as const;

export const STATES: readonly State[] = [
  { name: 'letter-of-concern', target: statement('2019-07-08-concern') },
  { name: 'letter-of-support', target: statement('2019-07-12-support') },
  { name: 'what-each-said', target: statement('2019-07-12-support'), steps: [{ scrollTo: 'In their words' }] },
  { name: 'sources', target: statement('2019-07-08-concern'), steps: [{ scrollTo: 'Sources' }] },
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
    steps: [{ press: 'All as a table' }, { scrollTo: 'All as a table' }],
  },
  { name: 'search', target: statement('2019-07-12-support'), steps: [{ type: 'qatar', into: 'Find a country' }] },
  { name: 'search-finds-none', target: statement('2019-07-12-support'), steps: [{ type: 'atlantis', into: 'Find a country' }] },
  { name: 'own-country', target: statement('2019-07-12-support'), settings: { country: 'QA' } },
  { name: 'country', target: statement('2019-07-08-concern'), steps: [{ press: 'Germany' }] },
  { name: 'country-that-withdrew', target: statement('2019-07-12-support'), steps: [{ press: 'Qatar' }] },
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
  { name: 'pinned', target: statement('2019-07-08-concern'), steps: [{ press: 'Pin' }] },
  { name: 'not-helpful-here', target: statement('2019-07-08-concern'), steps: [{ press: 'Hide…' }] },
  {
    name: 'hidden',
    target: statement('2019-07-08-concern'),
    steps: [{ press: 'Hide…' }, { press: 'Hide this mention' }],
  },
  { name: 'copy', target: statement('2019-07-08-concern'), steps: [{ press: 'Copy' }, { press: 'Markdown' }] },
  { name: 'report', target: statement('2019-07-08-concern'), steps: [{ press: 'Report an error' }] },
  { name: 'why', target: statement('2019-07-08-concern'), steps: [{ press: 'Why?' }] },
  { name: 'the-other-letter', target: statement('2019-07-08-concern'), steps: [{ press: '37 countries voiced support' }] },
];

/** In these every state is pictured. */
export const EVERYWHERE: readonly Surroundings[] = [
  { name: 'light', width: 420, height: 640 },
  { name: 'dark', width: 420, height: 640, dark: true },
].map((each) => ({ ...each, width: 560 }));

/** And in these the states that show most of what can be on a card. */
export const ELSEWHERE: readonly Surroundings[] = [
  { name: 'rtl', width: 560, height: 640, rtl: true },
  { name: 'mirrored', width: 560, height: 640, rtl: true, mirrored: true },
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
