/** All matches of a pattern, without what `matchAll` costs: it copies its pattern first, and the big ones here are compiled anew. */

/** Every match of `pattern`, which is global and never matches nothing, in order. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // Should one match nothing all the same, go on behind the next character rather than for ever.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
