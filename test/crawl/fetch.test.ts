import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from '../../src/crawl/fetch.ts';
import { isPublicAddress } from '../../src/crawl/guard.ts';
import { explainError } from '../../src/messages/index.ts';
import { SachError } from '../../src/model/index.ts';

const page = '<p>Sáng nay, xã Đông Hòa khánh thành cây cầu mới.</p>';
// A zstd frame made by hand: magic, single-segment header, one RLE block of `size` letters “a”.
const zstdRun = (size: number): Buffer => {
  const blocks: Buffer[] = [];
  for (let left = size; left > 0; left -= 100_000) {
    const run = Math.min(left, 100_000);
    const head = (run << 3) | 2 | (left <= 100_000 ? 1 : 0);
    blocks.push(Buffer.from([head & 255, (head >> 8) & 255, head >> 16, 97]));
  }
  const length = Buffer.alloc(4);
  length.writeUInt32LE(size);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), length, ...blocks]);
};
const bomb = gzipSync(Buffer.alloc(50_000_000));
const coded: Record<string, [string, Buffer]> = {
  '/gzip': ['gzip', gzipSync(page)],
  '/deflate': ['deflate', deflateSync(page)],
  '/raw-deflate': ['deflate', deflateRawSync(page)],
  '/br': ['br', brotliCompressSync(page)],
  '/zstd': ['zstd', zstdRun(5000)],
  '/chain': ['gzip, br, gzip', gzipSync(brotliCompressSync(gzipSync(page)))],
  '/bomb': ['gzip', bomb],
  '/bomb-br': ['br', brotliCompressSync(Buffer.alloc(30_000_000))],
  '/bomb-zstd': ['zstd', zstdRun(30_000_000)],
  '/bomb-chain': ['gzip, gzip', gzipSync(bomb)],
  '/six': ['gzip,gzip,gzip,gzip,gzip,gzip', Buffer.from('x')],
  '/unknown': ['rot13', Buffer.from('x')],
  '/cut': ['gzip', gzipSync(page.repeat(9)).subarray(0, -12)],
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const redirect = (to: string) => response.writeHead(302, { location: to }).end();
  const found = coded[path];
  if (found) response.writeHead(200, { 'content-encoding': found[0] }).end(found[1]);
  else if (path === '/a') redirect('/b');
  else if (path === '/b') redirect('/a');
  else if (path === '/hop') redirect('/bai-vi%E1%BA%BFt');
  else if (path === '/to-file') redirect('file:///etc/passwd');
  else if (path === '/to-other-private') redirect('http://127.0.0.2:9/');
  else if (path.startsWith('/chain/')) redirect(`/chain/${Number(path.slice(7)) + 1}`);
  else if (path === '/404' || path === '/500') response.writeHead(Number(path.slice(1))).end('hỏng');
  else if (path === '/flood') response.writeHead(200, { 'x-flood': 'a'.repeat(40_000) }).end(page);
  else if (path === '/large') response.writeHead(200, { 'content-length': 1e9 }).end('a');
  else if (path === '/endless') {
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
    };
    response.on('drain', pour);
    pour();
  } else if (path === '/drip') {
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  } else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SachError)) throw new Error(`no SachError but ${error}`);
  for (const lang of ['en', 'vi'] as const) {
    const { message, hint } = explainError(error, lang);
    expect(message).not.toMatch(/^error\/|\{/);
    expect(hint).toBeTruthy();
  }
  return error.code;
};
const get = (path: string, options = {}) => fetchPage(base + path, { allowPrivate: true, maxBytes: 1e6, ...options });

describe('fetchPage', () => {
  it('hands over bytes, address, type, status and time', async () => {
    const got = await get('/tin', { now: () => new Date('2026-01-02T03:04:05Z') });
    expect(got).toEqual({
      source: `${base}/tin`,
      url: `${base}/tin`,
      bytes: Buffer.from(page),
      status: 200,
      contentType: 'text/html; charset=utf-8',
      fetchedAt: '2026-01-02T03:04:05.000Z',
    });
  });

  it('follows redirects and names the page it ended at', async () => {
    const got = await get('/hop');
    expect([got.source, got.url]).toEqual([`${base}/hop`, `${base}/bai-vi%E1%BA%BFt`]);
  });

  it.each(['/gzip', '/deflate', '/raw-deflate', '/br', '/chain'])('decompresses %s', async (path) => {
    expect(Buffer.from((await get(path)).bytes).toString()).toBe(page);
  });

  it.each(['/six', '/unknown'])('leaves what nobody can undo as it came: %s', async (path) => {
    expect(Buffer.from((await get(path)).bytes).toString()).toBe('x');
  });

  it('decompresses zstd', async () => {
    expect(Buffer.from((await get('/zstd')).bytes).toString()).toBe('a'.repeat(5000));
  });

  it.each([
    ['/a', 'fetch-redirects'],
    ['/chain/0', 'fetch-redirects'],
    ['/404', 'fetch-status'],
    ['/500', 'fetch-status'],
    ['/flood', 'fetch-failed'],
    ['/large', 'fetch-too-large'],
    ['/endless', 'fetch-too-large'],
    ['/bomb', 'fetch-too-large'],
    ['/bomb-br', 'fetch-too-large'],
    ['/bomb-zstd', 'fetch-too-large'],
    ['/bomb-chain', 'fetch-too-large'],
    ['/cut', 'fetch-cut'],
    ['/to-file', 'fetch-failed'],
  ])('refuses %s with %s', async (path, code) => {
    expect(await codeOf(get(path))).toBe(code);
  });

  it('stops a server that drips, byte by byte, at the deadline', async () => {
    const started = Date.now();
    expect(await codeOf(get('/drip', { timeoutMs: 200 }))).toBe('fetch-timeout');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('waits for a connection as long as it is told to, and tells how long that was', async () => {
    const never: LookupFunction = () => {};
    const url = 'http://mai-khong-tra-loi.example/';
    const work = fetchPage(url, { allowPrivate: true, timeoutMs: 11_500, lookup: never });
    await expect(work).rejects.toMatchObject({ code: 'fetch-timeout', params: { url, seconds: 11.5 } });
  }, 20_000);

  it('tells that nobody listens', async () => {
    expect(await codeOf(fetchPage('http://127.0.0.1:9/', { allowPrivate: true }))).toBe('fetch-failed');
  });
});

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://localhost/',
    'http://localhost./',
  ])('refuses %s', async (url) => {
    expect(await codeOf(fetchPage(url))).toBe('fetch-private');
  });

  it.each(['8.8.8.8', '2001:4860:4860::8888', '64:ff9b::808:808', '::ffff:8.8.8.8'])('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  const answering =
    (...answers: string[]): LookupFunction =>
    (_host, options, callback) => {
      const found = answers.map((address) => ({ address, family: 4 }));
      if (options.all) callback(null, found);
      else callback(null, found[0]?.address ?? '', 4);
    };

  it('refuses a public name with one private answer among its DNS answers', async () => {
    const lookup = answering('93.184.216.34', '127.0.0.1');
    expect(await codeOf(fetchPage('http://tin-tuc.example/', { lookup }))).toBe('fetch-private');
  });

  it('refuses a redirect into the private network', async () => {
    const host = `http://cong-thong-tin.example:${new URL(base).port}`;
    const lookup = answering('127.0.0.1');
    expect(await codeOf(fetchPage(`${host}/to-other-private`, { lookup }))).toBe('fetch-private');
    expect(await codeOf(get('/to-other-private'))).toBe('fetch-failed');
  });

  it('looks at the address really connected to, should the resolver be fooled (rebinding)', async () => {
    // The resolver's first answer passes the check; the connection is then made to another one.
    let asked = 0;
    const lookup: LookupFunction = (_host, options, callback) => {
      asked += 1;
      const lying = { address: '93.184.216.34', family: 4 };
      const found = options.all ? [lying] : lying;
      // An object whose address changes after it was read once: what a hostile answer between check and use amounts to.
      let reads = 0;
      Object.defineProperty(lying, 'address', { get: () => (reads++ === 0 ? '93.184.216.34' : '127.0.0.1') });
      callback(null, found as never);
    };
    const port = new URL(base).port;
    expect(await codeOf(fetchPage(`http://bao-dien-tu.example:${port}/`, { lookup }))).toBe('fetch-private');
    expect(asked).toBe(1);
  });
});
