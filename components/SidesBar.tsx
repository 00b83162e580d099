/** Two sides as one bar, drawn to one scale, with the same numbers in words below. */
import type { SideBar } from '../data/popover-context.ts';
import { useWords } from './words.ts';

/** Solid is known by name, crossed is not, diagonal was counted later. The bar itself is decoration: the legend says it all. */
export function SidesBar({ sides }: { sides: readonly SideBar[] }) {
  const words = useWords();
  const hasLater = sides.some((side) => side.later > 0);
  const hasUnnamed = sides.some((side) => side.unnamed > 0);
  return (
    <div>
      <div class="us-bar" aria-hidden="true">
        {sides.map((side) => (
          <div key={side.id} class={`us-bar-side us-${side.stance}`} style={{ flexGrow: side.named + side.unnamed + side.later }}>
            <i class="us-named" style={{ flexGrow: side.named }} />
            <i class="us-unnamed" style={{ flexGrow: side.unnamed }} />
            <i class="us-later" style={{ flexGrow: side.later }} />
          </div>
        ))}
      </div>
      <ul class="us-legend">
        {sides.map((side) => (
          <li key={side.id} class={`us-${side.stance}`}>
            <b>{side.count}</b> <bdi>{side.label}</bdi>
            {side.laterLabel && (
              <>
                {' · '}
                <bdi>{side.laterLabel}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      {(hasLater || hasUnnamed) && (
        <p class="us-small us-key">
          {hasUnnamed && <span class="us-key-unnamed">{words.say('card.sides.unnamed')}</span>}
          {hasLater && <span class="us-key-later">{words.say('card.sides.later')}</span>}
        </p>
      )}
    </div>
  );
}
