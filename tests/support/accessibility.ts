/** Asks axe what it finds wrong. happy-dom lays nothing out, so contrast is checked by eye and in real browsers only. */
import axe from 'axe-core';

/** What axe objects to, one line each; empty when all is well. A part of a page is judged as a part. */
export async function accessibilityProblems(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
