/** How areas are filled: every colour has a pattern of its own too, so that it can be told without seeing colours. */
import type { Standing } from '../../data/explorer/standing.ts';

/** The fill of an area whose patterns are those of `Textures` with the same prefix. */
export function textureOf(prefix: string, texture: Standing): string {
  return `url(#${prefix}-${texture})`;
}

/** Lines lie for concern, stand for support, and both stand in turn; what is not known is hatched, and who is on no list is blank. */
export function Textures({ prefix }: { readonly prefix: string }) {
  const of = (texture: Standing) => ({ id: `${prefix}-${texture}`, patternUnits: 'userSpaceOnUse' as const });
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
    </defs>
  );
}
