import { describe, expect, it } from 'vitest';
import { simhash } from '../../src/crawl/simhash.ts';
import { type Answer, isSoft404, probesFor, shapeOf } from '../../src/crawl/soft-404.ts';
import { missingLike, probeUrl } from '../../src/probe-address.ts';

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
    ['a redirect to elsewhere', redirect('http://xa.example/bai-moi.html'), redirect('http://xa.example/'), false],
    ['an article, where others are redirected', answer(sorry), redirect('http://xa.example/'), false],
    ['an honest 404', answer(sorry), answer('', { shape_hash: null, title: null }), false],
  ])('answers with %s: %#', (_name, page, probe, expected) => {
    expect(isSoft404(page, { ...probe, kind: 'probe' })).toBe(expected);
  });
});
