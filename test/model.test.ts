import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, invertEdits } from '../src/model/index.ts';
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

  test.each([
    ['other text', 0, 1, 'b'],
    ['an end before the start', 2, 1, ''],
    ['an end behind the text', 1, 9, 'bc'],
    ['a start behind the text', 7, 7, ''],
    ['a length other than that of what stood there', 1, 3, 'b'],
  ])('an edit that does not fit the text is refused: %s', (_, start, end, before) => {
    expect(() => applyEdits('abc', [{ start, end, before, after: 'x' }])).toThrow(
      expect.objectContaining({ name: 'SachError', code: 'edits-misfit' }),
    );
  });

  test('an edit may stand at the end, and put in where nothing was', () => {
    expect(applyEdits('abc', [{ start: 3, end: 3, before: '', after: '.' }])).toBe('abc.');
    expect(applyEdits('abc', [{ start: 2, end: 3, before: 'c', after: '' }])).toBe('ab');
  });
});
