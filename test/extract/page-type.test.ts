import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/dom/index.ts';
import { extract } from '../../src/extract/index.ts';

const encoding = { name: 'utf-8', confidence: 1, repairs: [] };

function judge(html: string, status?: number): readonly [type: string, reason: unknown] {
  const page = parseHtml({
    source: 'test',
    kind: 'html',
    text: html,
    encoding,
    ...(status !== undefined && { status }),
  }).value;
  const { value, notices } = extract(page);
  return [value.pageType, notices[0]?.params?.reason];
}

const menu =
  '<div id="menu"><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/lien-he">Liên hệ</a></div>';
const prose =
  '<p>Sáng nay, hơn ba trăm hội viên của chín thôn đã ra quân nạo vét tuyến kênh chính dài sáu cây số, kịp lấy nước cho vụ đông xuân.</p>' +
  '<p>Theo ban chỉ huy, lượng bùn vét lên được đắp thành bờ bao, vừa chắn lũ vừa làm đường cho xe chở lúa đi qua sau mùa gặt tới.</p>' +
  '<p>Chủ tịch xã cho biết ba trạm bơm đã được sửa chữa và chạy thử từ đầu tuần trước, kết quả đều đạt công suất thiết kế ban đầu.</p>';
const headlines = Array.from(
  { length: 14 },
  (_, i) => `<li><a href="/tin/${i}">Thôn số ${i} ra quân nạo vét kênh mương đón vụ đông xuân</a></li>`,
).join('');

describe('page type', () => {
  test('a box that says something is lost is no page’s word beside a long text', () => {
    const lost = '<div class="alert alert-warning">Không tìm thấy trang này.</div>';
    const page = (times: number): string => `${menu}${lost}<div><b>Góc bạn đọc</b>${prose.repeat(times)}</div>`;
    expect(judge(page(6))).toEqual(['article', undefined]);
    expect(judge(page(1))).toEqual(['error', 'not-found']);
  });

  test('a title with nothing under it but other articles is empty', () => {
    const title = '<div>Thông báo về việc nghỉ lễ Giỗ Tổ của cơ quan xã</div><div>03/04/2017 10:00</div>';
    const page = (text: string) => `${menu}${title}<div>${text}</div><div>Các tin khác<ul>${headlines}</ul></div>`;
    expect(judge(page(''))).toEqual(['empty', 'no-text']);
    expect(judge(page(prose))).toEqual(['article', undefined]);
  });
  test('so is a dated title over the box of the text with nothing in it, whatever stands further down', () => {
    const title = '<h1>Thông báo về việc nghỉ lễ Giỗ Tổ của cơ quan xã</h1><div class="ngay">03/04/2017 10:00</div>';
    const cards = Array.from(
      { length: 6 },
      (_, i) =>
        `<div><a href="/t${i}">Thôn số ${i} ra quân nạo vét kênh mương</a><p>Sáng nay bà con thôn số ${i} đã ra quân vét bùn.</p></div>`,
    ).join('');
    const page = (text: string) =>
      `${menu}<div>${title}<div class="noidung">${text}</div><p>Lượt xem: 203</p></div><div class="box"><h3>Tin trong xã</h3>${cards}</div>`;
    expect(judge(page('<p>&nbsp;</p>'))).toEqual(['empty', 'no-text']);
    expect(judge(page(prose))).toEqual(['article', undefined]);
    expect(judge(page('<img src="/lich-nghi.jpg">'))[0]).not.toBe('empty');
    expect(judge(`${menu}<div>${title}<div class="noidung"></div>${prose}</div>`)).toEqual(['article', undefined]);
  });
  test('an article that is its attached file has no text but the file; one sentence about it is text', () => {
    const dated = '<h1>Quyết định về mức hỗ trợ giống lúa vụ đông xuân</h1><p class="date">08/06/2021 10:30</p>';
    const file = '<p>Tập tin đính kèm:</p><p><a href="/qd-118.pdf">QĐ 118 hỗ trợ giống.pdf</a></p>';
    const read = (html: string) => {
      const page = parseHtml({
        source: 'test',
        kind: 'html',
        text: `${menu}<div class="noidung">${html}</div>`,
        encoding,
      });
      const { pageType, attachments, body, removed } = extract(page.value).value;
      return { pageType, files: attachments.length, hasText: body.length > 0, removed };
    };
    const alone = read(`${dated}${file}`);
    expect(alone).toMatchObject({ pageType: 'article', files: 1, hasText: false });
    expect(alone.removed.map(({ text }) => text).join(' ')).toContain('Tập tin đính kèm:');
    const said = 'Hộ trồng lúa ở vùng trũng được hỗ trợ giống ngay trong tháng 6.';
    expect(read(`${dated}<p>${said}</p>${file}`)).toMatchObject({ pageType: 'article', files: 1, hasText: true });
  });
  test('what is read of a page that is no article is no text of one, and is told as left out', () => {
    const teasers = ['Đợt tiêm cho trẻ dưới 5 tuổi bắt đầu từ thứ hai.', 'Hơn 40 hộ góp đất làm đường vào bản Hạ.'];
    const cards = teasers.map(
      (said, i) => `<li><h3><a href="/tin/${i}">Tin số ${i} trong tuần của xã</a></h3><p>${said}</p></li>`,
    );
    const html = `${menu}<ul class="list-news">${headlines}${cards.join('')}</ul>`;
    const page = parseHtml({ source: 'test', kind: 'html', text: html, encoding });
    const { pageType, body, removed } = extract(page.value).value;
    expect({ pageType, body }).toEqual({ pageType: 'listing', body: [] });
    const left = removed.map(({ text }) => text).join(' ');
    for (const said of teasers) expect(left).toContain(said);
  });
  test.each([
    [
      'an exception where the page should be',
      `${menu}<h1>Server Error in '/' Application.</h1><p>Object reference not set to an instance of an object.</p>`,
      'server-error',
    ],
    [
      'a portlet that failed',
      `${menu}<div class="portlet"><div class="alert alert-error">Tin tức is temporarily unavailable.</div></div>`,
      'server-error',
    ],
    [
      'a database that failed',
      '<html><body><p>Error establishing a database connection</p></body></html>',
      'database-error',
    ],
    [
      'a page not found, answered with 200',
      `${menu}<div><h2>Xin lỗi</h2><p>Bài viết bạn tìm hiện không tồn tại.</p></div>`,
      'not-found',
    ],
    [
      'a server’s not-found page',
      '<h1>Not Found</h1><p>The requested URL /tin/9.html was not found on this server.</p>',
      'not-found',
    ],
    [
      'a log-in wall',
      `${menu}<h1>Đăng nhập</h1><form><p>Bạn cần đăng nhập để xem nội dung.</p><input type="password"></form>`,
      'login-wall',
    ],
    [
      'an exception in the place that its CMS has for the text',
      `<span id="ctl00_lblTieuDe">Thôn Hạ có nhà văn hóa mới</span><div id="ctl00_lblNoiDung"><p>Specified argument was out of the range of valid values.</p></div>`,
      'server-error',
    ],
  ])('%s is an error page', (_name, html, reason) => {
    expect(judge(html)).toEqual(['error', reason]);
  });
  test('the status of the answer is believed', () => {
    const html = `<h1>Nạo vét kênh mương</h1>${prose}`;
    expect(judge(html, 200)[0]).toBe('article');
    expect(judge(html, 404)).toEqual(['error', 'not-found']);
    expect(judge(html, 403)).toEqual(['error', 'login-wall']);
    expect(judge(html, 503)).toEqual(['error', 'server-error']);
  });
  test('cards with teasers are a listing, and their dates are not its own; parts of one article are not cards', () => {
    const card = (i: number, text: string): string =>
      `<div class="item"><h3><a href="/tin/${i}">Thôn số ${i} ra quân nạo vét kênh</a></h3><span>1${i}/11/2022</span><p>${text}</p></div>`;
    const teasers = ['Kênh dài', 'Bờ bao', 'Trạm bơm', 'Cống đầu', 'Đoạn cuối'].map((start, i) =>
      card(i, `${start} của thôn đã sạch bùn sau hai ngày làm của bà con trong thôn.`),
    );
    expect(judge(`${menu}<h2>Nông nghiệp</h2><div>${teasers.join('')}</div>`)).toEqual(['listing', 'headlines']);
    const parts = [0, 1, 2, 3].map((i) => card(i, `${prose} Phần ${i}.`));
    expect(judge(`${menu}<h1>Nạo vét kênh mương</h1><div>${parts.join('')}</div>`)[0]).toBe('article');
  });
  describe('a few cards are a listing where they are all of the page', () => {
    const card = (i: number): string =>
      `<div class="item"><h3><a href="/tin/${i}">Thôn số ${i} ra quân nạo vét kênh</a></h3><p>Đoạn kênh thứ ${i} của thôn đã sạch bùn sau hai ngày bà con làm.</p></div>`;
    const cards = (count: number): string => Array.from({ length: count }, (_, i) => card(i + 1)).join('');
    const page = (html: string, window = 'Nông nghiệp - Trang tin xã Ba Sông'): string =>
      `<html lang="vi"><head><title>${window}</title></head><body>${menu}<div id="content">${html}</div><p>Địa chỉ: thôn Hạ, xã Ba Sông. Điện thoại: 0203 811 234</p></body></html>`;
    const pages = '<p><a href="?p=1">1</a> <a href="?p=2">2</a> <a href="?p=2">Trang sau</a></p>';
    test.each([
      ['under the section’s name', page(`<h2>Nông nghiệp</h2>${cards(3)}`)],
      ['of which there are two', page(`<h2>Nông nghiệp</h2>${cards(2)}`)],
      ['over the way to the other pages', page(`${cards(3)}${pages}`, 'Trang thông tin điện tử xã Ba Sông')],
      ['over “Xem tất cả”', page(`<h2>Tin xã</h2>${cards(3)}<a href="/tin">Xem tất cả</a>`)],
    ])('%s', (_name, html) => expect(judge(html)).toEqual(['listing', 'headlines']));
    const file = (i: number): string =>
      `<div class="item"><h3><a href="/vb/${i}.pdf">Biểu mẫu số ${i} kê khai diện tích</a></h3><p>Mẫu này do chủ hộ ghi, nộp lại cho trưởng thôn trước ngày 20.</p></div>`;
    test.each([
      [
        'an article over related teasers',
        page(`<h1>Nạo vét kênh mương</h1>${prose}<h3>Tin liên quan</h3>${cards(3)}${pages}`),
      ],
      ['a notice with three forms', page(`<h2>Nông nghiệp</h2>${[1, 2, 3].map(file).join('')}${pages}`)],
      [
        'a short article among boxes',
        page(`<h2>Nông nghiệp</h2><p>Sáng mai trạm bơm số hai ngừng chạy để thay ống hút.</p>${cards(3)}${pages}`),
      ],
      ['cards that nothing calls a list', page(cards(3), 'Trang thông tin điện tử xã Ba Sông')],
    ])('but not %s', (_name, html) => expect(judge(html)[0]).toBe('article'));
    test('nor under a headline whose text is gone', () => {
      const gone = `<h1>Ba Sông nạo vét kênh mương đón vụ mới</h1><p>12/03/2019</p>${cards(3)}<a href="/tin">Xem tất cả</a>`;
      expect(judge(page(gone))[0]).not.toBe('listing');
      const named = `<h3>Tin liên quan</h3>${cards(3)}<a href="/tin">Xem tất cả</a>`;
      expect(judge(page(named, 'Ba Sông nạo vét kênh mương đón vụ mới'))[0]).not.toBe('listing');
    });
  });
  test('a screen of the server with its stack trace is an error however long, unless something heads it', () => {
    const trace = `<h2>Runtime Error</h2><p>Description: An unhandled exception occurred during the execution of the current web request.</p><pre>${'at System.Web.UI.Page.Load() +41\n'.repeat(30)}</pre>`;
    expect(judge(`<h1>Server Error in '/' Application.</h1>${trace}`)).toEqual(['error', 'server-error']);
    expect(judge(`<h1>Đọc màn hình lỗi</h1>${prose}<p>Server Error in '/' Application.</p>${trace}${prose}`)[0]).toBe(
      'article',
    );
  });
  test('headlines of other pages are a listing', () => {
    expect(judge(`${menu}<h1>Nông nghiệp</h1><ul class="list-news">${headlines}</ul><p>Trang 1 / 12</p>`)).toEqual([
      'listing',
      'headlines',
    ]);
  });
  test('a bare list of headlines is a listing, though nothing calls it one', () => {
    expect(judge(`${menu}<h2>Tin tức</h2><ul>${headlines}</ul><a href="?trang=3">Trang sau</a>`)[0]).toBe('listing');
  });
  test.each([
    [
      'title and date alone',
      `${menu}<div id="news"><h1>Kế hoạch nạo vét kênh mương năm 2019</h1><p class="date">12/03/2019</p></div>`,
      'no-text',
    ],
    ['a test post', `${menu}<h1>test</h1><div class="content-detail"><p>tesssssst</p></div>`, 'test-post'],
    ['a trial post', `${menu}<h1>thu dang tin lan 2</h1><p class="date">12/03/2019</p><p>Xem giờ.</p>`, 'test-post'],
    [
      'text still to be written',
      `${menu}<h1>Sơ đồ tổ chức</h1><div class="noidung"><p>Nội dung đang được cập nhật.</p></div>`,
      'no-content-yet',
    ],
  ])('%s is an empty page', (_name, html, reason) => {
    expect(judge(html)).toEqual(['empty', reason]);
  });
  describe('a message is the page’s own word', () => {
    const slogan =
      '<div class="cot"><h3>Khẩu hiệu tháng này</h3><p>Toàn dân thôn Hạ giữ sạch bờ kênh, bờ ruộng, mỗi nhà một hố rác, mỗi ngõ một hàng hoa, cùng nhau xây dựng quê hương ngày càng tươi đẹp.</p></div>';
    const cards = [0, 1, 2, 3].map(
      (i) =>
        `<div><h4><a href="/tin/${i}">Thôn số ${i} ra quân nạo vét kênh mương</a></h4><p>Đoạn kênh số ${i} dài gần hai cây số đã sạch bùn sau ba ngày làm liên tục của bà con trong thôn và bộ đội.</p></div>`,
    );
    const page = (middle: string) => `${menu}<table><tr><td>${middle}</td><td>${slogan}</td></tr></table>`;
    test('under its heading, whatever teasers and slogans stand beside', () => {
      const gone = '<h1>Rất tiếc!</h1><p>Bài viết quý vị tìm không còn tồn tại hoặc đã bị gỡ.</p>';
      expect(judge(page(`${gone}<h3>Có thể bạn quan tâm</h3>${cards.join('')}`))).toEqual(['error', 'not-found']);
      expect(judge(page('<h2>Thông báo từ hệ thống</h2><p>Bạn không có quyền truy cập nội dung này.</p>'))).toEqual([
        'error',
        'login-wall',
      ]);
      expect(judge(page('<h2>Sơ đồ tổ chức</h2><p>Nội dung đang được xây dựng, mời bạn quay lại sau.</p>'))).toEqual([
        'empty',
        'no-content-yet',
      ]);
      expect(judge(page('<h2>Chi tiết</h2><p>Không có dữ liệu</p>'))).toEqual(['empty', 'nothing-found']);
    });
    test('but not in a box of a list that is still to be filled', () => {
      const box = '<h3>Video</h3><div>Dữ liệu đang cập nhật</div>';
      expect(judge(`${menu}<h2>Nông nghiệp</h2><div>${cards.join('')}</div>${box}`)).toEqual(['listing', 'headlines']);
    });
    test('under the title, whatever stands in a column over it', () => {
      const column = `<div class="cot"><p>Trường nằm bên bờ kênh, có mười hai phòng học, một nhà đa năng, vườn thuốc nam và sân bóng nhỏ.</p>${slogan}${slogan}</div>`;
      const title = '<h1>Nâng cao chất lượng dạy và học môn Ngữ văn</h1><p>07/11/2017</p>';
      expect(judge(`${menu}${column}<div>${title}<p>Bài viết bạn yêu cầu không tồn tại.</p></div>`)).toEqual([
        'error',
        'not-found',
      ]);
      expect(judge(`${menu}${column}<div>${title}${prose}</div>`)[0]).toBe('article');
    });
    test('and several lines of a server are one complaint', () => {
      const line = (n: number) =>
        `<b>Warning</b>: mysql_num_rows() expects parameter 1 to be resource, boolean given in <b>/home/xa/public_html/modules/tin/chitiet.php</b> on line <b>${n}</b><br>`;
      const query =
        "Lỗi truy vấn: You have an error in your SQL syntax; check the manual for the right syntax near 'AND tt=1 ORDER BY ngay DESC' at line 1";
      expect(judge(page(`${line(37)}${line(52)}${query}`))[0]).toBe('error');
    });
    test('the clock of the page’s head is no day of an article', () => {
      const links = Array.from({ length: 12 }, (_, i) => `<p><a href="/muc/${i}">Mục ${i}</a></p>`).join('');
      const html = `<title>Giới thiệu > Lịch sử xã</title><div>Thứ Bảy, 28/11/2026</div>${links}${page('<span class="Head">Lịch sử xã</span><p>Nội dung đang được xây dựng.</p>')}`;
      expect(judge(html)).toEqual(['empty', 'no-content-yet']);
    });
    test.each([
      [
        'quoted in an article about it',
        '<h1>Cách xử lý khi cổng dịch vụ báo lỗi</h1><p>12/10/2018</p><p>Khi nộp hồ sơ, màn hình có lúc hiện dòng chữ sau:</p><p>Trang bạn yêu cầu không tồn tại.</p><p>Bà con chỉ cần kiểm tra lại đường dẫn rồi đăng nhập lại; nếu vẫn chưa được, hãy gọi bộ phận một cửa.</p>',
      ],
      [
        'that opens a dated article',
        '<h1>Khu bảo tồn siết quy định ra vào rừng</h1><p>03/02/2020</p><p>Bạn không được phép vào khu này.</p><p>Tấm biển ấy dựng ở ba lối mòn từ đầu tháng, sau khi kiểm lâm gỡ được hơn hai trăm bẫy thú.</p>',
      ],
      [
        'that guides its readers',
        '<h1>Hướng dẫn đăng nhập sổ liên lạc điện tử</h1><p>Phụ huynh mở trình duyệt rồi chọn mục sổ liên lạc ở góc phải màn hình.</p><p>Bạn cần đăng nhập bằng số điện thoại đã đăng ký.</p>',
      ],
      [
        'in a box beside a short article without a day',
        '<h1>Xã Hạ tổng kết phong trào đền ơn đáp nghĩa</h1><p>Ba mươi sổ tiết kiệm đã đến tay các gia đình chính sách của sáu thôn trong dịp này.</p></td><td><h3>Thư viện ảnh</h3><p>Nội dung đang được cập nhật.</p>',
      ],
      [
        'for members, over an article',
        '<div>Bạn chưa đăng nhập.</div><div><h1>Kinh nghiệm ôn thi vào lớp mười của cô giáo vùng cao</h1><p>Cô cho các em viết nhật ký lớp, mỗi ngày năm câu, và chỉ sửa một loại lỗi mỗi tuần.</p></div>',
      ],
    ])('but not one %s', (_name, middle) => {
      expect(judge(page(middle))).toEqual(['article', undefined]);
    });
  });
  describe('a message where nothing tells of an article', () => {
    const box = (title: string, text: string) => `<div class="hop"><h3>${title}</h3><p>${text}</p></div>`;
    const hello =
      'Xã có sáu thôn nằm dọc con sông Cái, bà con sống bằng nghề trồng dâu nuôi tằm đã hơn ba trăm năm nay.';
    const rules =
      'Người đến làm thủ tục lấy số ở bàn bên trái cửa ra vào rồi ngồi chờ, ai vội thì nói với cán bộ trực để được giúp.';
    const gone = 'Bản tin quý vị chọn đã được nơi đăng rút xuống, hiện trang không còn giữ.';
    const frame = (middle: string) =>
      `<table><tr><td>${menu}${box('Giới thiệu', hello)}</td><td>${middle}</td><td>${box('Cần biết', rules)}</td></tr></table>`;
    test('is the page, though boxes were kept in place of a text', () => {
      expect(judge(frame(`<font color="red">${gone}</font>`))).toEqual(['error', 'not-found']);
      expect(judge(`<div>Thứ Năm, 12/03/2015 08:20</div>${frame(`<p>${gone}</p>`)}`)).toEqual(['error', 'not-found']);
    });
    test('but not beside a dated article, nor in a box of its own', () => {
      const article = `<h1>Xã Cái ra quân nạo vét kênh trước vụ đông</h1><p>12/03/2015</p>${prose}`;
      expect(judge(frame(`${article}<p>${gone}</p>`))[0]).toBe('article');
      expect(judge(frame(`${article}${box('Phim', 'Tệp phim đã bị xóa khỏi máy chủ.')}`))[0]).toBe('article');
    });
    test('is what a headline of its own announces, whatever box was taken for the article', () => {
      const title = '<p><b>Tiểu sử cụ đồ Phùng ở thôn Hạ</b></p>';
      expect(judge(frame(`${title}<p>Phần này còn đang được biên soạn, mời bạn đọc trở lại sau.</p>`))).toEqual([
        'empty',
        'no-content-yet',
      ]);
    });
    test('a greatest heading over a field for a password asks to log in', () => {
      const form = '<form><p>Tên dùng</p><input><p>Mật mã</p><input type="password"></form>';
      expect(judge(frame(`<div><h2>Khu vực của tổ chuyên môn nhà trường</h2>${form}</div>`))).toEqual([
        'error',
        'login-wall',
      ]);
    });
    test('the name of a forum over the box for members asks nobody to log in', () => {
      const box = '<form>Chào khách. Xin đăng nhập.<input><input type="password"></form>';
      const post = (name: string) =>
        `<div class="post"><h5>Re: Ống tưới bị tắc sau mùa khô</h5><b>${name}</b><div>${prose}</div></div>`;
      const forum = `<div id="head"><h1><a href="/">Hội nhà vườn Cái</a></h1>${box}</div>${post('baluc')}${post('tám tưới')}`;
      expect(judge(`<title>Ống tưới bị tắc sau mùa khô</title>${forum}`)[0]).not.toBe('error');
    });
  });
  test('the name of the page straight over the list of other articles has no text', () => {
    const others = Array.from(
      { length: 5 },
      (_, i) => `<li><a href="/tin/${i}">Thôn số ${i} ra quân nạo vét kênh mương đón vụ</a> (0${i + 1}/02/2014)</li>`,
    ).join('');
    const box = `<div class="hop"><h3>Lời ngỏ</h3>${prose}</div>`;
    const name = 'Hội nghị sơ kết ba năm làm đường liên thôn';
    const page = (text: string) =>
      `<title>${name} - Xã Cái</title><table><tr><td>${box}</td><td><div><h2>${name}</h2><p>07/08/2017</p>${text}<div>Các bài trước</div><ul>${others}</ul></div></td></tr></table>`;
    expect(judge(page(''))).toEqual(['empty', 'no-text']);
    expect(judge(page(prose.replaceAll('Sáng nay', 'Chiều qua')))[0]).toBe('article');
  });
  test('a box for logging in makes no log-in wall of a short article, nor of verses', () => {
    const box =
      '<div class="box"><h3>Đăng nhập</h3><form><p>Tên đăng nhập</p><input><p>Mật khẩu</p><input type="password"></form></div>';
    const verses =
      'Chiều nay về lại bến xưa<br>Con đò gác mái đợi mưa cuối mùa<br>Người đi từ độ gió lùa<br>Cây đa còn nhớ bóng chùa nghiêng nghiêng';
    for (const text of ['Sáng 4/5, thôn Hạ đưa nhà văn hóa mới vào sử dụng.', verses])
      expect(judge(`${menu}${box}<div><h1>Một chiều trên bến sông Lộc</h1><p>${text}</p></div>`)[0]).toBe('article');
    expect(judge(`<title>Đăng nhập hệ thống</title>${menu}${box}`)).toEqual(['error', 'login-wall']);
  });
  test('title and day over the list of other articles are an empty page, though a box stands beside them', () => {
    const box =
      '<div class="span3"><h3>Khuyến cáo</h3><p>Để phòng bệnh sốt xuất huyết, mỗi gia đình hãy đậy kín dụng cụ chứa nước, thả cá vào bể và ngủ màn cả ban ngày.</p></div>';
    const page = (inside: string, beside: string) =>
      `${menu}<div class="row"><div class="span9"><h1>Kế hoạch nạo vét kênh mương năm 2019</h1><p class="date">12/03/2019</p><h4>Các tin khác</h4><ul>${headlines}</ul>${inside}</div>${beside}</div>`;
    expect(judge(page('', box))).toEqual(['empty', 'no-text']);
    expect(judge(page(`<h3>Chín thôn cùng làm</h3>${prose}`, ''))[0]).toBe('article');
  });
  test('a page of which nothing was kept but who runs the portal is empty', () => {
    const imprint =
      '<div><p>Trang thông tin điện tử Sở Tài chính tỉnh Lộc Hà</p><p>Chịu trách nhiệm nội dung: Ông Nguyễn Văn Lúa, Phó Giám đốc Sở, Trưởng ban biên tập</p><p>Địa chỉ: số 2, đường Bờ Kênh, thị xã Lộc Hà. Điện thoại: 0234 555 666</p></div>';
    expect(judge(`${menu}<ul>${headlines.slice(0, headlines.indexOf('</li>', 300) + 5)}</ul>${imprint}`)).toEqual([
      'empty',
      'no-text',
    ]);
    const moved =
      '<h1>Sở Tài chính chuyển trụ sở</h1><p>Từ ngày 1/3, Sở làm việc tại tòa nhà mới bên bờ kênh, bộ phận một cửa ở tầng trệt.</p><p>Địa chỉ: số 2, đường Bờ Kênh, thị xã Lộc Hà. Điện thoại: 0234 555 666</p>';
    expect(judge(`${menu}<div>${moved}</div>`)[0]).toBe('article');
  });
  describe('a list', () => {
    const names = [
      'Nhà máy nước nâng công suất gấp đôi',
      'Bảy thôn làm xong đường hoa trước lễ',
      'Lớp học xóa mù chữ giữa lưng chừng núi',
      'Hợp tác xã rau ký hợp đồng ba năm',
      'Tổ đọc sách lưu động về với bản xa',
      'Trạm y tế có thêm bác sĩ mới',
    ];
    const teaser = (i: number) =>
      `Theo cán bộ thôn số ${i}, việc này đã được bà con bàn bạc nhiều lần và góp công làm trong suốt mùa khô vừa qua...`;
    const row = (href: (i: number) => string) =>
      names
        .map(
          (name, i) => `<tr><td>${i + 1}</td><td><a href="${href(i)}">${name}</a></td><td>0${i + 1}/02/2015</td></tr>`,
        )
        .join('');
    test('of what a search found is one, whatever its snippets say; news of a search is none', () => {
      const found = names.map(
        (name, i) => `<p><a href="/tin/${i}">${name}</a> (0${i + 1}/02/2015)<br><span>${teaser(i)}</span></p>`,
      );
      const html = `${menu}<div><h2>Kết quả tìm kiếm</h2><p>Tìm thấy 38 kết quả với từ khóa “nước sạch”</p>${found.join('')}</div>`;
      expect(judge(html)).toEqual(['listing', 'headlines']);
      const points = names.map(
        (name, i) =>
          `<li><a href="#">${name}</a><br><span>...${teaser(i)}</span><br><small>0${i + 1}/02/2015</small></li>`,
      );
      const numbered = `${menu}<div><h2>Kết quả tìm kiếm</h2><p>Tìm thấy 38 kết quả với từ khóa “nước sạch”</p><ol>${points.join('')}</ol></div>`;
      expect(judge(numbered)).toEqual(['listing', 'headlines']);
      const news = `<h1>Kết quả tìm kiếm nạn nhân vụ lật đò trên sông Lộc</h1><p>12/10/2016</p>${prose}<ul>${headlines}</ul>`;
      expect(judge(`${menu}${news}`)[0]).toBe('article');
    });
    test('keeps the text of its entries where it is no Vietnamese portal, however short', () => {
      const events = [
        'Rope walk for families',
        'Ghost ship by lantern',
        'Knots for beginners',
        'The tide mill at work',
        'Sail mending on the quay',
        'A night in the lighthouse',
        'Songs of the herring crews',
        'Open day at the boatyard',
      ];
      const cards = events.map(
        (name, i) =>
          `<article><h2><a href="/event/${i}">${name}</a></h2><p>We meet in boat hall number ${i}, tie what can be tied and are back before the café closes.</p></article>`,
      );
      const page = parseHtml({
        source: 'test',
        kind: 'html',
        text: `<html lang="en"><title>Category: Events - Old Harbour</title><nav><a href="/">Home</a> <a href="/visit">Visit</a></nav><main><h1>Category: Events</h1>${cards.join('')}<nav class="pagination"><a href="?p=2">2</a> <a href="?p=3">Next</a></nav></main></html>`,
        encoding,
      }).value;
      const { value } = extract(page);
      expect(value.pageType).toBe('listing');
      expect(JSON.stringify(value.body)).toContain('tie what can be tied');
    });
    test('of a category that tells its first article at length is one; an article over a column of others is none', () => {
      const others = `<ul>${names.map((name, i) => `<li><a href="/tin/${i}">${name}</a> <i>(0${i + 1}/02/2015)</i></li>`).join('')}</ul>`;
      const first = '<a href="/tin/9">Thôn Hạ sửa xong cống đầu làng</a> <span>(09/02/2015)</span>';
      const pages = '<div><b>1</b> <a>2</a> <a>3</a> ... <a>41</a> <a>Tiếp</a> <a>Cuối</a></div>';
      expect(
        judge(`${menu}<div><h2>Nông thôn mới</h2><div>${first}<p>${teaser(1)}</p></div>${others}${pages}</div>`),
      ).toEqual(['listing', 'headlines']);
      expect(
        judge(`${menu}<div><h2>Thôn Hạ sửa xong cống đầu làng</h2><p>09/02/2015</p>${prose}${others}${pages}</div>`)[0],
      ).toBe('article');
    });
    test('in rows with a day each is one; a notice with a table of documents or of names is none', () => {
      const view = `${menu}<h2>Văn bản đến</h2><table class="ms-listviewtable">${row((i) => `DispForm.aspx?ID=${i}`)}</table>`;
      expect(judge(view)).toEqual(['listing', 'headlines']);
      const notice = (table: string) =>
        `${menu}<div><h1>Công khai các văn bản ban hành trong quý II</h1><p class="date">03/07/2017</p><p>Thực hiện quy chế công khai, văn phòng đăng danh sách dưới đây để cán bộ và nhân dân tiện tra cứu, giám sát:</p><table border="1">${table}</table></div>`;
      expect(judge(notice(row((i) => `/vb/${i}.pdf`)))[0]).toBe('article');
      expect(
        judge(
          notice(names.map((_, i) => `<tr><td>${i}</td><td>Lò Thị Mai</td><td>0${i + 1}/02/1995</td></tr>`).join('')),
        )[0],
      ).toBe('article');
    });
    test('of sections with a teaser each is one, and its teasers are no text of its own', () => {
      const sections = ['Kinh tế', 'Xã hội', 'Văn hóa', 'Thể thao'].map(
        (name, i) =>
          `<div><b>${name}</b><div><a href="/tin/${i}">${names[i]}</a><br>(12/02/2010)<br>${teaser(i)}<br><a href="/tin/${i}">Xem tiếp</a></div><ul>${headlines.slice(0, headlines.indexOf('</li>', 400) + 5)}</ul></div>`,
      );
      const html = `<title>Xã Hạ - Trang chủ</title>${menu}${sections.join('')}`;
      const page = parseHtml({ source: 'test', kind: 'html', text: html, encoding }).value;
      const { pageType, body } = extract(page).value;
      expect({ pageType, body }).toEqual({ pageType: 'listing', body: [] });
    });
    test('does not come of a title that is linked to itself, nor of headlines in the columns', () => {
      const title = '<h2><a href="/bai/11">Người thợ rèn cuối cùng của làng Sen</a></h2>';
      const column = `<div class="cot"><h3>Tin mới</h3><ul>${headlines}</ul></div>`;
      expect(judge(`${menu}<div>${title}${prose}</div>${column}`)[0]).toBe('article');
      const short =
        '<h1>Người thợ rèn cuối cùng của làng Sen</h1><p>Ông Sáu vẫn nổi lửa mỗi sáng, rèn con dao, cái cuốc cho bà con ba thôn quanh chợ.</p>';
      expect(judge(`${menu}<div>${short}</div>${column}`)[0]).toBe('article');
    });
    test('of short teasers, each with its “Đọc thêm” and its day, is one', () => {
      const card = (i: number): string =>
        `<div><h3><a href="/tin/${i}">${names[i % names.length]} đợt ${i}</a></h3><div>Mỗi đợt ${i} có ba trăm hội viên.</div><div><a href="/tin/${i}">Đọc thêm »</a></div><div>0${i}/11/2014</div></div>`;
      expect(
        judge(
          `<html lang="vi">${menu}<h1>Tin cơ sở</h1>${[1, 2, 3, 4].map(card).join('')}<div>Hiển thị 1 - 4 trong tổng số 96 kết quả.</div><div>Trang 1 của 24 Tiếp Cuối</div>`,
        )[0],
      ).toBe('listing');
    });
    test('with its pages behind a label is one', () => {
      const card = (i: number): string =>
        `<div class="item"><h3><a href="/tin/${i}">${names[i % names.length]} đợt ${i}</a></h3><div>1${i}/05/2009 07:40</div><p>${teaser(i)}</p><a href="/tin/${i}">Xem tiếp...</a></div>`;
      const cards = [1, 2, 3, 4, 5].map(card).join('');
      expect(
        judge(
          `${menu}<div><h1>Đời sống</h1>${cards}<div>Trang: <b>1</b> <a>2</a> <a>3</a> <a>Tiếp »</a></div></div>`,
        )[0],
      ).toBe('listing');
    });
    test('of thumbnails is the index of an album; pictures of an article, or in full size, are none', () => {
      const shot = (href: (i: number) => string): string =>
        [1, 2, 3, 4, 5, 6, 7]
          .map((i) => `<td><a href="${href(i)}"><img src="t${i}.jpg" alt=""></a><br><span>Bến ${i}</span></td>`)
          .join('');
      const index = `<html lang="vi">${menu}<h2>Lễ hội đua ghe</h2><table><tr>${shot((i) => `anh.php?pos=${i}`)}</tr></table>`;
      expect(judge(index)).toEqual(['listing', 'album']);
      expect(
        judge(
          `<html lang="vi">${menu}<h1>Lễ hội đua ghe</h1><p>12/03/2019</p>${prose}<div>${shot((i) => `anh.php?pos=${i}`)}</div>`,
        )[0],
      ).toBe('article');
      expect(judge(index.replaceAll(/anh\.php\?pos=(\d)/g, 'to$1.jpg'))[1]).not.toBe('album');
    });
    test('named as the window is one, though a box beside it was kept', () => {
      const box =
        '<div><h3>Phương châm</h3><p>Gần dân, hiểu dân, học dân và có trách nhiệm với dân là điều mỗi cán bộ của xã ghi nhớ hằng ngày.</p></div>';
      const list = names.map((name, i) => `<li><a href="/tin/${i}">${name}</a> (0${i + 1}/02/2015)</li>`).join('');
      expect(judge(`<title>Thông báo - UBND xã Hạ</title>${menu}<h2>Thông báo</h2><ul>${list}</ul>${box}`)[0]).toBe(
        'listing',
      );
    });
  });
  test('questions that open their answers are an article, though each is a link', () => {
    const asked = [
      'Thẻ bị nhòe tên có phải đổi không?',
      'Mất thẻ lúc đang nằm viện thì sao?',
      'Sai một chữ đệm có ảnh hưởng gì?',
    ];
    const item = (text: string, i: number): string =>
      `<p><a href="#" onclick="mo('t${i}')"><b>${i + 1}. ${text}</b></a></p><div id="t${i}" style="display:none">${prose}</div>`;
    expect(
      judge(
        `<html lang="vi">${menu}<div><h1>Những thắc mắc thường gặp khi cấp thẻ</h1><p>Đăng ngày 09/09/2008</p><div class="content"><p>Bấm vào câu hỏi để xem trả lời.</p>${[...asked, ...asked].map(item).join('')}</div></div>`,
      )[0],
    ).toBe('article');
  });
  test('the grid of a month is a listing; a calendar beside an article is none', () => {
    const days = Array.from({ length: 31 }, (_, i) => `<td>${i + 1}${i % 9 === 4 ? ' 17:30 Trống đội' : ''}</td>`);
    const grid = `<table class="lich">${[0, 7, 14, 21, 28].map((i) => `<tr>${days.slice(i, i + 7).join('')}</tr>`).join('')}</table>`;
    expect(judge(`<html lang="vi"><div><h2>Lịch hoạt động</h2>${grid}</div>`)).toEqual(['listing', 'calendar']);
    expect(
      judge(`<html lang="vi"><h1>Nạo vét kênh mương</h1><p>12/03/2019</p><div>${prose}</div><div>${grid}</div>`)[0],
    ).toBe('article');
  });
  test('buttons and headings of lists under a title are an empty page', () => {
    const list = (name: string): string => `<h4>${name}</h4><ul>${headlines.slice(0, 400)}</ul>`;
    expect(
      judge(
        `<html lang="vi">${menu}<div><h1>Hội nghị sơ kết công tác dân vận quý III</h1><div>Thứ ba - 07/10/2014 08:30</div><div><a href="#">In bài</a> <a href="#">Gửi email</a></div>${list('Những tin mới hơn')}${list('Những tin cũ hơn')}</div>`,
      )[0],
    ).toBe('empty');
  });
  test('a title and a sentence, and nothing else on the page, are an article however short', () => {
    expect(judge('<h1>Thông báo</h1><p>Ngày mai 12/3 nghỉ học.</p>')[0]).toBe('article');
    expect(judge('<h1>Thông báo</h1><p>Đang cập nhật</p>')[0]).toBe('empty');
    expect(judge(`${menu}<h1>Thông báo</h1><p>Ngày mai 12/3 nghỉ học.</p>`)[0]).toBe('empty');
  });
  test('a form to fill in is empty; an article that is called so, or has a form for comments, is none', () => {
    const form = '<form><input name="ten"><input name="dt" type="text"><textarea name="nd"></textarea></form>';
    const address = '<p>Văn phòng: 27 quốc lộ 1, thị trấn Diêu Trì, mở cửa cả thứ bảy.</p>';
    expect(judge(`<title>Liên hệ - Xã Hạ</title>${menu}<h2>Liên hệ</h2>${form}${address}`)).toEqual(['empty', 'form']);
    expect(judge(`${menu}<h1>Liên hệ</h1><p class="date">12/03/2019</p>${prose}${form}`)[0]).toBe('article');
    expect(judge(`${menu}<h1>Liên hệ công tác với huyện bạn</h1>${prose}${form}`)[0]).toBe('article');
  });
  test.each([
    [
      'an article with a broken box beside it',
      `${menu}<div class="box"><span>Object reference not set to an instance of an object.</span></div><div><h1>Nạo vét kênh mương đón vụ đông xuân</h1><p class="date">12/03/2019</p>${prose}</div>`,
    ],
    [
      'a piece of news in one sentence, named by its CMS, with a broken box beside it',
      `<span>Specified argument was out of the range of valid values.</span><span id="ctl00_lblTieuDe">Thôn Hạ có nhà văn hóa mới</span><div id="ctl00_lblNoiDung"><p>Sáng 4/5, thôn Hạ đưa nhà văn hóa mới vào sử dụng.</p></div>`,
    ],
    [
      'an article about such an error',
      `<h1>Lỗi 404 Not Found là gì?</h1>${prose}<p>Máy chủ trả về 404 Not Found khi không tìm thấy tệp.</p>${prose}`,
    ],
    [
      'an article that is its attachment',
      `${menu}<div><h1>Kế hoạch nạo vét kênh mương năm 2019</h1><p>12/03/2019</p><div class="content-detail"><p>Kế hoạch nạo vét kênh mương năm 2019</p></div><a href="/tep/ke-hoach-12.doc">ke-hoach-12.doc</a></div>`,
    ],
    [
      'an article with a list of others below',
      `<h1>Nạo vét kênh mương đón vụ đông xuân</h1><p class="date">12/03/2019</p><div class="content">${prose}</div><h3>Tin khác</h3><ul>${headlines}</ul>`,
    ],
  ])('%s is an article', (_name, html) => {
    expect(judge(html)).toEqual(['article', undefined]);
  });
});
