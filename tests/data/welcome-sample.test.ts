/** The few lines of news on the welcome page, in every language: readers try the extension on them, so all has to be found. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../data/languages.ts';
import { readFinder } from '../../scripts/read-finder.ts';
import { wordsIn } from '../support/words.ts';

const finder = readFinder();

test.each(LANGUAGES)('the sample in %s mentions the region, and the letters of both sides', (language) => {
  const { say } = wordsIn(language);
  const linked = (['welcome.sample.concern', 'welcome.sample.support'] as const).map((id) => {
    const mentions = finder.findMentions(say(id), { title: say('welcome.title'), nearby: say('welcome.lead') });
    expect(
      mentions.some(({ kind }) => kind === 'xinjiang'),
      id,
    ).toBe(true);
    return mentions.flatMap((mention) => (mention.kind === 'statement' ? mention.link.slice(0, 1) : []));
  });
  expect(linked).toEqual([['2019-07-08-concern'], ['2019-07-12-support']]);
});
