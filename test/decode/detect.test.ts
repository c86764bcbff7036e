import { describe, expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { encodeLegacy } from './encode-legacy.ts';

const article = `<html><head><title>Bến phà cũ trên sông Hậu</title></head><body><h1>Bến phà cũ trên sông Hậu</h1>
<p>Buổi sớm, sương còn phủ trắng mặt nước, những chuyến đò đầu tiên đã rời bến chở học trò sang bên kia sông.</p>
<p>Ông Tư Lành, người lái đò hơn ba mươi năm, kể rằng trước khi có cầu, mỗi ngày bến này đưa cả nghìn lượt khách.</p>
<p>Người dân quanh vùng vẫn giữ thói quen họp chợ dưới gốc bàng, bán rau, cá và bánh tét cho khách đường xa.</p>
</body></html>`;

const decodeBytes = (bytes: Uint8Array, contentType?: string) =>
  decode({ source: 'page.html', bytes, ...(contentType !== undefined && { contentType }) });

describe('undeclared and wrongly declared encodings', () => {
  test.each([
    'tcvn3',
    'vni',
    'windows-1258',
    'viscii',
    'vps',
    'tcvn5712',
    'vietware-x',
    'vietware-f',
    'bkhcm1',
    'bkhcm2',
  ])('%s', (name) => {
    const bytes = Buffer.from(encodeLegacy(article, name), 'latin1');
    for (const contentType of [undefined, 'text/html; charset=iso-8859-1', 'text/html; charset=utf-8']) {
      const { value } = decodeBytes(bytes, contentType);
      expect(value.text).toBe(article);
      // Small letters are the same in TCVN 5712-1 and TCVN3.
      expect(value.encoding.name).toBe(name === 'tcvn5712' ? 'tcvn3' : name);
      expect(value.encoding.confidence).toBeGreaterThan(0.9);
    }
  });

  test.each(['tcvn3', 'vni', 'viscii'])('%s read as windows-1252 and saved as UTF-8', (name) => {
    const saved = new TextDecoder('windows-1254').decode(Buffer.from(encodeLegacy(article, name), 'latin1'));
    const { value } = decodeBytes(new TextEncoder().encode(saved));
    expect(value.text).toBe(article);
    expect(value.encoding.repairs).toEqual([`mojibake/${name}-as-windows-1252`]);
  });

  test('mojibake, once and twice', () => {
    const once = Buffer.from(article).toString('latin1');
    const twice = Buffer.from(once).toString('latin1');
    for (const spoilt of [once, twice]) expect(decodeBytes(new TextEncoder().encode(spoilt)).value.text).toBe(article);
  });

  test('mojibake whose lost bytes are marked: no mark is left, no word worse', () => {
    const lossy = new TextDecoder('windows-1252')
      .decode(Buffer.from(article))
      .replace(/[\x81\x8d\x8f\x90\x9d]/g, '\ufffd');
    const { value, notices } = decodeBytes(new TextEncoder().encode(lossy));
    expect(value.text).toBe(article);
    expect(notices.map(({ rule }) => rule)).not.toContain('encoding/lost-letters');
  });

  test('a paragraph in windows-1258 within a page in UTF-8', () => {
    const lines = article.split('\n');
    const bytes = lines.map((line, i) =>
      i === 2 ? Buffer.from(encodeLegacy(line, 'windows-1258'), 'latin1') : Buffer.from(line),
    );
    const mixed = Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\n')])).subarray(0, -1);
    expect(decodeBytes(mixed).value.text).toBe(article);
    const saved = lines
      .map((line, i) => (i === 2 ? new TextDecoder('windows-1252').decode(bytes[2]) : line))
      .join('\n');
    const { value } = decodeBytes(new TextEncoder().encode(saved));
    expect(value.text).toBe(article);
    expect(value.encoding.repairs).toEqual(['mojibake/windows-1258-as-windows-1252']);
  });

  test('only the spoilt paragraphs are touched', () => {
    const paragraphs = article
      .split('\n')
      .map((line, i) => (i % 2 === 1 ? Buffer.from(line).toString('latin1') : line));
    expect(decodeBytes(new TextEncoder().encode(paragraphs.join('\n'))).value.text).toBe(article);
  });
});

describe('other languages are left alone', () => {
  test.each([
    ['French', 'Les élèves étaient très fatigués après l’été ; où sont-ils allés ? Là-bas, à côté de la forêt.'],
    ['German', 'Die Straße führt über die Brücke, schöne grüne Wälder säumen den Weg. Größe, Maß, Übung, für, müde.'],
    ['Spanish', 'El niño comió piña y después soñó con la montaña. ¿Qué pasó? Más té, sí, él está aquí.'],
    ['Portuguese', 'São João, a região não é só praia: há também pão, mãe, coração e avô.'],
  ])('%s', (_, sentence) => {
    const html = `<p>${sentence}</p>`;
    expect(decodeBytes(new TextEncoder().encode(html))).toMatchObject({
      value: { text: html, encoding: { repairs: [] } },
    });
    const latin1 = Buffer.from(html.replaceAll('’', "'"), 'latin1');
    expect(decodeBytes(latin1)).toMatchObject({
      value: { text: html.replaceAll('’', "'"), encoding: { name: 'windows-1252' } },
    });
  });
});

describe('signs that other encodings show as letters', () => {
  test.each([
    'You’ll see: “it’s £40”, she said… the café’s open – 20 °C × 3 « now »',
    '“One” ‘two’ ® ™ © • · § ¶ † ‡ → ★',
    '新闻：“能力者”、“国教练”等称号。©2021 年',
  ])('%s', (sentence) => {
    const html = Array.from({ length: 5 }, () => `<p>${sentence}</p><a>’</a><b>×</b><i>·</i>`).join('');
    expect(decodeBytes(new TextEncoder().encode(html))).toMatchObject({
      value: { text: html, encoding: { repairs: [] } },
    });
  });

  test('Chinese that declares nothing is read as Chinese', () => {
    const gb =
      'ced2c3c7d4dad5e2b8f6b5d8b7bdcbb5c1cbbadcb6e0bbb0a3acb4f3bcd2b6bcc0b4bfb4a3accbfbb5c4c5f3d3d1d2b2cac7b4d3d6d0b9fac0b4b5c4a3accab1bce4b9fdb5c3badcbfeca1a3';
    const { value } = decodeBytes(Buffer.from(gb, 'hex'));
    expect(value).toMatchObject({
      text: '我们在这个地方说了很多话，大家都来看，他的朋友也是从中国来的，时间过得很快。',
      encoding: { name: 'gb18030' },
    });
  });
});
