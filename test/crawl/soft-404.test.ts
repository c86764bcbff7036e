import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crawlFolder } from '../../src/crawl/index.ts';
import { simhash } from '../../src/crawl/simhash.ts';
import { type Answer, isSoft404, probesFor, shapeOf } from '../../src/crawl/soft-404.ts';
import { missingLike, probeUrl } from '../../src/http/probe-address.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';

const answer = (text: string, more: Partial<Answer> = {}): Answer => {
  const { url = 'http://xa.example/bai.html', title = 'Cổng thông tin' } = more;
  return {
    url,
    kind: 'page',
    page_type: 'article',
    location: null,
    title,
    simhash: simhash(text),
    shape_hash: shapeOf({ url, title: title ?? '' }, text) ?? null,
    text_length: text.length,
    ...more,
  };
};
const redirect = (location: string) => answer('', { kind: 'redirect', location, shape_hash: null });
const long = Array.from({ length: 200 }, (_, i) => `từ${(i * i * 4 + i * 7) % 499}`).join(' ');
const sorry = 'Nội dung bạn cần đang được ban biên tập cập nhật, mời bạn xem các chuyên mục khác của cổng thông tin. ';

describe('an address that does not exist', () => {
  it('is the same in every run, and the host’s own', () => {
    const url = probeUrl('http://xa.example');
    expect(url).toMatch(/^http:\/\/xa\.example\/sach-[\da-f]{12}\.html$/);
    expect(probeUrl('http://xa.example')).toBe(url);
  });

  it.each([
    ['/Default.aspx?tabid=101&ItemID=5', /^\/Default\.aspx\?tabid=101&ItemID=9\d{7}$/],
    ['/index.php?view=article&id=5&lang=vi', /^\/index\.php\?view=article&id=9\d{7}&lang=vi$/],
    ['/tin/12.html', /^\/tin\/9\d{7}\.html$/],
    ['/vi/news/khanh-thanh-cau-12.html', /^\/vi\/news\/sach-[\da-f]{12}-9\d{7}\.html$/],
    ['/tin/12-khanh-thanh-cau', /^\/tin\/9\d{7}-sach-[\da-f]{12}$/],
    ['/tin/khanh-thanh-cau/', /^\/tin\/sach-[\da-f]{12}\/$/],
    ['/Default.aspx?view=map', undefined],
    ['/', undefined],
  ])('is written as the system behind %s writes them', (page, expected) => {
    const missing = missingLike(`http://xa.example${page}`);
    if (expected === undefined) expect(missing).toBeUndefined();
    else expect(missing?.replace('http://xa.example', '')).toMatch(expected);
  });

  it('is asked for of each kind of page that a host has many of, three at most', () => {
    const many = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}.html`);
    const pages = ['a', 'b', 'c', 'd'].flatMap((folder, i) => many(`http://xa.example/${folder}/`, 9 - i));
    const probes = probesFor([...pages, ...many('http://phuong.example/tin/', 2)]);
    expect(probes.map((url) => new URL(url).pathname.slice(0, 3))).toEqual(['/a/', '/b/', '/c/']);
    expect(probesFor([...pages].reverse())).toEqual(probes);
  });

  it.each([
    ['the same words', answer(sorry), answer(sorry), true],
    ['nearly the same words', answer(long.replace(' từ11 ', ' khác ')), answer(long), true],
    ['a short text that only looks alike', answer('Tin về thôn Đông.'), answer('Tin về thôn Đoài.'), false],
    ['other words', answer(sorry), answer('Sáng nay bà con ra đồng gặt lúa, đến trưa thì xong cả cánh đồng.'), false],
    ['another title', answer(sorry, { title: 'Cầu mới' }), answer(sorry), false],
    ['the front page, which lists articles', answer(sorry, { page_type: 'listing' }), answer(sorry), false],
    [
      'its own address, path and name',
      answer('Không có /tin/t%C3%AAn-c%C5%A9.html, tức là tên-cũ, ở đây.', {
        url: 'http://xa.example/tin/t%C3%AAn-c%C5%A9.html',
      }),
      answer('Không có /sach-12ab34cd56ef.html, tức là sach-12ab34cd56ef, ở đây.', {
        url: 'http://xa.example/sach-12ab34cd56ef.html',
      }),
      true,
    ],
    [
      'the number that was asked for, in its title too',
      answer('Bài số 48 chưa có.', { url: 'http://xa.example/?id=48', title: 'Bài 48' }),
      answer('Bài số 91224318 chưa có.', { url: 'http://xa.example/?id=91224318', title: 'Bài 91224318' }),
      true,
    ],
    [
      'the time, a counter and a code of its own',
      answer('Thứ ba, 24/11/2026 10:22 SA. Khách thứ 1.204. Mã lỗi: 7f3a9c21-00d4. Mục này đang xây dựng.'),
      answer('Chủ nhật, 1/12/2026 9:05 CH. Khách thứ 1.377. Mã lỗi: 0b44e8d7-11aa. Mục này đang xây dựng.'),
      true,
    ],
    ['a long article, for want of the one asked for', answer(`${long} ${long}`), answer(`${long} ${long}`), false],
    [
      'an error that tells its address',
      redirect('http://xa.example/loi.aspx?aspxerrorpath=/a'),
      redirect('http://xa.example/loi.aspx?aspxerrorpath=/b'),
      true,
    ],
    ['no word, as to pages of pictures and scripts', answer('', { title: '' }), answer('', { title: '' }), false],
    ['a redirect to elsewhere', redirect('http://xa.example/bai-moi.html'), redirect('http://xa.example/'), false],
    ['an article, where others are redirected', answer(sorry), redirect('http://xa.example/'), false],
    ['an honest 404', answer(sorry), answer('', { shape_hash: null, title: null }), false],
  ])('answers with %s: %#', (_name, page, probe, expected) => {
    expect(isSoft404(page, { ...probe, kind: 'probe' })).toBe(expected);
  });
});

describe('a portal that answers everything', () => {
  const stories = [
    [
      'Chợ phiên họp lại',
      'Sau ba tuần đóng cửa vì lũ, chợ phiên đã đông người bán rau, cá suối và đồ đan từ trên núi xuống.',
    ],
    ['Nước suối dâng', 'Đêm qua nước suối dâng nhanh, dân quân thôn Thượng giúp tám hộ ven bờ dọn đồ lên nhà cao.'],
    ['Lớp học bên suối', 'Bản vẽ của lớp học mới đã treo ở nhà văn hóa để bà con cùng xem và góp lời trước khi dựng.'],
    [
      'Đàn trâu thôn Thượng',
      'Ông Bảy nuôi tám con trâu, mỗi năm bán hai con, thu nhập khá ổn định và có phân bón ruộng.',
    ],
  ] as const;
  const article = (n: number) => {
    const [title = '', text = ''] = stories[n - 1] ?? [];
    return `<title>${title}</title><h1>${title}</h1><p>Ngày đăng: 12/03/2009</p><p>${text}</p>`;
  };
  const links = (paths: readonly string[]) => paths.map((path) => `<a href="${path}">·</a>`).join(' ');

  /** Crawl it; `answer` gives a page, or where an address redirects. */
  async function crawl(answer: (path: string, id: number) => string) {
    const folder = mkdtempSync(join(tmpdir(), 'sach-soft-'));
    const { base, close } = await serve((request, response) => {
      const path = request.url ?? '/';
      const given = /robots|sitemap/.test(path) ? '' : answer(path, Number(/\d+/.exec(path)?.[0] ?? 0));
      if (given === '') response.writeHead(404).end();
      else if (given.startsWith('/')) response.writeHead(302, { location: given }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(given);
    });
    try {
      const { report } = await crawlFolder({
        seeds: [`${base}/`],
        folder,
        delaySeconds: 0.001,
        allowPrivate: true,
        clean: async (page) => cleanPage(page, {}),
        render: (result, format) => renderers[format](result),
      });
      const rows = readFileSync(join(folder, 'redirects/redirects.csv'), 'utf8').trim().split('\n').slice(1);
      return {
        report,
        redirected: rows.map((row) => row.split(',')[0]?.replace(base, '') ?? ''),
        errors: report?.errorPages.map(({ url }) => url.replace(base, '')),
      };
    } finally {
      close();
      rmSync(folder, { recursive: true });
    }
  }

  it('with its newest article loses none: it is kept, once', async () => {
    const { report } = await crawl((path, id) =>
      path === '/'
        ? links(['/tin/1.html', '/tin/2.html', '/tin/3.html', '/tin/4.html', '/tin/77.html'])
        : article(/^\/tin\/[1-4]\.html$/.test(path) ? id : 4),
    );
    expect(report?.counts).toMatchObject({ articles: 4, duplicates: 1 });
    expect(report?.errorPages).toEqual([]);
  });

  it('by redirects to one script loses none of those that work', async () => {
    const old = ['/tin-1.html', '/tin-2.html', '/tin-3.html', '/tin-4.html'];
    const { report, redirected, errors } = await crawl((path, id) => {
      if (path === '/') return links([...old, '/tin-77.html', '/hong.html']);
      if (path.startsWith('/tin-')) return `/Default.aspx?tabid=45&id=${id}`;
      if (!path.startsWith('/Default.aspx')) return '/Default.aspx?tabid=404';
      const shown = Number(/&id=(\d+)/.exec(path)?.[1] ?? 0);
      return shown >= 1 && shown <= 4
        ? article(shown)
        : '<title>Lỗi</title><h1>Không tìm thấy trang</h1><p>Trang bạn yêu cầu không tồn tại.</p>';
    });
    expect(report?.counts.articles).toBe(4);
    expect(redirected).toEqual(expect.arrayContaining(old));
    expect(errors).toEqual(expect.arrayContaining(['/hong.html', '/tin-77.html']));
    expect(errors).not.toContain('/tin-1.html');
  });
});
