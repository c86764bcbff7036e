import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/index.ts';

const read = (html: string | Buffer, url?: string) =>
  decode({ source: 'x', bytes: Buffer.from(html as string), ...(url && { url }) }).value.text;
const url = 'http://a.example/';
/** “Họ về” and a link to “tư.pdf”, in Windows-1258. */
const legacy = Buffer.from(
  '<meta charset=windows-1258><p>Ho\xf2 v\xea\xcc.</p><a class=x href="t\xfd.pdf">T\xfd</a>',
  'latin1',
);

describe('addresses of a page in a legacy encoding', () => {
  it('keep the bytes that the server calls its files by; words are read', () => {
    expect(read(legacy, url)).toContain('<p>Họ về.</p><a class=x href="t%FD.pdf">Tư</a>');
  });

  it('are read as words where the page lies on no server', () => {
    expect(read(legacy)).toContain('href="tư.pdf"');
  });

  it('stay as they are in UTF-8, unless reading would compose them', () => {
    const composed = '<p>Họp</p><img src="ảnh 1.jpg" alt="ảnh"><a href=tư.pdf>Tư</a>';
    expect(read(composed, url)).toBe(composed);
    expect(read('<p>Họp</p><a href="tu\u031b.pdf">Tu\u031b</a>', url)).toBe('<p>Họp</p><a href="tu%CC%9B.pdf">Tư</a>');
  });

  it('are told from words that look like one', () => {
    const shown = Buffer.from('<meta charset=windows-1258><p>Ho\xf2 v\xea\xcc: href="t\xfd.pdf"</p>', 'latin1');
    expect(read(shown, url)).toContain('href="tư.pdf"');
  });
});
