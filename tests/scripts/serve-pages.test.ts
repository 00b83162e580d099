import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../scripts/serve-pages.ts';

let folder: string;
let server: PageServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await writeFile(path.join(folder, 'page.html'), '<iframe src="{{otherOrigin}}/frame.html"></iframe>');
  await writeFile(path.join(folder, 'strict.html'), 'strict');
  await writeFile(path.join(folder, 'strict.headers.json'), '{"Content-Security-Policy": "default-src \'none\'"}');
  await writeFile(path.join(folder, 'legacy.html'), Buffer.from([0xc4, 0xe3, 0xba, 0xc3]));
  server = await servePages(folder);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('a page can name the other origin, which is another host', async () => {
  const response = await fetch(`${server.origin}/page.html`);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toBe(`<iframe src="${server.otherOrigin}/frame.html"></iframe>`);
  expect(new URL(server.otherOrigin).hostname).not.toBe(new URL(server.origin).hostname);
});

test('headers beside a page are sent with it, and not by themselves', async () => {
  const response = await fetch(`${server.origin}/strict.html`);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect((await fetch(`${server.origin}/strict.headers.json`)).status).toBe(404);
});

test('a page in another encoding arrives byte for byte, its encoding unclaimed', async () => {
  const response = await fetch(`${server.origin}/legacy.html`);
  expect(response.headers.get('content-type')).toBe('text/html');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes]).toEqual([0xc4, 0xe3, 0xba, 0xc3]);
});

test('nothing outside the folder is served', async () => {
  expect((await fetch(`${server.origin}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  expect((await fetch(`${server.origin}/%`)).status).toBe(404);
});
