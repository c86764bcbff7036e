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
  expect(text).toBe(`${prose}\n\nNam Sơn`);
  expect(removed).toEqual(['Liên kết website', error, 'Tra từ:', 'Sửa đường']);
});

test('one such line is a title; between running text it is a quotation; a text of short lines is left', () => {
  expect(read(`Hình ảnh hoạt động\n\n${prose}`)).toEqual({ text: prose, removed: ['Hình ảnh hoạt động'] });
  for (const whole of [
    `${error}\n\n${prose}`,
    `${prose}\n\nLiên kết website\n\n${error}\n\n${prose}`,
    `Liên kết website\n\n${error}\n\nSửa đường`,
  ])
    expect(read(whole)).toEqual({ text: whole, removed: [] });
});

test('line ends stay line breaks', () => {
  expect(read('Một < hai\r\nBa & bốn\n\nNăm').text).toBe('Một < hai\nBa & bốn\n\nNăm');
});

const fieldsOf = (text: string) => {
  const { title, publishedAt, section, body } = extractText(
    { source: 'a.txt', kind: 'text', text, encoding },
    { today: '2026-11-24' },
  ).value;
  return { title, publishedAt, section, text: layoutText(body).text };
};

test.each([
  [
    'a title and its day',
    `Sửa đường\nThứ Hai, 12/03/2009 08:15 (GMT+7)\n\n${prose}`,
    'Sửa đường',
    '2009-03-12T08:15:00+07:00',
  ],
  ['a day over the title', `Đăng ngày: 26/09/2024\n\nSửa đường?\n\n${prose}`, 'Sửa đường?', '2024-09-26'],
  [
    'a long title, told by the day under it',
    `${prose.slice(0, -1)}\n26/09/2024\n${prose}`,
    prose.slice(0, -1),
    '2024-09-26',
  ],
  ['a title alone', `Sửa đường\n${prose}`, 'Sửa đường', undefined],
])('%s', (_, text, title, publishedAt) => {
  expect(fieldsOf(text)).toEqual({ title, publishedAt, section: undefined, text: prose });
});

test('the trail of sections that was copied over the title', () => {
  const { title, section, text } = fieldsOf(`Trang chủThông tin xã\n\nSửa đường\n\n26/09/2024\n${prose}`);
  expect([title, section, text]).toEqual(['Sửa đường', 'Thông tin xã', prose]);
});

test.each([
  ['running text first', `${prose}\n\nSửa đường`],
  ['a sentence first', `Đã sửa xong.\n\n${prose}`],
  ['short lines alone', 'Sửa đường\nxây cầu\nđào kênh'],
  ['a day in a sentence', `Ngày 12/03/2009, xã khởi công con đường đầu tiên nối hai thôn.\n\n${prose}`],
  ['a day to come', `Sửa đường:\n12/03/2099\n\n${prose}`],
])('%s: no title', (_, text) => {
  expect(fieldsOf(text)).toEqual({ title: undefined, publishedAt: undefined, section: undefined, text });
});
