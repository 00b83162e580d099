// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { firstLook } from '../../../entrypoints/content/first-look.ts';
import { type Scope, textBlocks } from '../../../entrypoints/content/text-blocks.ts';

const scout = { mayConcern: (text: string) => text.includes('Xinjiang') };
const openRoot = ({ shadowRoot }: Element) => shadowRoot;

/** Elements of a piece: few, so that small pages have many. */
const PIECE = 10;

/** What the first look finds, taken in one go. */
function found(scope: Scope = [document.documentElement], shadowRootOf = openRoot): string | undefined {
  const steps = firstLook([scope], scout, shadowRootOf, PIECE);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const filler = '<p>a <i>word</i> or two</p>';

describe('the first look', () => {
  test('gives the block that concerns the matter, however large the page', () => {
    document.body.innerHTML = `${filler.repeat(3)}<p>On <b>Xin</b>jiang.</p>${filler}`;
    expect(found()).toBe('On Xinjiang.');
    document.body.innerHTML = `${filler.repeat(18)}<p>On <b>Xin</b>jiang.</p>${filler.repeat(18)}`;
    expect(found()).toBe('On Xinjiang.');
    document.body.innerHTML = filler.repeat(18);
    expect(found()).toBeUndefined();
  });

  test('passes over scripts, styles, editors and names that only meet across blocks', () => {
    const unread = '<script>"Xinjiang"</script><style>Xinjiang</style><div contenteditable>Xinjiang</div><p>Xin</p><p>jiang</p>';
    for (const around of ['', filler.repeat(12)]) {
      document.body.innerHTML = around + unread + around;
      expect(found()).toBeUndefined();
    }
  });

  test('sees a name that goes on across a script', () => {
    document.body.innerHTML = `${filler.repeat(12)}<p>On Xin<script>1</script>jiang</p>${filler.repeat(12)}`;
    expect(found()).toBe('On Xinjiang');
  });

  test('looks into shadow trees, those within others too', () => {
    document.body.innerHTML = `${filler.repeat(12)}<x-outer></x-outer>`;
    const outer = document.querySelector('x-outer')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.innerHTML = '<x-inner></x-inner>';
    expect(found()).toBeUndefined();
    (outer.firstElementChild as Element).attachShadow({ mode: 'open' }).innerHTML = '<p>Xinjiang</p>';
    expect(found()).toBe('Xinjiang');
  });

  test('asks for the shadow tree of every element once', () => {
    document.body.innerHTML = filler.repeat(20);
    const asked = vi.fn(openRoot);
    found([document.body], asked);
    expect(asked).toHaveBeenCalledTimes(41);
  });

  test('looks at a text of millions of characters bit by bit', () => {
    document.body.innerHTML = '<p></p>';
    document.body.firstElementChild?.append(`${'x'.repeat(149_995)}Xinjiang${'x'.repeat(200_000)}`);
    const longest = vi.fn(scout.mayConcern);
    const steps = firstLook([[document.body]], { mayConcern: longest }, openRoot);
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toContain('Xinjiang');
    expect(Math.max(...longest.mock.calls.map(([text]) => text.length))).toBeLessThan(60_000);
  });

  test('finds what going through all blocks would find', () => {
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
        { maxDepth: 4 },
        leaf,
        fc.tuple(tag, fc.array(tie('html'), { maxLength: 4 })).map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(html, fc.constantFrom(0, 12), (page, more) => {
        document.body.innerHTML = filler.repeat(more) + page + filler.repeat(more);
        const expected = [...textBlocks([document.body])].find(({ text }) => scout.mayConcern(text))?.text;
        expect(found([document.body])).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
