/** What `npm run dataset` was asked for, understood and checked against the dataset. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { countriesNamed, findCountries, statementById } from '../data/queries.ts';
import { type Country, type DatasetRecord, Day, type StatementRecord } from '../data/schema.ts';
import { ENGLISH } from './english.ts';
import { nearest } from './nearest.ts';

/** A call that cannot be answered as it is; the message says why, and what would be near. */
export class UsageError extends Error {}

export interface DatasetArguments {
  readonly form: 'table' | 'json' | 'csv';
  readonly statement?: string;
  readonly country?: string;
  /** `YYYY-MM-DD` */
  readonly asOf?: string;
  /** `REV` or `REV..REV` */
  readonly diff?: string;
  /** BCP 47, of country names. */
  readonly language: string;
  readonly check: boolean;
  readonly help: boolean;
}

export const USAGE = `Who signed what: the dataset as tables a person can read.

  npm run -s dataset                            every statement, how it stood, and both sides' numbers
  npm run -s dataset -- --statement ID          one statement: who, when, from where
  npm run -s dataset -- --country ISO           one country's whole record (a code or a name)
  npm run -s dataset -- --as-of YYYY-MM-DD      any of these as it stood at the end of that day (texts are those of today)
  npm run -s dataset -- --language fr           country names in that language
  npm run -s dataset -- --json                  any of these as one JSON object
  npm run -s dataset -- --csv                   any of these as one row a country and statement
  npm run -s dataset -- --diff REV              what changed since a revision of git, or between two (A..B), as JSON
  npm run -s dataset -- --check                 everything wrong with the data files, a line a problem
`;

/** The arguments as given. Throws a UsageError where an option is not known, lacks its value or does not go with another. */
export function parseArguments(args: readonly string[]): DatasetArguments {
  const values = parsed(args);
  if (values.help) return { form: 'table', language: 'en', check: false, help: true };
  if (values.json && values.csv) throw new UsageError('--json and --csv exclude each other.');
  const alone = (['diff', 'check'] as const).find((name) => values[name] !== undefined);
  const others = Object.keys(values).filter((name) => name !== alone && !(alone === 'diff' && name === 'json'));
  if (alone && others.length > 0) throw new UsageError(`--${alone} does not go with --${others[0]}.`);
  const asOf = values['as-of'];
  if (asOf !== undefined && !v.is(Day, asOf)) throw new UsageError(`--as-of takes a day such as 2019-07-12, not "${asOf}".`);
  const language = values.language ?? 'en';
  if (!isLanguage(language)) throw new UsageError(`--language takes a language such as fr or zh-Hant, not "${language}".`);
  return {
    form: values.json ? 'json' : values.csv ? 'csv' : 'table',
    ...(values.statement !== undefined && { statement: values.statement }),
    ...(values.country !== undefined && { country: values.country }),
    ...(asOf !== undefined && { asOf }),
    ...(values.diff !== undefined && { diff: values.diff }),
    language,
    check: values.check ?? false,
    help: false,
  };
}

/** The statement of that id. Throws a UsageError with the nearest ids where there is none. */
export function statementNamed(dataset: DatasetRecord, id: string): StatementRecord {
  const statement = statementById(dataset, id) as StatementRecord | undefined;
  if (statement) return statement;
  const near = nearest(
    id,
    dataset.statements.map((each) => each.id),
  );
  throw new UsageError(`There is no statement "${id}". Nearest: ${near.join(', ')}.`);
}

/** The country of that code or name, whatever its case and accents. Throws a UsageError with the nearest where there is not one. */
export function countryNamed(dataset: DatasetRecord, text: string): Country {
  const [country, ...others] = countriesNamed(dataset, text);
  if (country && others.length === 0) return country;
  if (country) throw new UsageError(`"${text}" can be more than one country: ${listed([country, ...others])}.`);
  const names = new Map(
    dataset.countries.flatMap((each) => [each.name, ...each.otherNames, each.code].map((name) => [name, each])),
  );
  const near = [
    ...findCountries(dataset, text, ENGLISH),
    ...nearest(text, [...names.keys()]).flatMap((name) => names.get(name) ?? []),
  ];
  throw new UsageError(`There is no country "${text}". Nearest: ${listed([...new Set(near)].slice(0, 3))}.`);
}

function listed(countries: readonly Country[]): string {
  return countries.map(({ code, name }) => `${code} (${name})`).join(', ');
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        statement: { type: 'string' },
        country: { type: 'string' },
        'as-of': { type: 'string' },
        diff: { type: 'string' },
        language: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
