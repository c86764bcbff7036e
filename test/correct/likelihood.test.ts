import { expect, test } from 'vitest';
import { likelihoodOf, type OddsEvidence } from '../../src/correct/likelihood.ts';
import { correct } from '../../src/index.ts';

const nothing: OddsEvidence = {
  surer: 0,
  doubtful: 0,
  rate: Math.log(0.001),
  context: 0,
  gain: 0,
  unknown: 0,
  ownPairs: 0,
  pairs: 0,
};
const likely = (share: number, evidence: Partial<OddsEvidence> = {}): number => {
  const odds = Math.log(share / (1 - share));
  return likelihoodOf(share, { ...nothing, surer: Math.max(0, odds), doubtful: Math.min(0, odds), ...evidence }, 1);
};

test('the more slips are known beside it, the likelier is one more', () => {
  const [clean, some, many] = [0.0002, 0.003, 0.03].map((rate) => likely(0.2, { rate: Math.log(rate) }));
  expect(clean).toBeLessThan(some as number);
  expect(some).toBeLessThan(many as number);
});

test('what the networks are certain of needs no other evidence', () => {
  expect(likely(0.97, { rate: Math.log(0.0001), ownPairs: 6 })).toBeGreaterThan(0.95);
});

test('what they doubt is certain where everything else speaks for it, and unlikely where nothing does', () => {
  expect(likely(0.4, { rate: Math.log(0.03), context: 9, gain: 12 })).toBeGreaterThanOrEqual(0.95);
  expect(likely(0.4, { rate: Math.log(0.0003), context: -2 })).toBeLessThan(0.5);
});

test('a word that the document puts beside the same neighbours elsewhere is its own', () => {
  expect(likely(0.5, { ownPairs: 3 })).toBeLessThan(likely(0.5) / 2);
});

test('is as sure of a slip in a book as in a long article', () => {
  const filler =
    'Bà con trong thôn thu hoạch lúa sớm hơn mọi năm. Nhà trường tổ chức khai giảng năm học mới vào sáng thứ hai. ';
  const { text } = correct(`${filler.repeat(500)}Cán bộ xã hướng dần người dân làm hồ sơ và phối hợp chặc với thôn.`);
  expect(text).toContain('hướng dẫn người dân làm hồ sơ và phối hợp chặt với thôn');
});

const article =
  'Đoàn công tác của tỉnh đến thăm bà con vùng lũ. Các chiến sĩ giúp dân dọn bùn, sửa lại mái nhà và phát gạo cho từng hộ.';

test.each([
  ['Xe chạy tuyến Hà Nội, Nình Bình, Phú Thọ mỗi ngày hai chuyến.', 'Ninh Bình, Phú Thọ'],
  ['Viện trưởng Viển kiểm sát nhân dân huyện dự họp.', 'Viện kiểm sát'],
])('a name is certain where its neighbours know hardly another one: %s', (text, right) => {
  expect(correct(`${article}\n\n${text}`).text).toContain(right);
});

test.each([
  ['Hợp tác giữa Việt Nan và Lào ngày càng bền chặt.', 'Nam'],
  ['Con tàu của người Tây Ba Nha cập cảng vào mùa hè.', 'Ban'],
])('one that may be a name of its own is only offered: %s', (text, meant) => {
  const { edits, suggestions } = correct(`${article}\n\n${text}`);
  expect(edits).toEqual([]);
  expect(suggestions.map(({ after }) => after)).toEqual([meant]);
});

test.each([
  'Ông Nguyễn Văn Thạnh nói với chúng tôi.',
  'Chị Trần Thị Nan ở xã bên kể lại.',
  'Anh Lê Bá Nham vừa về quê.',
])('a name that people bear is left: %s', (text) => {
  const { edits, suggestions } = correct(`${article}\n\n${text}`, { level: 'all' });
  expect([...edits, ...suggestions]).toEqual([]);
});
