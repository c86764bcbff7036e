import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml } from '../../src/dom/index.ts';
import { toBlocks } from '../../src/extract/blocks/index.ts';
import { type Block, imagesOf, layoutText } from '../../src/model/index.ts';
import { toHtml } from '../../src/render/index.ts';

const blocksOf = (html: string, base?: string): readonly Block[] => {
  const { document } = parseHtml({
    source: 'x',
    kind: 'html',
    text: html,
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  }).value;
  const body = bodyOf(document);
  return body ? toBlocks([body], { base }) : [];
};
const kinds = (html: string): string[] => blocksOf(html).map(({ kind }) => kind);
const text = (html: string): string => layoutText(blocksOf(html)).text;
const story =
  'Buổi chiều, bà con trong xóm ra đồng gặt nốt thửa ruộng cuối cùng trước khi cơn mưa từ phía núi kéo về, ai cũng vội.';

test('a table with a head is one of data though a cell holds a small one; a table of tables is laid out', () => {
  const small = '<table><tr><td>Hai</td><td>Ba</td></tr></table>';
  const head = '<tr><th>Thôn</th><th>Số hộ được cấp nước sạch</th></tr>';
  expect(kinds(`<table>${head}<tr><td>Hạ ${small}</td><td>Một trăm hai mươi hộ</td></tr></table>`)).toEqual(['table']);
  expect(
    kinds(`<table><tr><td>Hạ ${small}</td><td>Một trăm</td></tr><tr><td>Thượng</td><td>Chín</td></tr></table>`),
  ).not.toContain('figure');
  expect(
    kinds(`<table><tr><th>A</th><th>B</th></tr><tr><td>${small.repeat(4)}</td><td></td></tr></table>`)[0],
  ).not.toBe('table');
});

describe('running text', () => {
  test('white space of the source is not text; no-break spaces that indent are not either', () => {
    expect(text('<p>\n   &nbsp;&nbsp;&nbsp; Một\n  hai <b> ba </b>bốn </p>')).toBe('Một hai ba bốn');
  });
  test('a word split over fonts stays a word', () => {
    expect(text('<p>Đ<font size="2">ồng</font> <span>Na</span><span>i</span></p>')).toBe('Đồng Nai');
  });
  test('a paragraph inside inline elements is a paragraph, and keeps their marks', () => {
    expect(blocksOf('<b><p>Một</p><p>Hai</p></b>')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', value: 'Một' }] }] },
      { kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', value: 'Hai' }] }] },
    ]);
  });
  const verses = [
    ['Mưa về trên bến đò ngang', 'Con thuyền nan nhỏ chở vàng nắng chiều', 'Lời ru của mẹ liêu xiêu'],
    ['Đường quê gió thổi rì rào', 'Hàng cau trước ngõ nghiêng chào khách xa', 'Bát chè xanh ngát sân nhà.'],
  ];
  const lines = (stanzas: readonly (readonly string[])[], tag = 'p', gap = '<p>&nbsp;</p>'): string =>
    stanzas.map((stanza) => stanza.map((line) => `<${tag}>${line}</${tag}>`).join('\n')).join(gap);
  test.each([
    ['a paragraph', lines(verses)],
    ['a box', lines(verses, 'div', '<div><br></div>')],
    ['a paragraph in italics', lines(verses).replaceAll(/<p>([^&]+?)<\/p>/g, '<p><i>$1</i></p>')],
  ])('a poem with %s for each line has its stanzas', (_, poem) => {
    const [first, ...rest] = text(`<p>${story}</p>${poem}<p>Bến Cau, 5/2011</p>`).split('\n\n');
    expect([first, ...rest]).toEqual([story, ...verses.map((stanza) => stanza.join('\n')), 'Bến Cau, 5/2011']);
  });
  test.each([
    ['a poem of one stanza', lines([verses.flat()])],
    [
      'names',
      lines([
        ['Ông Lê Văn Tám, Chủ tịch', 'Bà Ngô Thị Hoa, Phó Chủ tịch', 'Ông Đỗ Văn Mười, Bí thư'],
        ['Ông Vũ Đình Cả, Trưởng thôn', 'Bà Lý Thị Hai, Trưởng thôn', 'Ông Hà Văn Ba, Công an'],
      ]),
    ],
    [
      'addresses',
      lines([
        ['Xóm Đông, xã Bến Cau', 'Xóm Đoài, xã Bến Cau', 'Xóm Trung, xã Đá Bạc'],
        ['Ấp Thượng, xã Đá Bạc', 'Ấp Hạ, xã Sông Lam', 'Ấp Chùa, xã Sông Lam'],
      ]),
    ],
    [
      'short paragraphs',
      lines([
        ['Sáng nay trời mưa rất to.', 'Bà con vẫn ra đồng sớm.', 'Ai cũng mong mưa chóng tạnh.'],
        ['Đến trưa thì trời hửng nắng.', 'Máy gặt chạy suốt buổi chiều.', 'Tối đến thóc đã đầy sân.'],
      ]),
    ],
    [
      'points of unlike length',
      lines([
        ['Làm đường bê tông', 'Xây thêm một nhà văn hóa thôn', 'Trồng lại rừng ngập mặn'],
        ['Mở lớp dạy nghề đan lát mây tre', 'Khơi thông mương máng', 'Vận động bà con tham gia bảo hiểm'],
      ]),
    ],
  ])('paragraphs stay paragraphs: %s', (_, html) => {
    expect(text(html)).not.toMatch(/[^\n]\n[^\n]/);
  });
  test('a link to nothing is no link', () => {
    expect(blocksOf('<p><a href="#">Một</a> <a href="/tin#a">hai</a></p>', 'https://vidu.vn/')).toMatchObject([
      { children: [{ value: 'Một ' }, { kind: 'link', href: 'https://vidu.vn/tin#a' }] },
    ]);
  });
  test('a link to a place on its own page keeps its words only', () => {
    const base = 'https://vidu.vn/tin.html';
    const hrefs = (html: string): readonly string[] =>
      [...JSON.stringify(blocksOf(`<p>${html}</p>`, base)).matchAll(/"href":"([^"]*)"/g)].map(([, href = '']) => href);
    expect(text('<p>Lúa nếp<a href="#_ftn1">[1]</a> ngon</p>')).toBe('Lúa nếp[1] ngon');
    expect(hrefs('<a href="#_ftn1">[1]</a> <a href="tin.html#_ftn2">[2]</a>')).toEqual([]);
    expect(hrefs('<a href="khac.html#_ftn1">[1]</a> <a href="#/tin/5">Tin</a>')).toEqual([
      'https://vidu.vn/khac.html#_ftn1',
      'https://vidu.vn/tin.html#/tin/5',
    ]);
  });
  test('the title of a picture speaks where its alt does not', () => {
    const alts = (img: string) => imagesOf(blocksOf(`<p>${img}</p>`)).map(({ alt }) => alt);
    expect(alts('<img src="/a.jpg" title="Bến đò Cồn Én">')).toEqual(['Bến đò Cồn Én']);
    expect(alts('<img src="/a.jpg" alt="a.jpg" title="Bến đò Cồn Én">')).toEqual(['Bến đò Cồn Én']);
    expect(alts('<img src="/a.jpg" alt="Đò" title="Bến đò Cồn Én">')).toEqual(['Đò']);
    expect(alts('<img src="/a.jpg" title="Bấm vào để xem ảnh lớn">')).toEqual([undefined]);
    expect(alts('<img src="/ben-do-300x200.jpg" title="ben-do">')).toEqual([undefined]);
    expect(alts('<img class="caption" src="/a.jpg" title="Bến đò Cồn Én">')).toEqual([undefined]);
  });
  test.each([
    ['its words', '<img src="/icon/word.png" alt="Mẫu đơn dự tuyển">', 'Mẫu đơn dự tuyển'],
    ['no words', '<img src="/icon/word.png">', 'mẫu 01.doc'],
    ['the icon’s name for words', '<img src="/icon/word.png" alt="word.png">', 'mẫu 01.doc'],
  ])('a link to a file that shows an icon with %s', (_, icon, value) => {
    expect(blocksOf(`<p>Tải về: <a href="/tep/m%E1%BA%ABu%2001.doc?v=2">${icon}</a></p>`)).toMatchObject([
      { children: [{ value: 'Tải về: ' }, { kind: 'link', children: [{ kind: 'text', value }] }] },
    ]);
  });
  test.each([
    [
      'a link with words to the same file',
      '<a href="a.doc"><img src="doc.gif" alt="Word"></a> <a href="a.doc">Mẫu</a>',
    ],
    ['a link to a page', '<a href="/in.aspx"><img src="pdf.gif" alt="In ra"></a> Mẫu'],
    ['no link', '<img src="doc.gif" alt="Word"> Mẫu'],
  ])('the icon of %s says nothing', (_, html) => {
    expect(text(`<p>${html}</p>`)).toBe('Mẫu');
  });
  test('a picture that links to a file stays one', () => {
    expect(blocksOf('<p>Xem <a href="a.pdf"><img src="bia.jpg" alt="Bìa"></a></p>')).toMatchObject([
      { children: [{ value: 'Xem ' }, { kind: 'link', children: [{ kind: 'image', alt: 'Bìa' }] }] },
    ]);
  });
  test('square metres and carbon dioxide keep their places', () => {
    expect(blocksOf('<p>m<sup>2</sup> CO<sub>2</sub></p>')).toMatchObject([
      { children: [{ value: 'm' }, { kind: 'sup' }, { value: ' CO' }, { kind: 'sub' }] },
    ]);
  });
  test.each([
    ['10<sup>-3</sup> m<sup>2 </sup>đất', '10⁻³ m² đất'],
    ['H<sub>2</sub>SO<sub>4</sub>, Na<sup>+</sup>, x<sub>12</sub>', 'H₂SO₄, Na⁺, x₁₂'],
    ['a<sup>−1</sup>, b<sup><b>2</b></sup>', 'a⁻¹, b2'],
    ['lớp 10<sup>A1</sup>, ghi chú<sup>(1)</sup>, 7<sup>th</sup>', 'lớp 10A1, ghi chú(1), 7th'],
  ])('plain text raises and lowers what is a number: %s', (html, expected) => {
    expect(text(`<p>${html}</p>`)).toBe(expected);
  });
  test('a formula in MathML keeps its value', () => {
    const math = (inside: string): string => text(`<p>Ta có <math>${inside}</math> mẫu.</p>`);
    expect(math('<mfrac><mn>3</mn><mn>4</mn></mfrac>')).toBe('Ta có 3/4 mẫu.');
    expect(math('<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>')).toBe('Ta có (a+b)/2 mẫu.');
    expect(math('<msqrt><mn>16</mn></msqrt>')).toBe('Ta có √(16) mẫu.');
    expect(math('<semantics><mi>x</mi><annotation encoding="TeX">x_0</annotation></semantics>')).toBe('Ta có x mẫu.');
    expect(blocksOf('<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>')).toMatchObject([
      { children: [{ value: 'x' }, { kind: 'sup' }] },
    ]);
  });
  test('the picture of an emoji is its character', () => {
    expect(text('<p>Vui quá <img alt="😀" src="/e.png" width="16"></p>')).toBe('Vui quá 😀');
  });
});

describe('lists', () => {
  test('a list beside the items belongs to the item before it', () => {
    expect(blocksOf('<ul><li>Một</li><ul><li>Một mốt</li></ul><li>Hai</li></ul>')).toMatchObject([
      { kind: 'list', items: [[{ kind: 'paragraph' }, { kind: 'list' }], [{ kind: 'paragraph' }]] },
    ]);
  });
  test('legal points typed by hand stay text', () => {
    expect(kinds('<p>a) Tên gọi;</p><p>b) Trụ sở;</p><p>đ) Con dấu.</p>')).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });
  test('a list that goes on counts on', () => {
    expect(blocksOf('<ol start="4"><li>Bốn</ol>')).toMatchObject([{ ordered: true, start: 4 }]);
  });
  test.each([
    ['letters by type', '<ol type="a"><li>Nộp đơn<li>Nhận kết quả</ol>', 'a. Nộp đơn\nb. Nhận kết quả'],
    ['roman numerals by type', '<ol type="I"><li>Nộp đơn<li>Nhận kết quả</ol>', 'I. Nộp đơn\nII. Nhận kết quả'],
    ['letters by style', '<ol style="list-style-type: upper-latin"><li>Nộp đơn</ol>', 'A. Nộp đơn'],
    ['numerals by the items’ style', '<ol><li style="list-style:lower-roman"><p>Nộp đơn</ol>', 'i. Nộp đơn'],
    ['numbers in a list that is called one of bullets', '<ul style="list-style:decimal"><li>Nộp</ul>', '1. Nộp'],
    ['numbers told of items', '<ol><li>Một<li value="5">Năm<li>Sáu</ol>', '1. Một\n5. Năm\n6. Sáu'],
    ['counting down', '<ol reversed><li>Hai<li>Một</ol>', '2. Hai\n1. Một'],
    ['counting down from a number', '<ol reversed start="9"><li>Chín<li>Tám</ol>', '9. Chín\n8. Tám'],
    ['an item without a word', '<ol><li></li><li>Hai<li><li>Bốn<li></ol>', '2. Hai\n4. Bốn'],
    ['text before the first item', '<ol><p>Gồm:</p><li>Nộp đơn</ol>', 'Gồm:\n\n1. Nộp đơn'],
    ['a list in a list with no item of its own', '<ol><ol><li>Một</ol></ol>', '1. Một'],
    ['the styles of something else', '<ol style="list-style-position:inside"><li>Một</ol>', '1. Một'],
    ['bullets', '<ul type="a"><li>Một</ul><ol style="list-style-type:disc"><li>Hai</ol>', 'Một\n\nHai'],
  ])('what the page prints before the items: %s', (_, html, expected) => {
    expect(layoutText(blocksOf(html), { marks: true }).text).toBe(expected);
    // What is written as HTML says the same to whoever reads it.
    expect(layoutText(blocksOf(toHtml(blocksOf(html))), { marks: true }).text).toBe(expected);
  });
});

describe('tables', () => {
  test('spans and header cells are kept', () => {
    const [table] = blocksOf(
      '<table border="1"><tr><th colspan="2">Xã<th>Hộ<tr><td rowspan="2">A<td>B<td>1<tr><td>C<td>2</table>',
    );
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        [{ header: true, colspan: 2 }, { header: true }],
        [{ rowspan: 2 }, {}, {}],
        [{}, {}],
      ],
    });
  });
  test('a table of one cell is a frame, a table around tables is layout', () => {
    expect(kinds(`<table border="1"><tr><td><p>${story}<p>${story}</table>`)).toEqual(['paragraph', 'paragraph']);
    expect(kinds(`<table><tr><td>${story}<td><table><tr><td>x</table></table>`)).toEqual(['paragraph', 'paragraph']);
  });
  test('a ruled grid keeps a small table in one of its cells', () => {
    const small = '<table><tr><td>Vụ mùa<td>15 tạ</tr><tr><td>Vụ chiêm<td>12 tạ</table>';
    const grid = (border: string, last: string): string =>
      `<table ${border}><tr><td>Cây<td>Diện tích<td>Sản lượng<tr><td>Lạc<td>30 sào<td>45 tạ<tr><td>Đậu<td>20 sào<td>${last}</table>`;
    expect(kinds(grid('border="1"', small))).toEqual(['table']);
    expect(text(grid('border="1"', small)).split('\n')).toEqual([
      'Cây\tDiện tích\tSản lượng',
      'Lạc\t30 sào\t45 tạ',
      'Đậu\t20 sào\tVụ mùa | 15 tạ',
      'Vụ chiêm | 12 tạ',
    ]);
    // Without lines, with a part of a page in a cell, or with a table in each row it lays the page out.
    expect(kinds(grid('', small))[0]).toBe('paragraph');
    expect(kinds(grid('border="1"', `${story}${small}`))[0]).toBe('paragraph');
    const row = `<tr><td>${small}<td>Lạc, đậu, vừng, ngô, khoai, sắn</tr>`;
    expect(kinds(`<table border="1">${row.repeat(3)}</table>`)[0]).toBe('table');
    expect(kinds(`<table border="1">${row.repeat(3)}</table>`).length).toBeGreaterThan(1);
  });
  test('a picture over its caption in a table is a figure', () => {
    expect(
      blocksOf(`<table><tr><td><img src="a.jpg"><tr><td align="center"><em>Gặt lúa</em></table><p>${story}`),
    ).toMatchObject([
      { kind: 'figure', images: [{ src: 'a.jpg' }], caption: [{ kind: 'emphasis' }] },
      { kind: 'paragraph' },
    ]);
  });
  test('each picture of a row has the caption under it in the next', () => {
    const rows = (captions: string): string =>
      `<table><tr><td><img src="a.jpg"><td><img src="b.jpg"><tr>${captions}</table><p>${story}`;
    expect(
      imagesOf(blocksOf(rows('<td>Gặt lúa ở xóm Đông<td>Phơi thóc.'))).map(({ src, caption }) => [src, caption]),
    ).toEqual([
      ['a.jpg', 'Gặt lúa ở xóm Đông'],
      ['b.jpg', 'Phơi thóc.'],
    ]);
    expect(imagesOf(blocksOf(rows('<td colspan="2">Gặt lúa, phơi thóc'))).map(({ src }) => src)).toEqual([
      'a.jpg',
      'b.jpg',
    ]);
    expect(layoutText(blocksOf(rows(`<td>${story}${story}${story}<td>Phơi thóc.`))).text).toContain(story);
  });
});

describe('pictures and captions', () => {
  const caption = (html: string): string | undefined => {
    const [figure] = blocksOf(html);
    return figure?.kind === 'figure' && figure.caption
      ? layoutText([{ kind: 'paragraph', children: figure.caption }]).text
      : undefined;
  };
  test.each([
    [
      'a picture that Joomla calls “caption”',
      `<p><img class="caption" src="a.jpg"></p><p class="img_caption">Gặt lúa</p><p>${story}`,
      'Gặt lúa',
    ],
    [
      'a quote in the figure of a picture, as Drupal prints it',
      `<figure><img src="a.jpg"><blockquote class="image-field-caption">Bà con gặt lúa.</blockquote></figure><p>${story}`,
      'Bà con gặt lúa.',
    ],
    [
      'a slide’s caption',
      `<div><img src="a.jpg"></div><div class="cap"><p>Bà con gặt lúa.</p></div><p>${story}`,
      'Bà con gặt lúa.',
    ],
    [
      'a slide’s caption behind its number',
      `<div><img src="a.jpg"></div><div class="cap"><span>3/5</span><span>Bà con gặt lúa.</span></div><p>${story}`,
      'Bà con gặt lúa.',
    ],
    [
      'a caption that begins with a number of its own',
      `<div><img src="a.jpg"></div><div class="cap">3 <span>xóm gặt lúa.</span></div><p>${story}`,
      '3 xóm gặt lúa.',
    ],
    [
      'small print',
      '<p><img src="a.jpg"><br><small>Gặt lúa ở xóm Đông</small></p><p>(12-03-2007)</p>',
      'Gặt lúa ở xóm Đông',
    ],
    ['figcaption', `<figure><img src="a.jpg"><figcaption>Gặt lúa</figcaption></figure><p>${story}`, 'Gặt lúa'],
    ['class', `<div><img src="a.jpg"></div><div class="chuthich">Gặt lúa.</div><p>${story}`, 'Gặt lúa.'],
    ['opening word', `<p><img src="a.jpg"></p><p>Ảnh: Gặt lúa ở xóm Đông.</p><p>${story}`, 'Ảnh: Gặt lúa ở xóm Đông.'],
    [
      'credit',
      `<p><img src="a.jpg"></p><p>Gặt lúa ở xóm Đông. Ảnh Minh Anh</p><p>${story}`,
      'Gặt lúa ở xóm Đông. Ảnh Minh Anh',
    ],
    [
      'an element of its own in the picture’s (Drupal)',
      `<p><span class="inline"><a href="b"><img src="a.jpg"></a><span class="caption">Gặt lúa.</span></span></p><p>${story}`,
      'Gặt lúa.',
    ],
    [
      'a span that is all there is under the picture',
      `<div><img src="a.jpg"><span class="c1">Ảnh 1. Gặt lúa.</span></div><p>${story}`,
      'Ảnh 1. Gặt lúa.',
    ],
    ['what the picture means (TYPO3)', `<dl><dt><img src="a.jpg"></dt><dd>Gặt lúa.</dd></dl><p>${story}`, 'Gặt lúa.'],
    [
      'bold type in the middle',
      `<center><img src="a.jpg"></center><center><b>Bà con xóm Đông gặt lúa sớm</b></center><p>${story}`,
      'Bà con xóm Đông gặt lúa sớm',
    ],
    [
      'the words over it',
      `<p><i>(Trong ảnh: Bà con gặt lúa.)</i><br><img src="a.jpg"></p><p>${story}`,
      '(Trong ảnh: Bà con gặt lúa.)',
    ],
    ['short line', `<p><img src="a.jpg"></p><p>Gặt lúa ở xóm Đông</p><p>${story}`, 'Gặt lúa ở xóm Đông'],
    ['same paragraph', `<p align="center"><img src="a.jpg"><br>Gặt lúa</p><p>${story}`, 'Gặt lúa'],
    [
      'credit below',
      `<center><p><img src="a.jpg"></p><p>Gặt lúa.</p><p>(Ảnh: TL)</p></center><p>${story}`,
      'Gặt lúa. (Ảnh: TL)',
    ],
  ])('told by %s', (_name, html, expected) => {
    expect(caption(html)).toBe(expected);
  });
  test.each([
    ['the next sentence of the story', `<p><img src="a.jpg"></p><p>Mưa đã tạnh.</p><p>${story}`],
    ['a long paragraph', `<p><img src="a.jpg"></p><p>${story}${story}${story}</p>`],
    ['a numbered point', `<p><img src="a.jpg"></p><p>2. Kết quả gặt lúa</p><p>${story}`],
    ['a heading in the middle', `<center><img src="a.jpg"></center><center><b>Mùa gặt ở xóm</b></center><p>${story}`],
    [
      'a heading in capitals',
      `<center><img src="a.jpg"></center><center><b>MÙA GẶT Ở XÓM ĐÔNG NĂM NAY</b></center><p>${story}`,
    ],
    ['a sentence in a span', `<div><img src="a.jpg"><span>Mưa đã tạnh.</span></div><p>${story}`],
    ['a term', `<dl><dt><img src="a.jpg"></dt><dd>Gặt</dd><dt>Lúa</dt><dd>Cây lương thực</dd></dl>`],
    ['the last line of the story', '<p><img src="a.jpg"></p><p>Hoàng Nam</p>'],
  ])('%s is no caption', (_name, html) => {
    expect(caption(html)).toBeUndefined();
  });
  test('a picture that leads to its full size keeps the link, one that leads to a page does not', () => {
    const [figure] = blocksOf('<p><a href="/to.jpg"><img src="nho.jpg"></a></p>', 'https://vidu.vn/');
    expect(figure).toMatchObject({ kind: 'figure', images: [{ full: 'https://vidu.vn/to.jpg' }] });
    expect(blocksOf('<p><a href="/tin/1"><img src="nho.jpg"></a></p>')).toEqual([
      { kind: 'figure', images: [{ kind: 'image', src: 'nho.jpg' }] },
    ]);
  });
  test('the film of an old player is a link', () => {
    const player = (name: string): string =>
      `<object type="video/x-ms-wmv"><param name="${name}" value="/phim/cau.wmv"></object>`;
    expect(blocksOf(player('URL'), 'https://vidu.vn/')).toEqual([
      { kind: 'embed', href: 'https://vidu.vn/phim/cau.wmv' },
    ]);
    expect(blocksOf(player('autostart'))).toEqual([]);
  });
  test('slides are pictures, not points of a list', () => {
    const slide = '<li><img src="a.jpg"><p class="flex-caption">Gặt lúa.</p></li>';
    expect(kinds(`<ul>${slide.repeat(3)}</ul>`)).toEqual(['figure', 'figure', 'figure']);
    expect(kinds(`<ul>${slide}<li>Gặt lúa</li></ul>`)).toEqual(['list']);
  });
  test('each picture of a list of pictures has its own', () => {
    const item = (name: string): string =>
      `<dl><dt><a href="/to/${name}"><img src="${name}.jpg"></a></dt><dd>Xóm ${name}</dd></dl>`;
    expect(imagesOf(blocksOf(item('a') + item('b'))).map(({ src, caption }) => [src, caption])).toEqual([
      ['a.jpg', 'Xóm a'],
      ['b.jpg', 'Xóm b'],
    ]);
  });
  test('a placeholder gives way to the real address, a spacer to nothing', () => {
    expect(
      blocksOf('<p><img src="data:image/gif;base64,R0" data-src="/that.jpg"></p>', 'https://vidu.vn/tin/'),
    ).toEqual([{ kind: 'figure', images: [{ kind: 'image', src: 'https://vidu.vn/that.jpg' }] }]);
    const late = '<img src="data:image/gif;base64,R0" alt="Cầu"> <noscript><img src="/cau.jpg" alt=""></noscript>';
    expect(imagesOf(blocksOf(`<p>${late}</p>`)).map(({ src, alt }) => [src, alt])).toEqual([['/cau.jpg', 'Cầu']]);
    expect(blocksOf('<p><img src="/dot.gif" width="1" height="1"></p>')).toEqual([]);
  });
  test('the icon of a file’s kind is no picture, a picture of a file is', () => {
    for (const src of ['/images/pdf.png', '/mau/icon-docx.png', 'icons/xls_16.gif'])
      expect(blocksOf(`<p><img src="${src}"></p>`), src).toEqual([]);
    for (const src of ['/anh/pdf-khai-truong.png', '/anh/word-1990.jpg', '/anh/doc.jpg'])
      expect(blocksOf(`<p><img src="${src}"></p>`).length, src).toBe(1);
  });
  test('pictures of pages for AMP', () => {
    const figure =
      '<figure><amp-img src="/khung-cui.jpg" width="8" height="6"></amp-img><figcaption>Khung cửi</figcaption></figure><p>Bà dệt.</p>';
    expect(imagesOf(blocksOf(figure)).map(({ src, caption }) => [src, caption])).toEqual([
      ['/khung-cui.jpg', 'Khung cửi'],
    ]);
  });
});

describe('other blocks', () => {
  test('code keeps its lines, a quotation its paragraphs', () => {
    expect(
      blocksOf('<pre><code class="language-js">a\n  b</code></pre><blockquote><p>Một<p>Hai</blockquote>'),
    ).toMatchObject([
      { kind: 'code', language: 'js', value: 'a\n  b' },
      { kind: 'quote', children: [{ kind: 'paragraph' }, { kind: 'paragraph' }] },
    ]);
  });
  test('an embedded video is its address; an advertisement frame is nothing', () => {
    expect(
      blocksOf('<iframe src="https://www.youtube.com/embed/x"></iframe><iframe src="https://ads.vidu.vn/1"></iframe>'),
    ).toEqual([{ kind: 'embed', href: 'https://www.youtube.com/embed/x' }]);
  });
  test('terms and their definitions', () => {
    expect(blocksOf('<dl><dt>Sapo</dt><dd>Đoạn mở đầu</dd></dl>')).toMatchObject([
      { kind: 'definitions', items: [{ term: [{ value: 'Sapo' }], definition: [{ kind: 'paragraph' }] }] },
    ]);
  });
  test('fifty thousand nested lists do not overflow the stack', () => {
    expect(text(`${'<ul><li>'.repeat(50_000)}chữ`)).toBe('chữ');
  });
});
