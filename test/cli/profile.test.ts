import { expect, test } from 'vitest';
import { articlePage, openBox } from './box.ts';

test.each([
  ['site: a\nselecters: {}', 'không có selecters. Có phải ý bạn là selectors? Có thể dùng: site, pages, selectors,'],
  ['site: a\nselectors: { titel: h1 }', 'không có selectors.titel. Có phải ý bạn là title?'],
  ['site: a\nselectors: { title: "h1[" }', 'selectors.title.0 không thể là "h1[". Chỉ nhận bộ chọn gồm thẻ, id,'],
  ['site: a\nselectors: { title: [h1, 5] }', 'selectors.title.1 không thể là 5.'],
  ['site: a\nselectors: { title: 5 }', 'selectors.title không thể là 5. Chỉ nhận một danh sách bộ chọn.'],
  ['site: a\npages: 0', 'pages không thể là 0. Chỉ nhận một số nguyên lớn hơn 0.'],
  ['pages: 3', 'thiếu site. Cần có chữ.'],
  ['', 'thiếu site.'],
  ['site: a\n---\nb', 'toàn bộ nội dung không thể là "b". Chỉ nhận hồ sơ trang'],
])('a profile is told what is wrong with it, in the language of the user: %j', async (profile, told) => {
  using box = openBox();
  box.put('a.html', articlePage('Một'));
  box.put('p.yaml', profile);
  const { status, stderr } = await box.here(['clean', 'a.html', '--profile', 'p.yaml', '--lang', 'vi']);
  expect([status, stderr.replace('\n  gợi ý:', '')]).toEqual([2, expect.stringContaining(`p.yaml: ${told}`)]);
});

test('a part with one selector may be written without a list', async () => {
  using box = openBox();
  box.put('a.html', articlePage('Một').replace('<h1>', '<h2 class="ten">Hai</h2><h1>'));
  box.put('p.yaml', 'site: ""\nselectors:\n  title: .ten\n');
  expect((await box.here(['clean', 'a.html', '--profile', 'p.yaml'])).stdout).toContain('title: Hai');
});
