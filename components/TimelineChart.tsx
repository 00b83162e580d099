/** The two sides as bars over the years, one above the other and to one scale. The table of the record says the same. */
import { clauses, labelled } from '../data/in-words.ts';
import type { ChartBar, RegionContext } from '../data/popover-context.ts';
import type { Stance } from '../data/schema.ts';
import { useWords } from './words.ts';

/** Of the drawing, in its own units: CSS pixels at the card's full width. It is stretched across, never in height. */
const WIDTH = 300;
const HEIGHT = 54;
const BAR = 6;
/** From one bar of a year to the next. */
const STEP = 8;
/** The scale is marked at every so many countries. */
const MARK = 40;

interface Span {
  readonly first: number;
  readonly years: number;
  /** The top of the scale, in countries. */
  readonly most: number;
}

/** One picture a side; a bar stands in its year, in order, and is hatched for countries not known by name. */
export function TimelineChart({ sides, note }: { sides: RegionContext['sides']; note: string }) {
  const bars = sides.flatMap((side) => side.bars);
  const years = bars.map((bar) => bar.year);
  const first = Math.min(...years);
  const span: Span = {
    first,
    years: Math.max(...years) - first + 1,
    most: Math.ceil(Math.max(...bars.map((bar) => bar.named + bar.unnamed)) / MARK) * MARK,
  };
  return (
    <figure class="us-chart">
      {sides.map((side) => (
        <SideRow key={side.stance} stance={side.stance} label={side.label} bars={side.bars} span={span} />
      ))}
      <div class="us-years" aria-hidden="true">
        {Array.from({ length: span.years }, (_, index) => (
          <span key={first + index}>{first + index}</span>
        ))}
      </div>
      <figcaption>{note}</figcaption>
    </figure>
  );
}

function SideRow({ stance, label, bars, span }: { stance: Stance; label: string; bars: readonly ChartBar[]; span: Span }) {
  const words = useWords();
  const tall = (count: number) => (count / span.most) * HEIGHT;
  const marks = Array.from({ length: span.most / MARK }, (_, index) => (index + 1) * MARK);
  const said = bars.map((bar) => words.say('card.chart.bar', { count: bar.count, year: String(bar.year) }));
  const hatch = `us-hatch-${stance}`;
  return (
    <div class={`us-${stance}`}>
      <p>
        <b>{label}</b> · {words.say('card.chart.times', { count: bars.length })}
      </p>
      <div class="us-plot" style={{ blockSize: `${HEIGHT}px` }}>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={labelled(label, clauses(said, words), words)}
        >
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0.5 0V4" stroke="var(--side)" />
          </pattern>
          {[0, ...marks].map((mark) => (
            <path key={mark} d={`M0 ${HEIGHT - tall(mark)}H${WIDTH}`} stroke={mark === 0 ? 'var(--edge)' : 'var(--line)'} />
          ))}
          {bars.map((bar) => (
            <g key={bar.id} transform={`translate(${leftOf(bar, bars, span)} ${HEIGHT})`}>
              <rect y={-tall(bar.named)} width={BAR} height={tall(bar.named)} fill="var(--side)" />
              {bar.unnamed > 0 && (
                <rect
                  x={0.5}
                  y={-tall(bar.named + bar.unnamed)}
                  width={BAR - 1}
                  height={tall(bar.unnamed)}
                  fill={`url(#${hatch})`}
                  stroke="var(--side)"
                />
              )}
            </g>
          ))}
        </svg>
        <div class="us-scale" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark} style={{ insetBlockEnd: `${tall(mark)}px` }}>
              {words.number(mark)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Bars of one year stand side by side around its middle. */
function leftOf(bar: ChartBar, bars: readonly ChartBar[], { first, years }: Span): number {
  const middle = ((bar.year - first + 0.5) / years) * WIDTH;
  const sameYear = bars.filter((other) => other.year === bar.year);
  return middle + (sameYear.indexOf(bar) - (sameYear.length - 1) / 2) * STEP - BAR / 2;
}
