/**
 * Zero-width characters go while UTF-8 is decoded, and by the repair of letters in every other encoding: with the same
 * result.
 */
import { expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { letterRepairs } from '../../src/decode/letters.ts';

const rule = letterRepairs.find(({ id }) => id === 'letters/invisible');
const words = [
  ...Object.keys(rule?.fixes ?? {}),
  ...(rule?.leaves ?? []),
  // Each run in a word is judged by the letters up to the run before.
  'nh\u200bà\u200b trư\u200d\u200bờng',
  'toán\u200bhọc\u200bsinh',
  'x\u200d&ocirc;i',
  '\ufeff',
  // What is repaired before them: the longer way.
  'nhà\0 trư\u200bờng',
  'Ti\u00e1\u00ba\u00bfng Vi\u00e1\u00bb\u2021t v\u00c3\u00a0\u200b nh\u00c3\u00a0',
  'a\u0301\u0302\u200bn toa\u0302\u0300n',
];

const read = (bytes: Uint8Array) => {
  const { value, notices } = decode({ source: 'a page', bytes });
  return { text: value.text, repairs: value.encoding.repairs, told: notices };
};

test.each(words)('%j is read alike in UTF-8 and in UTF-16', (word) => {
  const page = `<p>${word}</p><p>Ở Việt Nam</p>`;
  expect(read(Buffer.from(page))).toEqual(read(Buffer.from(`\ufeff${page}`, 'utf16le')));
});

test('what is taken out is told', () => {
  expect(read(Buffer.from('<p>Họ\u200bp phụ hu\u200b\u200bynh</p>'))).toMatchObject({
    text: '<p>Họp phụ huynh</p>',
    repairs: ['letters/invisible'],
    told: [{ rule: 'encoding/repaired', params: { repair: 'letters/invisible', count: 3 } }],
  });
});
