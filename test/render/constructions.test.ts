import { describe, expect, test } from 'vitest';
import type { Block, Inline, TableCell } from '../../src/model/index.ts';
import { lower } from '../../src/render/lower.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { cpuTime } from '../cpu-time.ts';
import { readMarkdown } from './read-markdown.ts';

const t = (value: string): Inline => ({ kind: 'text', value });
const b = (...children: Inline[]): Inline => ({ kind: 'strong', children });
const i = (...children: Inline[]): Inline => ({ kind: 'emphasis', children });
const a = (href: string, ...children: Inline[]): Inline => ({ kind: 'link', href, children });
const br: Inline = { kind: 'break' };
const p = (...parts: (Inline | string)[]): Block => ({
  kind: 'paragraph',
  children: parts.map((part) => (typeof part === 'string' ? t(part) : part)),
});
const ul = (...items: Block[][]): Block => ({ kind: 'list', ordered: false, items });
const ol = (start: number, ...items: Block[][]): Block => ({ kind: 'list', ordered: true, start, items });
const cell = (content: string | Block[], rest: Partial<TableCell> = {}): TableCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  children: typeof content === 'string' ? (content === '' ? [] : [p(content)]) : content,
  ...rest,
});
const th = (content: string, rest: Partial<TableCell> = {}): TableCell => cell(content, { header: true, ...rest });
const table = (...rows: TableCell[][]): Block => ({ kind: 'table', rows });
const image = (src: string, alt?: string): Extract<Inline, { kind: 'image' }> => ({
  kind: 'image',
  src,
  ...(alt !== undefined && { alt }),
});

/** What is written, for every construction that pages hold. */
const constructions: Record<string, readonly [Block[], string]> = {
  'nested list': [
    [ul([p('Xã Bình An'), ul([p('thôn Một')], [p('thôn Hai')])], [p('Xã Bình Minh')])],
    '- Xã Bình An\n  - thôn Một\n  - thôn Hai\n- Xã Bình Minh',
  ],
  'ordered list in a list': [[ul([p('Hồ sơ'), ol(1, [p('đơn')], [p('ảnh')])])], '- Hồ sơ\n  1. đơn\n  2. ảnh'],
  'list that starts at 4': [[ol(4, [p('bốn')], [p('năm')])], '4. bốn\n5. năm'],
  'list restarted after a paragraph': [
    [ol(1, [p('một')]), p('Xen giữa'), ol(2, [p('hai')])],
    '1. một\n\nXen giữa\n\n2. hai',
  ],
  'two lists in a row': [[ul([p('một')]), ul([p('hai')]), ul([p('ba')])], '- một\n\n+ hai\n\n- ba'],
  'two ordered lists in a row': [[ol(1, [p('một')]), ol(1, [p('hai')])], '1. một\n\n1) hai'],
  'list in letters': [
    [{ kind: 'list', ordered: true, numbering: 'a', items: [[p('nộp đơn')], [p('đóng phí'), ul([p('tại xã')])]] }],
    'a. nộp đơn\n\nb. đóng phí\n\n- tại xã',
  ],
  'list in roman numerals in a list': [
    [
      ol(1, [
        p('Hồ sơ'),
        { kind: 'list', ordered: true, numbering: 'i', start: 3, items: [[p('đơn')], [], [p('ảnh')]] },
      ]),
    ],
    '1. Hồ sơ\n\n   iii. đơn\n\n   v. ảnh',
  ],
  'list that counts down': [
    [{ kind: 'list', ordered: true, reversed: true, start: 2, items: [[p('giải nhì')], [p('giải nhất')]] }],
    '2\\. giải nhì\n\n1\\. giải nhất',
  ],
  'list that leaves numbers out': [
    [{ kind: 'list', ordered: true, numbers: [1, 2, 5], items: [[p('một')], [p('hai')], [p('năm')]] }],
    '1. một\n2. hai\n\n5) năm',
  ],
  'list in letters that opens with a picture': [
    [{ kind: 'list', ordered: true, numbering: 'A', items: [[{ kind: 'figure', images: [image('a.jpg')] }]] }],
    'A.\n\n![](a.jpg)',
  ],
  'list in letters in a cell': [
    [table([th('Việc')], [cell([{ kind: 'list', ordered: true, numbering: 'a', items: [[p('một')], [p('hai')]] }])])],
    '| Việc |\n|---|\n| a. một<br>b. hai |',
  ],
  'nested list that starts at 3': [[ul([p('Bước'), ol(3, [p('ba')])])], '- Bước\n\n  3. ba'],
  'paragraphs in an item': [
    [ul([p('Ý một.'), p('Giải thích.')], [p('Ý hai.')])],
    '- Ý một.\n\n  Giải thích.\n\n- Ý hai.',
  ],
  'long number': [[ol(99, [p('a'), p('b')], [p('c')])], '99. a\n\n    b\n\n100. c'],
  'empty items': [[ul([p('một')], [], [p('hai')])], '- một\n- hai'],
  'code in an item': [[ul([p('Gõ'), { kind: 'code', value: 'a\n\n  b' }])], '- Gõ\n\n  ```\n  a\n\n    b\n  ```'],
  'quotation in an item': [[ul([{ kind: 'quote', children: [p('Lời')] }])], '- > Lời'],
  'table with header': [
    [table([th('Xã'), th('Dân')], [cell('An'), cell('12')])],
    '| Xã | Dân |\n|---|---|\n| An | 12 |',
  ],
  'table without header': [
    [table([cell('An'), cell('12')], [cell('Bình'), cell('9')])],
    '|  |  |\n|---|---|\n| An | 12 |\n| Bình | 9 |',
  ],
  'first row in strong type': [
    [table([cell([p(b(t('Xã')))]), cell([p(b(t('Dân')))])], [cell('An'), cell('12')])],
    '| Xã | Dân |\n|---|---|\n| An | 12 |',
  ],
  'header cells in the first column': [
    [table([th('Xã'), th('Dân')], [th('An'), cell('12')])],
    '| Xã | Dân |\n|---|---|\n| **An** | 12 |',
  ],
  'two header rows': [
    [table([th('Xã'), th('Năm')], [th('tên'), th('2024')], [cell('An'), cell('12')])],
    '| Xã | Năm |\n|---|---|\n| **tên** | **2024** |\n| An | 12 |',
  ],
  'several paragraphs in a cell': [
    [table([th('Việc')], [cell([p('Một'), p('Hai')])])],
    '| Việc |\n|---|\n| Một<br>Hai |',
  ],
  'breaks in a cell': [[table([th('Việc')], [cell([p('Một', br, br, 'Hai')])])], '| Việc |\n|---|\n| Một<br>Hai |'],
  'pipes in a cell': [
    [table([th('a|b')], [cell([p('c|d ', { kind: 'code', value: 'e|f' })])])],
    '| a\\|b |\n|---|\n| c\\|d `e\\|f` |',
  ],
  'list in a cell': [
    [table([th('Việc')], [cell([p('Gồm:'), ul([p('một')], [p('hai')]), ol(3, [p('ba')])])])],
    '| Việc |\n|---|\n| Gồm:<br>- một<br>- hai<br>3. ba |',
  ],
  'table in a cell': [
    [table([th('Việc')], [cell([table([cell('x'), cell('y')], [cell('z'), cell('w')])])])],
    '| Việc |\n|---|\n| x \\| y<br>z \\| w |',
  ],
  colspan: [
    [table([th('Xã'), th('Dân', { colspan: 2 })], [cell('An'), cell('nam'), cell('nữ')])],
    '| Xã | Dân |  |\n|---|---|---|\n| An | nam | nữ |',
  ],
  rowspan: [
    [table([th('Xã'), th('Thôn')], [cell('An', { rowspan: 2 }), cell('Một')], [cell('Hai')])],
    '| Xã | Thôn |\n|---|---|\n| An | Một |\n|  | Hai |',
  ],
  'colspan and rowspan together': [
    [table([th('A'), th('B'), th('C')], [cell('x', { colspan: 2, rowspan: 2 }), cell('1')], [cell('2')])],
    '| A | B | C |\n|---|---|---|\n| x |  | 1 |\n|  |  | 2 |',
  ],
  'rows of unequal length': [[table([th('A'), th('B')], [cell('1')])], '| A | B |\n|---|---|\n| 1 |  |'],
  'table of one cell': [[table([cell([p('Khung'), ul([p('một')])])])], 'Khung\n\n- một'],
  'table with caption': [
    [{ kind: 'table', caption: [t('Bảng 1')], rows: [[th('A')], [cell('1')]] }],
    '_Bảng 1_\n\n| A |\n|---|\n| 1 |',
  ],
  'empty table': [[table([cell(''), cell('')])], ''],
  'figure with caption': [
    [{ kind: 'figure', images: [image('a.jpg', 'Cầu')], caption: [t('Cầu mới. Ảnh: Lan')] }],
    '![Cầu](a.jpg)\\\n_Cầu mới. Ảnh: Lan_',
  ],
  'figure of two images': [[{ kind: 'figure', images: [image('a.jpg'), image('b.jpg')] }], '![](a.jpg) ![](b.jpg)'],
  'two links to one address': [
    [p(a('/x', t('Liên kết')), ' ', a('/x', t('Lưu')), ', ', a('/x', t('In')))],
    '[Liên kết](/x) [Lưu](/x), [In](/x)',
  ],
  'a link torn in pieces': [
    [p(a('/x', t('quy chế')), a('/x', t(' thi ')), a('/x', b(t('lớp 10'))))],
    '[quy chế thi **lớp 10**](/x)',
  ],
  'two links to one address in strong type': [
    [p(b(a('/x', t('Liên kết')), t(' '), a('/x', t('Lưu'))))],
    '**[Liên kết](/x) [Lưu](/x)**',
  ],
  'linked image': [[p(a('to.jpg', image('nho.jpg', 'Bản đồ')))], '[![Bản đồ](nho.jpg)](to.jpg)'],
  'image without address': [[p(image('', 'Sơ đồ'))], 'Sơ đồ'],
  'fence in code': [[{ kind: 'code', language: 'sh', value: '```\nls\n```' }], '````sh\n```\nls\n```\n````'],
  'bare preformatted text': [[{ kind: 'code', value: '  cột 1   cột 2' }], '```\n  cột 1   cột 2\n```'],
  backticks: [[p({ kind: 'code', value: 'a `b` c' }, ' và ', { kind: 'code', value: '`' })], '``a `b` c`` và `` ` ``'],
  'spaces at the edge of a mark': [[p('Sáng ', b(t(' ngày 12 ')), 'tháng 3')], 'Sáng **ngày 12** tháng 3'],
  'space only in a mark': [[p('a', b(t(' ')), 'b')], 'a b'],
  'punctuation before a letter': [[p(b(t('Ảnh:')), 'Lan')], '**Ảnh**:Lan'],
  'punctuation before a space': [[p(b(t('Ảnh:')), ' Lan')], '**Ảnh:** Lan'],
  'quotes after a letter': [[p('xã', b(t('“An”')), 'nay')], 'xã“**An**”nay'],
  'mark in a word': [[p('chuyên', i(t('nghiệp')), 'hóa')], 'chuyên*nghiệp*hóa'],
  'emphasis as a word': [[p('tờ ', i(t('Báo Mới')), ' viết')], 'tờ _Báo Mới_ viết'],
  'strong and emphasis': [[p(b(i(t('Lan'))), ' viết')], '_**Lan**_ viết'],
  'strong in emphasis': [[p(i(t('a '), b(t('b')), t(' c')))], '_a **b** c_'],
  'word torn over marks': [[p(b(t('Đồ')), b(t('ng ')), b(t('Nai')))], '**Đồng Nai**'],
  'mark in the same mark': [[p(b(t('a '), b(t('b'))))], '**a b**'],
  'empty marks': [[p(b(), i(t('')), 'chữ')], 'chữ'],
  deleted: [[p('Giá ', { kind: 'strike', children: [t('10')] }, ' 8')], 'Giá ~~10~~ 8'],
  'square metre': [[p('120 m', { kind: 'sup', children: [t('2')] })], '120 m²'],
  'carbon dioxide': [[p('CO', { kind: 'sub', children: [t('2')] }, ' giảm')], 'CO₂ giảm'],
  'raised text without Unicode form': [
    [p('ghi chú', { kind: 'sup', children: [t('xem đ')] })],
    'ghi chú<sup>xem đ</sup>',
  ],
  'text that looks like Markdown': [
    [p('# 1'), p('- hai'), p('3. ba'), p('> bốn'), p('*năm*'), p('+ sáu')],
    '\\# 1\n\n\\- hai\n\n3\\. ba\n\n\\> bốn\n\n\\*năm\\*\n\n\\+ sáu',
  ],
  'text that looks like HTML': [[p('Thẻ <b>đậm</b> và &lt; dấu <')], 'Thẻ \\<b>đậm\\</b> và \\&lt; dấu <'],
  'legal points': [[p('a) Đối với xã;'), p('đ) Đối với thôn;')], 'a) Đối với xã;\n\nđ) Đối với thôn;'],
  'link with brackets': [[p(a('/x', t('Quyết định [12]')))], '[Quyết định \\[12\\]](/x)'],
  'link with spaces and parentheses': [[p(a('tep (ban 2).doc', t('tệp')))], '[tệp](tep%20(ban%202).doc)'],
  'link with one parenthesis': [[p(a('tep).doc', t('tệp')))], '[tệp](tep\\).doc)'],
  'link that shows its address': [[p(a('https://a.vn/x', t('https://a.vn/x')))], '<https://a.vn/x>'],
  'link without text': [[p('xem', a('/x'), ' tiếp')], 'xem tiếp'],
  'link to a script': [[p(a('javascript:void(0)', t('In trang')))], 'In trang'],
  'bare address': [[p('Xem www.a.vn/b_c hoặc lan@a.vn.')], 'Xem www.a.vn/b_c hoặc lan@a.vn.'],
  'break in a paragraph': [[p('Số 1', br, 'Hà Nội')], 'Số 1\\\nHà Nội'],
  'two breaks part paragraphs': [[p('Một', br, br, 'Hai', br)], 'Một\n\nHai'],
  'breaks inside a mark': [[p(b(t('Một'), br, br, t('Hai')))], '**Một**\n\n**Hai**'],
  'break in a link': [[p(a('/x', t('Một'), br, t('Hai')))], '[Một Hai](/x)'],
  'no-break indents': [[p('\u00a0\u00a0\u00a0Sáng nay, 10\u00a0km.')], 'Sáng nay, 10\u00a0km.'],
  'line ends of the source': [[p('Sáng\n   nay')], 'Sáng nay'],
  definitions: [
    [{ kind: 'definitions', items: [{ term: [t('Hồ sơ')], definition: [p('Giấy tờ.')] }] }],
    '- **Hồ sơ**\n\n  Giấy tờ.',
  ],
  rule: [[p('a'), { kind: 'rule' }, p('b')], 'a\n\n***\n\nb'],
  'heading with a break': [
    [{ kind: 'heading', level: 2, children: [t('Phần I'), br, t('Kết quả #')] }],
    '## Phần I Kết quả \\#',
  ],
  'empty heading': [[{ kind: 'heading', level: 2, children: [t(' ')] }], ''],
  verse: [
    [{ kind: 'verse', lines: [[t('Ao thu lạnh')], [t('Thuyền câu')], [], [t('Sóng biếc')]] }],
    'Ao thu lạnh\\\nThuyền câu\n\nSóng biếc',
  ],
  quotation: [[{ kind: 'quote', children: [p('Một'), ul([p('hai')])] }], '> Một\n>\n> - hai'],
  'two quotations': [
    [
      { kind: 'quote', children: [p('Một')] },
      { kind: 'quote', children: [p('Hai')] },
    ],
    '> Một\n\n> Hai',
  ],
  'embedded video': [[{ kind: 'embed', href: 'https://v.vn/1', title: 'Phim' }], '[Phim](https://v.vn/1)'],
  'embedded video without title': [[{ kind: 'embed', href: 'https://v.vn/1' }], '<https://v.vn/1>'],
  'empty paragraph': [[p(' \u00a0 '), p('chữ')], 'chữ'],
  controls: [[p('a\u0000\u0008b\u000cc')], 'ab c'],
  'checkbox in text': [[ul([p('[ ] Đạt')])], '- \\[ ] Đạt'],
}; // prettier-ignore

describe('construction', () => {
  test.each(Object.entries(constructions))('%s', (_name, [body, markdown]) => {
    expect(toMarkdown(body)).toBe(markdown);
    expect(readMarkdown(markdown)).toEqual(lower(body));
  });
});

test('a body of hostile size is written in linear time', () => {
  const wide: Block = table(...Array.from({ length: 2000 }, () => [cell('a', { colspan: 1e9, rowspan: 1e9 })]));
  const torn = p(...Array.from({ length: 20_000 }, (_, n) => (n % 2 ? b(t('a ')) : a('/x', t(' b')))));
  const started = cpuTime();
  toMarkdown([wide]);
  toMarkdown([torn]);
  expect(cpuTime() - started).toBeLessThan(5000);
});
