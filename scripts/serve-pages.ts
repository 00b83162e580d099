/**
 * A small web server for a folder of pages, on two origins, so that frames of another site can be tested.
 * A file `<name>.headers.json` beside a page holds headers to send with it: a content security policy, say.
 */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

export interface PageServer {
  /** `http://localhost:<port>`, without a slash at the end. */
  readonly origin: string;
  /** The same folder under an origin that is another site to browsers. */
  readonly otherOrigin: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** A page whose end does not come, as of an advertisement or a stream: what waits for all of a page waits for ever. */
export const UNENDED = '/unended.html';
/** Asked for, it brings that end; with a picture there that never comes. */
export const THE_END = '/the-end';
const UNANSWERED = '/unanswered.png';

/**
 * Serve a folder until closed. In pages, `{{origin}}` and `{{otherOrigin}}` stand for the two origins, so that a page can
 * hold a frame of the other one. What the folder does not have is looked for in `another`, for what is built and not kept.
 */
export async function servePages(directory: string, another?: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch(() => response.writeHead(500).end());
  });
  // One port for both names: what browsers tell apart is the host.
  const port = await listen(server);
  const origin = `http://localhost:${port}`;
  const otherOrigin = `http://127.0.0.1:${port}`;
  const unended = new Set<ServerResponse>();

  async function answer(url: string, response: ServerResponse): Promise<void> {
    if (url === UNANSWERED) return;
    if (url === UNENDED) {
      unended.add(response);
      // Browsers show nothing of a page before they have some of it.
      response.writeHead(200, { 'content-type': TYPES['.html'] }).write('<!doctype html><p>It goes on.'.padEnd(4096));
      return;
    }
    if (url === THE_END) {
      for (const each of unended) each.end(`<img src="${UNANSWERED}">`);
      response.writeHead(204).end();
      return;
    }
    const { file, content } = await contentOf(url);
    if (!file || !content) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const extension = path.extname(file).toLowerCase();
    const headers: Record<string, string> = {
      'content-type': typeOf(extension, content),
      'cache-control': 'no-store',
      ...(await headersBeside(file)),
    };
    const isPage = /html/.test(headers['content-type'] ?? '');
    response.writeHead(200, headers).end(isPage ? fillIn(content) : content);
  }

  async function contentOf(url: string): Promise<{ file?: string; content?: Buffer }> {
    for (const folder of another ? [directory, another] : [directory]) {
      const file = fileOf(folder, url);
      const content = file && (await readFile(file).catch(() => undefined));
      if (content) return { file, content };
    }
    return {};
  }

  function fillIn(content: Buffer): Buffer | string {
    // Pages in other encodings pass through untouched, byte for byte.
    if (!content.includes('{{o')) return content;
    return content.toString('utf8').replaceAll('{{origin}}', origin).replaceAll('{{otherOrigin}}', otherOrigin);
  }

  return {
    origin,
    otherOrigin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file behind an address, or undefined where the address leaves the folder. */
function fileOf(directory: string, url: string): string | undefined {
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = path.join(directory, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  return path.relative(directory, file).startsWith('..') || file.endsWith('.headers.json') ? undefined : file;
}

/** A page in an encoding of its own says so itself, and would be overruled here. */
function typeOf(extension: string, content: Buffer): string {
  const type = TYPES[extension] ?? 'application/octet-stream';
  return isUtf8(content) ? type : type.replace('; charset=utf-8', '');
}

async function headersBeside(file: string): Promise<Record<string, string>> {
  const { dir, name } = path.parse(file);
  const text = await readFile(path.join(dir, `${name}.headers.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  const headers = JSON.parse(text) as Record<string, string>;
  return Object.fromEntries(Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}
