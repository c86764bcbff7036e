import { describe, expect, test } from 'vitest';
import { stringFinder, witnessOf } from '../../src/text/index.ts';

describe('what a text must be for a pattern to match it', () => {
  test.each([
    [/(?:các )?tin (?:liên quan|khác):?/u, { strings: ['tin '], starts: ['các ', 'tin '], maxLength: 18 }],
    [/Lỗi|Server Error/u, { strings: ['lỗi', 'server error'], starts: ['lỗi', 'server error'], maxLength: 12 }],
    [/a?bc+d{2,3}/u, { strings: ['bc'], starts: ['a', 'bc'] }],
    [/[a-z]{2}x\.y/u, { strings: ['x.y'], maxLength: 7 }],
    [/(?<=Ngày )\d{1,2}(?! giờ)/u, { maxLength: 4 }],
    [/(?:ab){2}\b(?:c|\p{L})/u, { strings: ['ab'], starts: ['ab'], maxLength: 6 }],
    [/\[\d\]\]/u, { strings: [']]'], starts: ['['], maxLength: 5 }],
    [/(?<x>a+)\k<x>/u, { strings: ['a'], starts: ['a'] }],
    // It may match nothing at all, or begin with anything.
    [/(?:a|b)?c*/u, {}],
    [/x|\d{2}y/u, { strings: ['x', 'y'], maxLength: 5 }],
  ])('%s', (pattern, witness) => {
    expect(witnessOf(pattern)).toEqual(witness);
  });
});

test('one look finds the sets of which a string stands in a text, whatever the case', () => {
  const find = stringFinder([['tin khác', 'tin liên quan'], undefined, ['»'], ['ms', 'xx']]);
  expect(find('CÁC TIN KHÁC »')).toEqual([0, 1, 2]);
  expect(find('itemſ')).toEqual([1, 3]);
  expect(find('')).toEqual([1]);
});
