import { describe, expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import { contextFor, type PopoverTarget } from '../../data/popover-context.ts';
import { errorReport, newIssueAddress } from '../../data/report.ts';
import { english } from '../support/words.ts';

const reportOn = (target: PopoverTarget, address?: string) =>
  errorReport(
    {
      context: contextFor(dataset, target, {}, english),
      text: '22 countries',
      before: '…a letter signed by ',
      after: ' was sent…',
      version: '1.2.3',
      address,
    },
    english,
  );
const LETTER: PopoverTarget = {
  kind: 'statement',
  link: ['2019-07-08-concern'],
  reasons: [{ cue: 'count', text: '22 countries' }],
};

describe('a report', () => {
  test('asks what is wrong and for a source, and says what the card said, to what, why, and by which data', () => {
    const { title, body } = reportOn(LETTER);
    expect(title).toContain('22 countries voiced concern');
    expect(body).toMatch(/^What is wrong:\n\nA source that shows it:\n\n---\n/);
    for (const part of [
      'Statement: 2019-07-08-concern',
      '8 July 2019',
      '…a letter signed by [22 countries] was sent…',
      'Matched: Number: 22 countries',
      english.date(dataset.updated),
      'Undersigned 1.2.3',
    ]) {
      expect(body).toContain(part);
    }
  });

  test('has the address of the page only where it is given', () => {
    expect(reportOn(LETTER).body).not.toContain('Page:');
    expect(reportOn(LETTER, 'https://news.example/a').body).toContain('Page: https://news.example/a');
  });

  test('names every statement of a choice, and none for the region', () => {
    const choice = reportOn({ kind: 'statement', link: ['2020-10-06-concern', '2021-06-22-concern'], reasons: [] });
    expect(choice.body.match(/^Statement: .*/gm)).toEqual(['Statement: 2020-10-06-concern', 'Statement: 2021-06-22-concern']);
    expect(reportOn({ kind: 'xinjiang' }).body).not.toContain('Statement:');
  });

  test('fills in a new issue, every character as it is', () => {
    const report = { title: 'a & b #1', body: 'one\ntwo + “three”' };
    for (const tracker of ['https://tracker.example/o/r/issues', 'https://tracker.example/o/r/issues/']) {
      const url = new URL(newIssueAddress(tracker, report));
      expect(url.origin + url.pathname).toBe('https://tracker.example/o/r/issues/new');
      expect(Object.fromEntries(url.searchParams)).toEqual(report);
      expect(url.hash).toBe('');
    }
  });
});
