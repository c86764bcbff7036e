import { describe, expect, test } from 'vitest';
import { charset } from '../../src/decode/charset.ts';
import { decode } from '../../src/decode/index.ts';
import { legacyEncodings } from '../../src/text/index.ts';

const page = (bytes: Uint8Array, more: { contentType?: string; kind?: 'html' | 'text' } = {}) => ({
  source: 'page.html',
  bytes,
  ...more,
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('encodings said or shown by the bytes', () => {
  test('UTF-8 is read as UTF-8 whatever is declared', () => {
    const { value } = decode(page(utf8('<meta charset=windows-1258><p>Thành phố yên tĩnh</p>')));
    expect(value.text).toContain('Thành phố yên tĩnh');
    expect(value.encoding).toMatchObject({ name: 'utf-8', declared: 'windows-1258' });
  });

  test('byte-order marks are believed and taken away', () => {
    expect(decode(page(utf8('\ufeff<p>Chợ nổi</p>'))).value.text).toBe('<p>Chợ nổi</p>');
    const le = Buffer.from('\ufeff<p>Chợ nổi</p>', 'utf16le');
    expect(decode(page(le)).value).toMatchObject({ text: '<p>Chợ nổi</p>', encoding: { name: 'utf-16le' } });
    expect(decode(page(le.swap16())).value).toMatchObject({ text: '<p>Chợ nổi</p>', encoding: { name: 'utf-16be' } });
  });

  test('UTF-32 is read by its mark, though browsers do not know it', () => {
    const text = '<p>Chợ nổi \u{1f6f6}</p>';
    const codes = [...`\ufeff${text}`].map((letter) => letter.codePointAt(0) ?? 0);
    const le = Buffer.alloc(4 * codes.length);
    for (const [i, code] of codes.entries()) le.writeUInt32LE(code, 4 * i);
    expect(decode(page(le)).value).toMatchObject({ text, encoding: { name: 'utf-32le', confidence: 1 } });
    expect(decode(page(le.swap32())).value).toMatchObject({ text, encoding: { name: 'utf-32be', confidence: 1 } });
  });

  test('UTF-7 is read where it is declared, though browsers do not know it any more', () => {
    const declared = (text: string) => decode(page(utf8(`<meta charset="utf-7"><p>${text}</p>`))).value;
    expect(declared('X+AOM T+AOI-n L+Hq0-p: 1 +- 1, +2D3e9g')).toMatchObject({
      text: '<meta charset="utf-7"><p>Xã Tân Lập: 1 + 1, \u{1f6f6}</p>',
      encoding: { name: 'utf-7', declared: 'utf-7' },
    });
    expect(declared('Xã Tân Lập, 1 + 1')).toMatchObject({ encoding: { name: 'utf-8' } });
    expect(decode(page(utf8('<p>X+AOM</p>'))).value.text).toBe('<p>X+AOM</p>');
  });

  test('UTF-16 without a mark is recognised', () => {
    const { value } = decode(page(Buffer.from('<html><p>Bến cảng</p></html>', 'utf16le')));
    expect(value).toMatchObject({ text: '<html><p>Bến cảng</p></html>', encoding: { name: 'utf-16le' } });
  });

  test('a header or a meta tag names other charsets', () => {
    const gbk = Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb, 0xc3, 0xf1]);
    expect(decode(page(gbk, { contentType: 'text/html; charset=gb2312' })).value).toMatchObject({
      text: '中国人民',
      encoding: { name: 'gbk', declared: 'gb2312' },
    });
    const meta = latin1(
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>déjà vu à l’été: \x80</p>'.replace(
        '’',
        '\x92',
      ),
    );
    expect(decode(page(meta)).value.text).toContain('déjà vu à l’été: €');
  });

  test('text is composed', () => {
    expect(decode(page(utf8('<p>Tiếng Việt</p>'.normalize('NFD')))).value.text).toBe('<p>Tiếng Việt</p>');
  });
});

describe('bad input', () => {
  test('a cut letter is counted, the rest is read', () => {
    const bytes = utf8('<p>Đường làng rợp bóng tre xanh mướt</p>');
    const cut = decode(page(bytes.subarray(0, bytes.indexOf(0xc6) + 1)));
    expect(cut.value.text).toBe('<p>Đ\ufffd');
    expect(cut.notices).toContainEqual({ rule: 'encoding/lost-letters', level: 'warning', params: { count: 1 } });
  });

  test('x-user-defined is no encoding, also where the platform knows its name', () => {
    expect(charset('X-User-Defined')).toBeUndefined();
  });

  test('a declared encoding that does not exist is told', () => {
    const { value, notices } = decode(page(utf8('<meta charset="x-lạ"><p>Mùa gặt</p>'.replace('ạ', 'a'))));
    expect(value.text).toContain('Mùa gặt');
    expect(notices).toContainEqual({ rule: 'encoding/declared-unknown', level: 'info', params: { declared: 'x-la' } });
  });

  test.each([
    'CWS 2024 họp ở Đà Nẵng.',
    'RIFF là định dạng tệp.',
    'wOF là ba chữ.',
    '{\\rtf là lệnh mở đầu tệp RTF.',
    'GIF87 và GIF89',
  ])('a text that begins with the letters of a signature is text: %s', (text) => {
    const { value, notices } = decode({ source: 'a.txt', kind: 'text', bytes: new TextEncoder().encode(text) });
    expect([value.text, notices]).toEqual([text, []]);
  });

  test.each([
    ['swf', 'CWS\u000a\u0010\u0020\u0000\u0000x\u009c'],
    ['webp', 'RIFF\u0024\u0001\u0000\u0000WEBPVP8 '],
    ['woff', 'wOF2\u0000\u0001\u0000\u0000'],
    ['woff', 'wOFFOTTO'],
    ['rtf', '{\\rtf1\\ansi\\ansicpg1258'],
    ['gif', 'GIF89a'],
  ])('%s is known by its first bytes', (kind, start) => {
    const { notices } = decode({ source: 'a.html', bytes: Uint8Array.from(Buffer.from(start, 'latin1')) });
    expect(notices).toContainEqual({ rule: 'encoding/binary', level: 'error', params: { kind } });
  });

  test('a binary file is a finding, never garbage', () => {
    for (const bytes of [latin1('%PDF-1.4\n%\xe2\xe3'), Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 32)]) {
      const { value, notices } = decode(page(bytes));
      expect(value.text).toBe('');
      expect(notices).toContainEqual(expect.objectContaining({ rule: 'encoding/binary', level: 'error' }));
    }
  });

  test('a forced name that does not exist is refused', () => {
    expect(() => decode(page(utf8('a')), { encoding: 'tcvn9' })).toThrow(
      expect.objectContaining({ code: 'unknown-encoding' }),
    );
  });
});

describe('forced encodings', () => {
  test.each([
    ['tcvn3', 'Ch\xee n\xe6i h\xe4p tr\xaan s\xabng'],
    ['abc', 'Ch\xee n\xe6i h\xe4p tr\xaan s\xabng'],
    ['VNI', 'Ch\xf4\xef no\xe5i ho\xefp tre\xe2n so\xe2ng'],
    ['viscii', 'Ch\xfe n\xb1i h\xf7p tr\xean s\xf4ng'],
    ['x-viet-vps', 'Ch\xae n\xb0i h\x86p tr\xean s\xf4ng'],
    ['windows-1258', 'Ch\xf5\xf2 n\xf4\xd2i ho\xf2p tr\xean s\xf4ng'],
    ['viqr', 'Cho+. no^?i ho.p tre^n so^ng'],
  ])('%s', (encoding, bytes) => {
    expect(decode(page(latin1(bytes), { kind: 'text' }), { encoding }).value.text).toBe('Chợ nổi họp trên sông');
  });

  test('no two encodings share a name', () => {
    const names = legacyEncodings.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('VIQR: a sign at the end of a sentence is a tone only where much speaks for it', () => {
  const read = (text: string) => decode(page(latin1(text), { kind: 'text' }), { encoding: 'viqr' }).value.text;
  expect(read("Trang chu?\nO^ng Nguye^~n Thi. Minh dde^'n ro^`i.")).toBe('Trang chủ\nÔng Nguyễn Thị Minh đến rồi.');
  expect(read('Em ve^` chu+a? Ro^`i.')).toBe('Em về chưa? Rồi.');
});
