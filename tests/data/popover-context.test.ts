import { describe, expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import { plainRuns } from '../../data/in-words.ts';
import { answersFor, contextFor, plainText, type StatementContext } from '../../data/popover-context.ts';
import { signaturesOf, statementById } from '../../data/queries.ts';
import type { Dataset, StatementId } from '../../data/schema.ts';
import { english } from '../support/words.ts';

function statementContext(id: StatementId, from: Dataset = dataset): StatementContext {
  const context = contextFor(from, { kind: 'statement', link: [id], reasons: [] }, {}, english);
  if (context.kind !== 'statement') throw new Error(`${id} gave a ${context.kind}`);
  return context;
}

function region() {
  const context = contextFor(dataset, { kind: 'xinjiang' }, {}, english);
  if (context.kind !== 'region') throw new Error(`the region gave a ${context.kind}`);
  return context;
}

const answer = (id: StatementId, query: string) => answersFor(dataset, id, query, english)[0]?.answer;
const all = dataset.statements.map((statement) => statementContext(statement.id));

describe('a statement', () => {
  test.each([
    ['2019-07-08-concern', '22 countries voiced concern'],
    ['2019-07-12-support', '37 countries voiced support for China'],
    ['2020-06-30-support-hong-kong', '53 countries voiced support for China on Hong Kong'],
    ['2022-08-25-support', 'About 40 countries voiced support for China'],
    ['2024-09-24-support', 'Nearly 80 countries voiced support for China'],
    ['2022-09-13-support', '28 countries voiced support for China'],
    ['2021-06-22-support-gcc', 'Gulf Cooperation Council: letter, text not known'],
    ['2022-10-31-support-gulf', '8 countries: statement, text not known'],
    ['2022-10-06-vote', 'The draft was rejected: 17\u00a0yes, 19\u00a0no, 11\u00a0abstained'],
  ])('%s answers in its headline', (id, headline) => {
    expect(statementContext(id).headline).toBe(headline);
  });

  test('answers in twelve words or fewer, whichever it is', () => {
    for (const context of all) expect(context.headline.split(/\s+/).length, context.headline).toBeLessThanOrEqual(12);
  });

  test('says of which kind it is or where it was made first, and when last', () => {
    for (const { id, meta } of all) {
      expect(meta.length, id).toBeGreaterThan(1);
      expect(meta.at(-1), id).toBe(english.date(statementById(dataset, id)?.date ?? ''));
    }
  });

  test('has the other side in the same form: its headline, where and when, its number in the bar, its words where it has any', () => {
    for (const { id, other, sides, quotes } of all) {
      if (!other) continue;
      const { headline, meta, stance } = statementContext(other.id);
      expect(other, id).toMatchObject({ headline, meta, stance });
      expect(sides.map((side) => side.id).toSorted(), id).toEqual([id, other.id].toSorted());
      const own = statementContext(other.id).quotes.filter((quote) => quote.stance === stance);
      expect(quotes.filter((quote) => quote.stance === stance).map(({ text }) => text)).toEqual(own.map(({ text }) => text));
    }
  });

  test('says what it is, where and when', () => {
    expect(statementContext('2019-07-08-concern').meta).toEqual(['Letter', 'UN Human Rights Council', '8 July 2019']);
    expect(statementContext('2020-10-06-concern').meta).toEqual(['Statement', 'UN Third Committee', '6 October 2020']);
  });

  test('has both sides to one scale, concern first, with the counts as announced and later', () => {
    for (const id of ['2019-07-08-concern', '2019-07-12-support']) {
      expect(statementContext(id).sides).toEqual([
        {
          stance: 'concern',
          id: '2019-07-08-concern',
          named: 22,
          unnamed: 0,
          later: 2,
          count: '22',
          label: 'concern, 8 July 2019',
          laterLabel: '24 by 29 July',
        },
        {
          stance: 'support',
          id: '2019-07-12-support',
          named: 37,
          unnamed: 0,
          later: 13,
          count: '37',
          label: 'support, 12 July 2019',
          laterLabel: '50 by 26 July',
        },
      ]);
    }
  });

  test('lists each country announced once, under one regional group', () => {
    for (const context of all) {
      const listed = context.list.groups.flatMap((group) => group.countries.map(({ code }) => code)).toSorted();
      const announced = (statementById(dataset, context.id)?.events ?? []).filter(({ type }) => type === 'signed');
      expect(listed, context.id).toEqual(announced.map(({ country }) => country).toSorted());
    }
  });

  test('keeps who joined later and who withdrew apart from the list, by day', () => {
    const { list } = statementContext('2019-07-12-support');
    expect(list.joinedLater.map(({ label, countries }) => [label, countries.length])).toEqual([
      ['between 13 and 26 July 2019', 13],
      ['between 12 July and 31 August 2019', 1],
    ]);
    expect(list.withdrew).toEqual([{ label: '18 July 2019', countries: [{ code: 'QA', name: 'Qatar' }] }]);
    const qatar = list.groups.flatMap(({ countries }) => countries).find(({ code }) => code === 'QA');
    expect(qatar?.remark).toBe('withdrew on 18 July 2019');
  });

  test.each([
    ['2019-07-08-concern', 'The names come from up to four separate sources.'],
    ['2019-10-29-support', 'The names come from one source.'],
  ])('%s: tells where the names come from', (id, sentence) => {
    expect(plainRuns(statementContext(id).record, english)).toContain(sentence);
  });

  test('tells no origin of names where none are known', () => {
    expect(plainRuns(statementContext('2021-10-21-support').record, english)).not.toContain('names come from');
  });

  test.each([
    ['2021-06-22-support', 'LB', 'Joined later, between 14 and 20 July 2021'],
    ['2021-06-22-concern', 'UA', 'Signed, withdrew on 24 or 25 June 2021'],
  ])('%s: gives %s the range of days that sources give', (id, code, answer) => {
    expect(answersFor(dataset, id, code, english)[0]?.answer).toBe(answer);
  });

  test('says what a list lacks, and only where it lacks something', () => {
    expect(statementContext('2019-07-08-concern').list.gap).toBeUndefined();
    expect(statementContext('2020-07-01-support').list).toMatchObject({
      title: '19 of 46 known by name',
      gap: '27 are not known by name. A country that is not listed here may have taken part.',
    });
    expect(statementContext('2022-08-25-support').list.gap).toBe('Which countries took part is not known.');
    for (const context of all) {
      expect(context.list.gap === undefined, context.id).toBe(context.list.completeness === 'full' || context.votes.length > 0);
    }
  });

  test('says of the later count how many are known by name', () => {
    expect(statementContext('2019-07-08-concern').events.map((event) => plainRuns(event, english))).toContain(
      '24 were counted by 29 July 2019; 23 are known by name.',
    );
  });

  test('leads to the other side and back, with the days between them', () => {
    expect(statementContext('2019-07-08-concern').other).toMatchObject({
      id: '2019-07-12-support',
      relation: 'The other side, four days later',
    });
    expect(statementContext('2019-07-12-support').other).toMatchObject({
      id: '2019-07-08-concern',
      relation: 'The other side, four days earlier',
    });
    expect(statementContext('2021-06-22-concern').other?.relation).toBe('The other side, the same day');
  });

  test('quotes itself first and the other side second', () => {
    expect(statementContext('2019-07-12-support').quotes.map(({ stance }) => stance)).toEqual(['support', 'concern']);
  });

  test('of unknown text has no side of the bar and calls no member of its group a signatory', () => {
    const context = statementContext('2021-06-22-support-gcc');
    expect(context.sides).toEqual([]);
    expect(context.list.groups).toEqual([]);
    expect(context.group?.members).toHaveLength(6);
    const notice = plainRuns(context.notice ?? [], english);
    expect(notice).toContain('members of the group are not counted as signatories');
    expect(notice).toContain("It is reported to have voiced support for China. As described by China's Foreign Ministry.");
  });

  test('on Hong Kong alone is said to be no statement on Xinjiang', () => {
    expect(statementContext('2020-06-30-support-hong-kong').notice?.[0]?.text).toContain('About Hong Kong, not Xinjiang.');
    expect(statementContext('2020-10-06-concern').notice).toBeUndefined();
  });

  test('shows a document symbol that no source confirms as such', () => {
    expect(statementContext('2019-07-08-concern').document?.verified).toBe(false);
    expect(statementContext('2019-07-12-support').document).toEqual({
      symbol: 'A/HRC/41/G/17',
      url: 'https://docs.un.org/en/A/HRC/41/G/17',
      verified: true,
    });
  });

  test('labels of what kind each source is, and the language where it is not English', () => {
    const sources = all.flatMap((context) => context.sources);
    expect(new Set(sources.map(({ kind }) => kind))).toEqual(
      new Set(['primary source', 'press', 'research', 'state media', 'advocacy']),
    );
    expect(sources.find(({ publisher }) => publisher === 'Il Foglio')?.language).toBe('Italian');
    expect(sources.filter(({ language }) => language?.includes('English'))).toEqual([]);
  });

  test('has one source or more that a reader can be sent to, or says that it has none', () => {
    const without = all.filter(({ sources, document }) => sources.length === 0 && !document).map(({ id }) => id);
    expect(without).toEqual(
      dataset.statements.filter((each) => each.readerSources.length === 0 && !each.document).map(({ id }) => id),
    );
  });
});

describe('a vote', () => {
  const vote = statementContext('2022-10-06-vote');

  test('has three lists, each in full', () => {
    expect(vote.votes.map(({ label, countries }) => [label, countries.length])).toEqual([
      ['In favour', 17],
      ['Against', 19],
      ['Abstained', 11],
    ]);
  });

  test('keeps Ukraine where it was recorded, with what it asked for the day after', () => {
    const ukraine = vote.votes[2]?.countries.find(({ code }) => code === 'UA');
    expect(ukraine?.remark).toBe('asked on 7 October 2022 to be recorded in favour');
    expect(vote.events.map((event) => plainRuns(event, english))).toContain(
      'Ukraine, recorded as abstaining, asked on 7 October 2022 to be recorded in favour. The announced result stands.',
    );
  });
});

describe('a statement in the name of a group', () => {
  test('has the members that sources name in the list, and the others beside it, by name', () => {
    const { list, group } = statementContext('2024-10-22-support-gcc');
    expect(list.groups.flatMap(({ countries }) => countries)).toEqual([{ code: 'QA', name: 'Qatar', remark: 'read it out' }]);
    expect(group?.members.map(({ name }) => name)).toEqual(['Bahrain', 'Kuwait', 'Oman', 'Saudi Arabia', 'United Arab Emirates']);
  });

  test('says that its sources name the group, and not that nobody knows who took part', () => {
    expect(statementContext('2021-06-22-support-gcc').list.gap).toBe('Sources name the group, not its members.');
  });
});

test('of those counted later, who withdrew since is known by name, too', () => {
  const id = '2021-06-22-concern';
  const statements = dataset.statements.map((each) =>
    each.id === id ? { ...each, laterCounts: [{ count: 46, date: '2021-07-01' }] } : each,
  );
  const context = contextFor({ ...dataset, statements }, { kind: 'statement', link: [id], reasons: [] }, {}, english);
  if (context.kind !== 'statement') throw new Error(id);
  expect(context.events.map((event) => plainRuns(event, english))).toContain(
    '46 were counted by 1 July 2021; 44 are known by name.',
  );
});

describe('the search for a country', () => {
  test.each([
    ['2019-07-08-concern', 'Germany', 'Signed on 8 July 2019'],
    ['2019-07-08-concern', 'Italy', 'Joined later, 12 July 2019'],
    ['2019-07-12-support', 'Qatar', 'Signed, withdrew on 18 July 2019'],
    ['2019-07-12-support', 'Yemen', 'Joined later, between 12 July and 31 August 2019'],
    ['2019-07-12-support', 'North Korea', 'Signed on 12 July 2019'],
    ['2019-07-12-support', 'Italy', 'Not on the list'],
    ['2019-07-08-concern', 'Brazil', 'Not among those announced; not all who joined later are known'],
    ['2020-07-01-support', 'Brazil', 'Not known: the list is incomplete'],
    ['2021-03-12-support', 'Pakistan', 'Not known: the list is incomplete'],
    ['2023-10-18-concern', 'Fiji', 'Signed, withdrew on 30 October 2023'],
    ['2021-06-22-support-gcc', 'Oman', 'Not named, but a member of the group in whose name it was made'],
    ['2022-09-13-support', 'Pakistan', 'Not known: the list is incomplete'],
    ['2022-10-06-vote', 'India', 'Abstained'],
    ['2022-10-06-vote', 'Türkiye', 'Not a member of the Council on 6 October 2022'],
    // Its seat ended in April 2022.
    ['2022-10-06-vote', 'Russia', 'Not a member of the Council on 6 October 2022'],
  ])('%s, %s: %s', (id, query, expected) => {
    expect(answer(id, query)).toBe(expected);
  });

  test('never reads absence from an incomplete list as not having signed', () => {
    for (const statement of dataset.statements.filter(({ list, votes }) => list !== 'full' && !votes)) {
      for (const country of dataset.countries) {
        for (const found of answersFor(dataset, statement.id, country.name, english)) {
          expect(found.certainty, `${statement.id} ${found.name}`).not.toBe('not-on-list');
        }
      }
    }
  });

  test('says what a signature, a withdrawal, a vote or having none rests on, and nothing of what is not known', () => {
    const publishers = (id: StatementId, query: string) =>
      answersFor(dataset, id, query, english)[0]?.sources.map(({ publisher }) => publisher);
    expect(publishers('2019-07-08-concern', 'Italy')).toEqual(['Il Foglio', 'Bitter Winter']);
    expect(publishers('2019-07-12-support', 'Qatar')).toEqual(['Yahoo News (Bloomberg)', 'Middle East Eye']);
    expect(publishers('2022-10-06-vote', 'Brazil')).toEqual(['WION', 'Anews (AFP)']);
    // Only one page prints who voted in favour, and others who asked to be recorded so.
    expect(publishers('2022-10-06-vote', 'Czechia')).toEqual(['Uyghur Times']);
    expect(publishers('2022-10-06-vote', 'Ukraine')).toEqual(['The Hindu (AFP)', 'Taipei Times']);
    expect(publishers('2022-10-06-vote', 'Canada')?.[0]).toBe('United Nations, press release GA/12457');
    expect(publishers('2019-07-08-concern', 'Brazil')).toEqual([]);
    expect(publishers('2021-03-12-support', 'Brazil')).toEqual([]);
  });

  test('rests every signature of the record on a source that readers are shown or told of', () => {
    const without = dataset.statements.flatMap((statement) =>
      signaturesOf(statement)
        .filter(({ country }) =>
          answersFor(dataset, statement.id, country, english).some(
            ({ code, sources }) => code === country && sources.length === 0,
          ),
        )
        .map(({ country }) => `${statement.id} ${country}`),
    );
    expect(without).toEqual([]);
  });

  test('answers nothing to nothing', () => {
    expect(answersFor(dataset, '2019-07-08-concern', ' ', english)).toEqual([]);
    expect(answersFor(dataset, '2019-07-08-concern', 'Atlantis', english)).toEqual([]);
  });
});

describe('several matches', () => {
  const link = ['2021-06-22-support', '2021-09-24-support', '2022-06-14-support'];

  test('are a choice, best first, with what was matched', () => {
    const context = contextFor(
      dataset,
      { kind: 'statement', link, reasons: [{ cue: 'count', text: '65 countries' }] },
      {},
      english,
    );
    if (context.kind !== 'choice') throw new Error(context.kind);
    expect(context.headline).toBe('This could be one of three');
    expect(context.candidates.map(({ id }) => id)).toEqual(link);
    expect(context.reasons).toEqual([{ cue: 'count', text: '65 countries' }]);
  });

  test('are none where the dataset knows only one of them, or no one', () => {
    const of = (ids: StatementId[]) => contextFor(dataset, { kind: 'statement', link: ids, reasons: [] }, {}, english).kind;
    expect(of(['2019-07-08-concern', '1999-01-01-concern'])).toBe('statement');
    expect(of(['1999-01-01-concern'])).toBe('region');
  });
});

describe('the record in brief', () => {
  test('counts statements on Xinjiang only, those by groups outside', () => {
    const ids = region().sides.flatMap((side) => side.bars.map(({ id }) => id));
    expect(ids).toContain('2022-09-13-support');
    expect(ids.filter((id) => /gcc|gulf|hong-kong|vote/.test(id))).toEqual([]);
    expect(ids).not.toContain('2021-03-05-support');
  });

  test('says in its headline what the bars add up to', () => {
    const context = region();
    const [concern, support] = context.sides.map(({ bars }) => bars.length);
    expect(context.headline.replaceAll('\u00a0', ' ')).toBe(
      `Since 2019 states voiced concern ${concern} times, support ${support} times`,
    );
    expect(context.headline.split(/\s+/).length).toBeLessThanOrEqual(12);
  });

  test('leaves nothing out of the table that is in the chart, and adds the vote', () => {
    const context = region();
    const charted = context.sides.flatMap(({ bars }) => bars.map(({ id }) => id));
    expect(context.table.map(({ id }) => id).toSorted()).toEqual([...charted, '2022-10-06-vote'].toSorted());
    expect(context.table.find(({ id }) => id === '2022-10-06-vote')?.count).toBe('17–19–11');
  });

  test('ends with one statement of each side that belong together', () => {
    expect(region().latest.map(({ id }) => id)).toEqual(['2024-10-22-concern', '2024-10-22-support']);
  });
});

test('words of its own take no side', () => {
  const sided = /anti-China|pro-China|human rights foes|\bregime\b|\bofficial(?:ly)?\b|\bso-called\b/i;
  for (const context of all) {
    const own = [
      context.headline,
      context.subhead,
      context.notice && plainRuns(context.notice, english),
      context.list.title,
      context.list.gap,
      context.other?.relation,
    ];
    expect(
      own.filter((text) => text && sided.test(text)),
      context.id,
    ).toEqual([]);
  }
});

test('text to paste holds every name with its remark, the sources and the day of the record', () => {
  const text = plainText(statementContext('2019-07-12-support'), english);
  expect(text).toContain('37 countries voiced support for China, in a joint letter about Xinjiang.');
  expect(text).toContain('Qatar (withdrew on 18 July 2019)');
  expect(text).toContain('Joined later, between 13 and 26 July 2019 (13): Bangladesh');
  expect(text).toContain('A/HRC/41/G/17: https://docs.un.org/en/A/HRC/41/G/17');
  expect(text).toMatch(/Record of \d+ \w+ \d{4}\.$/);
  expect(plainText(statementContext('2020-07-01-support'), english)).toContain('27 are not known by name.');
});

describe('the article', () => {
  const passage = { text: 'letter signed by 50 countries', start: 0, end: 29 };
  const counts = [{ value: 50, low: 50, high: 50 }];
  const target = (...link: StatementId[]) => ({ kind: 'statement' as const, link, reasons: [], counts });
  const article = { date: '2019-07-15', passage };

  test('gives its date and its words to the card, and to the text to paste', () => {
    const text = plainText(contextFor(dataset, target('2019-07-12-support'), article, english), english);
    expect(text).toContain('Text: 50. Record on 15 July 2019: 37; since 26 July 2019: 50.');
    expect(text).toContain(
      [
        'On the page’s date, 15 July 2019: 37 announced.',
        'Since – Between 13 and 26 July 2019: 13 joined, made public on 26 July 2019.',
        'Since – 18 July 2019: Qatar withdrew, made public in August 2019.',
      ].join('\n'),
    );
    expect(text).toContain('Then or since – Between 12 July and 31 August 2019: Yemen joined.');
    expect(plainText(contextFor(dataset, { kind: 'xinjiang' }, article, english), english)).toContain(
      'On the page’s date, 15 July 2019: Statements of concern 1, of support 1.\nSince – Statements of concern',
    );
  });

  test('is not compared with a statement that the text may not have meant', () => {
    const context = contextFor(dataset, target('2019-07-12-support', '1999-01-01-concern'), article, english);
    expect(context).toMatchObject({ kind: 'statement', articleCheck: [] });
  });

  test('without a date leaves the card without one', () => {
    expect(statementContext('2019-07-12-support')).not.toHaveProperty('asOf');
    expect(region()).not.toHaveProperty('asOf');
  });
});
