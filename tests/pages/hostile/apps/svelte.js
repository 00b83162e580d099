/** The turns, drawn by Svelte. */
import { flushSync, mount } from 'svelte';
import App from './App.svelte';
import { stateAt } from './state.svelte.js';
import { run } from './turns.js';

const state = stateAt(0);
mount(App, { target: document.getElementById('root'), props: { state } });
run(
  (turn) => {
    state.turn = turn;
    flushSync();
  },
  (turn, place) => {
    mount(App, { target: place, props: { state: stateAt(turn) } });
    flushSync();
  },
);
