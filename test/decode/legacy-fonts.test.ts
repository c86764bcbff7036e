import { describe, expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { bodyOf, parseHtml, textOf } from '../../src/dom/index.ts';
import { encodeLegacy } from './encode-legacy.ts';

/** The page as readers see it. */
function shown(html: string): { readonly text: string; readonly repairs: readonly unknown[] } {
  const page = decode({ source: 'page.html', bytes: new TextEncoder().encode(html) });
  const dom = parseHtml(page.value);
  return {
    text: textOf(bodyOf(dom.value.document) ?? dom.value.document),
    repairs: dom.notices.map(({ params }) => params?.repair),
  };
}

const tcvn3 = (text: string): string => encodeLegacy(text, 'tcvn3');
const vni = (text: string): string => encodeLegacy(text, 'vni');

describe('runs in legacy fonts inside a Unicode page', () => {
  test.each([
    ['a font tag', `<p>Tin mới: <font face=".VnTime">${tcvn3('Mưa')}</font></p>`],
    ['a style', `<p>Tin mới: <span style="font-family:'.VnArial'">${tcvn3('Mưa')}</span></p>`],
    ['a shorthand', `<p>Tin mới: <span style="font: bold 12pt VNI-Times">${vni('Mưa')}</span></p>`],
    [
      'a class',
      `<style>td .vn, p.x { color: red; font-family: "VNI-Helve" }</style><p>Tin mới: <b class="vn">${vni('Mưa')}</b></p>`,
    ],
  ])('%s tells the encoding of one word', (_, html) => {
    expect(shown(html).text.trim()).toBe('Tin mới: Mưa');
  });

  test('a word that is one both ways follows the other runs of its font', () => {
    const html = `<p><font face=".VnTime">${tcvn3('Thủ đô')}</font> <font face=".VnTime">${tcvn3('Bộ')}</font></p>`;
    expect(shown(html).text.trim()).toBe('Thủ đô Bộ');
  });

  test('a converted page that kept its font names is left alone', () => {
    const html = '<p><font face=".VnTimeH">Xã Đông Sơn</font> <font face=".VnTime">bé ngoan</font></p>';
    expect(shown(html)).toEqual({ text: 'Xã Đông Sơn bé ngoan', repairs: [] });
  });

  test('a Unicode font inside ends the run', () => {
    const html = `<div style="font-family:.VnTime">${tcvn3('Trường tổ chức lễ')} <font face="Arial">« déjà vu »</font></div>`;
    expect(shown(html).text.trim()).toBe('Trường tổ chức lễ « déjà vu »');
  });

  test('fonts of capitals show capitals', () => {
    const html = `<p><font face=".VnTimeH">${tcvn3('thông báo')} so 5</font></p><p><font face=".VnTime">${tcvn3('về việc nghỉ lễ')}</font></p>`;
    expect(shown(html).text.trim()).toMatch(/^THÔNG BÁO SO 5\s*[Vv]ề việc nghỉ lễ$/);
  });
});
