import { countries } from '../../../data/checks/countries.ts';
import { describeCheck, type LooseDataset } from '../../support/check-cases.ts';

const find = (list: LooseDataset['countries'], code: string) => list.find((each) => each.code === code);

describeCheck(countries, [
  [
    'a name of two countries',
    ({ countries }) => {
      find(countries, 'CG').otherNames.push('Zaire');
    },
    'countries.json: CD: countries.29.otherNames: "zaire" is a name of CG too',
  ],
  [
    'an override of nothing',
    ({ countryRecords }) => {
      countryRecords[0].override = { reason: 'None.' };
    },
    'countries.json: AD: countries.0.override: replaces nothing',
  ],
  [
    'an override of a name with the same',
    ({ countryRecords }) => {
      countryRecords[0].override = { displayNames: { fr: 'Andorre' }, reason: 'None.' };
    },
    'countries.json: AD: countries.0.override.displayNames.fr: is what Intl.DisplayNames says too',
  ],
]);
