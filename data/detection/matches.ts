/** All matches of a pattern, without what `matchAll` costs: it copies its pattern first, and the big ones here are compiled anew. */

/** Every match of `pattern`, which is global, in order. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const inPairs = pattern.unicode || pattern.unicodeSets;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // Where nothing was matched, go on behind the next character rather than for ever.
    if (match[0] === '') pattern.lastIndex += inPairs && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

/** Ways a text is stored, each of which engines compile a pattern for: in single bytes, and in more. */
const SAMPLES = ['-', '\u2019'];

/**
 * Have the engine compile patterns before the first text needs them, one a step, so that whoever asks can let the page run in
 * between: together they take longer than a page should wait. Engines compile once when a pattern first runs and better the next time.
 */
export function* warmedUp(patterns: Iterable<RegExp>): Generator<void> {
  for (const pattern of patterns) {
    for (const sample of [...SAMPLES, ...SAMPLES]) {
      pattern.lastIndex = 0;
      pattern.test(sample);
    }
    pattern.lastIndex = 0;
    yield;
  }
}
