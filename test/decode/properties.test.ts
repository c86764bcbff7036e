import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandEntities } from '../../src/decode/entities.ts';
import { decode } from '../../src/decode/index.ts';
import { legacyEncodings, syllableShare } from '../../src/text/index.ts';
import { runs } from '../fuzz.ts';
import { encodeLegacy } from './encode-legacy.ts';

/** The full count is 200,000; `SACH_FUZZ=1000` runs it. */
const numRuns = 200 * Number(process.env.SACH_FUZZ ?? 1);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, kind: 'html' | 'text' = 'html') => decode({ source: 'page', bytes, kind }).value;

/** Pieces that repairs react to, so that random texts meet them often. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'Tiáº¿ng',
          'ViÖt',
          'ñöôïc',
          'Ã ',
          'Ä',
          'ð',
          'ƣ',
          '&#7871;',
          '&amp;#225;',
          '<p>',
          '</p>',
          ' ',
          '\n',
          'té',
          'où',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'toa\u0301n',
          '\u200b',
          '\u00ad',
          '\uf0b7',
          '\ufffd\ufffd\ufffd',
          'о',
          'ê',
          "tie^'ng",
          'ddu+o+.c',
          '中文',
          '’',
          '«',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('any input', () => {
  test('random bytes never crash, and reading the result again changes nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const once = read(bytes);
        expect(once.text).toBe(once.text.normalize('NFC'));
        expect(read(utf8(once.text)).text).toBe(once.text);
      }),
      runs(numRuns),
    );
  });

  test('reading twice is reading once, and no repair makes a text less Vietnamese', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('html' as const, 'text' as const), (text, kind) => {
        const typed = new TextDecoder().decode(utf8(text)).normalize('NFC');
        // An entity is its letter already, to a browser.
        const before = kind === 'html' ? expandEntities(typed, (code) => String.fromCharCode(code)) : typed;
        const once = read(utf8(text), kind).text;
        expect(read(utf8(once), kind).text).toBe(once);
        expect(syllableShare(once)).toBeGreaterThanOrEqual(syllableShare(before));
      }),
      runs(numRuns),
    );
  });

  test('every legacy encoding round-trips over all letters', () => {
    const letters = [...'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'];
    for (const { id } of legacyEncodings.filter((encoding) => encoding.id !== 'viqr'))
      for (const letter of letters) {
        const bytes = Buffer.from(`m ${encodeLegacy(letter, id)} m`, 'latin1');
        const { text } = decode({ source: 'page', bytes, kind: 'text' }, { encoding: id }).value;
        expect(`${id} ${text}`).toBe(`${id} m ${letter} m`);
      }
  });
});
