import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml } from '../../src/dom/index.ts';
import { toBlocks } from '../../src/extract/blocks/index.ts';
import { survey } from '../../src/extract/classify/survey.ts';
import {
  withHeadings,
  withLastSentences,
  withLinesBetween,
  withQuestions,
} from '../../src/extract/companions/additions.ts';
import { orDatedNotice, withoutBoxesBesideDay } from '../../src/extract/companions/beside-day.ts';
import { wholeGalleries } from '../../src/extract/companions/galleries.ts';
import { inMainColumn } from '../../src/extract/companions/main-column.ts';
import { withNotes } from '../../src/extract/companions/notes.ts';
import { withoutBoxesAlike, withoutBoxesBehind, withoutTeasers } from '../../src/extract/companions/other-boxes.ts';
import { withPanels } from '../../src/extract/companions/panels.ts';
import { withPictures } from '../../src/extract/companions/pictures.ts';
import { withSignatures } from '../../src/extract/companions/signatures.ts';
import { wholeCode, wholeLists, wholeRuns, wholeTables } from '../../src/extract/companions/wholes.ts';
import { extract } from '../../src/extract/index.ts';
import { type Block, imagesOf, layoutText } from '../../src/model/index.ts';

const page = (text: string) =>
  parseHtml({ source: 'test.html', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } }).value;

const blocksOf = (html: string): readonly Block[] => {
  const body = bodyOf(page(html).document);
  return body ? toBlocks([body]) : [];
};

const sentence =
  'Sáng nay, đoàn công tác đã đến thăm và làm việc với bà con xã Hòa Bình về việc sửa con đường liên thôn.';

test('the text of the main column is found beside menus', () => {
  const { value } = extract(
    page(
      `<div id="menu">${'<a href="/x">Chuyên mục tin</a> '.repeat(20)}</div><h1>Sửa đường</h1><div id="main">${`<p>${sentence}</p>`.repeat(4)}</div>`,
    ),
  );
  expect(layoutText(value.body).text.split('\n\n')).toEqual([sentence, sentence, sentence, sentence]);
});

test('a second copy for the printer goes with its box; a sentence said again stays', () => {
  const lines = ['Đường', 'Kênh', 'Cầu', 'Chợ'].map(
    (what) => `<p>${what} của xã Hòa Bình được sửa xong trước mùa mưa nhờ công sức đóng góp của bà con trong thôn.</p>`,
  );
  const text = lines.join('');
  const once = extract(
    page(`<div id="main"><h1>Sửa đường</h1>${text}</div><div id="in"><h2>Sửa đường</h2>${text}<p>Nam Sơn</p></div>`),
  ).value;
  expect(layoutText(once.body).text.split('\n\n')).toHaveLength(lines.length);
  const refrain = extract(page(`<div id="main"><h1>Sửa đường</h1>${text}${lines[0]}</div>`)).value;
  expect(layoutText(refrain.body).text.split('\n\n')).toHaveLength(lines.length + 1);
});

test('a node that a CMS names is not the article where it is one entry of a list of them', () => {
  const entries = [
    [
      'The boat that left on a Thursday',
      'The boat was meant to leave at noon on Tuesday, and at noon on Tuesday it was still being painted.',
    ],
    [
      'Sleeping on a ferry',
      'Everybody has a theory about the benches on deck five, and after thirty crossings I have one as well.',
    ],
    [
      'Nine words for a week',
      'You can get through a week in the mountains with nine words, as long as one of them is the word for soup.',
    ],
    [
      'The slow branch line',
      'There is an express to the capital, and there is the train that stops wherever somebody waves at it.',
    ],
  ] as const;
  const html = entries.map(
    ([title, text], i) =>
      `<article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title"><a href="/${i}/">${title}</a></h1></header><div class="entry-content"><p>${text}</p>${i === 0 ? '<p>So I read a book about rivers.</p>' : ''}</div><footer class="entry-meta">Posted in <a href="/c/">Rivers</a></footer></article>`,
  );
  const menu = `<ul>${'<li><a href="/x">Packing list</a></li>'.repeat(6)}</ul>`;
  const { value } = extract(
    page(`<body class="home blog"><nav>${menu}</nav><div id="content">${html.join('')}</div></body>`),
  );
  const { text } = layoutText(value.body);
  for (const [, sentence] of entries) expect(text).toContain(sentence);
});

test('two breaks part paragraphs, one break stays a break', () => {
  expect(layoutText(blocksOf('Một<br><br>Hai<br>Ba')).text).toBe('Một\n\nHai\nBa');
});

test.each([
  ['after a full line parts paragraphs', sentence, `${sentence}\n\nHai`],
  ['after a line of verse is a line of verse', 'Ai về thôn Hạ mà xem', 'Ai về thôn Hạ mà xem\nHai'],
])('an indent %s', (_name, before, expected) => {
  for (const indent of ['&nbsp;&nbsp;&nbsp; ', '\u3000\u3000', '<b>&nbsp; &nbsp;</b>'])
    expect(layoutText(blocksOf(`${before}<br>${indent}Hai`)).text).toBe(expected);
  expect(layoutText(blocksOf(`${before}<br>Hai &nbsp;&nbsp; ba`)).text).toBe(`${before}\nHai ba`);
});

test('layout tables are unwrapped, data tables stay', () => {
  const layout = blocksOf(`<table><tr><td>${sentence.repeat(4)}</td></tr></table>`);
  expect(layout.map((block) => block.kind)).toEqual(['paragraph']);
  const data = blocksOf(
    '<table border="1"><tr><td>Xã</td><td>Số hộ</td></tr><tr><td>Tân Lập</td><td>120</td></tr></table>',
  );
  expect(data.map((block) => block.kind)).toEqual(['table']);
});

test('a picture and the centred line under it are a figure with its caption', () => {
  const [figure] = blocksOf('<p align="center"><img src="a.jpg"></p><p align="center"><i>Bà con làm đường</i></p>');
  expect(figure).toMatchObject({ kind: 'figure', images: [{ src: 'a.jpg' }], caption: [{ kind: 'emphasis' }] });
});

describe('on a page of unknown make, a small table between paragraphs', () => {
  const around = (box: string) =>
    imagesOf(
      extract(
        page(
          `<div id="menu">${'<a href="/x">Chuyên mục tin</a> '.repeat(20)}</div><h1>Sửa đường</h1>
           <div><p>${sentence}</p><p>Bà con thôn Hạ góp 300 ngày công và hiến hơn hai sào đất để mở rộng lòng đường.</p>${box}
           <p>Theo ban quản lý, con đường dài hai cây số sẽ thông xe trước mùa mưa, kịp cho học trò đến lớp.</p><p>${sentence}</p></div>`,
        ),
      ).value.body,
    );
  const under = (line: string) =>
    `<table><tr><td><img src="duong.jpg"></td></tr><tr><td align="center">${line}</td></tr></table>`;
  test('is the picture in it with its caption', () => {
    expect(around(under('Bà con thôn Hạ ra quân mở đường'))).toMatchObject([
      { src: 'duong.jpg', caption: 'Bà con thôn Hạ ra quân mở đường' },
    ]);
  });
  test('has no caption that is a link to another page', () => {
    const captions = around(under('<a href="/khac">Thôn Thượng cũng mở đường mới</a>')).map(({ caption }) => caption);
    expect(captions.filter(Boolean)).toEqual([]);
  });
});

test('a picture under the author and over the text goes with the text', () => {
  const surveyed = survey(
    page(
      `<html lang="vi"><body><div><h2>${sentence}</h2><div>Nguyễn Văn Bến</div><div><img src="a.jpg"><p class="imgcaption">Bến đò</p></div><p>${sentence}</p></div>`,
    ),
  );
  const chosen = surveyed.segments.map(({ text }) => text === sentence);
  expect(withPictures(surveyed, chosen)).toEqual([true, false, true, true, true]);
});

test('on a page of unknown make, a picture between paragraphs brings the paragraph of its caption with it', () => {
  const figure = (inside: string) =>
    `<figure><div><picture>${inside}</picture></div><figcaption><p class="Image">Kênh trước khi nạo vét. Ảnh: Minh Hà</p></figcaption></figure>`;
  const text = ['Đường', 'Kênh', 'Cầu', 'Chợ'].map((what) => `<p>${what}: ${sentence}</p>`);
  const read = (box: string) =>
    extract(
      page(
        `<ul>${'<li><a href="/x">Chuyên mục tin</a></li>'.repeat(9)}</ul><h1>Sửa đường</h1><article>${text.slice(0, 2).join('')}${box}${text.slice(2).join('')}</article>`,
      ),
    ).value;
  expect(imagesOf(read(figure('<img src="kenh.jpg">')).body)).toMatchObject([
    { src: 'kenh.jpg', caption: 'Kênh trước khi nạo vét. Ảnh: Minh Hà' },
  ]);
});

describe('pictures under the last sentence of a page of unknown make', () => {
  const sources = (boxes: readonly string[]) =>
    imagesOf(
      extract(
        page(
          `<ul>${'<li><a href="/x">Chuyên mục tin</a></li>'.repeat(9)}</ul><h1>Sửa đường</h1><div><p>${sentence}</p>
           <p>Bà con thôn Hạ góp 300 ngày công và hiến hơn hai sào đất để mở rộng lòng đường.</p></div>${boxes.join('')}
           <p>Bản quyền thuộc về xã Hòa Bình</p>`,
        ),
      ).value.body,
    ).map(({ src }) => src);
  const box = (picture: string, line: string) =>
    `<table><tr><td>${picture}</td></tr><tr><td><p>${line}</p></td></tr></table>`;
  const lines = ['San nền từ sáng sớm.', 'Đổ những khối bê tông đầu tiên.', 'Bữa cơm trưa bên đường.'];
  test('are its story, as long as each has its caption', () => {
    expect(sources(lines.map((line, i) => box(`<img src="${i}.jpg">`, line)))).toEqual(['0.jpg', '1.jpg', '2.jpg']);
  });
  test('are other articles or advertisements when they are links', () => {
    const linked = lines.map((line, i) => box(`<a href="/tin/${i}"><img src="${i}.jpg"></a>`, line));
    expect(sources(linked)).toEqual([]);
  });
});

test('a paragraph behind a table of the text stays, a line behind it does not', () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = `<table border="1">${[
    ['TT', 'Đội', 'Số giải'],
    ['1', 'Thôn Hạ', '12'],
    ['2', 'Thôn Trung', '9'],
    ['3', 'Thôn Thượng', '5'],
  ]
    .map(row)
    .join('')}</table>`;
  const behind = 'Ban tổ chức chọn mười hai em xuất sắc dự hội khỏe cấp tỉnh vào tháng sau.';
  const read = (end: string) =>
    layoutText(
      extract(
        page(
          `<h2>Kết quả hội khỏe</h2><div><p>${sentence}</p><p>Kết quả xếp hạng toàn đoàn như sau:</p>${table}${end}</div>`,
        ),
      ).value.body,
    ).text;
  expect(read(`<p>${behind}</p>`)).toContain(behind);
  expect(read('<p>Trở về trang trước</p>')).not.toContain('Trở về');
});

test('a column about the office is no part of the short article beside it', () => {
  const about =
    'Huyện Ba Sông nằm ở phía tây của tỉnh, rộng bốn trăm cây số vuông, dân số hơn chín vạn người, có nhiều danh lam thắng cảnh.';
  const article = (title: string) =>
    `<div>${title}</div><div>11:20, Thứ hai, 25-8-2014</div><div>${sentence}<br>Bà con thôn Hạ góp ba trăm ngày công.</div>`;
  const read = (title: string) =>
    layoutText(
      extract(
        page(
          `<table><tr><td><div><div>Giới thiệu</div><div>${about} <a href="/a">Xem tiếp</a></div></div></td><td><div>${article(title)}</div></td></tr></table>`,
        ),
      ).value.body,
    ).text;
  expect(read('Bà con xã Hòa Bình góp công sửa đường')).not.toContain('Ba Sông');
});

test('a table that is all the text of a page of unknown make stays a table', () => {
  const row = (name: string, value: string) => `<tr><td>${name}</td><td>${value}</td></tr>`;
  const rows = [row('Số ký hiệu', '15/2020/QĐ-UBND'), row('Người ký', 'Trần Văn Hải'), row('Trích yếu', sentence)];
  const { body } = extract(page(`<h2>Chi tiết văn bản</h2><table border="1">${rows.join('')}</table>`)).value;
  expect(body.map(({ kind }) => kind)).toEqual(['table']);
});

test('a file name left as text is the picture it named', () => {
  expect(blocksOf('<p>1292024.duong.jpg</p>')).toEqual([
    { kind: 'figure', images: [{ kind: 'image', src: '1292024.duong.jpg' }] },
  ]);
  expect(blocksOf('<p>duong.jpg<br>cau.BMP</p>')).toEqual([
    { kind: 'figure', images: ['duong.jpg', 'cau.BMP'].map((src) => ({ kind: 'image', src })) },
  ]);
  expect(blocksOf('<p>duong.jpg<br>là ảnh con đường</p>')[0]?.kind).toBe('paragraph');
  const caption = [{ kind: 'text', value: 'Đường mới qua xóm' }];
  expect(blocksOf('<p align="center"><img src="/tin/duong.jpg"><br>duong.jpg<br>Đường mới qua xóm</p>')).toEqual([
    { kind: 'figure', images: [{ kind: 'image', src: '/tin/duong.jpg' }], caption },
  ]);
});

test('an address that runs a script is no link', () => {
  expect(blocksOf('<p><a href="java\nscript:alert(1)">Xem</a></p>')).toEqual([
    { kind: 'paragraph', children: [{ kind: 'text', value: 'Xem' }] },
  ]);
});

describe('what stands behind the article', () => {
  const told = ['Đường', 'Kênh', 'Cầu', 'Chợ', 'Trạm'].map(
    (what) =>
      `<p>${what} của xã Hòa Bình được sửa xong trước mùa mưa nhờ công sức đóng góp của bà con trong thôn, ai cũng mừng.</p>`,
  );
  const article = `<div class="a1"><h1>Sửa đường, sửa cầu trước mùa mưa</h1><div class="a2">${told.join('')}</div></div>`;
  const links = `<div class="a3">${'<p><a href="/x">Tin khác của xã trong tuần này</a></p>'.repeat(6)}</div>`;
  const hours =
    'Bộ phận một cửa làm việc từ thứ hai đến hết sáng thứ bảy; bà con lấy số qua điện thoại, nộp hồ sơ và nhận kết quả trong ngày.';
  const textOf = (html: string): string => layoutText(extract(page(`<html lang="vi"><body>${html}`)).value.body).text;

  /** What is left of a choice of all running text. */
  const leftOf = (html: string): string => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text, linkChars }) => linkChars === 0 && text.length > minProse);
    return surveyed.segments.flatMap(({ text }, i) => (withoutBoxesBehind(surveyed, chosen)[i] ? text : [])).join('\n');
  };
  const minProse = 60;

  test('under a heading of its own is another box', () => {
    const box = (heading: string): string => `${article}${links}<div class="a4">${heading}<p>${hours}</p></div>`;
    expect(leftOf(box('<h3>Cần biết</h3>'))).toContain('Trạm của xã');
    expect(leftOf(box('<h3>Cần biết</h3>'))).not.toContain('Bộ phận một cửa');
    expect(leftOf(box(''))).toContain('Bộ phận một cửa');
  });
  test('as its second part stays', () => {
    const second = `<div class="a2"><h2>Việc của năm tới</h2>${told.join('').replaceAll('Hòa Bình', 'Tân Lập')}</div>`;
    const text = textOf(
      `<div class="a1"><h1>Sửa đường, sửa cầu</h1><div class="a2">${told.join('')}</div>${second}</div>`,
    );
    expect(text.match(/Tân Lập/g)).toHaveLength(told.length);
  });
  test('is what readers wrote, however long', () => {
    const opinion = `Tôi ở xã bên, đọc bài mà mừng cho bà con Hòa Bình. ${sentence.repeat(6)}`;
    const text = textOf(
      `${article}<div class="a5"><div>Ý kiến bạn đọc (2)</div><p>${opinion}</p><p>${opinion}</p></div>`,
    );
    expect(text).toContain('Trạm của xã');
    expect(text).not.toContain('Tôi ở xã bên');
    const tail = `<hr><b>Cảm nhận của bạn đọc</b><p>Cô Bảy: Đọc mà nhớ quê quá, hồi nhỏ tôi cũng từng lội qua con suối này để đi học.</p>`;
    expect(textOf(`<div class="a1"><h1>Sửa đường, sửa cầu</h1>${told.join('')}${tail}</div>`)).not.toContain('Cô Bảy');
  });
});

describe('what has no say in the choice, and goes with it', () => {
  type Rule = (surveyed: ReturnType<typeof survey>, chosen: readonly boolean[]) => readonly boolean[];
  /** What a rule makes of a choice of all lines with a mark. */
  const chosenBy = (rule: Rule, html: string): string => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text }) => text.includes('xã Hòa Bình'));
    const kept = rule(surveyed, chosen);
    return surveyed.segments.flatMap(({ text }, i) => (kept[i] ? text : [])).join('\n');
  };
  const told = (what: string): string => `${what} của xã Hòa Bình được sửa xong trước mùa mưa nhờ công của bà con.`;

  test('the short points that the text announces and goes on behind, but no links', () => {
    const read = (before: string, points: string): string =>
      chosenBy(wholeLists, `<div><p>${told('Đường')} ${before}</p><ul>${points}</ul><p>${told('Cầu')}</p></div>`);
    const points = '<li>Đá hộc</li><li>Cát</li>';
    expect(read('Bà con góp:', points)).toContain('Đá hộc\nCát');
    expect(read('Bà con góp đá.', points)).not.toContain('Đá hộc');
    expect(read('Xem thêm:', '<li><a href="/a">Đá hộc</a></li><li><a href="/b">Cát</a></li>')).not.toContain('Đá hộc');
  });
  test('a line between two lines of one text', () => {
    const short = 'Ai cũng mừng';
    expect(chosenBy(withLinesBetween, `<td>${told('Đường')}<br><br>${short}<br><br>${told('Cầu')}</td>`)).toContain(
      short,
    );
    expect(chosenBy(withLinesBetween, `<p>${told('Đường')}</p><p>${short}</p><p>${told('Cầu')}</p>`)).toContain(short);
  });
  test.each([
    ['a link', '<p><a href="/a">Ai cũng mừng</a></p>'],
    ['a heading of another make', '<h4>Ai cũng mừng</h4>'],
    ['a paragraph of another class', '<p class="qc">Ai cũng mừng</p>'],
    ['a row of many', '<p>Ai</p><p>cũng</p><p>mừng</p><p>vui</p>'],
  ])('not %s between', (_, between) => {
    const text = chosenBy(withLinesBetween, `<p>${told('Đường')}</p>${between}<p>${told('Cầu')}</p>`);
    expect(text.split('\n')).toHaveLength(2);
  });
  test('a heading between two lines of the text, and no label of an advertisement, no link, none before what was left out', () => {
    const read = (heading: string, after = told('Cầu')): string =>
      chosenBy(withHeadings, `<div><p>${told('Đường')}</p></div>${heading}<div class="b"><p>${after}</p></div>`);
    expect(read('<h3>Ai cũng mừng</h3>')).toContain('Ai cũng mừng');
    expect(read('<h3><div>Ai cũng mừng</div></h3>')).toContain('Ai cũng mừng');
    for (const other of ['<h3>Quảngcáo</h3>', '<h3><a href="/x">Ai cũng mừng</a></h3>', '<p>Ai cũng mừng</p>'])
      expect(read(other).split('\n')).toHaveLength(2);
    expect(read('<p><b>Ai cũng mừng</b></p>')).toContain('Ai cũng mừng');
    // The first of several.
    const first = '<p><b>Mùa gieo</b></p>';
    const poems = (head: string): string =>
      chosenBy(withHeadings, `<div>${head}<p>${told('Cầu')}</p><p><b>Ở xã Hòa Bình</b></p></div>`);
    expect(poems(first)).toContain('Mùa gieo');
    expect(poems('<p>Mùa gieo</p>')).not.toContain('Mùa gieo');
    expect(read('<h3>Ai cũng mừng</h3>', 'Giá vàng hôm nay tăng mạnh.').split('\n')).toHaveLength(1);
  });
  test('all points of a list of which most was chosen, and not the comments, links or the few of one', () => {
    const points = (inside: string): string => chosenBy(wholeLists, `<ul>${inside}</ul>`);
    const long = `<li>${told('Cầu')}</li>`;
    expect(points(`<li>Đường</li>${long}<li>Chợ</li>`).split('\n')).toHaveLength(3);
    expect(points(`<li>Đường<p>Ai cũng mừng</p></li>${long}`)).not.toContain('Đường\n');
    expect(points(`<li><a href="/a">Đường</a></li>${long}`)).not.toContain('Đường\n');
    expect(points(`<li>Đường</li>${long}<li>${'Việc của xã bên. '.repeat(9)}</li>`)).not.toContain('Đường\n');
  });
  test('code between lines of the text, with a button beside it, and not code behind it', () => {
    const code = '<pre>sudo apt install<br><br>mkdir kho</pre>';
    const read = (html: string): string => chosenBy(wholeCode, html);
    expect(read(`<p>${told('Cầu')}</p><button>Chép</button>${code}<p>${told('Chợ')}</p>`)).toContain('mkdir kho');
    expect(read(`<p>${told('Cầu')}</p>${code}<p>Hết</p>`)).not.toContain('mkdir kho');
  });
  test('the facts over the text of a notice, each with its label, and no other table there', () => {
    const facts = (label: string): string =>
      `<table><tr><td>${label}:</td><td>19 giờ 30</td></tr><tr><td>Địa điểm:</td><td>Sân trời tầng 3</td></tr></table>`;
    const read = (table: string): string =>
      chosenBy(wholeTables, `<div>${table}<div><p>${told('Cầu')}</p></div></div>`);
    expect(read(facts('Thời gian'))).toContain('Sân trời');
    expect(read(facts('<a href="/x">Thời gian</a>'))).not.toContain('Sân trời');
    expect(
      read('<table><tr><td>USD</td><td>16.610</td></tr><tr><td>Vàng</td><td>1.790.000</td></tr></table>'),
    ).not.toContain('USD');
  });
  test('notes that a link in the text leads to, and no other boxes', () => {
    const note = 'Tên ấy còn thấy trong địa bạ lập năm Gia Long thứ tư.';
    const read = (href: string, box: string): string =>
      chosenBy(withNotes, `<div><p>${told('Cầu')}<a href="${href}">[1]</a></p></div><div><hr>${box}</div>`);
    expect(read('#_ftn1', `<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> ${note}</p></div>`)).toContain(
      note,
    );
    expect(read('#note-1', `<p id="note-1">${note}</p>`)).toContain(note);
    expect(read('#note-2', `<p id="note-1">${note}</p>`)).not.toContain(note);
    expect(read('#binh-luan', `<p id="binh-luan">${note}</p>`)).not.toContain(note);
    expect(read('#note-1', `<div id="note-1">${`<p>${note}</p>`.repeat(5)}</div>`)).not.toContain(note);
  });
  test('all lines of a cell that only breaks part, where most was chosen, and not one with links or of which less was', () => {
    const first = 'Điều 4. Sửa đường';
    const read = (lines: readonly string[]): string => chosenBy(wholeRuns, `<td>${lines.join('<br><br>')}</td>`);
    const three = ['Đường', 'Kênh', 'Cầu'].map(told);
    expect(read([first, ...three])).toContain(first);
    expect(read([first, ...three.slice(1)])).not.toContain(first);
    expect(read([first, ...three, '<a href="/x">In ra</a>'])).not.toContain(first);
    expect(read([`${first}. ${'Việc này để lại năm sau. '.repeat(9)}`, ...three])).not.toContain(first);
  });
  test('a table of data between lines of the text, none of it chosen, and not a table of links or one at the end', () => {
    const rows = (cell: (text: string) => string): string =>
      `<table border="1">${['Thôn|Hộ|Khẩu', 'Hạ|120|480', 'Thượng|96|401'].map((row) => `<tr>${row.split('|').map(cell).join('')}</tr>`).join('')}</table>`;
    const plain = rows((text) => `<td>${text}</td>`);
    const read = (html: string): string => chosenBy(wholeTables, `<div>${html}</div>`);
    expect(read(`<p>${told('Cầu')}</p>${plain}<p>${told('Chợ')}</p>`)).toContain('480');
    expect(read(`<p>${told('Cầu')}</p>${plain}<p>Hết</p>`)).not.toContain('480');
    const links = rows((text) => `<td><a href="/x">${text}</a></td>`);
    expect(read(`<p>${told('Cầu')}</p>${links}<p>${told('Chợ')}</p>`)).not.toContain('480');
  });
  test('hidden answers that a chosen question opens, by name or row, and no other hidden box', () => {
    const answer = 'Người dân nộp đơn tại bộ phận một cửa, trả kết quả trong ngày.';
    const panel = (id: string): string => `<div id="${id}" style="display:none">${answer}</div>`;
    const read = (html: string): string => chosenBy(withPanels, html);
    for (const attribute of [
      'onclick="mo(\'tl1\')"',
      'aria-controls="tl1"',
      'data-target="#tl1"',
      'href="javascript:mo(\'tl1\')"',
    ])
      expect(read(`<div><a ${attribute}>${told('Giấy tờ')}</a></div>${panel('tl1')}`)).toContain(answer);
    const row = `<h4>${told('Giấy tờ')}</h4><div style="display:none">${answer}</div>`;
    expect(read(row.repeat(2)).split(answer)).toHaveLength(3);
    expect(read(row)).not.toContain(answer);
    expect(read(`<div onclick="mo('tl2')">${told('Giấy tờ')}</div>${panel('tl1')}`)).not.toContain(answer);
    expect(read(`<div onclick="mo('tl1')">Hộp thư</div>${panel('tl1')}`)).not.toContain(answer);
    expect(
      read(
        `<p onclick="mo('m')">${told('Giấy tờ')}</p><div id="m" style="display:none"><a href="/">${answer}</a></div>`,
      ),
    ).not.toContain(answer);
  });
  test('hidden answers in the node that the CMS names', () => {
    const { value } = extract(
      page(
        `<div class="item-page"><h2>Hỏi đáp</h2><p>${sentence}</p><p onclick="mo('a')">Giấy tờ gì?</p><div id="a" style="display:none">Đơn xin trích lục và giấy tờ tùy thân của người xin.</div><div style="display:none">Bản nháp của ban biên tập, chưa được duyệt để đăng.</div></div>`,
      ),
    );
    const { text } = layoutText(value.body);
    expect(text).toContain('Đơn xin trích lục');
    expect(text).not.toContain('Bản nháp');
  });
  test('the whole of a slide show of which half was chosen, hidden slides too, and not its buttons', () => {
    const slide = (caption: string, style = ''): string =>
      `<div class="slide"${style}><div><img src="a.jpg"></div><div>${caption}</div></div>`;
    const show = (last: string): string =>
      `<div>${slide(told('Đường'))}${slide(told('Kênh'))}${slide(told('Cầu'))}${last}<p>Sau</p></div>`;
    const read = (html: string): string => chosenBy(wholeGalleries, html);
    const evening = 'Đêm về bên bến.';
    expect(read(show(slide(evening)))).toContain(evening);
    expect(read(show(slide(evening, ' style="display:none"')))).toContain(evening);
    expect(read(show(slide(evening)))).not.toContain('Sau');
    expect(read(show(slide(`<a href="/x">${evening}</a>`)))).not.toContain(evening);
    expect(read(`<div>${slide(told('Đường'))}${slide(evening)}</div>`)).not.toContain(evening);
    expect(read(`<div>${slide(told('Đường'))}${slide(evening).repeat(4)}</div>`)).not.toContain(evening);
  });
  test('a gallery right under the text, lightbox links and captions beside the picture too; the pages of a scanned letter', () => {
    const thumb = (i: number, href: string): string =>
      `<div class="ph"><a href="${href}"><img src="s${i}.jpg"></a><span>Hiệp ${i}</span></div>`;
    const album = (href: string): string =>
      `<div><p>${told('Sân bóng')}</p>${[1, 2, 3].map((i) => thumb(i, href)).join('')}</div>`;
    const read = (html: string): string => chosenBy(wholeGalleries, html);
    expect(read(album('to.jpg'))).toContain('Hiệp 3');
    expect(read(album('/tin/12'))).not.toContain('Hiệp 3');
    expect(
      read(`<div><p>${told('Sân bóng')}</p></div><div>${[1, 2, 3].map((i) => thumb(i, 'to.jpg')).join('')}</div>`),
    ).not.toContain('Hiệp 3');
    const scanned = survey(
      page('<p><img src="1.jpg"></p><p><img src="2.jpg"></p><p><a href="/qc"><img src="3.jpg"></a></p>'),
    );
    expect(wholeGalleries(scanned, [true, false, false])).toEqual([true, true, false]);
  });
  test('the last line of the box in a paragraph like those before, whatever it ends in', () => {
    const last = 'Tổng kinh phí: mười hai tỷ đồng';
    const read = (end: string): string =>
      chosenBy(withLastSentences, `<div><p>${told('Cầu')}</p><p>${told('Chợ')}</p>${end}</div>`);
    expect(read(`<p>${last}</p>`)).toContain(last);
    for (const end of [`<p>${last}</p><p>Tin khác</p>`, `<p><a href="/x">${last}</a></p>`, `<p class="qc">${last}</p>`])
      expect(read(end)).not.toContain(last);
  });
  test('the last sentence in a paragraph like those before, though a quotation stands between', () => {
    const last = 'Hôm sau cả làng mở hội mừng công.';
    const quote = `<blockquote>${told('Chợ')}</blockquote>`;
    const text = chosenBy(withLastSentences, `<p>${told('Cầu')}</p>${quote}<p>${last}</p><div>${last} Xem thêm.</div>`);
    expect(text.split('\n').slice(2)).toEqual([last]);
  });
  test('the question whose answer was chosen, with the labels of both', () => {
    const ask = '<div>Câu hỏi:</div><p>Nhà tôi ở ven kênh thì xin sửa cống ở đâu?</p><p>Người gửi: Lê Út</p>';
    const read = (question: string, answer: string): string => chosenBy(withQuestions, `${question}${answer}`);
    expect(read(ask, `<div>Trả lời:</div><p>${told('Cống')}</p>`).split('\n')).toHaveLength(5);
    expect(read(ask, '<div>Trả lời:</div><p>Chưa có.</p>')).toBe('');
    expect(read(ask, `<p>${told('Cống')}</p>`)).not.toContain('Lê Út');
    expect(read(`${ask}<a href="/x">Hỏi đáp khác</a>`, `<div>Trả lời:</div><p>${told('Cống')}</p>`)).not.toContain(
      'Lê Út',
    );
  });
  test('the signature under a notice, and not the name of an office or of a site', () => {
    const read = (end: string): string =>
      chosenBy(withSignatures, `<div><p>${told('Cầu')}</p>${end}<p>Tin khác</p></div>`)
        .split('\n')
        .slice(1)
        .join('|');
    expect(read('<p>TRẠM TRƯỞNG</p><p>(Đã ký)</p><p>Đinh Thị Hường</p>')).toBe('TRẠM TRƯỞNG|(Đã ký)|Đinh Thị Hường');
    expect(
      read(
        '<table><tr><td><p>Nơi nhận:</p><p>- Như trên;</p><p>- Lưu: VT.</p></td><td><p>TM. BAN GIÁM HIỆU</p><p>HIỆU TRƯỞNG</p><p>Đinh Thị Hường</p></td></tr></table>',
      ),
    ).toBe('Nơi nhận:|- Như trên;|- Lưu: VT.|TM. BAN GIÁM HIỆU|HIỆU TRƯỞNG|Đinh Thị Hường');
    const inOne = (signer: string): string =>
      `<table><tr><td>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.</td><td>${signer}<br>Đinh Thị Hường</td></tr></table>`;
    expect(read(inOne('THẨM PHÁN<br>(Đã ký)'))).toBe(
      'Nơi nhận: - Như trên; - Lưu: VT.|THẨM PHÁN (Đã ký) Đinh Thị Hường',
    );
    expect(read(inOne('ĐƯỜNG DÂY NÓNG'))).toBe('');
    for (const end of [
      '<p>Đinh Thị Hường</p>',
      '<p>UBND XÃ TÂN LẬP</p><p>Đinh Thị Hường</p>',
      '<p>- Như trên;</p>',
      '<p><a href="/x">Giám đốc</a></p>',
    ])
      expect(read(end)).toBe('');
  });
  test.each([
    ['TM. ỦY BAN NHÂN DÂN xã Hòa Bình', '|Lê Thị Vân'],
    ['xã Hòa Bình, ngày 16 tháng 11 năm 2006<br>TM. ỦY BAN NHÂN DÂN', '|Lê Thị Vân'],
    ['Bà con xã Hòa Bình đã họp ngày 16 tháng 11 năm 2006.', ''],
  ])('the name under an office that was chosen: %s', (office, name) => {
    const said = `<p>${office}<br><br>Lê Thị Vân</p>`;
    expect(
      chosenBy(withSignatures, `<div><p>${told('Cầu')}</p>${said}</div>`)
        .split('\n')
        .slice(1)
        .join('|'),
    ).toBe(office.replace('<br>', ' ') + name);
  });
  test('the last sentence behind breaks, and not what signs, counts or leads elsewhere', () => {
    const last = 'Hôm sau cả làng mở hội mừng công.';
    const read = (end: string): string =>
      chosenBy(withLastSentences, `<table><td>${told('Cầu')}<br><br>${end}</td></table>`);
    expect(read(last)).toContain(last);
    for (const end of ['Phòng Văn hóa xã Tân Lập', 'Hết.', `<a href="/x">${last}</a>`, `<p>${last}</p>`])
      expect(read(end)).not.toContain(end.replace(/<[^>]+>/g, ''));
  });
});

test('a short notice stands among frames of its own make that always say the same', () => {
  const frame = (heading: string, inside: string): string =>
    `<section class="portlet"><header><h1>${heading}</h1></header><div class="in">${inside}</div></section>`;
  const name = 'Thông báo lịch tiêm phòng dại cho chó mèo';
  const about =
    'Xã nằm ở phía tây của huyện, có mười thôn, hơn một nghìn hộ dân thuộc bảy dân tộc cùng chung sống lâu đời.';
  const notice =
    'Trạm thú y xã tổ chức tiêm phòng dại cho chó, mèo từ ngày mai tại nhà văn hóa các thôn, mời bà con đưa đến.';
  const read = (html: string, names: readonly string[]): string => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text }) => text.length > 90);
    const kept = withoutBoxesAlike(names)(surveyed, chosen);
    return surveyed.segments.flatMap(({ text }, i) => (kept[i] ? text : [])).join('\n');
  };
  const own = frame('Thông báo', `<h3>${name}</h3><div>14/03/2024</div><p>${notice}</p>`);
  const names = [name.toLowerCase()];
  expect(read(`${frame('Giới thiệu', `<p>${about}</p>`)}${own}`, names)).toBe(notice);
  expect(read(`${own}${frame('Giới thiệu', `<p>${about}</p>`)}`, names)).toBe(notice);
  // Not known by name, in a frame of another make, or without a heading that opens it, it may be the article's second part.
  expect(read(`${frame('Giới thiệu', `<p>${about}</p>`)}${own}`, ['trang chủ'])).toContain(about);
  expect(read(`<div class="phan"><h2>Thêm</h2><p>${about}</p></div>${own}`, names)).toContain(about);
  expect(read(`<section class="portlet"><p>Lời dẫn</p><h2>Thêm</h2><p>${about}</p></section>${own}`, names)).toContain(
    about,
  );
});

test('teasers behind the text go, unless they are what the page is about', () => {
  const told =
    'Chợ của xã Hòa Bình được sửa xong trước mùa mưa nhờ công sức đóng góp của bà con trong thôn, ai cũng mừng.';
  const card = `<article><h4><a href="/a">Xã Tân Lập mở chợ đêm cuối tuần</a></h4><p>${told}</p></article>`;
  const read = (html: string): number => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text }) => text === told);
    return withoutTeasers(surveyed, chosen).filter(Boolean).length;
  };
  const text = `<p>${told}</p>`.repeat(3);
  expect(read(`<div>${text}</div><section>${card.repeat(2)}</section>`)).toBe(3);
  expect(read(`<div>${text}</div><section>${card}</section>`)).toBe(4);
  expect(read(`<div><p>${told}</p></div><section>${card.repeat(3)}</section>`)).toBe(4);
  expect(read(`<div>${text}</div><section>${card.replaceAll('a href', 'a name').repeat(2)}</section>`)).toBe(5);
});

describe('in doubt, the main column', () => {
  const columns = (html: string, chosen: (text: string) => boolean): string => {
    const surveyed = survey(page(html));
    const kept = surveyed.segments.map(({ text }) => chosen(text));
    const left = inMainColumn(surveyed, kept);
    return surveyed.segments
      .filter((_, i) => left[i])
      .map(({ text }) => text.slice(0, 12))
      .join('|');
  };
  const column = (what: string): string => `${what}: ${sentence.repeat(2)}`;
  const all = (): boolean => true;
  const [left, middle, right] = ['Trái', 'Giữa', 'Phải'].map(column);
  test('is the widest of a row that holds the page', () => {
    const row = (a: number, b: number, c: number) =>
      `<table><tr><td width="${a}"><p>${left}</p></td><td width="${b}"><p>${middle}</p></td><td width="${c}"><p>${right}</p></td></tr></table>`;
    expect(columns(row(180, 580, 200), all)).toBe('Giữa: Sáng n');
    expect(columns(row(300, 400, 300), all).split('|')).toHaveLength(3);
    expect(columns(row(180, 580, 200), (text) => !text.startsWith('Giữa')).split('|')).toHaveLength(2);
    const inText = `<div>${`<p>${sentence}</p>`.repeat(9)}${row(180, 580, 200)}</div>`;
    expect(columns(inText, all).split('|')).toHaveLength(12);
  });
  test('stands in a grid as in a table', () => {
    const grid = `<div class="row"><div class="col-md-3"><p>${left}</p></div><div class="col-md-6"><p>${middle}</p></div><div class="col-md-3"><p>${right}</p></div></div>`;
    expect(columns(grid, all)).toBe('Giữa: Sáng n');
  });
  test('is not what is called left or right, on a Vietnamese page with a text besides', () => {
    const named = (a: string, b: string) =>
      `<div id="${a}"><p>${left}</p></div><div id="giua"><p>${middle}</p></div><div class="${b}"><p>${right}</p></div>`;
    expect(columns(named('trai', 'right-col'), all)).toBe('Giữa: Sáng n');
    expect(columns(named('copyright', 'rightful'), all).split('|')).toHaveLength(3);
    expect(columns(named('trai', 'phai'), (text) => !text.startsWith('Giữa')).split('|')).toHaveLength(2);
  });
});

test('a box in a column before the article, under a heading of its own, is no lead', () => {
  const text = Array.from({ length: 5 }, (_, i) => `<p>Phần ${i}: ${sentence}</p>`).join('');
  const box = `<p><b>GIỚI THIỆU</b></p><p>Huyện có 47 chi bộ, đảng bộ trực thuộc. Trang này mỗi tuần cập nhật một lần vào sáng thứ Ba.</p>`;
  const kept = (html: string): number => {
    const surveyed = survey(page(html));
    const chosen = surveyed.segments.map(({ text }) => text.length > 40);
    return withoutBoxesBehind(surveyed, chosen).filter(Boolean).length;
  };
  expect(kept(`<table><tr><td>${box}</td><td>${text}</td></tr></table>`)).toBe(5);
  expect(kept(`<div>${box}${text}</div>`)).toBe(6);
});

test('a short notice with its day stands beside columns that say more', () => {
  const title = '<b>Lịch tiêm phòng dại cho chó mèo</b>';
  const notice =
    'Trạm thú y xã tổ chức tiêm phòng dại cho chó, mèo từ ngày mai tại nhà văn hóa các thôn, mời bà con đưa đến.';
  const about =
    'Xã nằm ở phía tây của huyện, có mười thôn, hơn một nghìn hộ dân thuộc bảy dân tộc cùng chung sống lâu đời.';
  const read = (html: string): string => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text }) => text.length > 90);
    const kept = withoutBoxesBesideDay(surveyed, chosen);
    return surveyed.segments.flatMap(({ text }, i) => (kept[i] ? text : [])).join('\n');
  };
  const own = (day: string, text = `<p>${notice}</p>`): string => `<td>${title}<div>${day}</div>${text}</td>`;
  const beside = (heading: string, day = ''): string => `<td><div>${heading}</div>${day}<p>${about}</p></td>`;
  const row = (...cells: readonly string[]): string => `<table><tr>${cells.join('')}</tr></table>`;
  const teaser = '<a href="/gioi-thieu">Xã ta hôm nay và ngày mai</a>';
  for (const heading of ['Giới thiệu', teaser]) {
    expect(read(row(beside(heading), own('14/03/2024')))).toBe(notice);
    expect(read(row(own('14/03/2024'), beside(heading)))).toBe(notice);
  }
  // Without a day, beside another one, without a heading, or where the text is as long as a report, nothing tells which box
  // is the article's.
  expect(read(row(own('Tin xã'), beside('Giới thiệu')))).toContain(about);
  expect(read(row(own('14/03/2024'), beside('Giới thiệu', '<p>15/03/2024</p>')))).toContain(about);
  expect(read(row(own('14/03/2024'), `<td><p>${about}</p></td>`))).toBe(notice);
  expect(read(`<div>${own('14/03/2024')}</div><div><p>${about}</p></div>`)).toContain(about);
  expect(read(row(own('14/03/2024', `<p>${notice}</p>`.repeat(9)), beside('Giới thiệu')))).not.toContain(about);
  expect(read(row(own('14/03/2024', `<p>${notice}</p>`.repeat(80)), beside('Giới thiệu')))).toContain(about);
});

test('a notice of which no line was chosen is found by its headline and day', () => {
  const name = 'Lịch tiêm phòng dại cho chó mèo';
  const notice = 'Trạm thú y xã tổ chức tiêm phòng dại cho chó, mèo từ ngày mai tại nhà văn hóa các thôn.';
  const told =
    'Xã nằm ở phía tây của huyện, có mười thôn, hơn một nghìn hộ dân thuộc bảy dân tộc cùng chung sống lâu đời.';
  const read = (html: string): string => {
    const surveyed = survey(page(`<html lang="vi"><body>${html}`));
    const chosen = surveyed.segments.map(({ text }) => text === told);
    const kept = orDatedNotice(surveyed, chosen);
    return surveyed.segments.flatMap(({ text }, i) => (kept[i] ? text : [])).join('\n');
  };
  const column = `<div><b>Giới thiệu</b><p>${told}</p></div>`;
  const end = 'Mang theo sổ tiêm.';
  const own = (head: string, inside = `<p>${notice}</p><p>${end}</p>`): string =>
    `<div><div>${head}</div>${inside}<h4>Thông báo khác</h4><a href="/a">Lịch cắt điện</a></div>`;
  expect(read(`${column}${own(`${name}</div><div>14/03/2024`)}`)).toBe(`${notice}\n${end}`);
  expect(read(`${own(`14/03/2024</div><div>${name}`)}${column}`)).toBe(`${notice}\n${end}`);
  expect(read(`${column}${own(`${name} (14/03/2024)`)}`)).toBe(`${notice}\n${end}`);
  const button = '<div><a href="#">In ra</a></div>';
  expect(read(`${column}${own(`${name}</div><div>14/03/2024</div>${button.repeat(3)}<div>`)}`)).toBe(
    `${notice}\n${end}`,
  );
  expect(read(`${column}${own(`${name}</div><div>14/03/2024</div>${button.repeat(5)}<div>`)}`)).not.toContain(end);
  // What readers say has a day as well.
  const said = own('Phụ huynh lớp Một</div><div>15/03/2024');
  expect(read(`${column}${said}`)).toContain(end);
  expect(read(`${column}<h4>Ý kiến bạn đọc</h4>${said}`)).not.toContain(end);
  // Without a day or a headline of its own, twice on a page, or with a part of it chosen, it is a box as well.
  for (const other of [
    own(name),
    own('Thông báo</div><div>14/03/2024'),
    own(`<a href="/b">${name}</a></div><div>14/03/2024`),
    own(`${name}</div><div>14/03/2024`).repeat(2),
    own(`${name}</div><div>14/03/2024`, `<p>${notice}</p><p>${told}</p>`),
  ])
    expect(read(`${column}${other}`)).not.toContain(end);
});

test('a box that the CMS names like the article is not taken for it', () => {
  const told = ['Đường', 'Kênh', 'Cầu'].map(
    (what) =>
      `<div>${what} của xã Hòa Bình được sửa xong trước mùa mưa nhờ công sức đóng góp của bà con, ai nấy đều mừng vui.</div>`,
  );
  const schedule =
    '<div>5h30: Thời sự địa phương</div><div>11h30: Ca nhạc theo yêu cầu</div><div>17h00: Tiếng Mông</div>';
  const box = `<div id="dnn_ctr401_HtmlModule_lblContent">${schedule}</div>`;
  const own = `<div id="dnn_ctr388_View"><h1>Sửa đường trước mùa mưa</h1><div class="Normal art_body">${told.join('')}${told.join('').replaceAll('Hòa Bình', 'Tân Lập')}</div></div>`;
  const { value } = extract(
    page(`<html lang="vi"><form><div id="dnn_LeftPane">${box}</div><div id="dnn_ContentPane">${own}</div></form>`),
  );
  expect(layoutText(value.body).text).toContain('Kênh của xã Tân Lập');
  expect(layoutText(value.body).text).not.toContain('Ca nhạc');
});
