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
    'a formal name of another country',
    ({ countries }) => {
      find(countries, 'CG').formalName = 'Democratic Republic of the Congo';
    },
    'countries.json: CD: countries.29.otherNames: "democratic republic of the congo" is a name of CG too',
  ],
  [
    'a name in a language there is not',
    ({ countryRecords }) => {
      countryRecords[0].override = { displayNames: { qq: 'Andorra' }, reason: 'None.' };
    },
    'countries.json: AD: countries.0.override.displayNames.qq: is no language that has names of countries',
  ],
]);
