/** The turns, drawn by React. */
import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { linesAt, run } from './turns.js';

function App({ turn }) {
  return h(
    'section',
    null,
    h('h1', null, 'Update ', turn, ' on Xinjiang'),
    h('p', null, 'Seen ', turn, ' times: Xin', 'jiang', turn % 3 === 0 ? ' and nothing else' : null),
    turn % 5 === 4 ? h('em', null, 'XUAR') : null,
    h(
      'ul',
      null,
      linesAt(turn).map(({ id, text }) => h('li', { key: id }, text, turn % 2 ? ' (again)' : '')),
    ),
  );
}

function drawIn(root, turn) {
  flushSync(() => root.render(h(App, { turn })));
}

const root = createRoot(document.getElementById('root'));
run(
  (turn) => drawIn(root, turn),
  (turn, place) => drawIn(createRoot(place), turn),
);
