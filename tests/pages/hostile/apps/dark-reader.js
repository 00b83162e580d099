/** Dark Reader's engine on a page, as its extension and sites that build it in run it. */
import { enable } from 'darkreader';

enable({ brightness: 100, contrast: 90, sepia: 10 });
const { witness } = globalThis;
witness.marked(document.body).then(() => {
  const late = document.createElement('p');
  late.className = 'box';
  late.dataset.expect = '["Xinjiang"]';
  late.textContent = 'Added later, Xinjiang.';
  document.body.append(late);
  witness.done();
});
