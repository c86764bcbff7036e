import { expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';

test('an English page with curly quotes is not Vietnamese read wrongly', () => {
  const text =
    '<p>The council’s plan doesn’t say who’ll pay. “Green” roads, it’s said, aren’t cheap; the mayor’s café is.</p>'.repeat(
      8,
    );
  const { value } = decode({ source: 'x', bytes: Buffer.from(text) });
  expect(value.text).toBe(text);
  expect(value.encoding.repairs).toEqual([]);
});
