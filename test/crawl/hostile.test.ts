import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { crawlFolder } from '../../src/crawl/index.ts';
import { renderers } from '../../src/render/index.ts';
import { cleanPortal } from './portal-clean.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-hostile-'));
const bomb = gzipSync(Buffer.alloc(30_000_000));
/** More than any page may have; the rules stand in front. */
const largeRobots = Buffer.concat([
  Buffer.from('User-agent: *\nDisallow: /cam/\n'),
  Buffer.alloc(21 * 2 ** 20, '# rác\n'),
  Buffer.from('Disallow: /\n'),
]);
const links = [
  '/bom',
  '/nho-giot',
  '/lut',
  '/vao-trong',
  '/vong',
  '/ban',
  '/nghi',
  '/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/con.html',
];
const article = (title: string) =>
  `<html><head><title>${title}</title></head><body><div class="bodytext"><p>Tin ${title} của xã, viết đủ dài để là một bài.</p></div></body></html>`;

const hits = new Map<string, number[]>();
let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://x');
    const times = hits.get(path) ?? [];
    hits.set(path, [...times, performance.now()]);
    const html = (body: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    const name = request.headers.host ?? '';
    if (name.startsWith('lon') && path === '/robots.txt') {
      const isPacked = name.startsWith('lon-nen');
      response.writeHead(200, isPacked ? { 'content-encoding': 'gzip' } : {});
      response.end(isPacked ? gzipSync(largeRobots) : largeRobots);
    } else if (name.startsWith('lon') && path === '/') html('<a href="/cam/1">·</a><a href="/tin">·</a>');
    else if (path === '/robots.txt' || path === '/sitemap.xml') response.writeHead(404).end();
    else if (path === '/') html(links.map((link) => `<a href="${link}">·</a>`).join(''));
    else if (path === '/bom') response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    else if (path === '/nho-giot') {
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    } else if (path === '/lut') response.writeHead(200, { 'x-lut': 'a'.repeat(40_000) }).end('x');
    else if (path === '/vao-trong') response.writeHead(302, { location: 'http://trong.example/bi-mat' }).end();
    else if (path === '/vong') response.writeHead(302, { location: '/vong' }).end();
    else if (path === '/ban' && times.length === 0) response.writeHead(503, { 'retry-after': '1' }).end();
    else if (path === '/nghi' && times.length === 0) response.writeHead(429).end();
    else if (path.includes('sach-')) response.writeHead(404).end();
    else html(article(`../../${path}`));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true });
});

/** The portal is called public here, as every test server is on loopback; what is inside stays what it is. */
const lookup: LookupFunction = (host, options, callback) => {
  const address = host === 'trong.example' ? '10.0.0.1' : '127.0.0.1';
  if (options.all) callback(null, [{ address, family: 4 }]);
  else callback(null, address, 4);
};

it('refuses what is hostile, waits for what is busy, and writes nothing outside its folder', async () => {
  const folder = join(root, 'kho');
  const { report } = await crawlFolder({
    seeds: [`http://xa.example:${port}/`],
    folder,
    scope: 'domain',
    include: ['*'],
    delaySeconds: 0.01,
    timeoutMs: 400,
    maxBytes: 1e6,
    allowPrivate: true,
    lookup,
    clean: cleanPortal,
    render: (result, format) => renderers[format](result),
  });
  const reasons = Object.fromEntries(
    (report?.unfetched ?? []).map(({ url, reason }) => [new URL(url).pathname, reason]),
  );
  expect(reasons).toEqual({
    '/bi-mat': 'redirect-outside',
    '/bom': 'fetch-too-large',
    '/nho-giot': 'fetch-timeout',
    '/lut': 'fetch-failed',
  });
  expect(report?.redirectLoops.map((url) => new URL(url).pathname)).toEqual(['/vong']);
  expect(report?.errorPages).toEqual([]);
  // Another domain's private address was never in scope; it was not asked for.
  expect([...hits.keys()]).not.toContain('/bi-mat');
  expect(hits.get('/nho-giot')).toHaveLength(3);
  expect(hits.get('/bom')).toHaveLength(1);
  // Retry-After is kept to, by the whole host.
  const all = [...hits.values()].flat().sort((a, b) => a - b);
  const [busy = 0] = hits.get('/ban') ?? [];
  expect((all[all.indexOf(busy) + 1] ?? 0) - busy).toBeGreaterThanOrEqual(990);
  expect(hits.get('/nghi')).toHaveLength(2);

  const names = readdirSync(root, { recursive: true }).map(String);
  expect(names.filter((name) => !name.startsWith('kho'))).toEqual([]);
  const articles = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
  expect(articles).toHaveLength(4);
  for (const line of articles) expect(JSON.parse(line).file).toMatch(/^articles\/xa\.example_\d+\/[a-z0-9_-]+\.md$/);
});

it('refuses a portal that leads into the private network, by name and by redirect', async () => {
  const { report } = await crawlFolder({
    seeds: ['http://trong.example/', 'http://169.254.169.254/latest/'],
    folder: join(root, 'trong'),
    delaySeconds: 0,
    lookup,
    clean: cleanPortal,
    render: (result, format) => renderers[format](result),
  });
  expect(report?.unfetched.map(({ reason }) => reason)).toEqual(['fetch-private', 'fetch-private']);
  expect(report?.counts.pages).toBe(0);
});

it('reads the beginning of a robots.txt without end, packed or not', async () => {
  const hosts = ['lon-nen', 'lon'];
  const folder = join(root, 'lon');
  const { report } = await crawlFolder({
    seeds: hosts.map((host) => `http://${host}.example:${port}/`),
    folder,
    delaySeconds: 0,
    allowPrivate: true,
    lookup,
    clean: cleanPortal,
    render: (result, format) => renderers[format](result),
  });
  expect(report?.unfetched.map(({ url, reason }) => [new URL(url).hostname, new URL(url).pathname, reason])).toEqual(
    hosts.map((host) => [`${host}.example`, '/cam/1', 'robots']),
  );
  expect(report?.counts.articles).toBe(2);
  // What was not taken is told in the capture.
  const cut: string[] = [];
  for await (const record of new WARCParser(createReadStream(join(folder, 'capture/sach-00001.warc.gz')))) {
    if (record.warcHeader('WARC-Truncated') === 'length') cut.push(record.warcTargetURI ?? '');
  }
  expect(cut).toEqual([`http://lon.example:${port}/robots.txt`]);
});
