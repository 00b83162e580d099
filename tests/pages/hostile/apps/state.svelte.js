/** The turn, as something that Svelte watches. */
export function stateAt(first) {
  const state = $state({ turn: first });
  return state;
}
