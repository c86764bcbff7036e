import { describe, expect, it } from 'vitest';
import { simhash } from '../../src/crawl/simhash.ts';
import { type Answer, isProbe, isSoft404, probeUrl } from '../../src/crawl/soft-404.ts';

const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
  url: 'http://xa.example/bai.html',
  kind: 'page',
  page_type: 'article',
  location: null,
  title: 'Cổng thông tin',
  simhash: simhash(text),
  text_hash: text,
  text_length: text.length,
  ...more,
});
const redirect = (location: string) => answer('', { kind: 'redirect', location, text_hash: null });
const long = Array.from({ length: 200 }, (_, i) => `từ${(i * i * 4 + i * 7) % 499}`).join(' ');
const sorry = 'Nội dung bạn cần đang được ban biên tập cập nhật, mời bạn xem các chuyên mục khác của cổng thông tin. ';

describe('an address that does not exist', () => {
  it('is the same in every run, and the host’s own', () => {
    const url = probeUrl('http://xa.example');
    expect(url).toMatch(/^http:\/\/xa\.example\/sach-[\da-f]{12}\.html$/);
    expect([isProbe(url), isProbe('http://xa.example/tin.html')]).toEqual([true, false]);
  });

  it.each([
    ['the same words', answer(sorry), answer(sorry), true],
    ['nearly the same words', answer(long.replace(' từ11 ', ' khác ')), answer(long), true],
    ['a short text that only looks alike', answer('Tin về thôn Đông.'), answer('Tin về thôn Đoài.'), false],
    ['other words', answer(sorry), answer('Sáng nay bà con ra đồng gặt lúa, đến trưa thì xong cả cánh đồng.'), false],
    ['another title', answer(sorry, { title: 'Cầu mới' }), answer(sorry), false],
    ['the front page, which lists articles', answer(sorry, { page_type: 'listing' }), answer(sorry), false],
    [
      'an error that tells its address',
      redirect('http://xa.example/loi.aspx?aspxerrorpath=/a'),
      redirect('http://xa.example/loi.aspx?aspxerrorpath=/b'),
      true,
    ],
    ['a redirect to elsewhere', redirect('http://xa.example/bai-moi.html'), redirect('http://xa.example/'), false],
    ['an article, where others are redirected', answer(sorry), redirect('http://xa.example/'), false],
    ['an honest 404', answer(sorry), answer('', { text_hash: null, title: null }), false],
  ])('answers with %s: %#', (_name, page, probe, expected) => {
    expect(isSoft404(page, { ...probe, kind: 'probe' })).toBe(expected);
  });
});
