import { describe, expect, test } from 'vitest';
import { parseHtml, selectFirst } from '../../src/dom/index.ts';
import { findDateline } from '../../src/extract/fields/dateline.ts';
import { findFields } from '../../src/extract/fields/index.ts';
import { nameLikeness } from '../../src/extract/fields/names.ts';
import type { ArticleFields } from '../../src/model/index.ts';

const encoding = { name: 'utf-8', confidence: 1, repairs: [] };

function fieldsOf(html: string, today?: string): ArticleFields {
  const page = parseHtml({ source: 'test', kind: 'html', text: html, encoding }).value;
  const body = selectFirst(page, ['#body']);
  return findFields(page, { ...(body && { body }), ...(today !== undefined && { today }) }).fields;
}

const prose =
  '<p>Sáng cùng ngày, đoàn đã đến thăm trạm bơm và nghe người dân kể về mùa lũ năm trước, khi nước ngập qua bờ kênh.</p>' +
  '<p>Theo kế hoạch, tuyến đê dài bốn cây số sẽ được đắp cao thêm nửa mét và trồng tre chắn sóng trước mùa mưa.</p>';

describe('title', () => {
  test('is the line over the text, not the site, the section or a box', () => {
    const { title, section } = fieldsOf(`<html><head><title>Cổng thông tin điện tử huyện Ba Sông</title></head><body>
      <div class="box"><h2>Liên kết website</h2></div><div id="menu"><a href="/nong">Nông nghiệp</a></div>
      <table><tr><td class="category-name">Nông nghiệp</td></tr><tr><td class="tieude"><b>Ba Sông đắp lại tuyến đê bao trước mùa lũ</b></td></tr>
      <tr><td><i>Đăng ngày: 26/09/2024</i></td></tr><tr><td id="body">${prose}</td></tr></table></body></html>`);
    expect(title).toBe('Ba Sông đắp lại tuyến đê bao trước mùa lũ');
    expect(section).toBe('Nông nghiệp');
  });
  test('loses the name of the site when only the window tells it', () => {
    const { title } = fieldsOf(
      `<title>Mở lớp dạy nghề đan lát - Trang tin điện tử xã Cồn Én</title><div id="body">${prose}</div>`,
    );
    expect(title).toBe('Mở lớp dạy nghề đan lát');
  });
  test('is the printed one where metadata cuts it', () => {
    const { title } = fieldsOf(
      `<meta property="og:title" content="Xã Cồn Én khánh thành cây cầu mới nối hai"><h1>Xã Cồn Én khánh thành cây cầu mới nối hai bờ kênh</h1><div id="body">${prose}</div>`,
    );
    expect(title).toBe('Xã Cồn Én khánh thành cây cầu mới nối hai bờ kênh');
  });
});

describe('title by its look, and the window’s', () => {
  const page = (over: string, window: string) =>
    fieldsOf(`<title>${window}</title>${over}<div id="body">${prose}</div>`).title;
  const plain = '<div>Cầu mới</div>';
  test.each([
    ['larger type', '<b>Giá cả</b><p><font size="5">Bến đò mới</font></p>'],
    ['larger type of a style', '<b>Giá cả</b><p style="font-size: 16pt">Bến đò mới</p>'],
  ])('is told by %s', (_name, over) => {
    expect(page(over, 'Trang chủ')).toBe('Bến đò mới');
    expect(
      page(
        over.replace(/size="5"|16pt/, (large) => (large === '16pt' ? '8pt' : 'size="2"')),
        'Trang chủ',
      ),
    ).toBe('Giá cả');
  });
  test.each([
    ['a newspaper', 'Báo Ba Sông điện tử'],
    ['a portal without accents', 'Trang thong tin dien tu xa Con En'],
    ['an ornamented office', '..:: Trung tâm Thông tin Thương mại ::..'],
    ['a page of tabs', 'Trạm Y tế > Tin tức > Tin trong xã'],
    ['an office in capitals', 'BAN LIÊN LẠC HỘI TRUYỀN THỐNG CỒN ÉN'],
    ['a bulletin', 'Sở Tư pháp - Trang tin phổ biến giáo dục pháp luật'],
  ])('is not the window’s name of %s', (_name, window) => {
    const banner = `<b>${window
      .replace(/[.:]{2}/g, '')
      .trim()
      .toUpperCase()}</b>`;
    const line = '<p>Cồn Én mở bến đò mới cho học trò</p>';
    expect(page(`${banner}${line}`, window)).toBe('Cồn Én mở bến đò mới cho học trò');
  });
  test('is the headline whose letters without accents name the file', () => {
    const over = '<p><b>Di tích</b></p><p align="center"><font size="6">ĐÌNH LÀNG KÊ</font></p>';
    expect(page(over, 'dinhlangke')).toBe('ĐÌNH LÀNG KÊ');
  });
  test('of a blog is not the heading that leads home', () => {
    const blog = '<h1 class="title"><a href="https://conen.example/">Chi đoàn Cồn Én</a></h1>';
    expect(page(`${blog}<h3>Giải bóng đá thôn</h3>`, 'Chi đoàn Cồn Én: Giải bóng đá thôn')).toBe('Giải bóng đá thôn');
    expect(page(`${blog}${plain}`, 'Chi đoàn Cồn Én')).not.toBe('Cầu mới');
  });
  test('is told without the day that stands in an element behind it, and with one that it names', () => {
    const over = (day: string) => `<div><span>Kết quả kỳ thi nghề khóa 12/4/2009${day}</span></div>`;
    expect(page(over(' - <span>22/4/2009</span>'), 'Trang chủ')).toBe('Kết quả kỳ thi nghề khóa 12/4/2009');
  });
});

describe('title that nothing but its place speaks for', () => {
  const page = (over: string, window = 'Trang thông tin điện tử xã Cồn Én') =>
    fieldsOf(`<title>${window}</title><table><tr><td>Tin trong xã</td></tr><tr><td>${over}</td></tr></table>
      <div id="body">${prose}</div>`).title;
  test('is the headline over the text, beside its day', () => {
    expect(page('<span class="x1">Cồn Én mở bến đò mới cho học trò</span><p>Thứ ba, 05/03/2019 09:15</p>')).toBe(
      'Cồn Én mở bến đò mới cho học trò',
    );
    expect(page('<p>05/03/2019</p><span class="x1">Cồn Én mở bến đò mới cho học trò</span>')).toBe(
      'Cồn Én mở bến đò mới cho học trò',
    );
  });
  test.each([
    ['a label', '<p>Người đăng bài viết này:</p>'],
    ['a sentence', '<p>Bạn đang xem trang tin của xã Cồn Én.</p>'],
    ['a link', '<p><a href="/x">Xem thêm các tin khác trong xã</a></p>'],
    ['a day', '<p>Thứ ba ngày 05 tháng 3 năm 2019</p>'],
    ['counters', '<p>lượt xem 120 bình luận 3</p>'],
  ])('is not %s', (_, over) => {
    expect(page(over)).toBeUndefined();
  });
  test('is the headline at the head of the text, over its day, and not a first sentence', () => {
    const inBody = (first: string) => fieldsOf(`<div id="body"><div>${first}</div>${prose}</div>`).title;
    expect(inBody('<div>Cồn Én mở bến đò mới cho học trò</div><div>Ngày đăng: 05/03/2019</div>')).toBe(
      'Cồn Én mở bến đò mới cho học trò',
    );
    expect(inBody('<div>Cồn Én mở bến đò mới cho học trò</div>')).toBeUndefined();
  });
  test('gives way to what the window names', () => {
    expect(page('<p>Chuyên đề tuần này của xã</p>', 'Mở lớp dạy nghề đan lát')).toBe('Mở lớp dạy nghề đan lát');
  });
});

describe('title that a frame or a script gets in the way of', () => {
  test('stands beside a body that a script shows later', () => {
    const { title, publishedAt } = fieldsOf(
      `<div hidden><h1>Cồn Én trồng lại hàng tre chắn sóng</h1><p>Ngày đăng: 05/03/2019</p><div id="body">${prose}</div></div>`,
    );
    expect([title, publishedAt]).toEqual(['Cồn Én trồng lại hàng tre chắn sóng', '2019-03-05']);
  });
  test('has no sign to copy its address by', () => {
    const page = (sign: string) =>
      fieldsOf(`<h1>Đắp bờ bao<a href="#dap-bo">${sign}</a></h1><div id="body">${prose}</div>`);
    expect(page('¶').title).toBe('Đắp bờ bao');
    expect(page(' lần hai').title).toBe('Đắp bờ bao lần hai');
  });
  test('is said once when the heading holds it twice; a button in it says nothing', () => {
    const heading = 'Cồn Én trồng lại hàng tre chắn sóng';
    expect(fieldsOf(`<h1>${heading} <span>${heading}</span></h1><div id="body">${prose}</div>`).title).toBe(heading);
    expect(
      fieldsOf(`<h1>${heading}<button>Chép địa chỉ của trang</button></h1><div id="body">${prose}</div>`).title,
    ).toBe(heading);
  });
  test('is not the last of the tabs on the way to the page', () => {
    const tab = 'Nông nghiệp - Nông thôn';
    const way = `<div class="breadcrumb"><a href="/tin">Tin tức</a> » <a href="/nn">${tab}</a></div>`;
    const page = (above: string) =>
      fieldsOf(
        `<title>Xã Cồn Én > Tin tức > ${tab}</title>${above}<b class="title">${tab}</b><div><span class="NewsHeadline">Người đưa lươn vào bể bạt ở Cồn Én</span></div><p>05/03/2019</p><div id="body">${prose}</div>`,
      ).title;
    expect(page(way)).toBe('Người đưa lươn vào bể bạt ở Cồn Én');
    expect(page('')).toBe(tab);
  });
  test('is not the window title of the whole site, which the last line repeats', () => {
    const page = (window: string, foot: string): string =>
      `<title>${window}</title><p align="center"><b>Ủ rơm làm phân cho vườn bưởi</b></p><div id="body">${prose}</div><p>${foot}</p>`;
    const title = 'Ủ rơm làm phân cho vườn bưởi';
    expect(fieldsOf(page('Hội Làm vườn xã Cồn Én', 'Trang tin Hội Làm vườn xã Cồn Én, lập năm 2003.')).title).toBe(
      title,
    );
    expect(fieldsOf(page(title, `Bạn vừa đọc bài: ${title}.`)).title).toBe(title);
  });
  test.each([
    ['an office', 'Trường Tiểu học Cồn Én', 'TRƯỜNG TIỂU HỌC CỒN ÉN'],
    ['a box', 'Chi tiết tin - Huyện Ba Sông', 'Chi tiết tin'],
    ['nothing', 'New Page 1', 'Chi tiết tin'],
  ])('is not the window title that names %s, nor a heading that says the same', (_, window, heading) => {
    const page = `<title>${window}</title><h1>${heading}</h1><p>Cồn Én trồng lại hàng tre chắn sóng</p><p>05/03/2019</p>`;
    expect(fieldsOf(`${page}<div id="body">${prose}</div>`).title).toBe('Cồn Én trồng lại hàng tre chắn sóng');
  });
  test('is told by an office that did something', () => {
    for (const window of ['Trường Tiểu học Cồn Én mở hội đọc sách', 'TRƯỜNG TIỂU HỌC CỒN ÉN MỞ HỘI ĐỌC SÁCH'])
      expect(fieldsOf(`<title>${window}</title><div id="body">${prose}</div>`).title).toBe(window);
  });
  test('parts from the day in brackets behind it, but not from words in brackets', () => {
    const page = (heading: string) =>
      fieldsOf(`<table><tr><td><b>${heading}</b></td></tr><tr><td id="body">${prose}</td></tr></table>`);
    const { title, publishedAt } = page('Cồn Én trồng lại hàng tre</b> <small>(17/08/2008)</small><b>');
    expect([title, publishedAt]).toEqual(['Cồn Én trồng lại hàng tre', '2008-08-17']);
    const term = 'Cồn Én mở hội (từ 01/02/2008 đến ngày 05/02/2008)';
    expect(page(term).title).toBe(term);
  });
  test('is the kind of a document with what it is about', () => {
    const page = (first: string) =>
      fieldsOf(
        `<div><span style="font-size:17px;font-weight:bold">${first}<br>Ủng hộ đồng bào Cồn Én bị lũ</span></div><div id="body">${prose}</div>`,
      ).title;
    expect(page('THƯ KÊU GỌI')).toBe('THƯ KÊU GỌI Ủng hộ đồng bào Cồn Én bị lũ');
    expect(page('TIN TRONG XÃ')).toBe('Ủng hộ đồng bào Cồn Én bị lũ');
  });
  test('loses a site that signs with its address', () => {
    expect(fieldsOf(`<title>Mùa tre mới | ConEn.vn</title><div id="body">${prose}</div>`).title).toBe('Mùa tre mới');
  });
});

describe('title of a page that nobody foresaw', () => {
  const headline = 'Xã Cồn Én khánh thành cây cầu mới';

  test('breaks in two, in capitals or going on in small letters', () => {
    const capitals = `<div id="body"><p align="center"><b><font size="5">TRUYỀN THỐNG<br>TRƯỜNG TIỂU HỌC CỒN ÉN XÃ BA SÔNG</font></b></p>${prose}</div>`;
    expect(fieldsOf(capitals).title).toBe('TRUYỀN THỐNG TRƯỜNG TIỂU HỌC CỒN ÉN XÃ BA SÔNG');
    const numbered = `<div id="body"><p align="center"><b>LỄ KHAI GIẢNG NĂM HỌC<br>2005 - 2006</b></p>${prose}</div>`;
    expect(fieldsOf(numbered).title).toBe('LỄ KHAI GIẢNG NĂM HỌC 2005 - 2006');
    const line = (text: string): string => `<p align="center"><b style="mso-bidi-font-weight:normal">${text}</b></p>`;
    const goesOn = `<div id="body">${line('Kinh nghiệm đắp đê bao của xã')}${line('trong mùa nước nổi')}${prose}</div>`;
    expect(fieldsOf(goesOn).title).toBe('Kinh nghiệm đắp đê bao của xã trong mùa nước nổi');
    // A subheading is a title of its own.
    const heading = `<div id="body">${line(headline)}${line('Từ bến đò đến cây cầu')}${prose}</div>`;
    expect(fieldsOf(heading).title).toBe(headline);
  });
  test('is not the heading of a box with text of its own, nor the home page’s link', () => {
    const box = `<div class="wp"><h2>Nội trú</h2><p>${'Thứ hai ăn cá kho nghệ, thứ ba ăn canh bí nấu tôm. '.repeat(3)}</p></div>`;
    expect(fieldsOf(`<html lang="vi">${box}<div id="body"><p><b>${headline}</b></p>${prose}</div>`).title).toBe(
      headline,
    );
    const site = `<title>Tin Ba Sông Online | Xã hội | ${headline}</title><h1><a href="/">Tin Ba Sông Online</a></h1>`;
    expect(fieldsOf(`${site}<div class="a4">${headline}</div><div id="body">${prose}</div>`).title).toBe(headline);
    // A headline that links to the page itself stays one.
    const own = `<h1><a href="/tin/1.html">${headline}</a></h1><div id="body">${prose}</div>`;
    expect(fieldsOf(own).title).toBe(headline);
  });
  test('is not the heading of the news, however large', () => {
    const under = (heading: string): string | undefined =>
      fieldsOf(
        `<html lang="vi"><title>${heading}</title><h1>${heading}</h1><div id="body"><p><b>${headline}</b></p>${prose}</div>`,
      ).title;
    expect(under('Tin hoạt động')).toBe(headline);
    expect(under('Hoạt động của đội chiếu phim xã Cồn Én')).toBe('Hoạt động của đội chiếu phim xã Cồn Én');
  });
  test('is neither the nation’s motto, nor a path, nor “Bản in”', () => {
    const window = (name: string): string =>
      `<title>${name}</title><div id="body"><p><b>${headline}</b></p>${prose}</div>`;
    expect(fieldsOf(window('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).title).toBe(headline);
    expect(fieldsOf(window('Bản in')).title).toBe(headline);
    const path = '<td><b>Tin tức sự kiện &gt; Giao thông - Xây dựng</b></td>';
    expect(
      fieldsOf(`<title>${headline} - Cổng thông tin điện tử Ba Sông</title>${path}<div id="body">${prose}</div>`).title,
    ).toBe(headline);
  });
  test('stands with its day under the letterhead of a page for printing', () => {
    const fields = fieldsOf(
      `<title>Bản in</title><div id="body"><p>CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BA SÔNG</p><p>http://basong.example.vn</p><p>Thứ sáu, 4 tháng 9, 2015</p><div><b>${headline}</b></div>${prose}<small>Trang này được in lúc 08:12:44 ngày 28/11/2016</small></div>`,
    );
    expect(fields.title).toBe(headline);
    expect(fields.publishedAt).toBe('2015-09-04');
  });
});

describe('section', () => {
  const page = (head: string, foot = ''): string =>
    `<nav><a href="/">Trang chủ</a></nav>${head}<h1>Xã Cồn Én khánh thành cây cầu mới</h1><div id="body">${prose}</div>${foot}`;
  test('is the last crumb, marked by a class or by its own words', () => {
    expect(
      fieldsOf(page('<div class="path"><a href="/">Trang chủ</a> &gt; <a href="/x">Giao thông</a></div>')).section,
    ).toBe('Giao thông');
    expect(fieldsOf(page('<p>Bạn đang ở: <a href="/tin">Tin tức</a></p>')).section).toBe('Tin tức');
    expect(
      fieldsOf(page('<div><a href="/">Trang chủ</a> | <a href="/x">Giới thiệu</a></div>')).section,
    ).toBeUndefined();
  });
  test('is the last crumb where only pictures or the borders of links part them, and is no class of Word', () => {
    const arrow = '<img src="arrow.png">';
    expect(
      fieldsOf(
        page(
          `<table><tr><td><span class="pathway"><a href="/">Trang chủ</a> ${arrow} <a href="/x">Giao thông</a></span><p><a href="/">Quay lại</a></p></td></tr></table>`,
        ),
      ).section,
    ).toBe('Giao thông');
    expect(
      fieldsOf(page(`<div class="breadcrumb"><a href="/t">Tin tức</a>${arrow}<a href="/x">Giao thông</a></div>`))
        .section,
    ).toBe('Giao thông');
    expect(fieldsOf(page('<div class="WordSection1"><p>(Do hội nghị thông qua)</p></div>')).section).toBeUndefined();
  });
  test('is the link whose address spells it, or that WordPress marks', () => {
    expect(fieldsOf(page('<div><a href="/cau-duong-d6/">Cầu đường</a></div>')).section).toBe('Cầu đường');
    expect(fieldsOf(page('<div><a href="/lien-he.html">Gửi thư</a></div>')).section).toBeUndefined();
    expect(fieldsOf(page('', '<span><a href="/c/1" rel="category tag">Đời sống</a></span>')).section).toBe('Đời sống');
  });
});

describe('tags', () => {
  const page = (row: string): string => `<h1>Xã Cồn Én khánh thành cây cầu mới</h1><div id="body">${prose}</div>${row}`;
  test('are the links of a row, one each, or parted by commas', () => {
    expect(fieldsOf(page('<div>Từ khóa: <a href="/a">cầu dân sinh</a> <a href="/b">Cồn Én</a></div>')).tags).toEqual([
      'cầu dân sinh',
      'Cồn Én',
    ]);
    expect(fieldsOf(page('<div>Từ khóa: cầu dân sinh, Cồn Én</div>')).tags).toEqual(['cầu dân sinh', 'Cồn Én']);
  });
  test('are not the headlines in a box that WordPress marks with the tags of the post', () => {
    expect(
      fieldsOf(page('<article class="hentry tag-cau"><a href="/c">Khảo sát nơi làm cầu</a></article>')).tags,
    ).toBeUndefined();
  });
});

describe('dates', () => {
  const page = (clock: string, date: string, text = prose): string =>
    `<html lang="vi"><div class="top">${clock}</div><h1>Xã Cồn Én khánh thành cây cầu mới</h1><div class="info">${date}</div><div id="body">${text}</div></html>`;
  test('the clock in the header is not the date', () => {
    expect(
      fieldsOf(page('<span id="dong-ho">Thứ ba, 24/11/2026 09:41</span>', 'Ngày đăng: 05/03/2019 07:30')).publishedAt,
    ).toBe('2019-03-05T07:30:00+07:00');
    expect(fieldsOf(page('<span id="clock">Thứ ba, ngày 24/11/2026</span>', '')).publishedAt).toBeUndefined();
    expect(
      fieldsOf(page('<span id="dnn_dnnCURRENTDATE_lblDate">26 Tháng Giêng 2008</span>', '')).publishedAt,
    ).toBeUndefined();
  });
  test('what is left out between a standfirst that is kept and the text is the line of names and day', () => {
    const html = page(
      '',
      '',
      `<p>Cầu dài trăm mét, rộng năm mét.</p><p class="x1">Nam Sơn</p><p class="x2">11/7/2025</p><p class="x3">In</p>${prose}`,
    );
    const parsed = parseHtml({ source: 'test', kind: 'html', text: html, encoding }).value;
    const [body, ...unkept] = ['#body', '.x1', '.x2', '.x3'].map((selector) => selectFirst(parsed, [selector]));
    const dayOf = (left: readonly (typeof body)[]) =>
      findFields(parsed, { ...(body && { body }), unkept: new Set(left.flatMap((one) => one ?? [])) }).fields
        .publishedAt;
    expect(dayOf(unkept)).toBe('2025-07-11');
    expect(dayOf([])).toBeUndefined();
  });
  test('neither is the day of an event in the text, nor a placeholder, nor the future', () => {
    const event =
      '<p>Lễ khởi công diễn ra ngày 12/3/2018 tại nhà văn hóa xã với sự có mặt của đông đảo bà con trong vùng.</p>';
    expect(fieldsOf(page('', '', `${event}${prose}`)).publishedAt).toBeUndefined();
    expect(fieldsOf(page('', 'Ngày đăng: 31/12/9999')).publishedAt).toBeUndefined();
    expect(fieldsOf(page('', 'Ngày đăng: 01/02/2027'), '2026-11-24').publishedAt).toBeUndefined();
  });
  test('“Cập nhật” is the date of publication when it is the only one, of the change beside another', () => {
    expect(fieldsOf(page('', 'Cập nhật lúc 08:15, 05/07/2023 (GMT+7)')).publishedAt).toBe('2023-07-05T08:15:00+07:00');
    const both = fieldsOf(page('', 'Đăng ngày 01/07/2023 | Cập nhật 05/07/2023'));
    expect([both.publishedAt, both.modifiedAt]).toEqual(['2023-07-01', '2023-07-05']);
  });
  test('a class alone may tell the second date of a blog', () => {
    const times =
      '<time class="entry-date published">09/04/2023</time><time class="updated" datetime="2023-04-10">10/04/2023</time>';
    const both = fieldsOf(page('', times));
    expect([both.publishedAt, both.modifiedAt]).toEqual(['2023-04-09', '2023-04-10']);
    expect(fieldsOf(page('', '<time class="entry-date updated">09/04/2023</time>')).publishedAt).toBe('2023-04-09');
  });
  test('a sentence tells what happened that day, wherever it stands', () => {
    for (const sentence of [
      'Vào lúc 8h00 ngày 12/10/2018, xã khánh thành cây cầu mới.',
      'Nguyễn Văn Bến (12/10/1954 – 3/4/2010), nguyên Chủ tịch xã, là người vận động xây cầu.',
      'Theo ông Bến, 12/10/2018 là ngày vui nhất của cả làng.',
    ]) {
      expect(fieldsOf(page('', '', `<p>${sentence}</p>${prose}`)).publishedAt).toBeUndefined();
      expect(fieldsOf(page('', '', `${prose}<p>${sentence}</p>`)).publishedAt).toBeUndefined();
    }
  });
  test('an old theme of WordPress tells the day in a sentence; readers tell theirs', () => {
    const filed =
      '<p>This entry was posted on Chủ Nhật, Tháng Mười Hai 6th, 2009 at 8:14 tối and is filed under Tản văn. You can follow any responses to this entry through the RSS 2.0 feed.</p>';
    const reader = '<ol class="commentlist"><li>Út Lan Says:<br>Tháng Mười Hai 7th, 2009 at 7:02 am</li></ol>';
    expect(fieldsOf(page('', '', prose).replace('</html>', `${filed}${reader}</html>`)).publishedAt).toBe(
      '2009-12-06T20:14:00+07:00',
    );
  });
  test('Drupal tells who sent it before the day; a print page tells when it was printed', () => {
    expect(fieldsOf(page('', 'Gửi bởi admin vào T3, 09/11/2010 - 15:20')).publishedAt).toBe(
      '2010-11-09T15:20:00+07:00',
    );
    expect(fieldsOf(page('', 'Được in vào T3, 09/11/2010 - 15:20')).publishedAt).toBeUndefined();
  });
  test('a counter tells since when it counts', () => {
    expect(fieldsOf(page('<p>Bạn là người thăm thứ 1204 kể từ 01/03/2005</p>', '')).publishedAt).toBeUndefined();
  });
  test('metadata dates the article that prints none', () => {
    const meta = '<meta property="article:published_time" content="2020-05-06T01:30:00Z">';
    expect(fieldsOf(`${meta}${page('', '')}`).publishedAt).toBe('2020-05-06T08:30:00+07:00');
  });
});

describe('day beside tools', () => {
  const dated = (row: string): string | undefined =>
    fieldsOf(`<html lang="vi">${row}<h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}</div>`).publishedAt;

  test('is believed when it says what it is', () => {
    expect(dated('<div class="art_nav">Cập nhật lúc: 08h15 - 12/3/2009</div>')).toBe('2009-03-12T08:15:00+07:00');
    expect(dated('<div class="nav">Hạn nộp: 12/3/2009</div>')).toBeUndefined();
  });
  test('is parted from the number beside it, and is not labelled by the title', () => {
    expect(dated('')).toBeUndefined();
    const under = (title: string, row: string): string | undefined =>
      fieldsOf(`<html lang="vi"><h1>${title}</h1>${row}<div id="body">${prose}</div>`).publishedAt;
    const row = '<div><span>09:14 | 04/08/2018</span><span>2 bình luận</span></div>';
    expect(under('Thông xe cầu Cồn Én', row)).toBe('2018-08-04T09:14:00+07:00');
    expect(under('Đổi lịch cấp lại giấy phép', '<div>29/11/2016</div>')).toBe('2016-11-29');
  });
  test('is the first of a row that tells of the last change too', () => {
    expect(dated('<div class="ngaytin">Thứ hai, 12/11/2012 - Cập nhật lần cuối: 15/11/2012 14:20</div>')).toBe(
      '2012-11-12',
    );
    expect(dated('<div class="ngaytin">Cập nhật lần cuối: 15/11/2012</div>')).toBe('2012-11-15');
  });
  test('is none of an act that a decision goes by', () => {
    const law = '<p>Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;</p>';
    expect(
      fieldsOf(`<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${law}${prose}</div>`).publishedAt,
    ).toBe(undefined);
  });
  test('is nobody’s behind “Đăng ký, Đăng nhập”', () => {
    const login = '<div>Đăng ký Đăng nhập Thứ Sáu, 20/3/2009</div>';
    expect(dated(`${login}<div>Đăng ngày 12/3/2009</div>`)).toBe('2009-03-12');
  });
});

test('the line of a counter, a clock or a log-in box is no title, though no other line would do', () => {
  const over = (line: string) => fieldsOf(`<div class="title"><b>${line}</b></div>`).title;
  for (const line of [
    'Đang trực tuyến: 8',
    'Lượt truy cập: 20.415',
    'Hôm nay: 31',
    'Lượt xem: 902',
    'Thứ Tư, 07/03/2012 09:12',
    'Quên mật khẩu?',
  ])
    expect(over(line), line).toBeUndefined();
  for (const line of [
    'Xã Cồn Én đón 31 khách trong hôm nay',
    'Đang trực tuyến: 8 lớp học của thôn Bến',
    'Hôm nay: 31 em nhỏ Cồn Én vào lớp một',
    'Mật khẩu của bến đò Cồn Én',
  ])
    expect(over(line), line).toBe(line);
});

test('who issues an act is not its title, nor is the name of a view', () => {
  const act = fieldsOf(
    `<html lang="vi"><head><title>Văn bản - Huyện Ba Sông</title></head><div class="t1">Quyết định ban hành Quy chế quản lý xe đạp công vụ</div><div>12/04/2012</div><div id="body"><p align="center"><b>ỦY BAN NHÂN DÂN<br>HUYỆN BA SÔNG</b></p><p align="center"><b>ỦY BAN NHÂN DÂN HUYỆN BA SÔNG</b></p>${prose}</div></html>`,
  );
  expect(act.title).toBe('Quyết định ban hành Quy chế quản lý xe đạp công vụ');
  const view = fieldsOf(
    `<html lang="vi"><head><title>Chi tiết tin - Sở Giao thông</title></head><h1>Chi tiết tin</h1><div class="t1">Cấp đổi giấy phép lái xe cả sáng thứ bảy</div><div>Ngày đăng: 18-05-2016</div><div id="body">${prose}</div></html>`,
  );
  expect(view.title).toBe('Cấp đổi giấy phép lái xe cả sáng thứ bảy');
});

test('days of a list of documents before the title are none of the article', () => {
  const document = (i: number): string =>
    `<div><a href="/vb/${i}"><b>15${i}/NQ</b></a> <span class="ngay">(0${i}/06/2014)</span><br>Về kế hoạch</div>`;
  const boxes = `${[1, 2, 3].map(document).join('')}<p>Liên kết</p><p>Thời tiết</p><p>Thăm dò</p>`;
  expect(
    fieldsOf(
      `<html lang="vi"><div>${boxes}</div><h1>Giới thiệu chung về huyện</h1><div id="body">${prose}</div></html>`,
    ).publishedAt,
  ).toBe(undefined);
  const row = '<div class="ngay">12/03/2009</div>';
  expect(
    fieldsOf(
      `<html lang="vi"><div>${boxes}</div>${row}<h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}</div></html>`,
    ).publishedAt,
  ).toBe('2009-03-12');
  expect(
    fieldsOf(
      `<html lang="vi"><div>${boxes}</div><h1>Thông xe cầu Cồn Én</h1>${row}<div id="body">${prose}</div></html>`,
    ).publishedAt,
  ).toBe('2009-03-12');
});

test('the topic that XOOPS prints before the title, as a link, is no part of it', () => {
  const title = (head: string): string | undefined =>
    fieldsOf(
      `<html lang="vi"><div class="item"><div class="itemHead"><span class="itemTitle">${head}</span></div><div class="itemBody"><div class="itemText">${prose}</div></div></div>`,
    ).title;
  expect(title('<a href="?topic=3">Chia buồn</a> : Thầy giáo Lưu Đình Hãn từ trần')).toBe(
    'Thầy giáo Lưu Đình Hãn từ trần',
  );
  expect(title('Chia buồn: Thầy giáo Lưu Đình Hãn từ trần')).toBe('Chia buồn: Thầy giáo Lưu Đình Hãn từ trần');
});

test('an abstract with its label is the lead', () => {
  const abstract = 'Tóm tắt: Bài viết so sánh ba cách xử lý rơm rạ trên đất phù sa hai vụ lúa qua bốn vụ liên tiếp.';
  expect(
    fieldsOf(
      `<html lang="vi"><h1>Rơm rạ sau gặt</h1><div id="body"><p>Trần Quang Diệu<br>Khoa Nông học</p><p><i>${abstract}</i></p>${prose}</div>`,
    ).sapo,
  ).toBe(abstract);
});

test('the sentence in which WordPress tells the day of a post tells it, and is no text', () => {
  const told =
    '<p>Bài này được đăng vào Thứ bảy, Tháng Ba 12th, 2011 lúc 20:05, trong mục <a rel="category" href="/c">Giáo án</a>. Bạn có thể theo dõi các phản hồi qua RSS 2.0.</p>';
  expect(fieldsOf(`<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}${told}</div>`).publishedAt).toBe(
    '2011-03-12T20:05:00+07:00',
  );
});

describe('day under the teaser of another article', () => {
  test('is that article’s', () => {
    const teaser =
      '<div><h4><a href="/x">Rà soát hộ nghèo theo chuẩn mới của xã</a></h4><p>Đoàn đã đến từng hộ.</p><p>12-01-2013</p></div>';
    expect(
      fieldsOf(`<html lang="vi"><h1>Giới thiệu đình Cồn Én</h1><div id="body">${prose}</div>${teaser}`).publishedAt,
    ).toBeUndefined();
  });
});

describe('day of another article', () => {
  const page = (under: string) =>
    fieldsOf(`<h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}</div><p>Ngày cập nhật: 12/04/2022</p>
      <h3>Bài viết khác</h3>${under}`).publishedAt;
  test('stands beside its headline or under it', () => {
    const headline = '<a href="/b">Xã Đá Bạc trồng thêm ba hecta rừng phòng hộ</a>';
    expect(page(`<div><h4>${headline}</h4><p>30/12/2015</p></div>`)).toBe('2022-04-12');
    expect(page(`<p>${headline} <i>30/12/2015</i></p>`)).toBe('2022-04-12');
  });
});

describe('byline', () => {
  const page = (end: string, head = ''): string =>
    `<html lang="vi">${head}<h1>Xã Cồn Én khánh thành cây cầu mới</h1><div id="body">${prose}${end}</div></html>`;
  test.each([
    ['<p align="right"><b>Trần Thị Sông</b></p>', 'Trần Thị Sông'],
    ['<p>Tin, ảnh: Hải Yến - Lê Bình</p>', 'Hải Yến - Lê Bình'],
    ['<p><strong>Tác giả: Võ Minh</strong></p>', 'Võ Minh'],
    ['<p>Bài và ảnh: <b>Xuân Lan</b></p>', 'Xuân Lan'],
    ['<p>Tác giả: QUANG</p>', 'QUANG'],
    ['<p style="text-align:right"><em>Lê Bình – Phòng Văn hóa xã Cồn Én</em></p>', 'Lê Bình'],
    ['<p align="right"><em>(Đoàn Thị Sông - Phòng Tư pháp)</em></p>', 'Đoàn Thị Sông'],
    ['<p><b>H.N.</b></p>', 'H.N'],
    ['<p><b>PV</b></p>', 'PV'],
    ['<p>Tin: Hải Yến; ảnh: Lê Bình</p>', 'Hải Yến'],
    ['<p align="right">Công chức VHXH: Võ Thị Minh</p>', 'Võ Thị Minh'],
    ['<p align="right"><b>Ghi chép của Hải Yến</b></p>', 'Hải Yến'],
    ['<p align="right"><b>Nguyễn Hải Đăng</b></p>', 'Nguyễn Hải Đăng'],
    ['<p>Tác giả: Bùi Đăng Quang Nguồn: Báo Ba Sông</p>', 'Bùi Đăng Quang'],
    ['<p>Tác giả: Hải Yến đăng ngày 12/3/2009</p>', 'Hải Yến'],
    ['<p>Người viết Hải Yến</p>', 'Hải Yến'],
    ['<p style="text-align: right"><strong>HỒNG ĐÀO</strong></p>', 'HỒNG ĐÀO'],
    ['<p>bởi <b>Hải Yến</b>, đã đăng vào lúc 12/3/2009 08:15</p>', 'Hải Yến'],
    ['<p>Bài và thông tin: Hải Yến – Lê Bình</p>', 'Hải Yến – Lê Bình'],
    ['<div class="article__author"><span class="name">HẢI YẾN</span></div>', 'HẢI YẾN'],
    ['<p align="right"><b>Hải Yến (Trung tâm Văn hóa)</b></p>', 'Hải Yến'],
  ])('%s', (end, name) => {
    expect(fieldsOf(page(end)).byline).toBe(name);
  });
  test.each([
    ['<p align="right">Theo Báo Ba Sông</p>', ''],
    ['<p align="right"><b>Nguồn: Trang tin huyện</b></p>', ''],
    ['<p>Người đăng: admin</p>', '<meta name="author" content="admin">'],
    ['', '<meta name="author" content="Quản trị">'],
    ['<p>Cây cầu dài ba mươi mét.</p>', '<meta name="author" content="Super User">'],
    ['<p align="center"><b>BỘ PHẬN MỘT CỬA</b></p>', ''],
    ['<p>Nhà giáo <b>LƯU ĐÌNH HÃN</b></p>', ''],
    ['<p style="text-align: right"><strong>CHỦ TỊCH</strong></p>', ''],
    ['</div></div><div class="right"><div><table><tr><td>Sơn La</td><td>15 - 31°C</td></tr></table></div><div>', ''],
    ['<p>bởi <a href="/author/thanhpt">thanhpt</a> — đã xuất bản 09/03/2012 10:20</p>', ''],
    ['<p>bởi <a href="#">hoa_ban_trang</a> ngày 01/08/2008 08:40</p>', ''],
    ['<p>bởi quantri — Đăng lúc 09/06/2010 16:20</p>', ''],
    ['<p align="center"><b>CHỦ NHIỆM</b></p><p align="center"><b>Trần Thị Sông</b></p>', ''],
    ['<p>Gửi bài <b>bởi</b> <a href="#">thanhbinh_k37</a> » 10/03/2012, 20:14</p>', ''],
    ['<p>Tác giả: HOSOFT</p>', ''],
    ['', '<p>Gửi bởi: <b>webmaster</b> vào lúc Thứ hai, 14/11/2005 - 16:42 (7 lượt đọc)</p>'],
    ['<p align="right"><b>II. Đường</b></p>', ''],
    ['<pre>fn dong(text: Vec) {}\nauthor: Nguyễn Văn Mã</pre>', ''],
    ['<p>Posted by <a rel="author" href="/author/phongtt">phongtruyenthong</a></p>', ''],
    ['<p align="right"><b>Đoàn Thanh Niên</b></p>', ''],
    ['<p align="center"><b>GIÁM ĐỐC</b></p><p align="center"><b>Trương Hữu Lộc</b></p>', ''],
    ['<p><a href="/like">Like</a> <a href="/share">Share</a></p>', ''],
    ['<p align="right"><b>Ảnh: Lê Bình</b></p>', ''],
    ['<p class="author-note">This has been corrected since.</p>', ''],
  ])('%s %s names nobody', (end, head) => {
    expect(fieldsOf(page(end, head)).byline).toBeUndefined();
  });
  test('is read from a row under the title, whose parts only a style parts', () => {
    const page = (row: string) =>
      fieldsOf(`<h1>Thông xe cầu Cồn Én</h1><div>${row}</div><div id="body">${prose}</div>`);
    const { byline, publishedAt } = page(
      '<span>Ngày 5 tháng 3 năm 2019</span><span>Tác giả: Hải Yến</span><span>Lượt xem: 97</span>',
    );
    expect([byline, publishedAt]).toEqual(['Hải Yến', '2019-03-05']);
    expect(page('<span>Hải Yến</span> <span>(08:12 | 05/03/2019)</span>').byline).toBe('Hải Yến');
  });
  test('is not who signs a notice for an office', () => {
    const signature = (over: string): string | undefined =>
      fieldsOf(
        `<html lang="vi"><h1>Thông báo tuyển sinh lớp 10</h1><div id="body">${prose}<p>${over}</p><p><i>(Đã ký)</i></p><p><b>Đinh Thị Hường</b></p></div>`,
      ).byline;
    expect(signature('<b>HIỆU TRƯỞNG</b>')).toBeUndefined();
    expect(signature('<b>TRẠM TRƯỞNG</b>')).toBeUndefined();
    expect(signature('<b>KT. TRƯỞNG THÔN</b>')).toBeUndefined();
    expect(signature('<b>LỚN LÊN BÊN BẾN SÔNG</b>')).toBe('Đinh Thị Hường');
    expect(signature('Hẹn gặp lại bà con ở số sau.')).toBe('Đinh Thị Hường');
  });
  test('knows a name from a headline', () => {
    expect(nameLikeness('Nguyễn Văn Bến')).toBe(1);
    expect(nameLikeness('Lệ Sương')).toBeGreaterThan(0.5);
    expect(nameLikeness('Ủy ban nhân dân xã')).toBe(0);
    expect(nameLikeness('Nước về đồng khô')).toBe(0);
  });
  test.each([
    'Thu Trang',
    'Nguyễn Thu Trang',
    'Xuân Trường',
    'Trường Sơn',
    'Lê Đăng Khoa',
    'Phạm Xuân Viện',
    'TRẦN THU TRANG',
  ])('knows %s, whose name is an office’s word too', (name) => expect(nameLikeness(name)).toBeGreaterThan(0.5));
  test.each([
    'Trang Chủ',
    'Môi Trường',
    'Nội Khoa',
    'Trường Tiểu Học',
    'Phòng Văn Hóa',
    'Đoàn Trường',
    'Đoàn Thanh Niên',
  ])('knows that %s is nobody', (name) => expect(nameLikeness(name)).toBe(0));
  test.each([
    ['Tin/ảnh: Hồng Nhung', 'Hồng Nhung'],
    ['Bài: Lê Hà; ảnh: Văn Nam', 'Lê Hà'],
    ['Ảnh và lời: Quốc Vinh', 'Quốc Vinh'],
    ['Lời, ảnh: Quốc Vinh', 'Quốc Vinh'],
    ['Chùm ảnh: Quốc Vinh', 'Quốc Vinh'],
    ['Lê Minh và Hoàng Anh', 'Lê Minh và Hoàng Anh'],
    ['Minh Anh/VOV', 'Minh Anh'],
    ['Nguyễn Văn Nam, Trường THCS Hòa Bình', 'Nguyễn Văn Nam'],
    ['Nguyễn Thu Trang - Văn phòng UBND huyện', 'Nguyễn Thu Trang'],
    ['Hải Yến tổng hợp', 'Hải Yến'],
    ['Hải Yến, Viện Quy hoạch', 'Hải Yến'],
    ['(Tin: Út Lan, đăng 4/2/2016)', 'Út Lan'],
    ['Tổng hợp: Hải Yến', 'Hải Yến'],
    ['Tin bài và ảnh: Thu Sương', 'Thu Sương'],
    ['Kỹ sư Nguyễn Văn Bến', 'Kỹ sư Nguyễn Văn Bến'],
    ['By: Nguyễn Văn Bến', 'Nguyễn Văn Bến'],
    ['Junior Member', undefined],
    ['Ký sự của Lâm Viên', 'Lâm Viên'],
    ['Bút ký của Lâm Viên', 'Lâm Viên'],
    ['Lâm Viên @ 20:14 05/04/2010', 'Lâm Viên'],
    ['Sáng 12/10/2018, xã khánh thành cây cầu mới nối hai bờ kênh.', undefined],
    ['Từ 12/10/2018 đến 15/10/2018, xã tổ chức hội chợ bên cây cầu.', undefined],
    ['Chiều 12.10.2018, đoàn làm việc với trạm bơm.', undefined],
    ['Cồn Én, ngày 12/10/2018', undefined],
    ['Hình ảnh: Bà con trên cầu mới', undefined],
    ['Viết bởi Thầy Nguyễn Đăng Khoa', 'Thầy Nguyễn Đăng Khoa'],
    ['Đăng bởi Út Lan ngày 3/10/2013 trong Điểm đến', 'Út Lan'],
    ['Đăng bởi admin', undefined],
    ['Nơi nhận: - Như trên; - Lưu VP', undefined],
    ['Tin ảnh: mùa gặt', undefined],
    ['Gửi bởi Út Lan vào lúc 20:15 ngày 11 tháng 3 năm 2007', 'Út Lan'],
    ['Gửi bởi quantri vào T3, 12/03/2019 - 15:20', undefined],
    ['Thứ Ba, ngày 12/3/2019', undefined],
    ['Thứ Sáu, 15/03/2019, 08:00 (GMT+7)', undefined],
    ['Chủ Nhật - 17/03/2019', undefined],
    ['Nhưng trong mùa lũ thì không', undefined],
    ['Nguồn: Báo Ba Sông', undefined],
    ['Ảnh: Văn Nam', undefined],
    ['Ban Biên tập', undefined],
  ])('of the last line “%s” is %s', (line, byline) => {
    expect(
      fieldsOf(`<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}<p>${line}</p></div>`).byline,
    ).toBe(byline);
  });
  test('is what Joomla says of who created the article', () => {
    const row =
      '<dl class="article-info"><dd class="create">Ngày tạo 10 Tháng 12 2013</dd><dd class="createdby">Được viết bởi Văn Khoa</dd></dl>';
    expect(fieldsOf(`<html lang="vi"><h2>Thông xe cầu Cồn Én</h2>${row}<div id="body">${prose}</div>`).byline).toBe(
      'Văn Khoa',
    );
  });
});

describe('dateline', () => {
  test.each([
    ['Hà Nội, 5/3 (TTXVN) – Sáng nay mưa lớn.', 'Hà Nội, 5/3'],
    ['(TTXVN)', undefined],
    ['VOV/Huế:Sáng nay mưa lớn.', 'Huế'],
    ['(Thành phố Hồ Chí Minh) - Mưa lớn.', 'Thành phố Hồ Chí Minh'],
    ['Paris(AFP)-Mưa lớn.', 'Paris'],
    ['TP. HCM — “Mưa lớn”', 'TP. HCM'],
    ['Huế mưa lớn - Sáng nay nước lên.', undefined],
    ['Từ đầu tháng 3, Ban Văn hóa - Xã hội đã họp.', undefined],
  ])('%s', (opening, place) => {
    expect(findDateline(opening)).toBe(place);
  });
});

describe('sapo', () => {
  const lead =
    'Sau ba tháng thi công, cây cầu mới nối hai bờ kênh Cồn Én đã thông xe, rút ngắn đường đến trường của hơn hai trăm học sinh.';
  test('is the bold first paragraph, or what a class calls so', () => {
    expect(
      fieldsOf(`<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body"><p><b>${lead}</b></p>${prose}</div>`).sapo,
    ).toBe(lead);
    expect(
      fieldsOf(
        `<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div class="hometext">${lead}</div><div id="body">${prose}</div>`,
      ).sapo,
    ).toBe(lead);
  });
  test('is a first paragraph in a slot of its own, whatever the slot is called', () => {
    const page = (body: string): string => `<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${body}</div>`;
    const slot = `<div class="x1f"><p>${lead}</p></div>`;
    expect(fieldsOf(page(`${slot}<div class="x2a">${prose}</div>`)).sapo).toBe(lead);
    expect(fieldsOf(page(`<p>${lead}</p>${prose}`)).sapo).toBeUndefined();
    // Breaks in the paragraphs that follow make no slot of the first.
    const broken = `<p>${prose.replace(/<\/?p>/g, '<br>')}</p>`;
    expect(fieldsOf(page(`<p>${lead}</p>${broken}`)).sapo).toBeUndefined();
  });
  test('stands between title and text, outside of the text’s box, on Vietnamese pages', () => {
    const page = (over: string) =>
      fieldsOf(`<html lang="vi"><h1>Thông xe cầu Cồn Én</h1>${over}<div id="body">${prose}</div>`);
    expect(page(`<div class="x1f">${lead}</div>`).sapo).toBe(lead);
    expect(page(`<p>05/03/2019</p><p><i>${lead}</i></p>`).sapo).toBe(lead);
    expect(page('<p><i>Cây cầu mới nối hai bờ kênh Cồn Én trong ngày thông xe đầu tiên</i></p>').sapo).toBeUndefined();
    const story = (words: string) => `<p>The old bridge over the canal has been replaced after ${words} of work.</p>`;
    const described = 'The people of the two banks have waited for this bridge longer than anybody there can remember.';
    expect(
      fieldsOf(
        `<html lang="en"><h1>A bridge</h1><div>${described}</div><div id="body">${story('years')}${story('months')}</div>`,
      ).sapo,
    ).toBeUndefined();
  });
  test('stands under a list of day and author, and beside the caption of its picture', () => {
    const list =
      '<dl class="article-info"><dd>Chuyên mục: Tin xã</dd><dd>Ngày 5/3/2019</dd><dd>Lượt xem: 21</dd><dd>In</dd></dl>';
    const page = (over: string): string =>
      `<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${over}${prose}</div>`;
    expect(fieldsOf(page(`${list}<p><b>${lead}</b></p>`)).sapo).toBe(lead);
    const slot = `<div class="x1f"><p class="imgcap">Cầu Cồn Én</p><p>${lead}</p></div>`;
    expect(
      fieldsOf(
        `<html lang="vi"><h1>Thông xe cầu Cồn Én</h1><div id="body">${slot}<div class="x2a">${prose}</div></div>`,
      ).sapo,
    ).toBe(lead);
  });
  test('is not made up from a description that repeats the first lines', () => {
    const first = 'Sáng cùng ngày, đoàn đã đến thăm trạm bơm và nghe người dân kể về mùa';
    expect(
      fieldsOf(`<meta name="description" content="${first}"><h1>Thông xe cầu Cồn Én</h1><div id="body">${prose}</div>`)
        .sapo,
    ).toBeUndefined();
  });
  test('is not the title of another article that strayed into its place', () => {
    expect(
      fieldsOf(
        `<h1>Thông xe cầu Cồn Én</h1><div class="intro">Kế hoạch năm 2019 của quỹ khuyến học xã</div><div id="body">${prose}</div>`,
      ).sapo,
    ).toBeUndefined();
  });
});
