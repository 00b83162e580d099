/** The turns, drawn by Vue. */
import { createApp, h, nextTick, ref } from 'vue';
import { linesAt, run } from './turns.js';

function appAt(turn) {
  return createApp({
    render: () =>
      h('section', [
        h('h1', ['Update ', String(turn.value), ' on Xinjiang']),
        h('p', ['Seen ', String(turn.value), ' times: Xin', 'jiang', turn.value % 3 === 0 ? ' and nothing else' : null]),
        turn.value % 5 === 4 ? h('em', 'XUAR') : null,
        h(
          'ul',
          linesAt(turn.value).map(({ id, text }) => h('li', { key: id }, [text, turn.value % 2 ? ' (again)' : null])),
        ),
      ]),
  });
}

const turn = ref(0);
appAt(turn).mount('#root');
run(
  (next) => {
    turn.value = next;
    return nextTick();
  },
  (last, place) => void appAt(ref(last)).mount(place),
);
