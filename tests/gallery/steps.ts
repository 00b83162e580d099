/** Does in a card what a reader does: finds controls by what they say, in the card's own language. */
import type { Words } from '../../data/messages.ts';
import type { Part, Step } from './states.ts';

/** Throws where the card does not show what is looked for. */
export function perform(step: Step, card: HTMLElement, words: Words): void {
  if ('press' in step) partOf(card, step.press, 'button, summary, a', words).click();
  else if ('scrollTo' in step) {
    partOf(card, step.scrollTo, 'h3, summary', words).scrollIntoView({ block: 'start', behavior: 'instant' });
  } else {
    const field = partOf(card, { selector: 'input[type="search"]' }, 'input', words) as HTMLInputElement;
    field.value = step.type;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function partOf(card: HTMLElement, part: Part, among: string, words: Words): HTMLElement {
  // Views that wait for the way back are hidden.
  const shown = (selector: string) =>
    [...card.querySelectorAll<HTMLElement>(selector)].filter((each) => !each.closest('[hidden]'));
  const found =
    typeof part === 'string'
      ? shown(among).find((each) => [each.textContent, each.getAttribute('aria-label')].includes(words.say(part)))
      : shown(part.selector)[0];
  if (!found) throw new Error(`The card does not show ${JSON.stringify(part)}.`);
  return found;
}
