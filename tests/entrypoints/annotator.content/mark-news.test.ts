import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMarkNews, LONGEST_WAIT, NEWS_DELAY } from '../../../entrypoints/annotator.content/mark-news.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('many marks at once are told of once, and later ones again', () => {
  const tell = vi.fn(async () => undefined);
  const news = createMarkNews(tell, () => true);
  for (let count = 0; count < 30; count++) news();
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(NEWS_DELAY);
  expect(tell).toHaveBeenCalledTimes(1);
  news();
  vi.advanceTimersByTime(NEWS_DELAY);
  expect(tell).toHaveBeenCalledTimes(2);
});

test('of marks that come and go without a pause it is told now and then', () => {
  const tell = vi.fn(async () => undefined);
  const news = createMarkNews(tell, () => true);
  for (let time = 0; time < 4 * (LONGEST_WAIT + NEWS_DELAY); time += NEWS_DELAY / 3) {
    news();
    vi.advanceTimersByTime(NEWS_DELAY / 3);
  }
  expect(tell.mock.calls.length).toBeGreaterThan(2);
  expect(tell.mock.calls.length).toBeLessThan(5);
});

test('nobody is told once the extension has gone', () => {
  const tell = vi.fn(async () => undefined);
  createMarkNews(tell, () => false)();
  vi.advanceTimersByTime(NEWS_DELAY);
  expect(tell).not.toHaveBeenCalled();
});

test('a refusal ends there', async () => {
  const tell = vi.fn(() => Promise.reject(new Error('No receiving end')));
  createMarkNews(tell, () => true)();
  await vi.advanceTimersByTimeAsync(NEWS_DELAY);
  expect(tell).toHaveBeenCalledTimes(1);
});
