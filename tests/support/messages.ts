/** Messages as the extension's parts send them. */
import type { FrameReport, PointedOut } from '../../entrypoints/shared/messages.ts';
import type { CardAbove } from '../../entrypoints/shared/overlay.ts';

export const A_CARD: CardAbove = {
  target: {
    kind: 'statement',
    link: ['2019-07-08-concern'],
    reasons: [{ cue: 'count', text: '22 countries' }],
    counts: [{ value: 22, low: 22, high: 22 }],
  },
  article: { date: '2019-07', passage: { text: 'In a letter 22 countries wrote.', start: 12, end: 24 } },
  place: { site: 'example.org', address: 'https://example.org/', text: '22 countries', before: 'In a letter ', after: ' wrote.' },
  focus: false,
  position: { number: 1, count: 2 },
};

export const A_REPORT: FrameReport = {
  type: 'report',
  token: '1-2',
  host: 'example.org',
  url: 'https://example.org/',
  top: true,
  active: true,
  mentions: [{ id: 1, kind: 'xinjiang', text: 'Xinjiang', before: 'in ', after: '.', link: [] }],
};

export const POINTED_OUT: PointedOut = {
  type: 'pointedOut',
  token: '1-2',
  mentionId: 1,
  target: A_CARD.target,
  article: A_CARD.article,
  place: A_CARD.place,
};
