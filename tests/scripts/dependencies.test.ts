/** What we depend on: each package with its reason, one version, a licence we may use, and a hash of what is installed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../../scripts/tools.ts';

const [, shipped = '', tools = ''] = readFileSync(path.join(root, 'docs', 'dependencies.md'), 'utf8').split(/^## .+$/m);
const { dependencies, devDependencies, optionalDependencies } = packageJson;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([place]) => place !== '');

/** Of a table: the names in its first column that have a reason in the second. */
function named(table: string): string[] {
  return [...table.matchAll(/^\| `([^`]+)` +\| (\S.*?) +\|$/gm)].map(([, name = '']) => name).toSorted();
}

describe('a package that package.json names', () => {
  test('stands with its reason among those that are shipped, or among the tools', () => {
    expect(named(shipped)).toEqual(Object.keys(dependencies).toSorted());
    expect(named(tools)).toEqual(Object.keys({ ...devDependencies, ...optionalDependencies }).toSorted());
  });

  test.each(Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))(
    '%s is pinned to the version that is installed',
    (name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    },
  );
});

describe('a package that is installed', () => {
  const SHIPPED = /^(?:MIT|BSD-[23]-Clause|ISC|MPL-2\.0|Unlicense)$/;
  const TOOL = /^(?:MIT|BSD(?:-[23]-Clause)?|MPL-2\.0|Apache-2\.0|ISC|BlueOak-1\.0\.0|CC0-1\.0|0BSD|Zlib|Python-2\.0|MIT-0)$/;

  /** One of several licences that may be chosen will do; of those that hold together each has to. */
  function isAllowed(license: string, allowed: RegExp): boolean {
    return license
      .replace(/[()]/g, '')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((each) => allowed.test(each)));
  }

  test('has a licence that we may use', () => {
    const refused = locked.flatMap(([place, { license, dev, optional, devOptional }]) => {
      const allowed = dev || optional || devOptional ? TOOL : SHIPPED;
      return isAllowed(license ?? '', allowed) ? [] : [`${place}: ${license}`];
    });
    expect(refused).toEqual([]);
    expect(isAllowed('(MIT OR GPL-3.0-or-later)', SHIPPED)).toBe(true);
    expect(isAllowed('(MIT AND GPL-3.0-or-later)', TOOL)).toBe(false);
    expect(isAllowed('', TOOL)).toBe(false);
  });

  test('comes from a registry, and is what it was when it was locked', () => {
    for (const [place, { integrity, resolved }] of locked) {
      expect(integrity, place).toMatch(/^sha512-[\w+/]{86}==$/);
      // Which registry is the matter of who installs; a repository or an address would be another thing.
      expect(resolved, place).toBeUndefined();
    }
  });
});
