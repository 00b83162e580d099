/** Answers kept for a while: the phrases of one sentence ask the same of it, one after the other. */

/** Few enough that long texts stay out of memory. */
const MOST = 24;

/** `read`, asked once for texts that come again soon. It has to give the same answer to the same text. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const answers = new Map<string, Value>();
  return (text) => {
    if (answers.has(text)) return answers.get(text) as Value;
    if (answers.size >= MOST) answers.clear();
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}
