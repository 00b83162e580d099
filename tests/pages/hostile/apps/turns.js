/**
 * What the three libraries draw: a heading, a paragraph of several texts, a line that comes and goes, and a list in another
 * order each time. `draw(turn)` has to bring the page to a turn; `drawFresh(turn, place)` draws that turn where nothing was.
 */
const LINES = [
  { id: 1, text: 'Reports from Xinjiang came first.' },
  { id: 2, text: 'A region the size of Iran.' },
  { id: 3, text: 'East of it, Xinjiang ends.' },
  { id: 4, text: 'Nothing about the matter in this line.' },
];

export const TURNS = 500;

export function linesAt(turn) {
  const rotated = [...LINES.slice(turn % LINES.length), ...LINES.slice(0, turn % LINES.length)];
  // The last turn shows them all.
  return rotated.slice(0, turn === TURNS ? LINES.length : 1 + (turn % LINES.length));
}

export async function run(draw, drawFresh) {
  const { witness } = globalThis;
  const root = document.getElementById('root');
  await draw(0);
  await witness.marked(root);
  for (let turn = 1; turn <= TURNS; turn++) {
    await draw(turn);
    // Frames in between let everybody else read what stands there.
    if (turn % 25 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const fresh = document.getElementById('fresh');
  await drawFresh(TURNS, fresh);
  const expected = fresh.innerHTML;
  fresh.remove();
  witness.check(() => (root.innerHTML === expected ? undefined : `${root.innerHTML} instead of ${expected}`));
  witness.done();
}
