import { expect, test } from 'vitest';
import { explained } from '../../data/reasons.ts';
import { english, wordsIn } from '../support/words.ts';

test('reasons quote the page, each kind once, and write the day of an earlier statement as the reader does', () => {
  const reasons = [
    { cue: 'count', text: '39 countries' },
    { cue: 'earlier', text: '2019-07-08' },
    { cue: 'count', text: '39' },
  ] as const;
  expect(explained(reasons, wordsIn('de'))).toEqual([
    { cue: 'count', name: 'Zahl', said: '39 countries' },
    { cue: 'earlier', name: 'Schon auf dieser Seite genannt', said: '8. Juli 2019' },
  ]);
  expect(explained([{ cue: 'earlier', text: '' }], english)[0]?.said).toBe('');
});
