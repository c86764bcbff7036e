import { expect, test } from 'vitest';
import { extractText } from '../../src/extract/plain-text.ts';
import { layoutText } from '../../src/model/index.ts';

const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
const read = (text: string) => {
  const { value } = extractText({ source: 'a.txt', kind: 'text', text, encoding });
  return { text: layoutText(value.body).text, removed: value.removed.map((gone) => gone.text) };
};

const error = 'Specified argument was out of the range of valid values.';
const prose =
  'Sáng nay, đoàn công tác đã đến thăm bà con xã Hòa Bình và bàn việc sửa con đường liên thôn trước mùa mưa tới.';

test('the frame that was copied with an article goes, and is told', () => {
  const { text, removed } = read(`Liên kết website\n\n${error}\n\nTra từ:\nSửa đường\n\n${prose}\n\nNam Sơn\n`);
  expect(text).toBe(`Sửa đường\n\n${prose}\n\nNam Sơn`);
  expect(removed).toEqual(['Liên kết website', error, 'Tra từ:']);
});

test('one such line is a title; between running text it is a quotation; a text of short lines is left', () => {
  for (const whole of [
    `${error}\n\n${prose}`,
    `Hình ảnh hoạt động\n\n${prose}`,
    `${prose}\n\nLiên kết website\n\n${error}\n\n${prose}`,
    `Liên kết website\n\n${error}\n\nSửa đường`,
  ])
    expect(read(whole)).toEqual({ text: whole, removed: [] });
});

test('line ends stay line breaks', () => {
  expect(read('Một < hai\r\nBa & bốn\n\nNăm').text).toBe('Một < hai\nBa & bốn\n\nNăm');
});
