import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLinks } from '../../src/cli/ask-links.ts';
import { SachError } from '../../src/model/index.ts';
import { openBox } from './box.ts';

let server: Server;
let origin = '';
const asked: string[] = [];
/** Requests that wait for their answer, and the most that ever did. */
const open = { now: 0, most: 0 };

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    response.on('close', () => {
      open.now -= 1;
    });
    if (url === '/co.html') response.setHeader('content-type', 'text/html').end('<p>Có</p>');
    else if (url === '/anh.jpg') response.setHeader('content-type', 'image/jpeg').end('JPEG');
    else if (url === '/chuyen') response.writeHead(301, { location: '/co.html' }).end();
    else if (url === '/vong') response.writeHead(302, { location: '/vong' }).end();
    else if (url === '/sap') response.destroy();
    else response.writeHead(url === '/hong' ? 500 : 404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const told = (stdout: string): string[] =>
  JSON.parse(stdout).map(({ rule, message, line }: { rule: string; message: string; line: number }) =>
    [rule, line, message.replace(origin, '')].join(' '),
  );

test('links and pictures that do not answer are told, each address is asked once', async () => {
  using box = openBox();
  const links = ['/co.html', '/chuyen', '/mat.html', '/hong', '/vong', '/sap', '/co.html#muc-2', '/mat.html'];
  const lines = links.map((path) => `Xem [văn bản](${origin}${path}) này.`);
  box.put('a.md', `# Bài\n\n${lines.join('\n\n')}\n\n![](${origin}/anh.jpg)\n\n![](${origin}/mat.jpg)\n`);
  const args = ['check', 'a.md', '-f', 'json', '--fail-on', 'warning'];
  const offline = await box.here(args);
  expect([offline.status, told(offline.stdout), asked]).toEqual([0, [], []]);
  const { status, stdout } = await box.here([...args, '--online', '--allow-private']);
  expect(status).toBe(1);
  expect(told(stdout)).toEqual([
    'link/unreachable 7 /mat.html cannot be opened (404).',
    'link/unreachable 9 /hong cannot be opened (500).',
    'link/unreachable 11 /vong cannot be opened (redirected without end).',
    'link/unreachable 13 /sap cannot be opened (connection failed).',
    'link/unreachable 17 /mat.html cannot be opened (404).',
    'link/unreachable 21 /mat.jpg cannot be opened (404).',
  ]);
  expect(asked.filter((url) => url === '/mat.html')).toHaveLength(1);
});

test('private addresses are told unasked, and an address that is none is no crash', async () => {
  using box = openBox();
  box.put('a.md', `# Bài\n\n[a](${origin}/rieng)\n\n[b](http://[)\n`);
  const { stdout } = await box.here(['check', 'a.md', '-f', 'json', '--online']);
  expect(told(stdout)).toEqual([
    'link/unreachable 3 /rieng cannot be opened (private address).',
    'link/unreachable 5 http://[ cannot be opened (not a valid address).',
  ]);
  expect(asked).not.toContain('/rieng');
});

test('drafts in several threads ask each address once, and a host one address at a time', async () => {
  using box = openBox();
  asked.length = 0;
  open.most = 0;
  for (let i = 0; i < 8; i++) box.put(`${i}.md`, `# Bài\n\n[a](${origin}/mat.html)\n\n[b](${origin}/bai-${i}.html)\n`);
  const { stdout } = await box.sach(['check', '.', '-j', '2', '-f', 'json', '--online', '--allow-private']);
  expect(told(stdout)).toHaveLength(16);
  expect([asked.toSorted(), open.most]).toEqual([
    [...Array.from({ length: 8 }, (_, i) => `/bai-${i}.html`), '/mat.html'],
    1,
  ]);
});

test('a host that does not answer in time is not waited for at every link', async () => {
  const waited: string[] = [];
  const askLinks = openLinks(async (url) => {
    waited.push(url);
    if (url.includes('treo')) throw new SachError('fetch-timeout', { url, seconds: 30 });
  }, 0);
  const addresses = Array.from({ length: 12 }, (_, i) => `http://treo.example/${i}`);
  const answers = await askLinks([...addresses, 'http://khac.example/']);
  expect(answers).toEqual(Object.fromEntries(addresses.map((url) => [url, 'fetch-timeout'])));
  expect(waited.toSorted()).toEqual(['http://khac.example/', 'http://treo.example/0', 'http://treo.example/1']);
});
