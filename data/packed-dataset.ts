/**
 * The form the dataset is bundled in: of neighbouring events that differ in their country alone, what they share is said once.
 * Packing and unpacking are exact inverses.
 */
import type { Dataset, SignatureEvent, Statement } from './schema.ts';

/** What neighbouring events share, and their countries' codes, parted by spaces. */
type PackedEvents = Omit<SignatureEvent, 'country'> & { readonly countries: string };

export type PackedDataset = Omit<Dataset, 'statements'> & {
  readonly statements: readonly (Omit<Statement, 'events'> & { readonly events: readonly PackedEvents[] })[];
};

export function packDataset(dataset: Dataset): PackedDataset {
  return {
    ...dataset,
    statements: dataset.statements.map((statement) => ({ ...statement, events: packed(statement.events) })),
  };
}

/** The statements and events made are frozen, like all else in a bundled dataset. */
export function unpackDataset(dataset: PackedDataset): Dataset {
  const statements = dataset.statements.map((statement) =>
    Object.freeze({ ...statement, events: Object.freeze(statement.events.flatMap(unpacked)) }),
  );
  return Object.freeze({ ...dataset, statements: Object.freeze(statements) as Statement[] });
}

function packed(events: readonly SignatureEvent[]): PackedEvents[] {
  const groups: PackedEvents[] = [];
  let last = '';
  for (const { country, ...shared } of events) {
    const text = JSON.stringify(shared);
    const group = groups.at(-1);
    if (group && text === last) groups[groups.length - 1] = { ...group, countries: `${group.countries} ${country}` };
    else groups.push({ ...shared, countries: country });
    last = text;
  }
  return groups;
}

function unpacked({ countries, ...shared }: PackedEvents): SignatureEvent[] {
  return countries.split(' ').map((country) => Object.freeze({ ...shared, country }) as SignatureEvent);
}
