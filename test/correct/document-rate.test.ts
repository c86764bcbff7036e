import { expect, test } from 'vitest';
import { rateOdds, withRate } from '../../src/correct/document-rate.ts';
import { DocumentEvidence } from '../../src/correct/evidence.ts';
import type { Choice } from '../../src/correct/features.ts';
import { correct } from '../../src/index.ts';

const slip = (typed: number, scanned: number): Choice => ({
  id: 4,
  typed,
  scanned,
  slip: 0,
  terms: new Float32Array(),
  fit: 0,
  gain: 0,
  lead: 0,
  context: 0,
  contextLead: 0,
});

function documentOf(words: number): DocumentEvidence {
  const doc = new DocumentEvidence();
  for (let i = 0; i < words; i++) doc.addWord(4, 'và');
  return doc;
}

test('the more slips are known beside it, the likelier is one more', () => {
  const odds = [0, 2, 4, 8].map((others) => rateOdds(slip(3, 4), others, documentOf(200)));
  expect(odds[0]).toBe(1);
  expect(odds).toEqual([...odds].sort((a, b) => a - b));
  expect(odds.at(-1)).toBeGreaterThan(2);
});

test('a slip that only scanners make is doubted in a document without others', () => {
  expect(rateOdds(slip(9, 4), 0, documentOf(2000))).toBeLessThan(1);
  expect(rateOdds(slip(9, 4), 9, documentOf(200))).toBeGreaterThan(1);
});

test('other slips make one likely, never certain', () => {
  expect(withRate(0.6, 5)).toBeGreaterThan(0.6);
  expect(withRate(0.93, 12)).toBeLessThan(0.95);
  expect(withRate(0.97, 12)).toBe(0.97);
  expect(withRate(0.97, 0.1)).toBeLessThan(0.95);
});

test('is as sure of a slip in a book as in a long article', () => {
  const filler =
    'Bà con trong thôn thu hoạch lúa sớm hơn mọi năm. Nhà trường tổ chức khai giảng năm học mới vào sáng thứ hai. ';
  const { text } = correct(`${filler.repeat(500)}Cán bộ xã hướng dần người dân làm hồ sơ và phối hợp chặc với thôn.`);
  expect(text).toContain('hướng dẫn người dân làm hồ sơ và phối hợp chặt với thôn');
});
