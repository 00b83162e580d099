/** Stretches of text and how they lie to one another, in time that grows with their number and not with its square. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Of spans in order of preference, those that overlap none that is preferred to them and kept, in order of their starts. */
export function preferredApart<Each extends Span>(ranked: readonly Each[]): Each[] {
  const kept: Each[] = [];
  for (const span of ranked) {
    // Those kept lie apart, so only the two beside its place can overlap it.
    const place = countBefore(kept, span.start);
    if ([kept[place - 1], kept[place]].some((other) => other !== undefined && overlaps(other, span))) continue;
    kept.splice(place, 0, span);
  }
  return kept;
}

/** Runs of spans that overlap one another, in order of their starts: only within a run can one displace another. */
export function overlapping<Each extends Span>(spans: readonly Each[]): Each[][] {
  const runs: Each[][] = [];
  let end = -1;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= end) runs.push([]);
    runs.at(-1)?.push(span);
    end = Math.max(end, span.end);
  }
  return runs;
}

/** A test whether a stretch overlaps any of the spans. */
export function overlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const merged = overlapping(spans).map((run) => ({
    start: run[0]?.start ?? 0,
    end: run.reduce((latest, { end }) => Math.max(latest, end), 0),
  }));
  return ({ start, end }) => {
    const before = merged[countBefore(merged, end) - 1];
    return before !== undefined && before.end > start;
  };
}

/** Those of the spans, which are in order of their starts, that start from `from` on and before `to`. */
export function startingWithin<Each extends Span>(ordered: readonly Each[], from: number, to: number): Each[] {
  return ordered.slice(countBefore(ordered, from), countBefore(ordered, to));
}

/** How many of the ordered spans start before a place. */
function countBefore(ordered: readonly Span[], place: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as Span).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
