import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-lost-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Served {
  readonly type?: string;
  readonly body: string | Uint8Array;
}

/** Crawl a portal of these pages, from its front page on. */
async function crawl(pages: Readonly<Record<string, Served | string>>) {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else {
      const { type = 'text/html; charset=utf-8', body } = typeof page === 'string' ? { body: page } : page;
      response.writeHead(200, { 'content-type': type }).end(body);
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(root, 'kho-'));
  try {
    const { report } = await crawlFolder({
      seeds: [`${base}/`],
      folder,
      delaySeconds: 0.001,
      allowPrivate: true,
      clean: async (page) => cleanPage(page, {}),
      render: (result, format) => renderers[format](result),
    });
    const articles = readFileSync(join(folder, 'index.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { url: string; title?: string; alsoAt?: string[] });
    const path = (url: string) => url.replace(base, '');
    return { report, articles: articles.map((row) => ({ ...row, url: path(row.url), alsoAt: row.alsoAt?.map(path) })) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const page = (title: string, body: string, day = '12/04/2011') =>
  `<html><head><title>${title} - Xã Suối Mơ</title></head><body><ul><li><a href="/">Trang nhất</a></li></ul><h1>${title}</h1><p class="ngay">Ngày đăng: ${day}</p><div class="noi-dung">${body}</div></body></html>`;
const links = (paths: readonly string[]) => paths.map((path) => `<a href="${path}">·</a>`).join(' ');

describe('notices in the same words', () => {
  const notice = (file: string) =>
    `<p>Hội đồng nhân dân xã trân trọng gửi đến bà con văn bản mới ban hành, mời bà con đọc kỹ và góp ý tại nhà văn hóa thôn mình.</p><p>Toàn văn ở tệp kèm theo: <a href="/tep/${file}">Tải xuống</a></p>`;
  const pdf = (content: string) => ({ type: 'application/pdf', body: `%PDF-1.4 ${content}` });

  it('are kept, each with its file; a second address of one is not', async () => {
    const notices = {
      '/vb-1.html': page('Quy chế chợ phiên', notice('cho.pdf')),
      '/muc-khac/vb-1.html': page('Quy chế chợ phiên', notice('cho-ban-sao.pdf')),
      '/vb-2.html': page('Kế hoạch tưới vụ đông', notice('tuoi.pdf'), '05/10/2012'),
      '/vb-3.html': page('Danh sách hộ vay vốn', notice('vay.pdf'), '20/01/2013'),
    };
    const { articles, report } = await crawl({
      '/': links(Object.keys(notices)),
      ...notices,
      '/tep/cho.pdf': pdf('chợ'),
      '/tep/cho-ban-sao.pdf': pdf('chợ'),
      '/tep/tuoi.pdf': pdf('tưới'),
      '/tep/vay.pdf': pdf('vay'),
    });
    expect(articles.filter(({ title }) => title !== undefined)).toMatchObject([
      { url: '/vb-1.html', alsoAt: ['/muc-khac/vb-1.html'] },
      { url: '/vb-2.html' },
      { url: '/vb-3.html' },
    ]);
    expect(report?.counts).toMatchObject({ duplicates: 1, attachments: 3 });
  });
});
