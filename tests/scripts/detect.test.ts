import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

function detect(lines: string[]) {
  const script = resolve(import.meta.dirname, '../../scripts/detect.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return {
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
}

describe('npm run detect', () => {
  test('answers each line in order', () => {
    const { answers, stderr, status } = detect([
      '{"id":"a","text":"A letter signed by 22 countries.","pageContext":"China’s Xinjiang policy"}',
      '',
      '{"id":2,"text":"nothing here","lang":"en","pageContext":null}',
      '{"id":"c","text":"新疆","pageContext":{"title":"x","headings":["y"]}}',
    ]);
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c']);
    expect(answers[0].mentions).toMatchObject([{ kind: 'statement', start: 2, end: 31, link: ['2019-07-08-concern'] }]);
    expect(answers[0].mentions[0].reasons).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(answers[1].mentions).toEqual([]);
    expect(answers[2].mentions).toEqual([{ kind: 'xinjiang', start: 0, end: 2, link: [], reasons: [] }]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('reads of a page’s context what it is called, its language and the rest as text near by', () => {
    const text = '22 pays ont signé une lettre.';
    const found = (pageContext: unknown) =>
      detect([JSON.stringify({ id: 1, text, pageContext })]).answers[0].mentions.map(({ link }: { link: string[] }) => link[0]);
    const letter = ['2019-07-08-concern'];
    expect(found('Ouïghours : l’ONU interpellée')).toEqual(letter);
    expect(found({ headings: ['Le Xinjiang à l’ONU'], lang: 'fr' })).toEqual(letter);
    expect(found({ section: 'Ouïghours : des ambassadeurs écrivent au Conseil des droits de l’homme' })).toEqual(letter);
    expect(found({ title: 'Climat : une lettre à la Commission' })).toEqual([]);
  });

  test('reports malformed lines by number, answers the rest and exits with 1', () => {
    const { answers, stderr, status } = detect([
      'oops',
      '{"id":1,"text":"Xinjiang"}',
      '{"id":2}',
      '[]',
      '{"id":3,"text":"x","pageContext":4}',
    ]);
    expect(answers.map(({ id }) => id)).toEqual([1]);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 7)),
    ).toEqual(['line 1:', 'line 3:', 'line 4:', 'line 5:']);
    expect(status).toBe(1);
  });
});
