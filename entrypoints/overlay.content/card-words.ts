/** The words a card is drawn with. */
import { type Catalogue, type Words, wordsFrom } from '../../data/messages.ts';

const known = new WeakMap<Catalogue, Words>();

/** Made once a catalogue, with the formats that its messages need. */
export function cardWords(catalogue: Catalogue): Words {
  const words = known.get(catalogue) ?? wordsFrom(catalogue);
  known.set(catalogue, words);
  return words;
}
