import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { familyOf } from '../../src/crawl/families.ts';
import { crawlFolder } from '../../src/crawl/index.ts';
import { renderers } from '../../src/render/index.ts';
import { cleanPortal } from './portal-clean.ts';
import { serve } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-endless-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Path and query → a page; undefined where there is none. */
type Site = (path: string) => string | undefined;

const frame = '<a href="/">Trang nhất</a> <a href="/gioi-thieu-2.html">Giới thiệu</a>';
const page = (body: string, ...links: readonly string[]) =>
  `<html><head><title>Xã Lộc Thủy</title></head><body>${frame}${body}${links.map((link) => `<a href="${link}">·</a>`).join('')}</body></html>`;
const story = (name: string | number) =>
  page(`<div class="bodytext"><p>Chuyện ${name} kể rằng mùa nước nổi năm ấy cả xóm chèo thuyền đi họp.</p></div>`);

/** Crawl it; where it never ends, a thousand pages are enough to see so. */
async function crawl(site: Site) {
  const { base, close } = await serve((request, response) => {
    const html = site(request.url ?? '');
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
  });
  try {
    const { report } = await crawlFolder({
      seeds: [`${base}/`],
      folder: mkdtempSync(join(root, 'kho-')),
      delaySeconds: 0.0001,
      limit: 1000,
      allowPrivate: true,
      clean: cleanPortal,
      render: (result, format) => renderers[format](result),
    });
    const endless = report?.unfetched.filter(({ reason }) => reason === 'trap/endless') ?? [];
    const left = report?.unfetched.filter(({ reason }) => reason === 'left') ?? [];
    return { counts: report?.counts, endless: endless.map(({ url }) => url.replace(base, '')), left: left.length };
  } finally {
    close();
  }
}

/** Months counted from January 2000. */
const month = (n: number) => ({ year: 2000 + Math.floor(n / 12), month: 1 + (n % 12) });
const numbers = (path: string) => path.match(/\d+/g)?.map(Number) ?? [];
const monthOf = (path: string) => {
  const [year = 0, number = 0] = numbers(path);
  return (year - 2000) * 12 + number - 1;
};
const archive = (n: number) => `/chuyen-xom/${month(n).year}/${month(n).month}/`;

describe('pages that lead to nothing but their like', () => {
  it('are given up and told: a calendar of months and days, a list without a last page, a schedule without words', async () => {
    const { counts, endless, left } = await crawl((path) => {
      const [first = 0, second = 0] = numbers(path);
      if (path === '/')
        return page('', '/hoi-lang/2000/1', '/rao-vat/trang-1/', '/bang-tuan?ngay=1&thang=3', '/chuyen-1.html');
      if (path.startsWith('/hoi-lang/')) {
        const n = monthOf(path);
        const days = [1, 2, 3].map((day) => `/hoi-lang/${month(n).year}/${month(n).month}/${day}`);
        return page('Không có hội.', ...days, `/hoi-lang/${month(n + 1).year}/${month(n + 1).month}`);
      }
      if (path.startsWith('/rao-vat/'))
        return page('', `/rao-vat/trang-${first + 1}/`, ...(first < 20 ? [`/rao-vat/tin-ban-trau-${first}.html`] : []));
      if (path.startsWith('/bang-tuan'))
        return page(
          `<div class="bodytext"><p>Ngày ${first}/${second} các thầy cô nghỉ, trường làng không có giờ học.</p></div>`,
          `/bang-tuan?ngay=${first + 1}&thang=${second}`,
        );
      return path.endsWith('.html') ? story(path) : undefined;
    });
    expect(left).toBe(0);
    const isOf = (start: string) => endless.some((path) => path.startsWith(start));
    expect(['/hoi-lang/', '/rao-vat/trang-1', '/bang-tuan'].map(isOf)).toEqual([true, true, true]);
    expect(counts?.pages).toBeLessThan(400);
  });

  it('are given up where each visit has a number of its own, however many links a page has', async () => {
    let visits = 0;
    const number = () => createHash('md5').update(String(visits++)).digest('hex').slice(0, 12);
    const { endless, left } = await crawl((path) => {
      const links = [0, 1, 2].flatMap((id) => [`/xem.php?ma=${number()}&id=${id}`, `/doc.php?id=${id}&ma=${number()}`]);
      const name = 'ghijk'[Number(/\bid=(\d)/.exec(path)?.[1])];
      return name ? page(story(path.slice(1, 4) + name), ...links) : page('', ...links);
    });
    expect(left).toBe(0);
    expect(endless).not.toEqual([]);
  });

  it('are followed where articles and lists are named by lot', async () => {
    const name = (n: number) => createHash('md5').update(String(n)).digest('hex');
    const last = 105;
    const { endless, counts } = await crawl((path) => {
      const n = numbers(path)[0] ?? 0;
      const muc = name(0);
      if (path === '/') return page('', `/muc?trang=0&ma=${muc}`);
      if (path.startsWith('/muc'))
        return page('', `/bai?khoa=${name(n)}`, ...(n < last ? [`/muc?trang=${n + 1}&ma=${muc}`] : []));
      return path.startsWith('/bai')
        ? story(path.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit))))
        : undefined;
    });
    expect([endless, counts?.pages]).toEqual([[], 1 + 2 * (last + 1)]);
  });

  it('are followed where a page deeper down leads on: an archive with years of silence', async () => {
    const last = 150;
    const { endless, left, counts } = await crawl((path) => {
      if (path === '/') return page('', archive(last));
      if (path.startsWith('/chuyen-xom/') && !path.endsWith('.html')) {
        const n = monthOf(path);
        const hasStory = n < 30 || n > 110;
        return page('', ...(hasStory ? [`/chuyen-ke-${n}.html`] : []), ...(n > 0 ? [archive(n - 1)] : []));
      }
      return path.startsWith('/chuyen-ke-') ? story(path) : undefined;
    });
    expect([endless, left]).toEqual([[], 0]);
    expect(counts?.pages).toBe(1 + (last + 1) + 30 + 40);
  });

  it('are followed where all they lead to is known from a list', async () => {
    const months = 110;
    const { endless, left, counts } = await crawl((path) => {
      const all = Array.from({ length: months }, (_, n) => `/chuyen-ke-${n}.html`);
      if (path === '/') return page('', archive(0), ...all);
      if (path.startsWith('/chuyen-xom/')) {
        const n = monthOf(path);
        return page(
          '',
          all[n] ?? '/',
          ...(n < months ? [archive(n + 1)] : []),
          ...(n === months ? ['/cu-nhat-0.html'] : []),
        );
      }
      return path.startsWith('/chuyen-ke-') || path === '/cu-nhat-0.html' ? story(path) : undefined;
    });
    expect([endless, left, counts?.pages]).toEqual([[], 0, 1 + months + 1 + months + 1]);
  });

  it('are followed where an index lists them, however many are empty', async () => {
    const months = Array.from({ length: 120 }, (_, n) => archive(n));
    const { endless, counts } = await crawl((path) => {
      if (path === '/') return page('', ...months);
      if (path === months.at(-1)) return page('', '/chuyen-cuoi-1.html');
      if (months.includes(path)) return page('Không có bài.');
      return path === '/chuyen-cuoi-1.html' ? story(1) : undefined;
    });
    expect([endless, counts?.articles]).toEqual([[], 1]);
  });

  it('are followed where articles have nothing but numbers for a name', async () => {
    const last = 120;
    const { endless, counts } = await crawl((path) => {
      const n = numbers(path)[0] ?? 0;
      const name = String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
      if (path === '/') return page('', '/so-tay/0');
      if (!path.startsWith('/so-tay/') || n > last) return undefined;
      return story(name).replace('</body>', `<a href="/so-tay/${n + 1}">·</a></body>`);
    });
    expect([endless, counts?.articles]).toEqual([[], last + 1]);
  });
});

describe('a family of addresses', () => {
  it.each([
    ['/su-kien/2020/1', '/su-kien/2021/12/31'],
    ['/lich?view=month&y=2020&m=1', '/lich?view=day&date=2020-01-05'],
    ['/tin?ngay=2020-01-01', '/tin?thang=5&nam=2019'],
  ])('has %s and %s', (a, b) => {
    expect(familyOf(`http://a.example${a}`)).toBe(familyOf(`http://a.example${b}`));
  });

  it.each([
    ['/tin-tuc/2012/05/', '/tin-tuc/2012/05/khanh-thanh-cau'],
    ['/index.php?view=article&id=5', '/index.php?view=category&id=5'],
    ['/tin?ngay=2020-01-01', '/tin?id=5'],
  ])('does not have %s and %s', (a, b) => {
    expect(familyOf(`http://a.example${a}`)).not.toBe(familyOf(`http://a.example${b}`));
  });

  it('is nothing that an address without a number has', () => {
    expect(familyOf('http://a.example/tin-tuc/')).toBeUndefined();
  });
});
