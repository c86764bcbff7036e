import { describe, expect, test } from 'vitest';
import { letterRepairs, repairLetters } from '../../src/decode/letters.ts';

const shown = (text: string): string =>
  text.replace(/[\u0300-\u036f\u00ad\u200b-\u200f\ufeff\ue000-\uf8ff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

describe.each(letterRepairs.map((repair) => [repair.id, repair] as const))('%s', (id, repair) => {
  test.each(Object.entries(repair.fixes).map(([before, after]) => [shown(before), before, after]))(
    'fixes %s',
    (_, before, after) => {
      const result = repairLetters(before.normalize('NFC'));
      expect(result.text).toBe(after);
      expect([...result.repairs.keys()]).toContain(id);
    },
  );

  test.each(repair.leaves.map((text) => [shown(text), text]))('leaves %s', (_, text) => {
    expect(repairLetters(text.normalize('NFC')).text).toBe(text.normalize('NFC'));
  });
});

test('no two repairs share an id', () => {
  expect(new Set(letterRepairs.map(({ id }) => id)).size).toBe(letterRepairs.length);
});
