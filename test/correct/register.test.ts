import { expect, test } from 'vitest';
import { correct } from '../../src/correct/index.ts';
import { registerOdds } from '../../src/correct/register.ts';

const crafts =
  'Thợ mộc vùng này gọi tên từng bộ phận của ngôi nhà: cột cái, cột quân, kèo hiên, xà nách, con rường, ván gió, đấu kê, guốc hoành, đầu dư, nghé kẻ, rui bản, mè gỗ, chõng tre, bạo cửa, ngạch gỗ lim.';
const rites =
  'Lễ ấy có các tiết mục tụng giới, yết ma, bố tát, tự tứ, thọ trai, hành cước, quá đường, tọa thiền, kinh hành, sám hối, phóng sanh.';
const news =
  'Sáng nay, Ủy ban nhân dân xã tổ chức hội nghị tổng kết công tác năm và triển khai nhiệm vụ năm tới. Các đại biểu thảo luận về xây dựng nông thôn mới, cải cách hành chính, chăm sóc sức khỏe nhân dân và nguồn vốn đầu dư của xã.';

test.each([crafts, rites])('a language of its own is left alone: %j', (text) => {
  expect(correct(text).edits).toEqual([]);
});

test('the same words in the language of offices are slips', () => {
  expect(correct(news).text).toContain('nguồn vốn đầu tư của xã');
});

test('what is no syllable is put right there too', () => {
  expect(correct(rites.replace('tiết mục', 'tiếtt mục')).text).toBe(rites);
});

test('the more pairs of a document were never counted, the less one speaks of a slip', () => {
  const odds = [0, 10, 20, 40, 80].map((unseen) => registerOdds({ pairs: 200, unseen }));
  expect(odds.slice(0, 2)).toEqual([1, 1]);
  expect(odds.slice(2)).toEqual([...odds.slice(2)].sort((a, b) => b - a));
  expect(odds.at(-1)).toBeLessThan(0.01);
  expect(registerOdds({ pairs: 2, unseen: 1 })).toBeGreaterThan(registerOdds({ pairs: 200, unseen: 100 }));
});
