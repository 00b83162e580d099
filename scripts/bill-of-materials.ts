/**
 * What is shipped to readers, as a CycloneDX bill of materials: npm's own, without what differs each time it is asked. Which packages
 * those are is told by the lock file: npm leaves out what tools use as well.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { runNpm } from './npm.ts';
import { root } from './tools.ts';

interface Bill {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; readonly component: object & { readonly 'bom-ref': string } };
  components: { readonly 'bom-ref': string }[];
  dependencies: { readonly ref: string; dependsOn: string[] }[];
}

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

export async function billOfMaterials(): Promise<string> {
  const { code, output } = await runNpm(['sbom', '--sbom-format=cyclonedx', '--loglevel=error']);
  if (code !== 0) throw new Error(output);
  return `${JSON.stringify(shippedOnly(JSON.parse(output) as Bill, shipped()), null, 2)}\n`;
}

/** `name@version` of each package of the lock file that no tool alone has brought. */
export function shipped(): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return new Set(
    Object.entries(packages).flatMap(([place, { version, dev, optional, devOptional }]) =>
      place === '' || dev || optional || devOptional ? [] : [`${place.replace(/^.*node_modules\//, '')}@${version}`],
    ),
  );
}

/** The bill with these packages alone, and the same each time. */
function shippedOnly(bill: Bill, packages: ReadonlySet<string>): Bill {
  const own = bill.metadata.component['bom-ref'];
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  // npm takes the folder's name.
  Object.assign(bill.metadata.component, { name: packageJson.name, type: 'application' });
  bill.components = bill.components.filter((component) => packages.has(component['bom-ref']));
  bill.dependencies = bill.dependencies.filter(({ ref }) => ref === own || packages.has(ref));
  for (const dependency of bill.dependencies) dependency.dependsOn = dependency.dependsOn.filter((ref) => packages.has(ref));
  return bill;
}
