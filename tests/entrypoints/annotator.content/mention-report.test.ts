import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../entrypoints/annotator.content/marks.ts';
import { reportOf } from '../../../entrypoints/annotator.content/mention-report.ts';

describe('reportOf', () => {
  function reportFor(before: string, text: string, after: string) {
    const mention = { kind: 'xinjiang', start: before.length, end: before.length + text.length } as const;
    return reportOf({ id: 1, mention, blockText: before + text + after, nodes: [], place: {} as StaticRangeInit } as Mark);
  }

  test('keeps a short sentence whole and folds its white space', () => {
    expect(reportFor('\n  A visit\n to ', 'Xin\njiang', ' ended.\n ')).toMatchObject({
      before: 'A visit to ',
      text: 'Xin jiang',
      after: ' ended.',
    });
  });

  test('cuts long text between words and says so', () => {
    const report = reportFor(`${'one '.repeat(60)}`, 'Xinjiang', `${' two'.repeat(60)}`);
    expect(report.before).toMatch(/^…(one )+$/);
    expect(report.after).toMatch(/^( two)+…$/);
    expect(report.before.length).toBeLessThan(95);
  });
});
