/** Answers that came and are not as they should be: packed wrongly, cut, too large. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { crawlFolder, type FolderOptions } from '../../src/crawl/index.ts';
import { readWarc } from '../../src/input/warc.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';
import { treeOf } from './tree.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-broken-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Served {
  readonly headers?: Readonly<Record<string, string>>;
  /** `undefined`: the connection is dropped without an answer. `//here` stands for the portal's host. */
  readonly body?: string | Uint8Array;
  /** The connection is dropped behind the body. */
  readonly isDropped?: boolean;
}

/** Crawl a portal of these pages, from its front page on, into `folder`. */
async function crawl(
  pages: Readonly<Record<string, Served>>,
  options: Partial<FolderOptions> = {},
  folder = mkdtempSync(join(root, 'kho-')),
) {
  const asked: string[] = [];
  const portal = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (page.body === undefined) response.destroy();
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      const { body, isDropped } = page;
      const sent = typeof body === 'string' ? body.replaceAll('//here', `//xa.example:${portal.port}`) : body;
      if (isDropped) response.write(sent, () => response.destroy());
      else response.end(sent);
    }
  });
  // One name for every portal: a later run finds what the first one knows.
  const base = `http://xa.example:${portal.port}`;
  const { report } = await crawlFolder({
    seeds: [`${base}/`],
    folder,
    delaySeconds: 0.0001,
    allowPrivate: true,
    lookup: (_host, { all }, callback) =>
      all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
    clean: async (page) => cleanPage(page, {}),
    render: (result, format) => renderers[format](result),
    ...options,
  });
  portal.close();
  if (!report) throw new Error('the crawl was not finished');
  const titles = readFileSync(join(folder, 'index.jsonl'), 'utf8').split('\n').filter(Boolean);
  return {
    folder,
    asked,
    report,
    titles: titles.map((line) => String(JSON.parse(line).title)).sort(),
    unfetched: report.unfetched.map(({ url, reason }) => [new URL(url).pathname, reason]),
  };
}

const links = (paths: readonly string[]): Served => ({
  body: paths.map((path) => `<a href="${path}">·</a>`).join(' '),
});
const named = Array.from('abcdefghijkl', (letter, i) => ({ path: `/${letter}.html`, title: `Thôn Suối ${i + 1}` }));
const text = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${title} vừa làm xong con mương dẫn nước từ đập về ruộng, bà con mừng vì vụ này không phải tát gàu.</p><p>Trưởng thôn nhắc các hộ cuối mương giữ bờ, đừng để trâu bò giẫm vỡ trước ngày xã về nghiệm thu.</p></body></html>`;
const wrongChecksum = (page: string): Buffer => {
  const bytes = gzipSync(page);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 8) ^ 1, bytes.length - 8);
  return bytes;
};
const packed = { 'content-encoding': 'gzip' };

it('a host whose every answer has a wrong checksum is read as browsers read it', async () => {
  const { titles, report, folder } = await crawl({
    '/': links(named.map(({ path }) => path)),
    ...Object.fromEntries(
      named.map(({ path, title }) => [path, { headers: packed, body: wrongChecksum(text(title)) }]),
    ),
  });
  expect(titles).toEqual(named.map(({ title }) => title).sort());
  expect(report.unfetched).toEqual([]);
  const record = Object.keys(treeOf(folder)).find((path) => /^articles\/.+\.json$/.test(path)) ?? '';
  expect(JSON.parse(readFileSync(join(folder, record), 'utf8')).findings).toContainEqual(
    expect.objectContaining({ rule: 'page/checksum', level: 'warning' }),
  );
}, 30_000);

it('what is called packed in a way that there is none, or is not packed at all, is read as it came', async () => {
  const codings = ['utf-8', 'none', 'UTF8', '8bit', 'gzip', 'deflate', 'br', 'gzip,gzip,gzip,gzip,gzip,gzip'];
  const pages = named.slice(0, codings.length);
  const { titles, folder } = await crawl({
    '/': links(pages.map(({ path }) => path)),
    ...Object.fromEntries(
      pages.map(({ path, title }, i) => [
        path,
        { headers: { 'content-encoding': codings[i] ?? '' }, body: `\n${text(title)}` },
      ]),
    ),
  });
  expect(titles).toEqual(pages.map(({ title }) => title).sort());
  let captured = 0;
  for await (const entry of readWarc(join(folder, 'capture/sach-00001.warc.gz'), 'kho'))
    if (typeof entry === 'object' && 'bytes' in entry) captured += 1;
  expect(captured).toBe(pages.length + 1);
}, 30_000);

it('a packed page that is cut is told as an answer that broke off, is in the capture, and leads on', async () => {
  const whole = gzipSync(`${text('Cầu treo')}<a href="/b.html">·</a>${text('Phần sau').repeat(20)}`, { level: 0 });
  const pages = {
    '/': links(['/a.html']),
    '/a.html': { headers: packed, body: whole.subarray(0, -2000) },
    '/b.html': { body: text('Thôn Suối 2') },
  };
  const { titles, unfetched, asked, folder } = await crawl(pages);
  expect(titles).toEqual(['Thôn Suối 2']);
  expect(unfetched).toEqual([['/a.html', 'fetch-cut']]);
  expect(asked.filter((path) => path === '/a.html')).toHaveLength(3);
  const damages: unknown[] = [];
  for await (const entry of readWarc(join(folder, 'capture/sach-00001.warc.gz'), 'kho'))
    if (typeof entry === 'object' && 'bytes' in entry && entry.url?.endsWith('/a.html')) damages.push(entry.damage);
  expect(damages).toEqual(['cut']);
}, 30_000);

it('a host that answers and breaks off is not given up', async () => {
  const { titles, unfetched } = await crawl({
    '/': links([...named.map(({ path }) => path), '/z.html']),
    ...Object.fromEntries(named.map(({ path, title }) => [path, { body: text(title), isDropped: true }])),
    '/z.html': { body: text('Thôn Suối cuối') },
  });
  expect(titles).toEqual(['Thôn Suối cuối']);
  expect(unfetched).toEqual(named.map(({ path }) => [path, 'fetch-cut']));
}, 30_000);

it('a redirect to what is no address of the web is an error page, and no failure of the host', async () => {
  const portal = await serve((request, response) => {
    if (request.url === '/')
      response.setHeader('content-type', 'text/html').end(links(named.map(({ path }) => path)).body);
    else if (named.some(({ path }) => path === request.url))
      response.writeHead(302, { location: 'javascript:history.back()' }).end();
    else response.writeHead(404).end();
  });
  const { report } = await crawlFolder({
    seeds: [`${portal.base}/`],
    folder: mkdtempSync(join(root, 'kho-')),
    delaySeconds: 0.0001,
    allowPrivate: true,
    render: (result, format) => renderers[format](result),
  });
  portal.close();
  expect(report?.unfetched).toEqual([]);
  expect(report?.errorPages.map(({ reason }) => reason)).toEqual(named.map(() => 'status-302'));
}, 30_000);

it('pages and files have limits of their own, and what is larger is told', async () => {
  const large = (start: string): string => start + ' '.repeat(200_000);
  const { report, unfetched, folder } = await crawl(
    {
      '/': {
        body: `${text('Thôn Suối 1')}<a href="/tep.pdf">Tệp</a> <a href="/to.pdf">Tệp</a> <a href="/to.html">·</a>`,
      },
      '/tep.pdf': { headers: { 'content-type': 'application/pdf' }, body: large('%PDF-1.4') },
      '/to.pdf': { headers: { 'content-type': 'application/pdf' }, body: large('%PDF-1.4').repeat(2) },
      '/to.html': { body: large(text('Trang quá lớn')) },
    },
    { maxBytes: 100_000, maxFileBytes: 300_000 },
  );
  expect(Object.keys(treeOf(folder)).filter((path) => path.startsWith('attachments/'))).toHaveLength(1);
  expect(unfetched).toEqual([
    ['/to.html', 'fetch-too-large'],
    ['/to.pdf', 'fetch-too-large'],
  ]);
  expect(report.missingDocuments).toMatchObject([{ reason: 'fetch-too-large' }]);
}, 30_000);

it('a portal over http whose links over https nobody answers loses those and no others', async () => {
  const [first, ...others] = named;
  const { titles, unfetched, asked } = await crawl({
    '/': links(['https://here/', 'https://here/khoa.html', first?.path ?? '']),
    // Addresses over http are asked for first, but those further from the front page wait.
    [first?.path ?? '']: { body: text(first?.title ?? '') + links(others.map(({ path }) => path)).body },
    ...Object.fromEntries(
      others.map(({ path, title }, i) => [path, { body: `${text(title)}<a href="https://here/khoa-${i}.html">·</a>` }]),
    ),
  });
  expect(titles).toEqual(named.map(({ title }) => title).sort());
  expect(unfetched).toHaveLength(2 + others.length);
  expect(new Set(unfetched.map(([, reason]) => reason))).toEqual(new Set(['host-unreachable']));
  expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
}, 30_000);
