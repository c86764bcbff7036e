import { expect, test } from 'vitest';
import { parseHtml, select } from '../../src/dom/index.ts';
import { findAttachments } from '../../src/extract/attachments.ts';
import { layoutText } from '../../src/model/index.ts';
import { cleanPage } from '../../src/pipeline.ts';

const attachmentsOf = (html: string) => {
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
  const page = parseHtml({ source: 'test', kind: 'html', text: `<body>${html}</body>`, encoding }).value;
  return findAttachments(select(page, 'body'), 'https://xa.vn/tin/').map(({ href, title, type }) => [
    href,
    title,
    type,
  ]);
};

test.each([
  [
    'a link to a document',
    '<a href="ke-hoach.pdf">Kế hoạch</a>',
    ['https://xa.vn/tin/ke-hoach.pdf', 'Kế hoạch', 'pdf'],
  ],
  [
    'a document of Liferay, with the id of its version behind',
    '<a href="/documents/10/20/KH+24.pdf/5c1e8b1a-0d0f-4a42-9e91-6b4d7c0e7a11">KH 24</a>',
    ['https://xa.vn/documents/10/20/KH+24.pdf/5c1e8b1a-0d0f-4a42-9e91-6b4d7c0e7a11', 'KH 24', 'pdf'],
  ],
  [
    'a frame that shows one',
    '<iframe src="/f/lich.pdf#view=fit"></iframe>',
    ['https://xa.vn/f/lich.pdf#view=fit', undefined, 'pdf'],
  ],
  [
    'an icon',
    '<a href="/f/don.doc"><img src="word.png" alt="Mẫu đơn"></a>',
    ['https://xa.vn/f/don.doc', 'Mẫu đơn', 'doc'],
  ],
  [
    'an icon before the link in words',
    '<a href="/f/don.doc"><img src="word.png" alt="Word"></a> <a href="/f/don.doc">Mẫu đơn</a>',
    ['https://xa.vn/f/don.doc', 'Mẫu đơn', 'doc'],
  ],
  ['a frame read late', '<iframe data-src="/f/lich.pdf"></iframe>', ['https://xa.vn/f/lich.pdf', undefined, 'pdf']],
  ['an embedded document', '<embed src="/f/phu-luc.pdf">', ['https://xa.vn/f/phu-luc.pdf', undefined, 'pdf']],
  ['an object', '<object data="/f/mau.docx"></object>', ['https://xa.vn/f/mau.docx', undefined, 'docx']],
  [
    'a script that sends a named file',
    '<a href="/down.aspx?id=12">Mẫu đơn số 3.DOC</a>',
    ['https://xa.vn/down.aspx?id=12', 'Mẫu đơn số 3.DOC', 'doc'],
  ],
])('%s is an attachment', (_, html, expected) => {
  expect(attachmentsOf(html)).toEqual([expected]);
});

test.each([
  ['a link to a page whose text names a file', '<a href="/tin/12.html">Cách mở ke-hoach.pdf</a>'],
  ['a script whose link says more than a name', '<a href="/tin?id=12">Tải ke-hoach.pdf về máy</a>'],
  ['a film', '<iframe src="https://youtube.com/embed/x"></iframe><embed src="/phim.swf">'],
  ['a place on the page', '<a name="pdf">phu-luc.pdf</a>'],
])('%s is none', (_, html) => {
  expect(attachmentsOf(html)).toEqual([]);
});

test('the same document, linked and shown, is one attachment', () => {
  expect(attachmentsOf('<a href="/a.pdf">Toàn văn</a><iframe src="/a.pdf"></iframe>')).toHaveLength(1);
});

test.each([
  ['windows-1258', 'Ho\xf2 v\xea\xcc. T\xfd nay.', 't\xfd 1.pdf', 'tư 1.pdf'],
  ['windows-1258', 'Ho\xf2 v\xea\xcc. T\xfd nay.', 't%FD 1.pdf', 'tư 1.pdf'],
  ['windows-1258', 'Ho\xf2 v\xea\xcc. T\xfd nay.', 't%C6%B0.pdf', 'tư.pdf'],
])('an icon that leads to a file named in %s shows its name: %s %s', (charset, words, href, name) => {
  const text = `<p>${`${words} `.repeat(12)}</p>`;
  const html = `<meta charset=${charset}><div class="item-page"><h2>Tin</h2>${text}<p><a href="/f/${href}"><img src="/icon/pdf.png"></a></p>${text}</div>`;
  const { article } = cleanPage({ source: 'x', bytes: Buffer.from(html, 'latin1'), url: 'https://xa.vn/1' }, {});
  expect(article.attachments.map(({ title }) => title)).toEqual([name]);
  expect(layoutText(article.body).text).toContain(name);
});
