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
