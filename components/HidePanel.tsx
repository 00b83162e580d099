/** "Not helpful here": everything that can be hidden or turned off, from small to large, each done with one press. */
import type { HidingKind } from '../data/hiding.ts';
import { useWords } from './words.ts';

export interface HideActions {
  /** The words that are marked. */
  readonly text: string;
  /** What can be hidden here, in the order shown. */
  readonly kinds: readonly HidingKind[];
  hide(kind: HidingKind): void;
}

interface HidePanelProps {
  readonly id: string;
  readonly actions: HideActions;
}

export function HidePanel({ id, actions: { text, kinds, hide } }: HidePanelProps) {
  const words = useWords();
  return (
    <div class="us-panel us-choices" id={id}>
      <p>{words.say('card.hide.title')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => hide(kind)}>
              {words.say(`card.hide.${kind}`, { text })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
