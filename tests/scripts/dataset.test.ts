import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { POSITION_COLUMNS } from '../../data/position-table.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const record = readDataset(resolve(ROOT, 'data'));

function dataset(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve(ROOT, 'scripts/dataset.ts'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { stdout, stderr, status, lines: stdout.trimEnd().split('\n') };
}

describe('npm run dataset', () => {
  test('prints every statement on a line, how it stands, and both sides alike', () => {
    const { lines, status, stderr } = dataset();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { id } of record.statements) expect(lines.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('2019-07-12-support'))).toMatch(/letter, Council +37 +50 by name +full +4/);
    expect(lines.find((line) => line.startsWith('2022-10-06-vote'))).toContain('17 yes, 19 no, 11 abstained');
    const sides = lines.filter((line) => /^(?:concern|support): /.test(line));
    expect(sides.map((line) => line.replace(/\d+/g, 'N').replace(/^\w+/, 'SIDE'))).toEqual(
      Array.from({ length: 2 }, () => 'SIDE: N statements; signatures that stand: N by name, N uncertain, N unknown.'),
    );
  });

  test('prints a statement with who signed, joined and withdrew, when, and from where', () => {
    const { stdout, lines } = dataset('--statement', '2019-07-12-support');
    expect(lines[0]).toBe('37 countries voiced support for China. Letter, UN Human Rights Council, 12 July 2019.');
    expect(lines.filter((line) => /^[A-Z]{2} {2}/.test(line))).toHaveLength(51);
    expect(stdout).toMatch(/QA {2}Qatar +withdrew +2019-07-18 +Yahoo News \(Bloomberg\)/);
    expect(stdout).toMatch(/YE {2}Yemen +joined later +2019-07-12\/2019-08-31 /);
  });

  test('prints a country with all its positions, by any of its codes or names', () => {
    const { stdout } = dataset('--country', 'QA');
    expect(stdout).toMatch(/2019-07-12-support +withdrew +2019-07-18/);
    expect(stdout).toMatch(/2022-10-06-vote +voted no +2022-10-06/);
    for (const name of ['qa', 'QAT', 'Qatar', 'State of Qatar', 'Qatari']) expect(dataset('--country', name).stdout).toBe(stdout);
  });

  test('answers as of a day', () => {
    const { stdout, lines } = dataset('--as-of', '2019-07-18');
    expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(2);
    expect(stdout).toMatch(/2019-07-12-support .* 36 by name, 14 uncertain/);
    const before = dataset('--statement', '2019-07-12-support', '--as-of', '2019-07-11');
    expect(before.stdout).toContain('Made on 12 July 2019, after 2019-07-11.');
    expect(dataset('--statement', '2019-07-12-support', '--as-of', '2019-07-20').stdout).toMatch(/YE {2}Yemen +not known/);
  });

  test('tells nothing that happened after the day', () => {
    const then = JSON.parse(dataset('--json', '--as-of', '2019-07-18').stdout);
    expect(then.statements.map(({ id }: { id: string }) => id)).toEqual(['2019-07-08-concern', '2019-07-12-support']);
    expect(JSON.stringify(then.statements[1].laterCounts)).toBe('[]');
    expect(then.facts.length).toBeGreaterThan(0);
    expect(then.facts.filter(({ date }: { date: string }) => date > '2019-07-18')).toEqual([]);
    expect(dataset('--statement', '2019-07-12-support', '--as-of', '2019-07-18').stdout).not.toContain('Counted later');
    const ukraine = ['--country', 'UA', '--statement', '2022-10-06-vote'];
    expect(dataset(...ukraine, '--as-of', '2022-10-06').stdout).not.toContain('Asked afterwards');
    expect(dataset(...ukraine).stdout).toContain('Asked afterwards');
  });

  test('says of a side what is known of a last signature, and what is not', () => {
    const qatar = dataset('--country', 'QA').stdout;
    expect(qatar).toMatch(
      /Last known signature on the side of support: 2019-07-12-support, from which it withdrew\. Since then not known on \d+ more, not on 2019-10-29-support/,
    );
  });

  test('writes the head of a table that has no rows', () => {
    expect(dataset('--csv', '--as-of', '2019-01-01').stdout).toBe(
      'country,name,statement,statementDate,stance,state,date,source,sourceUrl,note\n',
    );
  });

  test('names countries in the language asked for', () => {
    expect(dataset('--statement', '2019-07-08-concern', '--language', 'de').stdout).toMatch(/AT {2}Österreich/);
  });

  test('writes CSV with one row a country and statement', () => {
    const rows = csvParse(dataset('--csv').stdout);
    expect(rows).toHaveLength(195 * record.statements.length);
    expect(rows.columns).toEqual(POSITION_COLUMNS);
    expect(rows.find(({ country, statement }) => country === 'IT' && statement === '2019-07-08-concern')).toMatchObject({
      state: 'joined later',
      date: '2019-07-12',
      source: 'Il Foglio',
    });
    expect(csvParse(dataset('--csv', '--country', 'IT').stdout)).toHaveLength(record.statements.length);
    expect(csvParse(dataset('--csv', '--statement', '2019-07-08-concern').stdout)).toHaveLength(195);
  });

  test('writes JSON of the whole, of a statement and of a country', () => {
    const whole = JSON.parse(dataset('--json').stdout);
    expect(whole.updated).toBe(record.updated);
    expect([whole.statements.length, whole.facts.length]).toEqual([record.statements.length, record.facts.length]);
    const { statement } = JSON.parse(dataset('--json', '--statement', '2019-07-12-support', '--as-of', '2019-07-18').stdout);
    expect(statement.tally).toEqual({ joins: 37, withdrawals: 1, uncertain: 14, unknown: 0 });
    expect(statement.standing).not.toContain('QA');
    const fiji = JSON.parse(dataset('--json', '--country', 'FJ').stdout);
    expect(fiji.positions).toHaveLength(record.statements.length);
    expect(fiji.stoppedSigning).toMatchObject([{ stance: 'concern', last: '2023-10-18-concern', withdrew: true }]);
  });

  test('says what changed since a revision, as JSON', () => {
    const { stdout, status } = dataset('--diff', 'HEAD');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      from: { revision: 'HEAD' },
      to: { updated: record.updated },
      changes: expect.any(Array),
    });
    expect(JSON.parse(dataset('--diff', 'HEAD..HEAD').stdout).changes).toEqual([]);
  });

  test('checks the data and names the rules', () => {
    const { stdout, status } = dataset('--check');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^counterparts +Two counterparts name each other/m);
  });

  test.each([
    [['--statement', '2019-07-08'], 'There is no statement "2019-07-08". Nearest: 2019-07-08-concern'],
    [['--country', 'Germny'], 'There is no country "Germny". Nearest: DE (Germany)'],
    [['--country', 'XX'], 'There is no country "XX". Nearest: '],
    [
      ['--country', 'Korea'],
      'There is no country "Korea". Nearest: KR (Republic of Korea), KP (Democratic People\'s Republic of Korea)',
    ],
    [['--country', 'Congolese'], '"Congolese" can be more than one country: CG (Congo), CD (Democratic Republic of the Congo).'],
    [['--as-of', '2021-02-30'], '--as-of takes a day such as 2019-07-12, not "2021-02-30".'],
    [['--as-of', 'yesterday'], '--as-of takes a day such as 2019-07-12, not "yesterday".'],
    [['--language', 'klingon-!'], '--language takes a language such as fr or zh-Hant, not "klingon-!".'],
    [['--diff', 'no-such-revision'], 'There is no revision "no-such-revision"'],
    [['--diff', 'HEAD', '--country', 'DE'], '--diff does not go with --country.'],
    [['--check', '--json'], '--check does not go with --json.'],
    [['--diff', 'HEAD..'], '--diff takes a revision or two, such as HEAD~3 or v1..v2, not "HEAD..".'],
    [['--diff', 'A...B'], '--diff takes a revision or two'],
    [['--diff', 'A..B..C'], '--diff takes a revision or two'],
    [['--json', '--csv'], '--json and --csv exclude each other.'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j with the reason and exit code 2', (args, message) => {
    const { stdout, stderr, status } = dataset(...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(message);
    expect(stderr).toContain('--help');
  });
});
