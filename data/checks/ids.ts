/** Ids are what links, notes and other records point to, so each is there once and points to something. */
import { type Check, inFacts, inStatements, repeated } from './check.ts';

export const ids: Check = {
  name: 'ids',
  rule: 'An id names one record, of a statement with its day and side, and is pointed to only where it exists.',
  run: (dataset) => [
    ...inStatements((statement, say) => {
      const { id, date, stance, kind } = statement;
      if (!id.startsWith(`${date}-`))
        say('id', `expected to start with the day, ${date}`, 'Rename the file and its id, or correct the date.');
      else if (!new RegExp(`^${date}-${stance ?? kind}(?:-|$)`).test(id))
        say('id', `expected ${stance ?? kind} after the day`, 'Rename the file and its id, or correct the stance.');
    })(dataset),
    ...inFacts((fact, say, { facts, statements }) => {
      if (facts.find(({ id }) => id === fact.id) !== fact)
        say('id', `${fact.id} is there twice`, 'Give this fact an id of its own.');
      const known = new Set(statements.map(({ id }) => id));
      fact.statements.forEach((id, index) => {
        if (!known.has(id))
          say(`statements.${index}`, `there is no statement ${id}`, 'Name a file of data/statements/ without its ending.');
      });
      for (const [index, id] of repeated(fact.statements))
        say(`statements.${index}`, `${id} is there twice`, 'Leave one of the two.');
    })(dataset),
  ],
};
