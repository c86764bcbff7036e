import { describe, expect, test } from 'vitest';
import { clean, learn } from '../../src/index.ts';

/** A page of an invented portal: the same frame around another article. */
const page = (title: string, paragraphs: readonly string[], visitors: number): string => `<html><body>
<ul><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li><li><a href="/tin">Tin tức</a></li>
<li><a href="/vb">Văn bản</a></li><li><a href="/lh">Liên hệ</a></li><li><a href="/so-do">Sơ đồ trang</a></li></ul>
<div class="c1"><p>Ủy ban nhân dân xã Tân Lộc tiếp công dân vào thứ Năm hằng tuần, tại trụ sở xã, từ tám giờ.</p></div>
<div class="c2"><h2>${title}</h2>${paragraphs.map((p) => `<p>${p}</p>`).join('')}
<p>Ban biên tập trang tin mong nhận được ý kiến của bạn đọc gần xa.</p></div>
<div class="c3">Số lượt truy cập: ${visitors}</div></body></html>`;

const articles = [
  [
    'Vụ lúa đông xuân được mùa',
    'Bà con thôn Đoài vừa gặt xong hai trăm mẫu lúa, năng suất cao hơn năm ngoái một tạ mỗi mẫu.',
  ],
  [
    'Đường liên thôn đã thông xe',
    'Con đường dài ba cây số nối thôn Đông với thôn Đoài đã được rải nhựa và cho xe chạy từ sáng nay.',
  ],
  [
    'Trường làng có thư viện mới',
    'Thư viện của trường tiểu học mở cửa với bốn nghìn cuốn sách do cựu học sinh gửi tặng trong mùa hè.',
  ],
].map(([title, text], i) =>
  page(
    title as string,
    [text as string, `${text} Chuyện được kể lại lần thứ ${i + 1} trong buổi họp thôn tối qua.`],
    1200 + i * 37,
  ),
); // prettier-ignore

describe('learning a site', () => {
  test('what stands on every page is template, whatever its counter says', () => {
    const [profile] = learn(articles);
    const texts = profile?.repeated?.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Trang chủ', 'Số lượt truy cập: 1200', expect.stringContaining('mong nhận được ý kiến')]),
    );
    expect(texts?.join()).not.toContain('lúa');
  });

  test('a learnt template goes from the article, and is told', () => {
    const result = clean(articles[1] as string, { fix: false, learned: learn(articles) });
    const text = JSON.stringify(result.article.body);
    expect(text).toContain('Con đường dài ba cây số');
    expect(text).not.toContain('Ban biên tập');
    expect(result.article.removed.some((r) => r.text.includes('Ban biên tập'))).toBe(true);
  });

  test('one page, or one article saved twice, teaches nothing', () => {
    expect(learn(articles.slice(0, 1))).toEqual([]);
    const twice = page(
      'Tin',
      [
        'Một câu chuyện dài về làng nghề đan lát ven sông đã có hơn ba trăm năm, nay còn mười hai nhà giữ nghề và truyền lại cho con cháu.',
      ],
      1,
    ); // prettier-ignore
    expect(learn([twice, twice])).toEqual([]);
  });

  test('a profile of another site changes nothing', () => {
    const other =
      '<html><body><h1>Hội chợ</h1><p>Hội chợ hàng thủ công khai mạc sáng nay ở nhà văn hóa huyện, có bốn mươi gian hàng.</p></body></html>'; // prettier-ignore
    expect(clean(other, { learned: learn(articles) })).toEqual(clean(other));
  });
});
