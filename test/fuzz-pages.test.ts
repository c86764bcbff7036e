import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../data/schema/article.schema.json' with { type: 'json' };
import { type CleanResult, clean, render, SachError, toRecord } from '../src/index.ts';
import { formats } from '../src/options.ts';
import { cpuTime } from './cpu-time.ts';
import { fuzz, fuzzTimeout } from './fuzz.ts';

/** Whatever comes in: an article that fits the contract, or one of our errors; never a crash, never a long wait. */

const validate = new Ajv().compile(schema);
const maxMilliseconds = 1000;

function survives(input: string | Uint8Array): void {
  const started = cpuTime();
  let result: CleanResult;
  try {
    result = clean(input);
  } catch (error) {
    expect(error).toBeInstanceOf(SachError);
    return;
  }
  for (const format of formats) expect(render(result, format).endsWith('\n')).toBe(true);
  validate(toRecord(result));
  expect(validate.errors ?? []).toEqual([]);
  expect(cpuTime() - started).toBeLessThan(maxMilliseconds);
}

const names =
  'html head body title meta base div span p a b i u font table tr td th tbody ul ol li dl dt dd h1 h2 h3 img br hr pre code blockquote form input select option script style noscript iframe object embed svg math template textarea o:p center article main header footer nav aside figure figcaption video sub sup del'.split(
    ' ',
  );
const words = [
  'Sáng nay',
  'Ngày 26/09/2024',
  'Theo',
  'Tác giả: Lan Anh',
  'Tin liên quan',
  'đưọc',
  'Server Error in Application',
  '31/12/9999',
  '&nbsp;',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '<',
  '>',
  '"',
  '(Ảnh: Lan)',
  '2692024.jpg',
  'Đồng Nai',
  '\u0000',
  '\ufeff',
  '😀',
  'ĐỒNG CHÍ',
  '1.',
  '- ',
  '***',
  '|',
];
const attributes = [
  '',
  ' class="content"',
  ' id="ctl00_lblNoiDung"',
  ' style="display:none"',
  ' href="javascript:x"',
  ' href="/tin/1.html"',
  ' src="a.jpg"',
  ' alt="Cầu"',
  ' colspan="99999"',
  ' rowspan="-1"',
  ' charset="tcvn3"',
  ' face=".VnTime"',
  ' onclick=x',
  ' "',
  ' =',
  ` ${'a'.repeat(300)}`,
];

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes))
      .map(([name, rest]) => `<${name}${rest}>`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!doctype html>',
      '<?xml?>',
      '</',
      '<a b=',
      '<p',
      '&lt;script&gt;',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);
const soup = fc.array(piece, { maxLength: 120 }).map((parts) => parts.join(''));

/** A portal page of our own, its markup cut, doubled, moved and torn at random places. */
const portal = `<!doctype html><html><head><meta charset="utf-8"><title>Khởi công cầu Bình An - Xã Bình An</title><meta property="og:title" content="Khởi công cầu Bình An"></head><body><form id="aspnetForm"><div id="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></div><div class="detail"><h1>Khởi công cầu Bình An</h1><span class="date">Thứ Năm, 26/09/2024 08:15 (GMT+7)</span><div class="sapo"><b>Sáng nay, xã Bình An khởi công cây cầu mới.</b></div><div class="content"><p>Cây cầu dài 42 m, rộng 5 m, do nhân dân đóng góp.</p><table><tr><td><img src="cau.jpg"></td></tr><tr><td><i>Cầu cũ. Ảnh: Lan</i></td></tr></table><p>Dự kiến <a href="/x">hoàn thành</a> trong năm nay.</p><p align="right"><b>Lan Anh</b></p></div><div class="related"><h3>Tin liên quan</h3><ul><li><a href="/2">Họp xã</a></li></ul></div></div><div id="footer">Bản quyền xã Bình An</div></form></body></html>`;
const mutated = fc
  .array(fc.tuple(fc.nat(portal.length), fc.nat(200), fc.constantFrom('cut', 'double', 'move', 'tear'), piece), {
    minLength: 1,
    maxLength: 8,
  })
  .map((changes) =>
    changes.reduce((page, [at, length, kind, text]) => {
      const part = page.slice(at, at + length);
      const [before, after] = [page.slice(0, at), page.slice(at + length)];
      if (kind === 'cut') return before + after;
      if (kind === 'double') return before + part.repeat(3) + after;
      if (kind === 'move') return after + part + before;
      return before + text + part + after;
    }, portal),
  );

describe('nothing that comes in breaks anything', () => {
  test('soup of tags', () => void fc.assert(fc.property(soup, survives), fuzz(50)), fuzzTimeout);
  test(
    'portal pages with their structure mutated',
    () => void fc.assert(fc.property(mutated, survives), fuzz(50)),
    fuzzTimeout,
  );
  test(
    'any bytes',
    () => void fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), survives), fuzz(100)),
    fuzzTimeout,
  );
  test(
    'the same page gives the same bytes',
    () => {
      fc.assert(
        fc.property(mutated, (page) => {
          expect(render(clean(page), 'json')).toBe(render(clean(page), 'json'));
        }),
        fuzz(10),
      );
    },
    fuzzTimeout,
  );
});
