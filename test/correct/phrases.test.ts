import { describe, expect, test } from 'vitest';
import { correct } from '../../src/correct/index.ts';
import { phrases } from '../../src/correct/phrases.ts';

describe.each(phrases.filter(({ why }) => why !== undefined).map((phrase) => [phrase.text, phrase] as const))(
  '%s',
  (_, { fixes = {}, leaves = [] }) => {
    test.each(Object.entries(fixes))('%j becomes %j', (before, after) => {
      expect(correct(before).text).toBe(after);
    });
    test.each(leaves)('%j stays', (text) => {
      expect(correct(text, { level: 'all' }).text).toBe(text);
    });
  },
);

test('every phrase is lower case, told once, and stays as it is', () => {
  const texts = phrases.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) {
    expect(text).toBe(text.toLowerCase().normalize('NFC').trim());
    const sentence = `Địa phương quan tâm ${text}.`;
    expect(correct(sentence, { level: 'all' }).text).toBe(sentence);
  }
});
