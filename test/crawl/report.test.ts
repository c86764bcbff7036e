/** What the report of a crawl says of what is not in the archive. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellReport } from '../../src/cli/crawl-report.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { reportHtml } from '../../src/crawl/archive/report-html.ts';
import { type CrawlReport, crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { paint } from '../../src/report/color.ts';
import { serve } from './serve.ts';

const elsewhere = 'http://noi-khac.invalid/cho-phien';
const links = ['/cho.html', '/doi-cho', '/vong', '/dut', '/khong-con']
  .map((href) => `<a href="${href}">·</a>`)
  .join('');
const page = `<html><head><title>Chợ phiên Suối Mơ</title></head><body><h1>Chợ phiên Suối Mơ họp lại</h1>
<p>Sau ba tuần đóng cửa vì lũ, chợ phiên đã đông người bán rau, cá suối và đồ đan từ các thôn trên núi xuống.</p>
<p>Ban quản lý chợ nhắc bà con để xe ở sân trường cũ, vì đoạn đường trước cổng chợ còn đang đắp lại.</p>
<p>Tệp đính kèm: <a href="/noi-quy.pdf">Nội quy chợ</a>, <a href="/so-do.doc">Sơ đồ chợ</a>, <a href="/gia-thue.xls">Giá thuê</a></p>${links}</body></html>`;

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
      else if (request.url === '/sitemap.xml')
        response.end(
          `<urlset><url><loc>${base}/muc?a=1&b=2</loc></url><url><loc>${base}/cho.html</loc></url></urlset>`,
        );
      else if (request.url === '/noi-quy.pdf') response.writeHead(200).end('%PDF-1.4 noi quy');
      else if (request.url === '/gia-thue.xls')
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<title>Lỗi</title><h1>Lỗi 404</h1><p>Tệp tin bạn yêu cầu không tồn tại hoặc đã bị xóa.</p>');
      else if (request.url === '/dut') {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
        response.write('<p>Chợ', () => response.destroy());
      } else response.writeHead(404).end();
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
    expect(report.unfetched).toContainEqual({ url: elsewhere, reason: 'redirect-outside', via: `${base}/doi-cho` });
    expect(report.unfetched.filter(({ reason }) => reason === 'redirect-outside')).toHaveLength(1);
    expect(report.counts.unfetched).toBe(report.unfetched.length);
  });

  it('names documents that articles lack, and does not call them error pages', () => {
    expect(report.missingDocuments.map(({ url, reason }) => [url.replace(base, ''), reason])).toEqual([
      ['/so-do.doc', 'status-404'],
      ['/gia-thue.xls', 'no-file'],
    ]);
    expect(report.errorPages.map(({ url }) => url.replace(base, ''))).toEqual(['/khong-con', '/muc?a=1&b=2']);
    expect(report.counts.attachments).toBe(1);
    expect(report.counts.errors + report.counts.failures).toBe(report.errorPages.length);
    // `/` and `/cho.html`, which are one article.
    expect(report.counts).toMatchObject({ pages: 2, articles: 1, duplicates: 1 });
  });

  it('names a sitemap that is no good XML, and has read on behind the mistake', () => {
    expect(report.brokenSitemaps.map(({ url, reason }) => [url.replace(base, ''), reason])).toEqual([
      ['/sitemap.xml', 'sitemap-slips'],
    ]);
  });

  it('says of an answer that broke off that it did', () => {
    expect(report.unfetched).toContainEqual({ url: `${base}/dut`, reason: 'fetch-cut', via: `${base}/` });
  });

  it('says of everything as often as it lists it', () => {
    const said: string[] = [];
    const terminal: Terminal = {
      lang: 'en',
      paint: paint(false),
      verbosity: 'normal',
      isInteractive: false,
      tell: (text) => said.push(text),
    };
    tellReport(report, { folder: 'kho', isUnchanged: false, failOn: 'never' }, terminal);
    const html = reportHtml(report, 'en');
    const { errors, failures } = report.counts;
    expect(said.join('')).toContain(`${errors + failures} error page`);
    expect(said.join('')).toContain('2 documents that articles link to are missing');
    expect(html).toContain(`Error pages <span class="badge">${errors + failures}</span>`);
    expect(html).toContain('Missing documents <span class="badge">2</span>');
  });
});
