/** A proxy that notes every request that a browser makes, whoever in it makes it, and knows one host: what a page server has. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LaunchOptions } from '../../scripts/launch.ts';

export interface RecordingProxy {
  /** Every address that was asked for so far, and of encrypted connections the host. */
  readonly requests: readonly string[];
  /** What makes a browser send all through it, the computer itself not excepted. */
  readonly launch: Partial<LaunchOptions>;
  close(): Promise<void>;
}

/** The host that is answered; no other is. */
export const PROXIED = 'http://pages.test';

/** `origin` gives what is served under PROXIED, as soon as it is asked for. */
export async function startProxy(origin: () => string): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    if (!url.startsWith(`${PROXIED}/`)) {
      response.writeHead(502).end();
      return;
    }
    fetch(origin() + url.slice(PROXIED.length)).then(
      async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(body);
      },
      () => response.writeHead(502).end(),
    );
  });
  server.on('connect', ({ url }, socket) => {
    requests.push(url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    launch: {
      switches: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      },
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
