import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage, firstSentence, openBox } from './box.ts';

const bomb = gzipSync(Buffer.alloc(60_000_000));

/** What the server of the tests does at each path. */
const answers: Record<string, (response: ServerResponse) => void> = {
  '/tin/cau-moi.html': (response) => response.setHeader('content-type', 'text/html').end(articlePage('Cầu mới')),
  '/moved': (response) => response.writeHead(302, { location: '/tin/cau-moi.html' }).end(),
  '/circle': (response) => response.writeHead(302, { location: '/circle' }).end(),
  '/down': (response) => response.writeHead(500).end('Server Error'),
  '/members': (response) => response.writeHead(403).end('Forbidden'),
  '/slow': (response) => response.write('<html>'),
  '/bomb': (response) => response.setHeader('content-encoding', 'gzip').end(bomb),
  '/file.pdf': (response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.4'),
};
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const answer = answers[url];
    if (answer) answer(response);
    else response.writeHead(404).end('Not Found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address', () => {
  test('is fetched, redirects followed, and told where it came from', async () => {
    using box = openBox();
    const { status, stdout, stderr } = await box.here(['clean', `${origin}/moved`, '-f', 'json', '--allow-private']);
    expect([status, stderr]).toEqual([0, '']);
    const { text, source, url, provenance } = JSON.parse(stdout);
    expect(text).toContain(firstSentence);
    expect({ source, url }).toEqual({ source: `${origin}/moved`, url: `${origin}/tin/cau-moi.html` });
    expect(provenance.fetchedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test('is written below its host', async () => {
    using box = openBox();
    await box.here(['clean', `${origin}/tin/cau-moi.html`, `${origin}/moved`, '-o', 'out/', '--allow-private']);
    expect(box.files('out')).toEqual(['127.0.0.1/moved.md', '127.0.0.1/tin/cau-moi.md']);
  });

  test.each([
    ['/nowhere', 'fetch-status', 'a page that is gone'],
    ['/down', 'fetch-status', 'Try again later'],
    ['/members', 'fetch-status', 'save the page'],
    ['/circle', 'fetch-redirects', 'browser'],
    ['/slow', 'fetch-timeout', 'later'],
    ['/bomb', 'fetch-too-large', 'another program'],
    ['/file.pdf', 'binary-file', 'links to it'],
  ])('%s is told as %s', async (path, code, hint) => {
    using box = openBox();
    box.put('sach.config.yaml', `timeout: ${path === '/slow' ? 0.5 : 20}`);
    const { status, stdout, stderr } = await box.here(['clean', origin + path, '-o', 'out.md', '--allow-private']);
    expect(stderr).toMatch(new RegExp(`^error\\[${code}\\]: .+\n(?: {2}cause: .+\n)?(?: {2}hint: .*${hint}.*\n)`));
    expect([status, stdout, box.files('.')]).toEqual([2, '', ['sach.config.yaml']]);
  });

  test('of a private network is refused unless it is allowed', async () => {
    using box = openBox();
    const { status, stderr } = await box.here(['clean', `${origin}/tin/cau-moi.html`]);
    expect(stderr).toMatch(/^error\[fetch-private\].+\n {2}hint: .*--allow-private/);
    expect(status).toBe(2);
  });
});
