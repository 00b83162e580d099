/** How the reader wants cards to look, as the variables of the style sheet: on a page, and in the preview beside the settings. */
import type { Settings } from '../data/settings.ts';

export type Scheme = 'light' | 'dark';

/** The style sheet's variables. */
export type CardLook = Readonly<Record<'--us-scheme' | '--us-zoom' | '--us-card-width', string>>;

/** The size of text, in CSS pixels, that the card's style sheet is written in. */
const TEXT_SIZE = 14;

/** CSS pixels at that size of text; a card grows with it. */
const WIDTHS: Record<Settings['cardSize'], number> = { small: 300, medium: 360, large: 480 };

/** With `scheme` where it is known which of them a card is to have. */
export function cardLook(
  { textSize, cardSize }: Pick<Settings, 'textSize' | 'cardSize'>,
  scheme: Scheme | 'light dark',
): CardLook {
  return { '--us-scheme': scheme, '--us-zoom': String(textSize / TEXT_SIZE), '--us-card-width': `${WIDTHS[cardSize]}px` };
}
