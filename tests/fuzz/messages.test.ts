/** Whatever is sent to the background, the popup or a frame: nothing throws, and what is taken is what was meant and no more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameNewsOf, requestFrom, type Sender } from '../../entrypoints/shared/message-schemas.ts';
import { isFrameRequest } from '../../entrypoints/shared/messages.ts';
import { FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';
import { A_CARD, A_REPORT, POINTED_OUT } from '../support/messages.ts';

const SELF = { id: 'ours', baseUrl: 'chrome-extension://ours/' };
const TYPES = [
  'loadOverlay',
  'catalogue',
  'loadAnnotator',
  'loadLooks',
  'removeStyle',
  'showAbove',
  'openOptions',
  'openExplorer',
  'topAddress',
  'isRuledOut',
  'marksChanged',
  'step',
  'annotateTab',
];
const PAGES_ONLY = ['step', 'annotateTab'];
const EITHER = ['openExplorer'];

const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });

/** A right message of which some fields, at any depth, are something else. */
function altered(message: object): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(fc.array(fc.nat(20), { maxLength: 4 }), fc.option(anything)), { maxLength: 2 }).map((changes) => {
    const copy = structuredClone(message);
    for (const [path, value] of changes) put(copy, path, value);
    return copy;
  });
}

function put(into: object, [step = 0, ...rest]: readonly number[], value: unknown): void {
  // No message carries a property on a list.
  if (Array.isArray(into) && into.length === 0) {
    into.push(value);
    return;
  }
  const names = Object.keys(into);
  const name = names[step % Math.max(1, names.length)] ?? 'more';
  const inner = (into as Record<string, unknown>)[name];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) put(inner, rest, value);
  else Object.assign(into, { [name]: value });
}

/** What is read of a value: the fields of objects and lists. An empty list, a map or a day has none, like an object without any. */
function fieldsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fieldsOf(inner)]));
}

const anyMessage = fc.oneof(
  anything,
  altered({ type: 'showAbove', card: A_CARD }),
  altered({ type: 'step', tabId: 1, direction: 1 }),
  altered({ type: 'catalogue', language: 'en' }),
  altered({ type: 'removeStyle', looks: true, hosts: ['1-2'] }),
  altered({ type: 'openExplorer', statement: null, country: 'QA' }),
  fc.record({
    type: fc.constantFrom(...TYPES, '__proto__', 'constructor', 'reveal'),
    tabId: fc.integer(),
    direction: fc.integer(),
  }),
  fc.constantFrom(...TYPES).map((type) => ({ type })),
);

const anySender: fc.Arbitrary<Sender> = fc.record({
  id: fc.constantFrom('ours', 'other', undefined),
  url: fc.constantFrom('chrome-extension://ours/popup.html', 'chrome-extension://oursnot/', 'https://example.org/', undefined),
  tab: fc.option(fc.record({ id: fc.option(fc.nat(), { nil: undefined }) }), { nil: undefined }),
  frameId: fc.option(fc.nat(), { nil: undefined }),
});

test(
  'the background takes a message as it is, from who may send it, or not at all',
  () => {
    forAny(fc.tuple(anyMessage, anySender), ([message, sender]) => {
      const request = requestFrom(message, sender, SELF);
      if (request === undefined) return;
      expect(fieldsOf(request)).toEqual(fieldsOf(message));
      expect(TYPES).toContain(request.type);
      expect(sender.id).toBe('ours');
      const isOurPage = sender.url?.startsWith(SELF.baseUrl) === true;
      if (!EITHER.includes(request.type)) expect(isOurPage).toBe(PAGES_ONLY.includes(request.type));
      if (!isOurPage) expect(sender.tab?.id).toBeTypeOf('number');
    });
  },
  FUZZ_PATIENCE,
);

test(
  'the popup and frames take what has the form, and nothing else throws',
  () => {
    forAny(
      fc.oneof(anything, altered(A_REPORT), altered(POINTED_OUT), altered({ type: 'reveal', token: 'x', mentionId: 1 })),
      (message) => {
        const news = frameNewsOf(message);
        if (news) expect(fieldsOf(news)).toEqual(fieldsOf(message));
        if (isFrameRequest(message)) expect(message.token).toBeTypeOf('string');
      },
    );
  },
  FUZZ_PATIENCE,
);
