import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../data/detection/find-mentions.ts';
import type { Mention, PageContext } from '../../../data/detection/mention.ts';
import { statementCuesOf } from '../../../data/detection/statement-cues.ts';
import type { Statement } from '../../../data/schema.ts';
import { readDataset } from '../../../scripts/read-dataset.ts';
import { readLabelled } from '../../../scripts/read-labelled.ts';
import { readLexica } from '../../../scripts/read-lexica.ts';
import { ratesOf, scoreParagraph, share, sumScores } from '../../../scripts/score-detection.ts';

const { statements, countries } = readDataset(resolve(import.meta.dirname, '../../../data'));
const lexica = readLexica();
const finder = createFinder(lexica, statementCuesOf(statements, countries));

const slices = (text: string, kind: Mention['kind'], page?: PageContext) =>
  finder
    .findMentions(text, page)
    .filter((mention) => mention.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
const links = (text: string, page?: PageContext) =>
  finder.findMentions(text, page).flatMap((mention) => (mention.kind === 'statement' ? [mention.link] : []));

describe('a name of the region', () => {
  test.each([
    ['plain', 'cotton from Xinjiang.', ['Xinjiang']],
    ['of a person by the first name again', 'Li Xinjiang won; Xinjiang thanked his coach.', []],
    ['beside a person of the name', 'Li Xinjiang was born in the region of Xinjiang.', ['Xinjiang']],
    ['as a Russian abbreviation, not the evening party', 'В СУАР было тихо, на суаре шумно.', ['СУАР']],
    ['as a model number', 'the XUAR-0822 power strip', []],
    ['in capitals with a possessive', 'XINJIANG’S FARMS', ['XINJIANG']],
    ['in full', 'the Xinjiang Uyghur Autonomous Region of China', ['Xinjiang Uyghur Autonomous Region']],
    ['as an abbreviation', 'officials of the XUAR said', ['XUAR']],
    ['in an older spelling', 'in Sinkiang and Sin-kiang', ['Sinkiang', 'Sin-kiang']],
    ['with tone marks', 'Xīnjiāng', ['Xīnjiāng']],
    ['as East Turkestan', 'exiles call it East Turkestan', ['East Turkestan']],
    ['in a compound', 'Xinjiang-related news', ['Xinjiang']],
    ['broken by a soft hyphen', 'in Xin\u00ADjiang now', ['Xin\u00ADjiang']],
    ['broken by a zero-width space', 'in Xin\u200Bjiang now', ['Xin\u200Bjiang']],
    ['broken by a no-break space', 'in Xin\u00A0jiang now', ['Xin\u00A0jiang']],
    ['of a team', 'the Xinjiang Flying Tigers won', ['Xinjiang']],
    ['in simplified Chinese', '中国新疆维吾尔自治区的棉花', ['新疆维吾尔自治区']],
    ['in traditional Chinese', '新疆維吾爾自治區', ['新疆維吾爾自治區']],
    ['in Japanese', '中国の新疆ウイグル自治区で', ['新疆ウイグル自治区']],
    [
      'in Russian cases',
      'в Синьцзяне и из Синьцзян-Уйгурского автономного района',
      ['Синьцзяне', 'Синьцзян-Уйгурского автономного района'],
    ],
    ['in Russian, abbreviated', 'власти СУАР', ['СУАР']],
    ['in Arabic with a preposition', 'في شينجيانغ', ['شينجيانغ']],
    ['in Uyghur', 'شىنجاڭ', ['شىنجاڭ']],
    ['in Turkish', 'Doğu Türkistan’da', ['Doğu Türkistan']],
    ['in German', 'Ostturkestan', ['Ostturkestan']],
    ['in French', 'le Turkestan oriental', ['Turkestan oriental']],
    ['in Spanish', 'el Turquestán Oriental', ['Turquestán Oriental']],
    ['in Portuguese', 'o Turquestão Oriental', ['Turquestão Oriental']],
  ])('is found %s', (_name, text, expected) => {
    expect(slices(text, 'xinjiang')).toEqual(expected);
  });

  test.each([
    ['a street', 'an office on Xinjiang Road in Qingdao'],
    ['a street in Chinese', '乌鲁木齐南路和新疆路'],
    ['a person', 'Li Xinjiang scored twice'],
    ['a person written apart', 'the novelist Xin Jiang'],
    ['a county in Shanxi', '山西新绛县'],
    ['characters that only meet', '创新疆域与新疆界'],
    ['a web address', 'see https://example.org/xinjiang-report.html'],
    ['a file name', 'open xinjiang_cotton.csv'],
    ['an e-mail address', 'write to xinjiang@example.org'],
    ['a district of Ankara', 'Ankara Sincan’da yangın çıktı'],
  ])('is not %s', (_name, text) => {
    expect(slices(text, 'xinjiang')).toEqual([]);
  });
});

describe('a statement', () => {
  test.each<[string, string, string[], string[][]]>([
    [
      'by its count',
      'A letter signed by 22 countries on Xinjiang was published.',
      ['letter signed by 22 countries'],
      [['2019-07-08-concern']],
    ],
    [
      'by its count in words',
      'Thirty-nine countries issued a joint statement on Xinjiang.',
      ['Thirty-nine countries issued a joint statement'],
      [['2020-10-06-concern']],
    ],
    [
      'by who spoke for whom',
      'Cuba, on behalf of 62 countries, defended China over Xinjiang.',
      ['Cuba, on behalf of 62 countries'],
      [['2021-10-21-support']],
    ],
    [
      'by one and the others',
      'Germany and 38 others voiced concern about Xinjiang.',
      ['Germany and 38 others'],
      [['2020-10-06-concern']],
    ],
    ['by its symbol', 'See A/HRC/41/G/17.', ['A/HRC/41/G/17'], [['2019-07-12-support']]],
    [
      'by the tally of its vote',
      'The Council voted 19–17 with 11 abstentions against a debate on Xinjiang.',
      ['19–17 with 11 abstentions'],
      [['2022-10-06-vote']],
    ],
    ['by its day', 'The July 8 letter on Xinjiang was not read out.', ['July 8 letter'], [['2019-07-08-concern']]],
  ])('is found and linked %s', (_name, text, expected, ids) => {
    expect(slices(text, 'statement')).toEqual(expected);
    expect(links(text)).toEqual(ids);
  });

  test('is found on a page about the matter, and not on another', () => {
    const text = 'The letter signed by 22 countries was sent on Monday.';
    expect(slices(text, 'statement', { title: 'UN: concern over Xinjiang' })).toEqual(['letter signed by 22 countries']);
    expect(slices(text, 'statement', { title: 'A day at the races' })).toEqual([]);
  });

  test('is none where its states ask for what those of no statement did, whatever the page is about', () => {
    const page = { title: 'UN: concern over Xinjiang' };
    expect(slices('The letter signed by 22 countries asks for longer lunch breaks.', 'statement', page)).toEqual([]);
    expect(slices('The letter signed by 22 countries asks for observers to be let in.', 'statement', page)).toHaveLength(1);
    expect(slices('The letter signed by 22 countries asks China for answers.', 'statement', page)).toHaveLength(1);
  });

  test('stays ambiguous where nothing tells two apart, and not where the year does', () => {
    const text = '65 countries backed a joint statement in support of China over Xinjiang';
    expect(links(`${text}.`)).toEqual([['2021-06-22-support', '2021-09-24-support']]);
    expect(links(`${text} in September 2021, Pakistan said.`)[0]?.[0]).toBe('2021-09-24-support');
  });

  test('says in the text’s own words why it was linked', () => {
    const [mention] = finder.findMentions('Germany and 38 others voiced concern about Xinjiang in the Third Committee.');
    expect(mention?.kind === 'statement' && mention.reasons).toEqual(
      expect.arrayContaining([
        { cue: 'deliveredBy', text: 'Germany' },
        { cue: 'forum', text: 'Third Committee' },
      ]),
    );
  });

  test('says why in whole words, accents and all', () => {
    const [mention] = finder.findMentions('Fünfzehn Länder kritisierten China in der UNO wegen Xinjiang.', {
      date: '2024-10-23',
    });
    const reasons = mention?.kind === 'statement' ? mention.reasons : [];
    expect(reasons.find(({ cue }) => cue === 'count')?.text).toBe('Fünfzehn Länder');
    expect(reasons.find(({ cue }) => cue === 'stance')?.text).toBe('kritisierten');
  });

  test.each([
    ['about the climate', 'Beside the talks on Xinjiang, 22 countries signed a letter on climate.'],
    ['about Hong Kong alone', 'Cuba, on behalf of 53 countries, welcomed the Hong Kong security law.'],
    ['of a town council', 'The town council voted 19–17 with 11 abstentions for the car park.'],
    ['by organisations', 'A letter on Xinjiang signed by 200 NGOs was sent to the brands.'],
    ['that is in no list', 'A joint statement on Xinjiang by 31 countries was planned.'],
    ['of a match', 'Xinjiang lost the game 19–17.'],
    ['of another chamber', 'The Senate voted 19-17 on a bill about Xinjiang.'],
    ['on Gaza', 'The statement read out by Germany on Gaza did not mention Xinjiang.'],
    ['about visas', 'Visitors from 39 countries may enter Xinjiang visa-free.'],
  ])('is not one %s', (_name, text) => {
    expect(slices(text, 'statement')).toEqual([]);
  });

  test('added to the data is found without a change of code', () => {
    const model = statements.find(({ id }) => id === '2020-10-06-concern') as Statement;
    const added = {
      ...model,
      id: '2031-05-05-concern',
      date: '2031-05-05',
      announcedCount: 91,
      deliveredBy: 'KE',
      counterpart: null,
      laterCounts: [],
    };
    const extended = createFinder(lexica, statementCuesOf([...statements, added], countries));
    const text = 'Kenya, on behalf of 91 countries, read a joint statement on Xinjiang.';
    expect(slices(text, 'statement')).toEqual([]);
    expect(extended.findMentions(text)[0]).toMatchObject({ kind: 'statement', start: 0, link: ['2031-05-05-concern'] });
  });
});

/** What detection is worth on the labelled paragraphs, which say themselves what they are good for: labelled/README.md. */
describe('over the labelled paragraphs', () => {
  const scored = readLabelled().map((paragraph) => ({
    paragraph,
    ...scoreParagraph(paragraph, finder.findMentions(paragraph.text, { ...paragraph.pageContext, lang: paragraph.lang })),
  }));
  const sumOf = (split: string) =>
    sumScores(scored.filter(({ paragraph }) => paragraph.split === split).map(({ score }) => score));

  test('every name of the region in those it was tuned on is found', () => {
    const missed = scored.flatMap(({ paragraph, errors }) =>
      paragraph.split === 'tune' ? errors.filter(({ kind, what }) => kind === 'xinjiang' && what === 'missed') : [],
    );
    expect(missed).toEqual([]);
  });

  test.each(['tune', 'score'])('of a hundred marked statements at least ninety-five are statements: %s', (split) => {
    expect(ratesOf(sumOf(split).statement).precision).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['tune', 'score'])('of a hundred statements found at least ninety-five lead to the right one: %s', (split) => {
    const { firstRight, statement } = sumOf(split);
    expect(share(firstRight, statement.found)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Xinjiang',
      '新疆',
      'Синьцзяне',
      'شينجيانغ',
      '22 countries',
      'letter signed by 22 countries',
      ' ',
      '\n',
      '. ',
      '19–17',
      'A/HRC/41/G/11',
      '\u00AD',
      'e\u0301',
    ),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  // Long enough for what grows with the square of the text to take minutes, and for lists of arguments to overflow the stack.
  test.each([
    'Xinjiang ',
    'the 17 19 11 Xinjiang UN ',
    'the Canadian statement ',
    'Cuba, on behalf of 62 countries, Xinjiang. ',
    '22 37 ',
  ])(
    'two hundred thousand characters of “%s” are read to the end',
    (piece) => {
      const long = piece.repeat(200_000 / piece.length);
      const found = finder.findMentions(long, { title: 'Xinjiang at the UN' });
      if (found.length > 0) expect(found.at(-1)?.end).toBeGreaterThan(long.length - 3 * piece.length - 700);
    },
    120_000,
  );

  test('mentions stand in order within it, apart and not empty', () => {
    fc.assert(
      fc.property(text, text, (given, title) => {
        let end = 0;
        for (const mention of finder.findMentions(given, { title })) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(given.length);
          end = mention.end;
        }
      }),
    );
  });

  test('the gate never shuts out a mention', () => {
    fc.assert(
      fc.property(text, (given) => {
        if (finder.findMentions(given, { title: 'Xinjiang' }).length > 0) expect(finder.mayHoldMention(given)).toBe(true);
      }),
    );
  });

  test('the gate lets a tally pass that has no word for a letter or a vote', () => {
    const tally = 'The tally in July 2019 was lopsided: 22 against, 37 in favour.';
    const page = { title: 'Bachelet and the joint letters about Xinjiang', date: '2019' };
    expect(finder.findMentions(tally, page).map(({ start, end }) => tally.slice(start, end))).toEqual(['22', '37']);
    expect(finder.mayHoldMention(tally)).toBe(true);
    expect(finder.mayHoldMention('Flat 12, open from Monday.')).toBe(false);
  });

  test('a paragraph before it only moves a name', () => {
    const before = 'It rained all day.\n\n';
    fc.assert(
      fc.property(text, (given) => {
        const names = (of: string) =>
          finder.findMentions(of).flatMap(({ kind, start, end }) => (kind === 'xinjiang' ? [[start, end]] : []));
        const moved = names(given).map(([start = 0, end = 0]) => [start + before.length, end + before.length]);
        // A mark on the first letter belongs to what stands before it.
        fc.pre(!/^[\p{M}\u200B-\u200F\u00AD]/u.test(given));
        expect(names(before + given)).toEqual(moved);
      }),
    );
  });

  const NAMES = [
    'Xinjiang',
    '新疆',
    'Синьцзян',
    'شينجيانغ',
    'Doğu Türkistan',
    '新疆ウイグル自治区',
    'East Turkestan',
    'Sinkiang',
  ];
  const INVISIBLE = ['\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'];

  test('an invisible character within a name changes nothing but where it ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...INVISIBLE), fc.nat(), (name, invisible, place) => {
        const at = 1 + (place % (name.length - 1));
        const hidden = `(${name.slice(0, at)}${invisible}${name.slice(at)})`;
        expect(finder.findMentions(hidden)).toEqual([{ kind: 'xinjiang', start: 1, end: 2 + name.length }]);
        expect(finder.mayHoldMention(hidden)).toBe(true);
      }),
    );
  });

  test('composed and decomposed letters are read alike', () => {
    const found = (of: string) =>
      finder.findMentions(of).map(({ kind, start, end }) => [kind, of.slice(start, end).normalize('NFC')]);
    for (const { text: given } of readLabelled()) expect(found(given.normalize('NFD'))).toEqual(found(given.normalize('NFC')));
  });

  test('two blocks, each of which speaks for itself, hold together what they hold apart', () => {
    const blocks = readLabelled().filter(({ mentions }) => mentions.length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.constantFrom(...blocks), (a, b) => {
        const names = (of: string) => finder.findMentions(of).flatMap((each) => (each.kind === 'xinjiang' ? [each] : []));
        const moved = names(b.text).map(({ kind, start, end }) => ({
          kind,
          start: start + a.text.length + 2,
          end: end + a.text.length + 2,
        }));
        // A statement's span holds a name of its own, and needs its neighbours: names alone stand for themselves.
        const all = finder.findMentions(`${a.text}\n\n${b.text}`);
        const covered = (name: { start: number; end: number }) =>
          all.some(({ start, end }) => start <= name.start && name.end <= end);
        expect([...names(a.text), ...moved].filter((name) => !covered(name))).toEqual([]);
      }),
    );
  });

  test.each([
    ['one letter', 'a'],
    ['digits', '22 '],
    ['counts', '22 countries and '],
    ['documents', 'the joint letter of the '],
    ['numbers in words', 'twenty-two thirty-seven '],
    ['brackets', '(“'],
    ['votes', '19-17-11 '],
    ['half names', 'Xin jian '],
    ['Han', '新疆二十二国的信'],
    ['Arabic', 'رسالة من 22 دولة و'],
    ['Russian', 'письмо 22 стран и '],
    ['spaces', ' '],
    ['full stops', '. '],
  ])(
    'long texts of nothing but %s are read to their end',
    (_, piece) => {
      const long = piece.repeat(Math.ceil(2e4 / piece.length));
      expect(
        finder.findMentions(`Xinjiang. ${long}`, { title: 'Xinjiang at the UN Human Rights Council' }).length,
      ).toBeGreaterThan(0);
    },
    120_000,
  );
});

describe('what a document calls itself', () => {
  test.each([
    [
      'a counter-letter beside the date of the letter it answers',
      'Qatar had its name struck from the counter-letter on Xinjiang; the July 8 letter of 2019 lost nobody.',
      'counter-letter',
    ],
    [
      'a letter of support beside that date',
      'Katar ließ seine Unterschrift unter dem Unterstützerbrief für China tilgen, nicht unter dem Brief zu Xinjiang vom 8. Juli 2019 an den Menschenrechtsrat.',
      'Unterstützerbrief',
    ],
    [
      'a counter-letter that dwells on camps',
      'لم تذكر الرسالة المضادة في يوليو 2019 المعسكرات في شينجيانغ أمام مجلس حقوق الإنسان',
      'رسالة المضادة',
    ],
  ])('outweighs the dates and words beside it: %s', (_name, text, phrase) => {
    const found = finder.findMentions(text).filter((mention) => text.slice(mention.start, mention.end).includes(phrase));
    const linked = found.flatMap((mention) => (mention.kind === 'statement' ? mention.link : []));
    expect(linked).toContain('2019-07-12-support');
    expect(linked).not.toContain('2019-07-08-concern');
  });
});
