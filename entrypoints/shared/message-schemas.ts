/**
 * What the background, the popup and the side panel take from other parts of the extension: each message has a schema and, to the background, a
 * sender. A page whose process was taken over can speak as the content script in it does; it gets what that may have, for its own
 * tab, and no more.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../../data/languages.ts';
import type { BackgroundRequest, FrameLeft, FrameNews, FrameReport, PointedOut } from './messages.ts';
import { type CardAbove, MOST_HOSTS } from './overlay.ts';
import { TOKEN } from './token.ts';

/** As much of a sender as is looked at. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
}

/** Who we are. */
export interface Self {
  readonly id: string;
  /** What the addresses of the extension's own pages begin with. */
  readonly baseUrl: string;
}

type Rule<Message> = readonly [from: 'frame' | 'page' | 'either', schema: v.GenericSchema<unknown, Message>];

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** The schema, if it takes all that the type allows; what it takes besides shows where it is used. */
function taking<Message>() {
  return <Schema extends v.GenericSchema>(
    schema: Message extends Frozen<v.InferOutput<Schema>> ? Schema : 'This schema refuses what the type allows.',
  ): Schema => schema as Schema;
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const statementId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/));
/** Of a mention and its surroundings; a block of a page's text is no longer. */
const words = v.pipe(v.string(), v.maxLength(20_000));
const readNumber = v.strictObject({ value: v.number(), low: v.number(), high: v.number() });
const place = v.strictObject({ site: v.string(), address: v.string(), text: words, before: words, after: words });
const position = v.strictObject({ number: wholeNumber, count: wholeNumber });

const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('xinjiang') }),
  v.strictObject({ kind: v.literal('related') }),
  v.strictObject({ kind: v.literal('country'), code: countryCode }),
  v.strictObject({
    kind: v.literal('statement'),
    link: v.pipe(v.array(statementId), v.maxLength(100)),
    reasons: v.pipe(
      v.array(
        v.strictObject({
          cue: v.picklist([
            ...(['count', 'symbol', 'role', 'deliveredBy', 'forum', 'date'] as const),
            ...(['published', 'stance', 'vote', 'answer', 'earlier'] as const),
          ]),
          text: words,
        }),
      ),
      v.maxLength(100),
    ),
    counts: v.exactOptional(v.pipe(v.array(readNumber), v.maxLength(10))),
  }),
]);

const article = v.strictObject({
  date: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/))),
  passage: v.exactOptional(v.strictObject({ text: words, start: wholeNumber, end: wholeNumber })),
});

const card = taking<CardAbove>()(
  v.strictObject({ target, article, place, focus: v.boolean(), position: v.exactOptional(position) }),
);

const bare = <Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });

/** Every request there is. One that was left out here would be answered by nobody. */
const REQUESTS: { readonly [Type in BackgroundRequest['type']]: Rule<Extract<BackgroundRequest, { readonly type: Type }>> } = {
  loadOverlay: ['frame', bare('loadOverlay')],
  catalogue: ['frame', v.strictObject({ type: v.literal('catalogue'), language: v.picklist(LANGUAGES) })],
  loadAnnotator: ['frame', bare('loadAnnotator')],
  loadLooks: ['frame', bare('loadLooks')],
  removeStyle: [
    'frame',
    v.strictObject({
      type: v.literal('removeStyle'),
      looks: v.boolean(),
      hosts: v.pipe(v.array(v.pipe(v.string(), v.regex(TOKEN))), v.maxLength(MOST_HOSTS)),
    }),
  ],
  showAbove: ['frame', v.strictObject({ type: v.literal('showAbove'), card: v.nullable(card) })],
  openOptions: ['frame', bare('openOptions')],
  openExplorer: [
    'either',
    v.strictObject({
      type: v.literal('openExplorer'),
      statement: v.nullable(statementId),
      country: v.nullable(countryCode),
    }),
  ],
  topAddress: ['frame', bare('topAddress')],
  isRuledOut: ['frame', v.strictObject({ type: v.literal('isRuledOut'), address: v.string() })],
  marksChanged: ['frame', bare('marksChanged')],
  step: ['page', v.strictObject({ type: v.literal('step'), tabId: wholeNumber, direction: v.picklist([1, -1]) })],
  annotateTab: ['page', v.strictObject({ type: v.literal('annotateTab'), tabId: wholeNumber })],
};

/** What a message asks of the background; undefined where it asks nothing, or its sender may not ask that. */
export function requestFrom(message: unknown, sender: Sender, self: Self): BackgroundRequest | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  if (sender.id !== self.id || typeof type !== 'string' || !Object.hasOwn(REQUESTS, type)) return undefined;
  const [from, schema]: Rule<BackgroundRequest> = REQUESTS[type as BackgroundRequest['type']];
  const result = v.safeParse(schema, message);
  const kind = kindOf(sender, self);
  return kind !== undefined && (from === 'either' || from === kind) && result.success ? result.output : undefined;
}

function kindOf({ url, tab, frameId }: Sender, { baseUrl }: Self): 'frame' | 'page' | undefined {
  if (url?.startsWith(baseUrl)) return 'page';
  return tab?.id !== undefined && frameId !== undefined ? 'frame' : undefined;
}

const frameReport = taking<FrameReport>()(
  v.strictObject({
    type: v.literal('report'),
    token: v.string(),
    host: v.string(),
    url: v.string(),
    top: v.boolean(),
    active: v.boolean(),
    mentions: v.array(
      v.strictObject({
        id: wholeNumber,
        kind: v.picklist(['xinjiang', 'statement', 'related', 'country']),
        text: words,
        before: words,
        after: words,
        link: v.array(statementId),
        country: v.exactOptional(countryCode),
      }),
    ),
  }),
);

const pointedOut = taking<PointedOut>()(
  v.strictObject({ type: v.literal('pointedOut'), token: v.string(), mentionId: wholeNumber, target, article, place }),
);

const frameLeft = taking<FrameLeft>()(v.strictObject({ type: v.literal('left'), token: v.string() }));

/** What a frame tells popup and side panel; undefined where it is nothing of that. */
export function frameNewsOf(message: unknown): FrameNews | undefined {
  const result = v.safeParse(v.variant('type', [frameReport, pointedOut, frameLeft]), message);
  return result.success ? result.output : undefined;
}
