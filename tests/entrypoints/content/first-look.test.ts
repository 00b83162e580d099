// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { firstLook } from '../../../entrypoints/content/first-look.ts';
import { type Scope, textBlocks } from '../../../entrypoints/content/text-blocks.ts';

const scout = { mayConcern: (text: string) => text.includes('Xinjiang') };
/** Elements of a piece: few, so that small pages have many. */
const PIECE = 10;

/** What the first look finds, taken in one go. */
function found(scope: Scope = [document.documentElement]): string | undefined {
  const steps = firstLook([scope], scout, PIECE);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const filler = '<p>a <i>word</i> or two</p>';

describe('the first look', () => {
  test('gives the block that concerns the matter, however large the page', () => {
    document.body.innerHTML = `${filler.repeat(3)}<p>On <b>Xin</b>jiang.</p>${filler}`;
    expect(found()).toBe('On Xinjiang.');
    document.body.innerHTML = `${filler.repeat(40)}<p>On <b>Xin</b>jiang.</p>${filler.repeat(40)}`;
    expect(found()).toBe('On Xinjiang.');
    document.body.innerHTML = filler.repeat(40);
    expect(found()).toBeUndefined();
  });

  test('passes over scripts, styles, editors and names that only meet across blocks', () => {
    const unread = '<script>"Xinjiang"</script><style>Xinjiang</style><div contenteditable>Xinjiang</div><p>Xin</p><p>jiang</p>';
    for (const around of ['', filler.repeat(20)]) {
      document.body.innerHTML = around + unread + around;
      expect(found()).toBeUndefined();
    }
  });

  test('sees a name that goes on across a script', () => {
    document.body.innerHTML = `${filler.repeat(20)}<p>On Xin<script>1</script>jiang</p>${filler.repeat(20)}`;
    expect(found()).toBe('On Xinjiang');
  });

  test('looks at a text of millions of characters bit by bit', () => {
    document.body.innerHTML = '<p></p>';
    document.body.firstElementChild?.append(`${'x'.repeat(149_995)}Xinjiang${'x'.repeat(200_000)}`);
    const longest = vi.fn(scout.mayConcern);
    const steps = firstLook([[document.body]], { mayConcern: longest });
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toContain('Xinjiang');
    expect(Math.max(...longest.mock.calls.map(([text]) => text.length))).toBeLessThan(60_000);
  });

  test('finds something wherever going through all blocks would', () => {
    const leaf = fc.constantFrom(
      'Xin',
      'jiang',
      'Xinjiang',
      ' and ',
      '<br>',
      '<script>Xinjiang</script>',
      '<img>',
      '<!-- Xinjiang -->',
    );
    const tag = fc.constantFrom('p', 'b', 'div', 'span', 'pre', 'select', 'x-y');
    const { html } = fc.letrec<{ html: string }>((tie) => ({
      html: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tag, fc.array(tie('html'), { maxLength: 4 })).map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(html, fc.constantFrom(0, 20), (page, more) => {
        document.body.innerHTML = filler.repeat(more) + page + filler.repeat(more);
        const expected = [...textBlocks([document.body])].find(({ text }) => scout.mayConcern(text))?.text;
        // It may take text for the page's that stands in an editor or in code, which costs no more than a closer look.
        if (expected !== undefined) expect(found([document.body])).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });
});
