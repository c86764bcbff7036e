/** Pages with nothing on them but the way to another one. */
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/library.ts';

const sentence =
  'Sáng nay, Ủy ban nhân dân xã tổ chức lễ khánh thành cây cầu mới bắc qua sông, nối hai thôn sau nhiều năm chờ đợi.';
const article = (head: string): string =>
  `<html lang="vi"><head>${head}<title>Cầu mới</title></head><body><h1>Khánh thành cầu mới</h1><div class="content"><p>${sentence}</p><p>Cầu dài sáu mươi mét, rộng năm mét, xây bằng tiền đóng góp của bà con; từ nay học sinh không còn phải đi đò.</p></div></body></html>`;
const url = 'http://xa.example.vn/cu.html';
const told = (html: string) => {
  const { article: found, findings } = clean(html, { url });
  return [found.pageType, ...findings.map(({ message }) => message)];
};

describe('a page that only sends its reader on', () => {
  test.each([
    ['a refresh at once', '<meta http-equiv="refresh" content="0;url=/moi.html"><title>Chuyển hướng</title>'],
    [
      'a refresh with a line and a link',
      '<meta http-equiv=REFRESH content=" 3; URL=\'moi.html\'"><body>Trang đã chuyển, <a href="moi.html">bấm vào đây</a>.',
    ],
    ['a script', '<script type="text/javascript">window.location.href = "/moi.html";</script>'],
    ['a script when it is loaded', `<body onload="location.replace('/moi.html')"></body>`],
    [
      'Apache',
      '<title>301 Moved Permanently</title><h1>Moved Permanently</h1><p>The document has moved <a href="/moi.html">here</a>.</p><hr><address>Apache/2.2.15 (CentOS) Server at xa.example.vn Port 80</address>',
    ],
    ['ASP.NET', '<title>Object moved</title><h2>Object moved to <a href="/moi.html">here</a>.</h2>'],
    [
      'IIS',
      '<head><title>Document Moved</title></head><body><h1>Object Moved</h1>This document may be found <a HREF="/moi.html">here</a></body>',
    ],
  ])('%s', (_, html) => {
    expect(told(html)).toEqual([
      'empty',
      'There is no article text on this page (it only leads on to another page).',
      'The page only sends its reader on, to http://xa.example.vn/moi.html.',
    ]);
  });

  test('nginx tells no address', () => {
    expect(told('<title>301 Moved Permanently</title><center><h1>301 Moved Permanently</h1></center>')).toEqual([
      'empty',
      'There is no article text on this page (it only leads on to another page).',
    ]);
  });

  test.each([
    ['a reload every five minutes', '<meta http-equiv="refresh" content="300">'],
    ['the same with its own address', `<meta http-equiv="refresh" content="300;url=${url}">`],
    ['a reload at once', `<meta http-equiv="refresh" content="0;url=${url}">`],
    ['another page at once, over a text', '<meta http-equiv="refresh" content="0;url=/moi.html">'],
    ['a script that may lead on', `<script>function tim() { location.href = '/tim.html'; }</script>`],
  ])('an article stays one: %s', (_, head) => {
    expect(clean(article(head), { url }).article).toMatchObject({ pageType: 'article' });
  });

  test('a short notice with a script that may lead on is read as it was', () => {
    const page = `<script>function tim() { location.href = '/tim.html'; }</script><h1>Thông báo</h1><p>Sáng mai, chợ xã đóng cửa để sửa mái; bà con mang hàng sang chợ huyện.</p>`;
    expect(clean(page).article.pageType).toBe('article');
  });
});
