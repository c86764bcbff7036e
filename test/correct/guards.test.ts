import { afterEach, describe, expect, test, vi } from 'vitest';
import { guards } from '../../src/correct/guards.ts';
import { correct } from '../../src/correct/index.ts';

afterEach(() => vi.restoreAllMocks());

const corrected = (text: string): string => correct(text, { level: 'all' }).text;

test('every guard has an id of its own and tells why it is there', () => {
  expect(guards.map(({ id }) => id)).toEqual([...new Set(guards.map(({ id }) => id))]);
  for (const { id, why } of guards) expect(why.length, id).toBeGreaterThan(20);
});

describe('every guard keeps a right text that is changed without it', () => {
  test.each(guards.map((guard) => [guard.id, guard] as const))('%s', (_, guard) => {
    expect(corrected(guard.leaves)).toBe(guard.leaves);
    vi.spyOn(guard, 'holds').mockReturnValue(false);
    expect(corrected(guard.leaves)).not.toBe(guard.leaves);
  });
});
