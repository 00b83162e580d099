/** "Not helpful here": everything that can be hidden or turned off, from small to large, each done with one press. */
import type { HidingKind } from '../data/hiding.ts';

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
  return (
    <div class="us-panel us-choices" id={id}>
      <p>Not helpful here?</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => hide(kind)}>
              {labelOf(kind, text)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function labelOf(kind: HidingKind, text: string): string {
  switch (kind) {
    case 'mention':
      return 'Hide this mention';
    case 'term':
      return `Hide “${text}” everywhere`;
    case 'page':
      return 'Turn off on this page';
    case 'site':
      return 'Turn off on this site';
    case 'hour':
      return 'Turn off for an hour';
    case 'everywhere':
      return 'Turn off everywhere';
    default:
      return kind satisfies never;
  }
}
