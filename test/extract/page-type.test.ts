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
  test('a title with nothing under it but other articles is empty', () => {
    const title = '<div>Thông báo về việc nghỉ lễ Giỗ Tổ của cơ quan xã</div><div>03/04/2017 10:00</div>';
    const page = (text: string) => `${menu}${title}<div>${text}</div><div>Các tin khác<ul>${headlines}</ul></div>`;
    expect(judge(page(''))).toEqual(['empty', 'no-text']);
    expect(judge(page(prose))).toEqual(['article', undefined]);
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
    [
      'text still to be written',
      `${menu}<h1>Sơ đồ tổ chức</h1><div class="noidung"><p>Nội dung đang được cập nhật.</p></div>`,
      'no-content-yet',
    ],
  ])('%s is an empty page', (_name, html, reason) => {
    expect(judge(html)).toEqual(['empty', reason]);
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
