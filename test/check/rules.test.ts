import { describe, expect, test } from 'vitest';
import { checkRules, DuplicateFinder, findHits, sketchOf } from '../../src/check/index.ts';
import { draftRules } from '../../src/draft-rules.ts';
import { parseDraft } from '../../src/drafts/index.ts';
import { en } from '../../src/messages/en.ts';
import { rulesVi } from '../../src/messages/rules-vi.ts';

const context = { today: '2026-11-24', fileExists: () => false };
const rulesIn = (text: string): string[] =>
  findHits(parseDraft('x.md', text, 'markdown'), context).map(({ rule }) => rule);

describe.each(checkRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.wrong)('finds: %j', (text) => expect(rulesIn(text)).toContain(id));
  test.each(rule.right)('leaves: %j', (text) => expect(rulesIn(text)).not.toContain(id));
  test('says why, where it was seen, and what to tell', () => {
    expect(rule.wrong.length * rule.right.length * rule.why.length * rule.source.length).toBeGreaterThan(0);
    expect(en).toHaveProperty([id]);
  });
});

test('every reason is there in Vietnamese too, and none is left of a rule that is gone', () => {
  expect(Object.keys(rulesVi).sort()).toEqual(draftRules.map(({ id }) => id));
});

test('rule ids are unique', () => {
  expect(new Set(checkRules.map(({ id }) => id)).size).toBe(checkRules.length);
});

describe('near duplicates', () => {
  const words = Array.from({ length: 120 }, (_, i) => `tiếng${i}`);
  test('a copy with a word changed is found, another text is not', () => {
    const finder = new DuplicateFinder();
    expect(finder.add('a', sketchOf(words.join(' ')))).toBeUndefined();
    expect(finder.add('b', sketchOf(words.with(60, 'khác').join(' ')))?.source).toBe('a');
    expect(finder.add('c', sketchOf([...words].reverse().join(' ')))).toBeUndefined();
  });
  test('short texts are not compared', () => expect(sketchOf('Một câu ngắn.')).toBeUndefined());
});
