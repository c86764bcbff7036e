import { expect, test } from 'vitest';
import { parseHtml } from '../../src/dom/index.ts';
import { extract } from '../../src/extract/index.ts';

const told =
  'Sáng nay, xã Tân Lập khánh thành cây cầu bắc qua suối Đục, nối hai thôn cách trở bao năm nay, ai cũng mừng.';
const removedOf = (inside: string): readonly string[] => {
  const text = `<html lang="vi"><div class="item-page"><h2>Khánh thành cầu mới</h2><p>${told}</p>${inside}<p>${told}</p></div>`;
  const page = parseHtml({ source: 'x', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } });
  return extract(page.value)
    .value.removed.filter(({ rule }) => /embed|form|map|picture/.test(rule))
    .map(({ rule, text }) => `${rule} ${text}`);
};
const bytes = 'A'.repeat(2000);

test.each([
  ['a frame', '<iframe src="/quang-cao.html"></iframe>', ['boilerplate/embed /quang-cao.html']],
  ['a player of old', '<embed src="/cau.swf">', ['boilerplate/embed /cau.swf']],
  [
    'what is typed into a form',
    '<textarea>Lời bài hát mừng cầu mới</textarea>',
    ['boilerplate/form Lời bài hát mừng cầu mới'],
  ],
  [
    'a picture within the source',
    `<img src="data:image/png;base64,${bytes}" alt="Sơ đồ cầu">`,
    ['boilerplate/picture Sơ đồ cầu (data:image/png, 2 KB)'],
  ],
  [
    'a link of a map',
    '<img src="/xa.gif" usemap="#xa"><map name="xa"><area href="/thon/ben.html" alt="Thôn Bến"><area href="/0.html"></map>',
    ['boilerplate/map Thôn Bến (/thon/ben.html)'],
  ],
  [
    'a picture whose address is a script',
    '<img src="java\nscript:mo()" alt="Ảnh cầu mới"><img src="vbscript:x"><img src="Data:text/html,x" alt="Ảnh đò cũ">',
    ['boilerplate/picture Ảnh cầu mới (javascript:)', 'boilerplate/picture Ảnh đò cũ (Data:)'],
  ],
  [
    'a picture of a machine of its own',
    '<img src="file:///C:/anh/cau.jpg" alt="Cầu">',
    ['boilerplate/picture Cầu (file:)'],
  ],
  [
    'a picture with an address',
    '<img src="/anh/javascript:cau.jpg" alt="Cầu"><img src="//a.vn/data:1.png" alt="Đò">',
    [],
  ],
  ['a film that is shown as a link', '<iframe src="https://www.youtube.com/embed/x1"></iframe>', []],
  ['a document that is an attachment', '<iframe src="/qd.pdf"></iframe>', []],
  ['a placeholder for a picture', `<img src="data:image/gif;base64,${bytes}" data-src="/that.jpg">`, []],
  ['an empty form', '<textarea></textarea>', []],
])('%s is told as left out unless the article has it', (_name, html, expected) => {
  expect(removedOf(html)).toEqual(expected);
});

/** What is told of the signs of a page, and of the page that a draft in Markdown holds. */
const signsOf = (inside: string): readonly string[] => {
  const html = `<div class="item-page"><h2>Khánh thành cầu mới<a href="#top">¶</a></h2><p>${told}</p>${inside}</div>`;
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
  const page = parseHtml({ source: 'x', kind: 'html', text: `<html lang="vi">${html}`, encoding }).value;
  return extract(page)
    .value.removed.filter(({ rule }) => rule.startsWith('boilerplate/'))
    .map(({ rule, text }) => `${rule} ${text}`);
};

test('signs that the article leaves out are told, those of one kind in one row', () => {
  const note = (n: number, sign: string): string =>
    `<p id="fn${n}">${n}. Theo cụ Tạo. <a href="#to${n}">${sign}</a></p>`;
  const to = (n: number): string => `<a id="to${n}" href="#fn${n}"><sup>${n}</sup></a>`;
  expect(
    signsOf(
      `<h3>Cầu cũ<a href="#cu">¶</a></h3><p>${told}${to(1)}${to(2)}${to(3)}</p><hr>${note(1, '↩')}${note(2, '↩')}${note(3, '<img src="/len.png" alt="Lên">')}`,
    ),
  ).toEqual([
    'boilerplate/note-link ↩ (×2)',
    'boilerplate/note-link ![Lên](/len.png)',
    'boilerplate/rule <hr>',
    'boilerplate/permalink ¶ (×2)',
  ]);
  expect(signsOf(`<p>${told}</p>`)).toEqual(['boilerplate/permalink ¶']);
});

test('the mark of a note is kept, what stands before its links back is told', () => {
  expect(
    signsOf(
      `<p>${told}<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><b>^</b> <a href="#cite_ref-1">1</a> Sổ chợ, tờ 4.</li></ol>`,
    ).filter((row) => !row.includes('permalink')),
  ).toEqual(['boilerplate/note-link ^']);
});

test('the number of a slide is told', () => {
  expect(
    signsOf(
      `<p>${told}</p><div><img src="/a.jpg"><span class="caption"><span>3/5</span><span>Bến cá lúc rạng đông</span></span></div><p>${told}</p>`,
    ),
  ).toContain('boilerplate/slide-number 3/5');
});

test('a document that a script opens is an attachment', () => {
  const attachments = (link: string): readonly string[] => {
    const text = `<html lang="vi"><div class="item-page"><h2>Khánh thành cầu mới</h2><p>${told}</p><p>${link}</p></div>`;
    const page = parseHtml({
      source: 'x',
      kind: 'html',
      text,
      encoding: { name: 'utf-8', confidence: 1, repairs: [] },
    });
    return extract(page.value).value.attachments.map(({ href }) => href);
  };
  expect(attachments(`<a href="#" onclick="window.open('/upload/qd.pdf')">Quyết định</a>`)).toEqual(['/upload/qd.pdf']);
  expect(attachments(`<a href="javascript:mo('/upload/qd.doc',1)">Quyết định</a>`)).toEqual(['/upload/qd.doc']);
  expect(attachments(`<a href="#" onclick="mo('tl1')">Quyết định</a>`)).toEqual([]);
});

test.each([
  ['a film', '<iframe src="https://www.youtube.com/embed/x"></iframe>', 'https://www.youtube.com/embed/x'],
  ['a recording in a box', '<div><audio src="/tieng/1.mp3" controls></audio></div>', '/tieng/1.mp3'],
])('%s beside a text of one paragraph is a part of it', (_, film, address) => {
  const text = `<html lang="vi"><div class="menu"><a href="/">Trang chủ</a></div><div id="main"><h1>Khánh thành cầu mới</h1><p>${told} ${told}</p>${film}</div>`;
  const page = parseHtml({ source: 'x', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } });
  expect(extract(page.value).value.body).toContainEqual({ kind: 'embed', href: address });
});
