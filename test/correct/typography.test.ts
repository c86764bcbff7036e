import { describe, expect, test } from 'vitest';
import { findProtected, protectedForms } from '../../src/correct/protect.ts';
import { findTypography } from '../../src/correct/typography/index.ts';
import { typographyRules } from '../../src/correct/typography/rules.ts';
import { applyEdits } from '../../src/model/index.ts';

describe.each(typographyRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const only = (text: string) => findTypography(text, []).filter((found) => found.rule === id);
  test.each(rule.fixes)('%j becomes %j', (before, after) => {
    expect(applyEdits(before, only(before))).toBe(after);
    expect(only(after)).toEqual([]);
  });
  test.each(rule.leaves)('%j stays', (text) => {
    expect(findTypography(text, [])).toEqual([]);
  });
});

describe.each(protectedForms.map((form) => [form.id, form] as const))('protected: %s', (_, form) => {
  test.each(form.matches)('%j whole', (text) => {
    expect(text.match(form.pattern)).toEqual([text]);
  });
  test.each(form.leaves)('%j not', (text) => {
    expect(text.match(form.pattern)).toBeNull();
  });
});

test("a user's words are protected in any case, as whole words, over any space", () => {
  const text = 'Bản Pác  bó và BẢN PÁC BÓ, không phải bản Pác bóng.';
  expect(findProtected(text, ['bản Pác Bó']).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Bản Pác  bó',
    'BẢN PÁC BÓ',
  ]);
});
