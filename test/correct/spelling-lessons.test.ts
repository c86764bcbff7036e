import { expect, test } from 'vitest';
import { correct } from '../../src/correct/index.ts';

const lesson = [
  'Nhiều em còn lẫn thanh hỏi và thanh ngã, viết “nghỉ nghơi”, “dử dội” là sai chính tả.',
  'Muốn phân biệt s/x, các em hãy đọc to từng tiếng; không viết nghành, chỉ viết ngành.',
  'Cô giáo gạch chân các từ sai: lổi lầm, sữa chữa, rồi cho cả lớp chép lại.',
].join('\n');

test('a lesson about spelling keeps its examples, quoted or not', () => {
  expect(correct(lesson)).toMatchObject({ text: lesson, edits: [] });
});

test('an article that mentions spelling once is corrected, but for what it quotes', () => {
  const article =
    'Tờ báo tường của lớp còn một lỗi chính tả là “nghành nghề”. Nhà trường đưọc khen vì phát triến phong trào đọc sách.';
  expect(correct(article).text).toBe(article.replace('đưọc', 'được').replace('phát triến', 'phát triển'));
});

test.each([
  'Nhiều người viết ‘xúc tích’ là sai, phải viết ‘súc tích’.',
  'Cô giáo dặn: “Viết ‘sạch sẽ’ chứ không viết ‘xạch xẽ’, viết ‘xúc tích’ là sai, phải viết ‘súc tích’.”',
  'Từ «xán lạn» hay bị viết nhầm thành «sáng lạng».',
  'Từ *xán lạn* hay bị viết nhầm thành *sáng lạng*.',
  "Bạn nên viết 'súc tích', đừng viết 'xúc tích'.",
  'Chữ đúng là "súc tích", chứ không phải "xúc tích".',
])('words that are quoted for their spelling stay: %s', (text) => {
  expect(correct(text).edits).toEqual([]);
});

test.each([
  'Người ta quen miệng nói “sáng lạng”, đúng ra là “xán lạn”.',
  'Lỗi “chỉnh chu” (đúng: “chỉn chu”) gặp rất nhiều.',
  'Ban giám khảo gạch chân chữ “xúc tích”; lẽ ra em phải dùng “súc tích”.',
  'Bức thư ghi [sic]: “con kính gữi thầy mẹ”. Chữ “sáng lạng” không có trong từ điển nào.',
  'Tấm băng rôn in sai “Nhiệt liệt chào mừn đại biểu”.',
])('a spelling that is quoted beside the other one, or called one, stays: %s', (text) => {
  expect(correct(text).edits).toEqual([]);
});

test.each([
  'Bảng quảng cáo ghi “rữa xe chuyên nghiệp”, ai đi qua cũng cười.',
  'Trên bảng thực đơn có món "bánh cuống", khách gọi thử.',
  'Bài chính tả hôm qua năm em viết “giành dụm”.',
  'Cuối làng có tấm biển cấm “đỗ rác”.',
])('what a sign or a pupil says is only suggested: %s', (text) => {
  const { edits, suggestions } = correct(text);
  expect([edits.length, suggestions.length]).toEqual([0, 1]);
});

test('quotations that are no two spellings are corrected', () => {
  const text = 'Xã có tổ “lãi xuất” và đội “bảo vệ”; thôn bầu “trưởng ban phát triến”.';
  expect(correct(text).text).toBe(text.replace('xuất', 'suất').replace('triến', 'triển'));
});

test.each([
  ['Ông viết ‘lãi xuất’ trong sổ.', 'Ông viết ‘lãi suất’ trong sổ.'],
  ['Em phải viết đơn, ghi rõ ‘lãi xuất’ từng tháng.', 'Em phải viết đơn, ghi rõ ‘lãi suất’ từng tháng.'],
])('what is only quoted is corrected: %s', (text, right) => {
  expect(correct(text).text).toBe(right);
});

test.each([
  '- suông sẻ → suôn sẻ\n- *sát nhập* → **sáp nhập**\n- xuất xắc -> xuất sắc',
  'Tòa soạn nhắc: dùng chẩn đoán, không dùng chuẩn đoán; dùng xán lạn thay cho sáng lạn.',
  'Bài báo viết bổ xung chứ không phải bổ sung.',
  'Em hay lẫn nghĩ hè/nghỉ hè, viết nghành nhầm thành ngành.',
  '| Sai | Đúng |\n|---|---|\n| xử dụng | sử dụng |\n| tham quang | tham quan |',
  'Viết sai\tViết đúng\nbổ xung\tbổ sung\nxử dụng\tsử dụng',
])('spellings set side by side are left: %s', (text) => {
  expect(correct(text, { level: 'all' }).edits).toEqual([]);
});

test.each([
  ['Xã chọn làm đưọc việc khó trước, không làm việc dễ.', 'làm được việc khó'],
  ['Đường đi Hà Nội → Hải Phòng đưọc mở rộng.', 'được mở rộng'],
  ['| Việc | Kết quả |\n|---|---|\n| Làm sai | đã sữa chữa xong |', 'đã sửa chữa xong'],
  ['Cán bộ thay cho dân làm hồ sơ, phát triến dịch vụ công.', 'phát triển dịch vụ'],
])('other words beside arrows, slashes and “thay cho” are corrected: %s', (text, right) => {
  expect(correct(text).text).toContain(right);
});
