/** A capture that lost something costs what stood there, not the archive. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellReport } from '../../src/cli/crawl-report.ts';
import { type CrawlReport, crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage, learnPages } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { paint } from '../../src/report/color.ts';
import { serve } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-damage-'));
const text =
  '<p>Đêm qua nước suối dâng nhanh, dân quân thôn Thượng giúp tám hộ ven bờ dọn đồ lên nhà cao, không ai bị thương.</p>';
const pages: Readonly<Record<string, string>> = {
  '/': '<a href="/suoi.html">·</a>',
  '/suoi.html': `<title>Nước suối dâng</title><h1>Nước suối dâng</h1>${text}<p>Tải về: <a href="/vb.pdf">Thông báo</a></p>`,
  '/vb.pdf': '%PDF-1.4 thông báo',
  '/moi.html': `<title>Nước đã rút</title><h1>Nước đã rút</h1>${text.replace('dâng', 'rút')}`,
};
const { base, close } = await serve((request, response) => {
  const body = pages[request.url ?? ''];
  const type = request.url?.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
});
afterAll(() => {
  close();
  rmSync(root, { recursive: true });
});

async function crawl(folder: string, path = '/'): Promise<CrawlReport> {
  const { report } = await crawlFolder({
    seeds: [base + path],
    folder,
    delaySeconds: 0.001,
    allowPrivate: true,
    clean: async (page, learned) => cleanPage(page, learned ? { learned } : {}),
    learn: (raws) => learnPages(raws, {}),
    render: (result, format) => renderers[format](result),
    wacz: true,
  });
  if (!report) throw new Error('the crawl was not finished');
  return report;
}
const whole = join(root, 'kho');
beforeAll(() => crawl(whole), 30_000);

const segment = 'capture/sach-00001.warc.gz';
/** Where a record of the first segment begins. */
function offsetOf(url: string): number {
  const line = readFileSync(join(whole, 'capture/index.cdxj'), 'utf8')
    .split('\n')
    .find((row) => row.includes(url));
  return Number(/"offset":"(\d+)"/.exec(line ?? '')?.[1]);
}
function changeByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

it.each([
  ['gone', 'capture-missing', (path: string) => rmSync(path)],
  ['cut', 'capture-damaged', (path: string) => truncateSync(path, offsetOf('/vb.pdf') + 50)],
  ['changed by a byte', 'capture-damaged', (path: string) => changeByte(path, offsetOf('/vb.pdf') + 50)],
])('that is %s is told, and the rest is written', async (_, reason, damage) => {
  const folder = mkdtempSync(join(root, 'hong-'));
  cpSync(whole, folder, { recursive: true });
  damage(join(folder, segment));
  // What an earlier run wrote is not lost yet.
  expect((await crawl(folder)).missingDocuments).toEqual([]);
  rmSync(join(folder, 'articles'), { recursive: true });
  rmSync(join(folder, 'attachments'), { recursive: true });
  const report = await crawl(folder);
  expect(report.damagedCapture).toContainEqual({ url: `${base}/vb.pdf`, reason, file: segment });
  expect(report.missingDocuments).toEqual([{ url: `${base}/vb.pdf`, reason, via: `${base}/suoi.html` }]);
  expect(report.counts).toMatchObject({ articles: 1, attachments: 0 });
  const [article = ''] = readdirSync(join(folder, 'articles'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  expect(readFileSync(join(folder, 'articles', article), 'utf8')).toContain(`${base}/vb.pdf`);
  const said: string[] = [];
  const tell = (words: string) => said.push(words);
  const terminal = { lang: 'en', paint: paint(false), verbosity: 'normal', isInteractive: false, tell } as const;
  expect(tellReport(report, { folder: 'kho', isUnchanged: true, failOn: 'error' }, terminal)).toBe(1);
  expect(said.join('')).toMatch(/of the capture cannot be read .* put the files of capture\/ back/);
});

it('that was cut is not written on, so that what is put back fits', async () => {
  const folder = mkdtempSync(join(root, 'hong-'));
  cpSync(whole, folder, { recursive: true });
  truncateSync(join(folder, segment), 300);
  await crawl(folder, '/moi.html');
  expect(existsSync(join(folder, 'capture/sach-00002.warc.gz'))).toBe(true);
  cpSync(join(whole, segment), join(folder, segment));
  const report = await crawl(folder);
  expect(report.damagedCapture).toEqual([]);
  expect(report.counts).toMatchObject({ articles: 2, attachments: 1 });
});
