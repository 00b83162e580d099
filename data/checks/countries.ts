/** A name leads to one country, and an override says something the packages do not. */
import { type Check, collect } from './check.ts';

export const countries: Check = {
  name: 'countries',
  rule: 'No two countries share a name, and an override replaces something, in languages there are.',
  run: ({ countries, countryRecords }) => {
    const owners = Map.groupBy(
      countries.flatMap((country) =>
        [...new Set([country.name, country.shortName ?? country.name, country.formalName, ...country.otherNames])].map(
          (name) => ({
            code: country.code,
            name: name.toLowerCase(),
          }),
        ),
      ),
      ({ name }) => name,
    );
    return countryRecords.flatMap((record, index) =>
      collect('countries.json', record.code, `countries.${index}.`, (say) => {
        for (const [name, sharing] of owners) {
          const other = sharing.find(({ code }) => code !== record.code);
          if (other && sharing.some(({ code }) => code === record.code))
            say('otherNames', `"${name}" is a name of ${other.code} too`, 'Leave it with the one that texts mean by it.');
        }
        if (!record.override) return;
        if (!record.override.name && !record.override.displayNames) say('override', 'replaces nothing', 'Leave it out.');
        for (const language of Object.keys(record.override.displayNames ?? {})) {
          if (Intl.DisplayNames.supportedLocalesOf(language).length === 0)
            say(`override.displayNames.${language}`, 'is no language that has names of countries', 'Use its BCP 47 tag.');
        }
      }),
    );
  },
};
