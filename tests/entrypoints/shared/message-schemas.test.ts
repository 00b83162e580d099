import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { frameNewsOf, requestFrom, type Sender } from '../../../entrypoints/shared/message-schemas.ts';
import { A_CARD, A_REPORT, POINTED_OUT } from '../../support/messages.ts';

const SELF = { id: 'ours', baseUrl: 'chrome-extension://ours/' };
const FRAME: Sender = { id: 'ours', url: 'https://example.org/', tab: { id: 7 }, frameId: 0 };
const POPUP: Sender = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
/** The popup in a window of its own. */
const WINDOW: Sender = { ...POPUP, tab: { id: 8 }, frameId: 0 };

const FROM_FRAMES = [
  { type: 'loadOverlay' },
  { type: 'loadAnnotator' },
  { type: 'loadLooks' },
  { type: 'removeStyle', looks: true, hosts: [] },
  { type: 'removeStyle', looks: false, hosts: ['1-4294967295'] },
  { type: 'catalogue', language: 'zh-Hant' },
  { type: 'showAbove', card: A_CARD },
  { type: 'showAbove', card: { ...A_CARD, target: { kind: 'xinjiang' } } },
  { type: 'showAbove', card: { ...A_CARD, target: { kind: 'related' } } },
  { type: 'showAbove', card: { ...A_CARD, target: { kind: 'country', code: 'QA' } } },
  { type: 'showAbove', card: null },
  { type: 'openOptions' },
  { type: 'topAddress' },
  { type: 'isRuledOut', address: 'https://example.org/' },
  { type: 'marksChanged' },
];
const FROM_PAGES = [
  { type: 'step', tabId: 3, direction: -1 },
  { type: 'annotateTab', tabId: 3 },
];

describe('a request', () => {
  test.each(FROM_FRAMES)('%j is taken from a frame of a page, and from nobody else', (message) => {
    expect(requestFrom(message, FRAME, SELF)).toEqual(message);
    for (const sender of [POPUP, WINDOW, { ...FRAME, id: 'other' }, { id: 'ours', url: FRAME.url }]) {
      expect(requestFrom(message, sender, SELF)).toBeUndefined();
    }
  });

  test.each(FROM_PAGES)('%j is taken from a page of ours, and from nobody else', (message) => {
    for (const sender of [POPUP, WINDOW]) expect(requestFrom(message, sender, SELF)).toEqual(message);
    for (const sender of [
      FRAME,
      { ...POPUP, id: 'other' },
      { ...POPUP, url: 'https://example.org/chrome-extension://ours/' },
      {},
    ]) {
      expect(requestFrom(message, sender, SELF)).toBeUndefined();
    }
  });

  test('for the explorer is taken from a frame and from a page of ours, and from nobody else', () => {
    for (const message of [
      { type: 'openExplorer', statement: null, country: null },
      { type: 'openExplorer', statement: '2019-07-08-concern', country: 'QA' },
    ]) {
      for (const sender of [FRAME, POPUP, WINDOW]) expect(requestFrom(message, sender, SELF)).toEqual(message);
      for (const sender of [
        { ...FRAME, id: 'other' },
        { id: 'ours', url: FRAME.url },
      ])
        expect(requestFrom(message, sender, SELF)).toBeUndefined();
    }
    expect(requestFrom({ type: 'openExplorer', statement: '<b>', country: null }, FRAME, SELF)).toBeUndefined();
  });

  test.each([
    null,
    'loadOverlay',
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'loadOverlay', file: '/content-scripts/other.js' },
    { type: 'catalogue', language: '../../manifest' },
    { type: 'removeStyle', looks: false, hosts: ['1-2"] { color: red }'] },
    { type: 'removeStyle', looks: false, hosts: Array(21).fill('1-2') },
    { type: 'showAbove', card: undefined },
    { type: 'showAbove', card: { ...A_CARD, onDismiss: 'x' } },
    { type: 'showAbove', card: { ...A_CARD, target: { kind: 'statement', link: ['<b>'], reasons: [] } } },
    { type: 'showAbove', card: { ...A_CARD, place: { ...A_CARD.place, text: 'x'.repeat(20_001) } } },
  ])('%j is none', (message) => {
    expect(requestFrom(message, FRAME, SELF)).toBeUndefined();
  });

  test.each([{ settings: DEFAULT_SETTINGS }, { catalogue: { language: 'en', messages: { 'card.close': 'Close' } } }])(
    'a frame has no say in the words of a card above it, nor in the settings: %j',
    (more) => {
      expect(requestFrom({ type: 'showAbove', card: { ...A_CARD, ...more } }, FRAME, SELF)).toBeUndefined();
    },
  );

  test.each([
    { type: 'step', tabId: '3', direction: 1 },
    { type: 'step', tabId: 3, direction: 2 },
    { type: 'step', tabId: -1, direction: 1 },
    { type: 'annotateTab', tabId: 3.5 },
  ])('%j is none', (message) => {
    expect(requestFrom(message, POPUP, SELF)).toBeUndefined();
  });
});

describe('what a frame tells', () => {
  test('is taken as it is', () => {
    expect(frameNewsOf(POINTED_OUT)).toEqual(POINTED_OUT);
    expect(frameNewsOf(A_REPORT)).toEqual(A_REPORT);
    expect(frameNewsOf({ type: 'left', token: '1-2' })).toEqual({ type: 'left', token: '1-2' });
    const [mention] = A_REPORT.mentions;
    const country = { ...A_REPORT, mentions: [{ ...mention, kind: 'country', country: 'QA' }] };
    expect(frameNewsOf(country)).toEqual(country);
  });

  test.each([
    undefined,
    { ...A_REPORT, more: 1 },
    { ...POINTED_OUT, target: { kind: 'country' } },
    { ...A_REPORT, mentions: [{}] },
    { ...A_REPORT, mentions: {} },
    { ...A_REPORT, top: 'yes' },
    { type: 'left' },
  ])('%j is none', (message) => {
    expect(frameNewsOf(message)).toBeUndefined();
  });
});
