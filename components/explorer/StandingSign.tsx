/** Where a country stands, as a sign. All signs cover the same area, so that no side looks like more than it is. */
import type { Look } from './map-content.ts';
import { textureOf } from './Textures.tsx';

interface StandingSignProps {
  readonly look: Look;
  /** Of the patterns, see Textures. */
  readonly prefix: string;
  /** Half of what a disc measures; the other signs follow from it. */
  readonly radius: number;
}

/**
 * Around 0,0. Concern is a disc, support a square, both half of each; hatched not known, hollow on no list. Whose name came later has a
 * ring within, whose name went an outline. A vote is a triangle that points up or down, an abstention a bar.
 */
export function StandingSign({ look, prefix, radius }: StandingSignProps) {
  const half = squareOf(radius);
  switch (look) {
    case 'concern':
      return <circle class="us-fill-concern" r={radius} />;
    case 'support':
      return <rect class="us-fill-support" {...box(half)} />;
    case 'both':
      return (
        <>
          <path class="us-fill-concern" d={`M0 ${-radius}A${radius} ${radius} 0 0 0 0 ${radius}Z`} />
          <path class="us-fill-support" d={`M${radius / 14} ${-half}H${half}V${half}H${radius / 14}Z`} />
        </>
      );
    case 'joined-concern':
      return (
        <>
          <circle class="us-fill-concern" r={radius} />
          <circle class="us-inner-ring" r={radius * 0.8} stroke-width={radius / 9} />
        </>
      );
    case 'joined-support':
      return (
        <>
          <rect class="us-fill-support" {...box(half)} />
          <rect class="us-inner-ring" {...box(half * 0.8)} stroke-width={radius / 9} />
        </>
      );
    case 'withdrew-concern':
      return <circle class="us-outline us-outline-concern" r={radius * 0.94} />;
    case 'withdrew-support':
      return <rect class="us-outline us-outline-support" {...box(half * 0.94)} />;
    case 'named':
      return <path class="us-outline" d={`M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`} />;
    case 'voted-yes':
      return <path class="us-fill-ink" d={`M0 ${-radius}L${radius} ${half}H${-radius}Z`} />;
    case 'voted-no':
      return <path class="us-fill-ink" d={`M0 ${radius}L${radius} ${-half}H${-radius}Z`} />;
    case 'abstained':
      return <rect class="us-fill-ink" x={-radius} y={-radius / 2} width={2 * radius} height={radius} />;
    case 'neither':
      return <rect class="us-hollow" {...box(half)} rx={radius / 3} />;
    case 'not-known':
      return <rect class="us-hatched" {...box(half)} rx={radius / 3} fill={textureOf(prefix, 'not-known')} />;
    default:
      return look satisfies never;
  }
}

/** Half the side of a square as large as a disc. */
function squareOf(radius: number): number {
  return (radius * Math.sqrt(Math.PI)) / 2;
}

function box(half: number) {
  return { x: -half, y: -half, width: 2 * half, height: 2 * half };
}

/** Beside a country that took its name from a statement: a minus, at the sign's lower right. */
export function WithdrewSign({ radius }: { readonly radius: number }) {
  return (
    <g class="us-withdrew" transform={`translate(${radius * 0.8} ${radius * 0.8})`}>
      <circle r={radius * 0.36} />
      <path d={`M${-radius * 0.2} 0H${radius * 0.2}`} />
    </g>
  );
}
