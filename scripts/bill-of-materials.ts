/** What is shipped to readers, as a CycloneDX bill of materials: npm's own, without what differs each time it is asked. */
import packageJson from '../package.json' with { type: 'json' };
import { runNpm } from './npm.ts';

export async function billOfMaterials(): Promise<string> {
  const { code, output } = await runNpm(['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--omit=optional', '--loglevel=error']);
  if (code !== 0) throw new Error(output);
  const bill = JSON.parse(output);
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  // npm takes the folder's name.
  Object.assign(bill.metadata.component, { name: packageJson.name, type: 'application' });
  return `${JSON.stringify(bill, null, 2)}\n`;
}
