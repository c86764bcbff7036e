import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { crawlFolder } from '../../src/crawl/index.ts';
import { readWarc } from '../../src/input/warc.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { openBox } from '../cli/box.ts';
import { serve } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-lost-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Served {
  readonly type?: string;
  readonly body: string | Uint8Array;
}

type Pages = Readonly<Record<string, Served | string>>;

/** A portal of these pages. */
async function portalOf(pages: Pages) {
  const { base, close } = await serve((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else {
      const { type = 'text/html; charset=utf-8', body } = typeof page === 'string' ? { body: page } : page;
      response.writeHead(200, { 'content-type': type }).end(body);
    }
  });
  return { base, [Symbol.dispose]: close };
}

/** Crawl it, from its front page on. */
async function crawl(pages: Pages) {
  using portal = await portalOf(pages);
  const { base } = portal;
  const folder = mkdtempSync(join(root, 'kho-'));
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
  return {
    folder,
    report,
    path,
    articles: articles.map((row) => ({ ...row, url: path(row.url), alsoAt: row.alsoAt?.map(path) })),
  };
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

  const appeal =
    '<p>Mời bà con đón xem và góp ý tại nhà văn hóa thôn mình vào tối thứ bảy, từ bảy giờ đến chín giờ, có nước chè.</p>';
  const rest =
    '<p>Ông Bảy nuôi tám con trâu, mỗi năm bán hai con, thu nhập khá ổn định và có phân bón ruộng cho cả xóm dùng chung.</p><p>Đêm qua nước suối dâng nhanh, dân quân thôn Thượng giúp tám hộ ven bờ dọn đồ lên nhà cao, không ai bị thương.</p>';
  it.each([
    [
      'other films',
      (n: number) => `<iframe width="560" height="315" src="https://www.youtube.com/embed/aaaaaaaaaa${n}"></iframe>`,
    ],
    [
      'other files, of which the server has the names only',
      (n: number) => `<p><a href="/tep/rong-${n}.pdf">Tải xuống</a></p>`,
    ],
    [
      'other files, sent by a script that is in trouble',
      (n: number) => `<p>Nội dung chi tiết xem tại <a href="/tai.aspx?id=${n}">tệp đính kèm</a> của thông báo này.</p>`,
    ],
  ])('are kept where they have %s', async (_, below) => {
    const notices = Object.fromEntries(
      [1, 2].map((n) => [`/vb-${n}.html`, page('Phóng sự làng nghề', appeal + below(n) + rest)]),
    );
    const empty = { type: 'application/pdf', body: '' };
    const { report } = await crawl({
      '/': links(Object.keys(notices)),
      ...notices,
      '/tep/rong-1.pdf': empty,
      '/tep/rong-2.pdf': empty,
    });
    expect(report?.counts).toMatchObject({ articles: 2, duplicates: 0, attachments: 0 });
    const reasons = below(1).includes('.pdf') ? ['empty-file', 'empty-file'] : [];
    expect(report?.missingDocuments.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('what is sent as a page and looks like none', () => {
  const text = '<p>Đêm qua nước suối dâng nhanh, dân quân thôn Thượng giúp tám hộ ven bờ dọn đồ lên nhà cao.</p>';
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 6151 + i * i * 3) % 256);
  const packed = gzipSync(page('Nước suối dâng trong đêm', text));
  const pages = {
    '/': links(['/nen.html', '/cut.html', '/nhieu.html', '/nen-nhieu.html', '/thuong.html']),
    '/nen.html': { body: packed },
    '/cut.html': { body: gzipSync(page('Cầu treo đóng cửa để sửa', text.repeat(50))).subarray(0, -12) },
    '/nhieu.html': { body: noise },
    '/nen-nhieu.html': { body: Buffer.concat([packed.subarray(0, 12), noise]) },
    '/thuong.html': page(
      'Lớp học bên suối',
      `<p>Bản vẽ của lớp học mới đã treo ở nhà văn hóa để bà con cùng xem và góp lời.</p><a href="/tep/ban-ve.dwg">Bản vẽ</a>`,
    ),
    '/tep/ban-ve.dwg': { body: noise },
  };

  it('is unpacked, saved as a file, or told', async () => {
    const { articles, report, path, folder } = await crawl(pages);
    expect(articles.map(({ title }) => title).filter(Boolean)).toEqual([
      'Nước suối dâng trong đêm',
      'Lớp học bên suối',
    ]);
    // Of a page that is cut nobody could tell how much is missing.
    expect(report?.unreadablePages.map(({ url, reason, via }) => [path(url), reason, path(via ?? '')])).toEqual([
      ['/cut.html', 'binary-file', '/'],
      ['/nen-nhieu.html', 'binary-file', '/'],
      ['/nhieu.html', 'binary-file', '/'],
    ]);
    expect(report?.counts.attachments).toBe(1);
    const captured: (string | undefined)[] = [];
    for await (const entry of readWarc(join(folder, 'capture/sach-00001.warc.gz'), 'kho'))
      if (typeof entry === 'object' && 'bytes' in entry && entry.url?.endsWith('/nen.html'))
        captured.push(cleanPage(entry, {}).article.title);
    expect(captured).toEqual(['Nước suối dâng trong đêm']);
  });

  it('ends the command with 1 where it is lost', async () => {
    using portal = await portalOf(pages);
    using box = openBox();
    const run = await box.sach(['crawl', portal.base, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'en']);
    expect(run.stderr).toContain('error: 3 pages could not be read; see kho/report.html.');
    expect(run.status).toBe(1);
    expect(box.read('kho/report.html')).toContain('called a page, but no text');
  });

  it('is left packed where it is an archive of files', async () => {
    const tar = gzipSync(Buffer.concat([Buffer.from('<ten>'.padEnd(100, '\0')), Buffer.alloc(924)]));
    const { articles, report } = await crawl({
      '/': page('Tải về', `${text}<a href="/tep/so-lieu.tar.gz">Số liệu</a>`),
      '/tep/so-lieu.tar.gz': { body: tar },
    });
    expect([articles.length, report?.counts.attachments]).toEqual([1, 1]);
  });
});
