/** What portals say of themselves, in words that the model has not learnt, and texts that only sound like it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindProbabilities, messageFeatures, messageKinds } from '../../src/extract/page-type/message-model.ts';
import { reasonSaid } from '../../src/extract/page-type/message-reason.ts';

const messages: Readonly<Record<string, string>> = {
  'Tin quý vị chọn xem không còn trên máy chủ, có lẽ Ban biên tập đã gỡ xuống.': 'not-found',
  'Địa chỉ bạn vừa nhập không đúng hoặc bài đã được chuyển sang mục khác.': 'not-found',
  'Không có bài viết nào mang mã số này, xin kiểm tra lại đường dẫn.': 'not-found',
  'Máy chủ đang quá tải, mời quý vị thử lại sau ít phút.': 'server-error',
  'Mô-đun tin tức gặp lỗi khi đọc dữ liệu, quản trị viên đã được báo.': 'server-error',
  'Trang tin tạm đóng đến hết ngày mai để bảo trì máy chủ.': 'maintenance',
  'Kết nối tới cơ sở dữ liệu bị từ chối, vui lòng tải lại trang.': 'database-error',
  'Mục này chỉ mở cho cán bộ trong ngành; xin đăng nhập bằng tài khoản được cấp.': 'login-wall',
  'Tài khoản của bạn chưa được cấp quyền đọc tài liệu này.': 'login-wall',
  'Nội dung trang này đang được biên soạn, sẽ đăng trong thời gian tới.': 'no-content-yet',
  'Chuyên mục hiện chưa có bài, mong bạn đọc quay lại sau.': 'no-content-yet',
  'Không có kết quả nào khớp với từ khóa bạn đã nhập.': 'nothing-found',
  'Câu hỏi của bạn đã được gửi đi, cảm ơn bạn đã quan tâm.': 'done',
};

const texts: readonly string[] = [
  'Đến chiều qua, lực lượng tìm kiếm vẫn chưa thấy hai thuyền viên mất tích ngoài cửa biển.',
  'Trang sử ấy không còn ai nhớ, chỉ còn tấm bia đá bên gốc đa đầu làng.',
  'Nhà máy nước tạm ngừng cấp nước khu phố 3 để sửa đường ống từ 8 giờ sáng thứ Bảy.',
  'Phụ huynh chưa có tài khoản liên hệ giáo viên chủ nhiệm để được hướng dẫn trong tuần này.',
  'Tuyến đường liên xã đang được nâng cấp, dự kiến hoàn thành trước mùa mưa.',
  'Các hộ chưa được cấp giấy chứng nhận sẽ được xét trong đợt hai.',
  'Thư viện có hơn bốn nghìn đầu sách, mở cửa phục vụ bạn đọc cả tuần.',
  'Mời quý vị gửi bài và ảnh về hộp thư của Ban biên tập.',
  'Tên đăng nhập',
  'Tin cùng chuyên mục',
  'Chuyên trang',
  '(Đã ký)',
  'Chi tiết tin',
  'Related stories from the archive',
];

describe('messages of a portal', () => {
  test.each(Object.entries(messages))('“%s” is one', (text, reason) => {
    expect(reasonSaid(text)).toBe(reason);
  });
  test.each(texts)('“%s” is none', (text) => {
    expect(reasonSaid(text)).toBeUndefined();
  });
  test('none of these sentences was learnt', () => {
    const examples = new URL('../../data/page-messages/examples.jsonl', import.meta.url);
    expect(existsSync(examples)).toBe(true);
    const learnt = new Set(
      readFileSync(examples, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { text: string }).text),
    );
    const sentences = [...Object.keys(messages), ...texts].filter((text) => text.split(' ').length > 5);
    expect(sentences.filter((text) => learnt.has(text))).toEqual([]);
  });
  test('a text of pages is judged by none of them, however often it says so', () => {
    expect(reasonSaid('Trang này không tồn tại. '.repeat(60))).toBeUndefined();
    expect(reasonSaid('')).toBeUndefined();
  });
});

describe('the model', () => {
  test('gives each kind a share of one', () => {
    for (const text of ['', '…', 'Trang này không tồn tại.', 'x'.repeat(10_000)]) {
      const shares = kindProbabilities(text);
      expect(shares.length).toBe(messageKinds.length);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });
  test('sees words whatever their form and case, and one number in any', () => {
    expect(messageFeatures('KHÔNG TÌM THẤY MÃ 404')).toEqual(messageFeatures('không tìm thấy mã 7'.normalize('NFD')));
  });
});
