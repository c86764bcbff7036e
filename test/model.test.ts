import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, invertEdits, SachError } from '../src/model/index.ts';
import { fuzz } from './fuzz.ts';

describe('edits', () => {
  test('undoing edits restores the text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.string())), (parts) => {
        let text = '';
        const edits = parts.map(([gap, before, after]) => {
          text += gap;
          const start = text.length;
          text += before;
          return { start, end: text.length, before, after };
        });
        expect(applyEdits(applyEdits(text, edits), invertEdits(edits))).toBe(text);
      }),
      fuzz(100),
    );
  });

  test('an edit that does not fit the text is refused', () => {
    expect(() => applyEdits('abc', [{ start: 0, end: 1, before: 'b', after: 'x' }])).toThrow(SachError);
  });
});
