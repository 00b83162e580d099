/** The page of the popup names its main script where Vite puts it, and after this only its first script does. */
import { expect, test } from 'vitest';
import { withoutMain } from '../../scripts/main-by-script.ts';

const BUILT = `<head>
    <script src="/popup-ahead.js" async ></script>
    <script type="module" crossorigin src="/chunks/popup-a1.js"></script>
    <link rel="modulepreload" crossorigin href="/chunks/shared-b2.js">
    <link rel="stylesheet" crossorigin href="/assets/shared-c3.css">
  </head>`;

test('the first script is told the main one, and neither that nor what it needs is named otherwise', () => {
  expect(withoutMain(BUILT)).toBe(`<head>
    <script src="/popup-ahead.js" data-main="/chunks/popup-a1.js" async ></script>
    <link rel="stylesheet" crossorigin href="/assets/shared-c3.css">
  </head>`);
});

test('a page without the first script stays as it is', () => {
  const other = BUILT.replace('popup-ahead', 'other');
  expect(withoutMain(other)).toBe(other);
});

test('a popup without a main script fails the build', () => {
  expect(() => withoutMain(BUILT.replace('type="module"', 'type="text/plain"'))).toThrow(/no main script/);
});
