/** How areas are filled: every colour has a pattern of its own too, so that it can be told without seeing colours. */
import type { Look } from './map-content.ts';

/** The fill of an area whose patterns are those of `Textures` with the same prefix. */
export function textureOf(prefix: string, texture: Look): string {
  return `url(#${prefix}-${texture})`;
}

/**
 * Lines lie for concern, stand for support, and both stand in turn; of names that came later between blank ones, of those that went thin.
 * What is not known is hatched, who is on no list is blank. Of votes, yes is full, no is crossed and abstention dotted.
 */
export function Textures({ prefix }: { readonly prefix: string }) {
  const of = (texture: Look) => ({ id: `${prefix}-${texture}`, patternUnits: 'userSpaceOnUse' as const });
  return (
    <defs>
      <pattern {...of('concern')} width="6" height="6">
        <rect class="us-fill-concern" width="6" height="6" />
        <path class="us-grain" d="M0 3H6" />
      </pattern>
      <pattern {...of('support')} width="6" height="6">
        <rect class="us-fill-support" width="6" height="6" />
        <path class="us-grain" d="M3 0V6" />
      </pattern>
      <pattern {...of('both')} width="8" height="8" patternTransform="rotate(45)">
        <rect class="us-fill-concern" width="4" height="8" />
        <rect class="us-fill-support" x="4" width="4" height="8" />
        <path class="us-seam" d="M0 0V8M4 0V8" />
      </pattern>
      <pattern {...of('neither')} width="8" height="8">
        <rect class="us-fill-blank" width="8" height="8" />
      </pattern>
      <pattern {...of('not-known')} width="4" height="4" patternTransform="rotate(45)">
        <rect class="us-fill-blank" width="4" height="4" />
        <path class="us-hatch" d="M0.5 0V4" />
      </pattern>
      <pattern {...of('joined-concern')} width="8" height="8">
        <rect class="us-fill-blank" width="8" height="8" />
        <rect class="us-fill-concern" width="8" height="5" />
      </pattern>
      <pattern {...of('joined-support')} width="8" height="8">
        <rect class="us-fill-blank" width="8" height="8" />
        <rect class="us-fill-support" width="5" height="8" />
      </pattern>
      <pattern {...of('withdrew-concern')} width="8" height="8">
        <rect class="us-fill-blank" width="8" height="8" />
        <rect class="us-fill-concern" width="8" height="1.5" />
      </pattern>
      <pattern {...of('withdrew-support')} width="8" height="8">
        <rect class="us-fill-blank" width="8" height="8" />
        <rect class="us-fill-support" width="1.5" height="8" />
      </pattern>
      <pattern {...of('named')} width="7" height="7" patternTransform="rotate(45)">
        <rect class="us-fill-blank" width="7" height="7" />
        <rect class="us-fill-ink" width="2.4" height="2.4" />
      </pattern>
      <pattern {...of('voted-yes')} width="8" height="8">
        <rect class="us-fill-ink" width="8" height="8" />
      </pattern>
      <pattern {...of('voted-no')} width="6" height="6" patternTransform="rotate(45)">
        <rect class="us-fill-blank" width="6" height="6" />
        <path class="us-cross" d="M0 1.5H6M1.5 0V6" />
      </pattern>
      <pattern {...of('abstained')} width="6" height="6">
        <rect class="us-fill-blank" width="6" height="6" />
        <circle class="us-fill-ink" cx="3" cy="3" r="1.1" />
      </pattern>
    </defs>
  );
}
