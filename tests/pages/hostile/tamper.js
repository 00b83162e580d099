/**
 * Runs what a page does to its own world: before everything else, or with `?after` once its first mention is marked. One more
 * mention comes then, so that text is read both before and after.
 */
globalThis.tamper = (work) => {
  const late = document.createElement('p');
  late.textContent = 'And later, a word on Xinjiang.';
  late.setAttribute('data-expect', '["Xinjiang"]');
  const { apply } = Reflect;
  const { appendChild } = Node.prototype;
  const { witness, document: page } = globalThis;
  const finish = () => {
    apply(appendChild, page.body, [late]);
    witness.done();
  };
  const after = location.search === '?after';
  witness.begin();
  addEventListener('load', async () => {
    if (after) {
      await witness.marked(page.body);
      work();
    }
    finish();
  });
  if (!after) work();
};
