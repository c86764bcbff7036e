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

const stories = [
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
] as const;

const articles = stories.map(([title, text], i) =>
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

  test('what the template prints goes from mid-text only where pages were sure to leave it aside', () => {
    const [profile] = learn(articles);
    const appeal = 'Ban biên tập trang tin mong nhận được ý kiến của bạn đọc gần xa.';
    const odd = page('Cầu mới', [`${stories[1]?.[1]}`, appeal, `${stories[0]?.[1]}`], 1300);
    const textWith = (anywhere: boolean) => {
      const repeated = profile?.repeated?.map((block) =>
        block.text.startsWith('Ban biên tập') ? { ...block, times: 2, anywhere } : block,
      );
      const learned = [{ site: '', pages: 3, ...(repeated && { repeated }) }];
      return JSON.stringify(clean(odd, { fix: false, learned }).article.body).split(appeal).length - 1;
    };
    expect([textWith(false), textWith(true)]).toEqual([1, 0]);
  });

  test('what stands in the template is text where it stands a second time', () => {
    const school = 'Trường tiểu học Tân Lộc, thôn Đoài';
    const headed = (html: string) =>
      html.replace('<div class="c1">', `<div id="header"><b>${school}</b></div><div class="c1">`);
    const pages = articles.map(headed);
    const second = headed(page('Khai giảng', [school, ...stories.map(([, text]) => `${text}`)], 1500));
    const learned = learn(pages);
    expect(learned[0]?.repeated?.map(({ text }) => text)).toContain(school);
    expect(JSON.stringify(clean(second, { fix: false, learned }).article.body)).toContain(school);
  });

  test('a stub is no copy of another page, though its long runs are the template’s', () => {
    const notice =
      'Mọi trích dẫn từ trang thông tin điện tử của xã Tân Lộc xin ghi rõ nguồn, ngày đăng và tên người viết; thư góp ý gửi về hòm thư của ban biên tập.';
    const noticed = (html: string) => html.replace('<div class="c3">', `<p>${notice}</p><div class="c3">`);
    const stub = noticed(page('Danh sách thí sinh dự thi', ['<a href="/tep/ds.doc">ds.doc</a>'], 1600)).replace(
      '<html>',
      '<html><title>Danh sách thí sinh dự thi</title>',
    );
    expect(learn([noticed(articles[0] as string), stub])[0]?.pages).toBe(2);
  });

  test('pages with hardly a menu are of one site by their address', () => {
    const bare = articles.map((html, i) => ({
      url: `http://xa.example.vn/${i}.html`,
      bytes: Buffer.from(html.replace(/<ul>.*?<\/ul>/s, '')),
    }));
    const at = (host: string) =>
      bare.map((one, i) => ({ ...one, source: `${i}`, url: one.url.replace('xa.', `${host}${i}.`) }));
    expect(learn(bare.map((one) => ({ ...one, source: one.url })))[0]?.pages).toBe(3);
    expect(learn(at('xa'))).toEqual([]);
  });

  test('a profile of another site changes nothing', () => {
    const other =
      '<html><body><h1>Hội chợ</h1><p>Hội chợ hàng thủ công khai mạc sáng nay ở nhà văn hóa huyện, có bốn mươi gian hàng.</p></body></html>'; // prettier-ignore
    expect(clean(other, { learned: learn(articles) })).toEqual(clean(other));
  });

  describe('where the parts stand', () => {
    const styled = (n: number, more = ''): string => {
      const [title, text] = stories[n % stories.length] as readonly [string, string];
      return page(title, [], 1000 + n).replace(
        '<h2>',
        `<div class="bai"><h1 class="tieu-de">${title}</h1><span class="luc">${10 + n}/03/2012 08:15</span>
        <div class="than"><p>${text}</p><p>${text} Đợt thứ ${n + 1} kéo dài hai tuần.</p>
        <figure><img src="a${n}.jpg"><figcaption class="ghi-chu">Quang cảnh thôn Đoài buổi sáng, lần ${n}</figcaption></figure>
        <p>${title}, theo lời kể của các cụ cao tuổi trong thôn, việc này trước đây từng làm dở dang vì thiếu tiền và thiếu người đứng ra lo liệu, nay mới có dịp làm lại cho trọn vẹn.</p>
        <p>${title}: nhiều hộ nói sẽ còn làm tiếp ${n + 3} năm nữa, vì việc này hợp với sức của cả làng, và con cháu đi xa cũng gửi tiền về góp thêm mỗi dịp lễ tết.</p></div></div>${more}<h2>`,
      );
    };
    const pages = [0, 1, 2].map((n) => styled(n));

    test('is learnt as selectors that a person can read', () => {
      expect(learn(pages)[0]?.selectors).toMatchObject({
        title: ['h1.tieu-de'],
        date: ['span.luc'],
        body: ['div.than'],
        caption: ['figcaption.ghi-chu'],
      });
    });

    test('is known on a page that was not learnt from, and told', () => {
      const { article } = clean(styled(4), { fix: false, learned: learn(pages) });
      expect(article.evidence).toContainEqual({ about: 'body', rule: 'site/profile', value: 'div.than' });
      expect(article.title).toBe(stories[1]?.[0]);
      expect(article.publishedAt).toContain('2012-03-14');
    });

    test('is what a person says it is, however unlikely', () => {
      const odd = styled(0, '<p class="ten-khac">Tên khác của bài, do người biên tập chọn</p>');
      const profile = { site: '', selectors: { title: ['.ten-khac'], body: ['.than'] } };
      expect(clean(odd, { fix: false, profile }).article.title).toBe('Tên khác của bài, do người biên tập chọn');
    });

    test('is told when it is no longer there', () => {
      const profile = { site: 'xa.example.vn', selectors: { body: ['.than-cu'] } };
      const { findings } = clean(styled(1), { profile, url: 'http://www.xa.example.vn/1.html' });
      expect(findings.map(({ rule, level }) => [rule, level])).toContainEqual(['page/profile', 'warning']);
      expect(clean(styled(1), { profile, url: 'http://khac.example.vn/1.html' }).findings).toEqual([]);
    });

    test('of several sites, each page takes its own', () => {
      const profile = ['a', 'b'].map((name) => ({
        site: `${name}.example.vn`,
        selectors: { title: [`.ten-${name}`] },
      }));
      const odd = styled(0, '<p class="ten-a">Tên theo cổng A</p><p class="ten-b">Tên theo cổng B</p>');
      const titleAt = (url: string) => clean(odd, { fix: false, profile, url }).article.title;
      expect(['http://a.example.vn/1', 'http://b.example.vn/1'].map(titleAt)).toEqual([
        'Tên theo cổng A',
        'Tên theo cổng B',
      ]);
    });
  });

  test('what a table shares with other pages stays in it', () => {
    const table = (n: number) =>
      `<table border="1"><tr><th>Thôn</th><th>Số hộ</th></tr>${['Thôn Đông', 'Thôn Đoài', 'Thôn Trung'].map((name, i) => `<tr><td>${name}</td><td>${100 + n * 7 + i}</td></tr>`).join('')}</table><p>${stories[n]?.[0]}: số liệu trên do cán bộ thống kê xã tổng hợp trong tháng ${n + 2}, đã được đọc trước cuộc họp của các trưởng thôn và được niêm yết ở nhà văn hóa để bà con cùng xem.</p>`;
    const pages = stories.map(([title, text], n) =>
      page(title, [text, `${text} Sau đây là số liệu của từng thôn.`, table(n)], n),
    );
    const [first = ''] = pages;
    const alone = JSON.stringify(clean(first, { fix: false }).article.body);
    expect(alone).toContain('Thôn Đông');
    const body = JSON.stringify(clean(first, { fix: false, learned: learn(pages) }).article.body);
    for (const cell of ['Thôn Đông', 'Thôn Trung', '100']) expect(body).toContain(cell);
  });
});
