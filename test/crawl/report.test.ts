/** What the report of a crawl says of what is not in the archive. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrawlReport, crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';

const elsewhere = 'http://noi-khac.invalid/cho-phien';
const links = ['/cho.html', '/doi-cho', '/vong'].map((href) => `<a href="${href}">·</a>`).join('');
const page = `<html><head><title>Chợ phiên Suối Mơ</title></head><body><h1>Chợ phiên Suối Mơ họp lại</h1>
<p>Sau ba tuần đóng cửa vì lũ, chợ phiên đã đông người bán rau, cá suối và đồ đan từ các thôn trên núi xuống.</p>
<p>Ban quản lý chợ nhắc bà con để xe ở sân trường cũ, vì đoạn đường trước cổng chợ còn đang đắp lại.</p>${links}</body></html>`;

describe('the report of a crawl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sach-report-'));
  let report: CrawlReport;
  let base: string;

  beforeAll(async () => {
    const server = await serve((request, response) => {
      const location = { '/doi-cho': elsewhere, '/vong': '/' }[request.url ?? ''];
      if (location !== undefined) response.writeHead(302, { location }).end();
      else if (request.url === '/' || request.url === '/cho.html')
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      else response.writeHead(404).end();
    });
    base = server.base;
    const crawled = await crawlFolder({
      seeds: [`${base}/`],
      folder,
      delaySeconds: 0.001,
      allowPrivate: true,
      clean: async (raw) => cleanPage(raw, {}),
      render: (result, format) => renderers[format](result),
    });
    server.close();
    if (!crawled.report) throw new Error('the crawl was not finished');
    report = crawled.report;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names where a redirect led outside the scope, and no redirect that stays inside', () => {
    expect(report.unfetched).toEqual([{ url: elsewhere, reason: 'redirect-outside', via: `${base}/doi-cho` }]);
    expect(report.counts.unfetched).toBe(1);
  });
});
