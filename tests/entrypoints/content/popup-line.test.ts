import { describe, expect, test, vi } from 'vitest';
import { createPopupLine } from '../../../entrypoints/content/popup-line.ts';

function fakePort(name: string) {
  const heard: ((message: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  return {
    name,
    postMessage: vi.fn(),
    onMessage: { addListener: (listener: (message: unknown) => void) => void heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => void ended.push(listener) },
    say: (message: unknown) => {
      for (const listener of heard) listener(message);
    },
    end: () => {
      for (const listener of ended) listener();
    },
  };
}

const SUBJECT = {
  target: { kind: 'xinjiang' },
  article: {},
  place: { site: 'example.org', address: 'https://example.org/', text: 'Xinjiang', before: '', after: '' },
} as const;

function lineWith() {
  const listeners = new Set<(port: ReturnType<typeof fakePort>) => void>();
  const api = {
    runtime: { onConnect: { addListener: listeners.add.bind(listeners), removeListener: listeners.delete.bind(listeners) } },
  };
  const stop = new AbortController();
  const report = { host: 'example.org', url: 'https://example.org/', top: true, active: true, mentions: [] };
  const offers = { report: () => report, reveal: vi.fn(), pointOut: vi.fn((id: number) => (id === 1 ? SUBJECT : undefined)) };
  const line = createPopupLine(api as never, 'frame-1', offers, stop.signal);
  const connect = (name = 'page-link') => {
    const port = fakePort(name);
    for (const listener of listeners) listener(port);
    return port;
  };
  return { api, line, connect, offers, stop, listeners, report };
}

describe('createPopupLine', () => {
  test('reports at once to a popup that connects, and again when told, until it closes', () => {
    const { line, connect, report } = lineWith();
    const port = connect();
    expect(port.postMessage.mock.calls).toEqual([[{ type: 'report', ...report, token: 'frame-1' }]]);
    line.report();
    expect(port.postMessage).toHaveBeenCalledTimes(2);
    port.end();
    line.report();
    expect(port.postMessage).toHaveBeenCalledTimes(2);
  });

  test('does not answer other connections', () => {
    const { connect } = lineWith();
    expect(connect('something-else').postMessage).not.toHaveBeenCalled();
  });

  test('reveals only what is addressed to this frame and well-formed', () => {
    const { connect, offers } = lineWith();
    const port = connect();
    for (const message of [
      null,
      'reveal',
      { type: 'reveal', token: 'other', mentionId: 1 },
      { type: 'reveal', token: 'frame-1', mentionId: '1' },
    ]) {
      port.say(message);
    }
    expect(offers.reveal).not.toHaveBeenCalled();
    port.say({ type: 'reveal', token: 'frame-1', mentionId: 4 });
    expect(offers.reveal.mock.calls).toEqual([[4]]);
  });

  test('tells of a mention that is pointed out, and points none out any more once nobody is at the other end', () => {
    const { connect, offers } = lineWith();
    const port = connect();
    const before = port.postMessage.mock.calls.length;
    port.say({ type: 'pointOut', token: 'frame-1', mentionId: 1 });
    port.say({ type: 'pointOut', token: 'frame-1', mentionId: 2 });
    expect(port.postMessage.mock.calls.slice(before)).toEqual([
      [{ type: 'pointedOut', ...SUBJECT, token: 'frame-1', mentionId: 1 }],
    ]);
    const other = connect();
    other.end();
    expect(offers.pointOut.mock.calls).toEqual([[1], [2]]);
    port.end();
    expect(offers.pointOut.mock.calls.at(-1)).toEqual([0]);
  });

  test('says that its page is left to all who are at the other end', () => {
    const { line, connect } = lineWith();
    const [one, other, gone] = [connect(), connect(), connect()];
    gone.end();
    line.leave();
    for (const port of [one, other]) expect(port.postMessage.mock.calls.at(-1)).toEqual([{ type: 'left', token: 'frame-1' }]);
    expect(gone.postMessage).toHaveBeenCalledTimes(1);
  });

  test('stops listening with the extension, which may have taken its interface away before', () => {
    const { api, stop, listeners } = lineWith();
    Object.assign(api, { runtime: undefined });
    stop.abort();
    expect(listeners.size).toBe(0);
  });
});
