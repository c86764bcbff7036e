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
  ['Ông viết ‘lãi xuất’ trong sổ.', 'Ông viết ‘lãi suất’ trong sổ.'],
  ['Em phải viết đơn, ghi rõ ‘lãi xuất’ từng tháng.', 'Em phải viết đơn, ghi rõ ‘lãi suất’ từng tháng.'],
])('what is only quoted is corrected: %s', (text, right) => {
  expect(correct(text).text).toBe(right);
});
