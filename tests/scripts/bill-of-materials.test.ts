import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { billOfMaterials, shipped } from '../../scripts/bill-of-materials.ts';

test('the bill of materials names what is shipped, each with its hash and licence, and no tool', async () => {
  const text = await billOfMaterials();
  const bill = JSON.parse(text);
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.metadata.component.name).toBe('undersigned');
  const names = bill.components.map(({ name, group }: { name: string; group?: string }) => (group ? `${group}/${name}` : name));
  for (const name of Object.keys(packageJson.dependencies)) expect(names).toContain(name);
  for (const name of ['wxt', 'vitest', 'react']) expect(names).not.toContain(name);
  expect(bill.components).toHaveLength(shipped().size);
  for (const component of bill.components) {
    expect(component.hashes?.[0]?.alg, component.name).toBe('SHA-512');
    expect(component.licenses?.length, component.name).toBeGreaterThan(0);
  }
  // The same whenever and wherever it is made.
  expect(text).not.toMatch(/"(?:serialNumber|timestamp)"/);
}, 60_000);
