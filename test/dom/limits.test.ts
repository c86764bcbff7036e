import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml, textOf } from '../../src/dom/index.ts';
import { isTooLarge, maxAttributes, maxDepth, maxLetters, maxTags, tame } from '../../src/dom/limits.ts';

const parse = (text: string) =>
  parseHtml({ source: 'x', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } });
const read = (text: string): { readonly text: string; readonly rules: readonly string[] } => {
  const { value, notices } = parse(text);
  const body = bodyOf(value.document);
  return { text: body ? textOf(body) : '', rules: notices.map(({ rule }) => rule) };
};

test('the pages that a page of frames shows are named', () => {
  const frames =
    '<frame src="menu.htm"><frame name=x src=tin.asp?a=1&amp;b=2><frame src="about:blank"><!-- <frame src=x> -->';
  const { notices } = parse(`<html><frameset cols="20%,*">${frames}</frameset><noframes>chữ</noframes>`);
  expect(notices).toEqual([{ rule: 'page/frames', level: 'warning', params: { frames: 'menu.htm, tin.asp?a=1&b=2' } }]);
  expect(parse('<p>Thẻ &lt;frameset> và <frame src="a.htm"></p>').notices).toEqual([]);
});

describe('what a parser must be spared', () => {
  test('an ordinary page comes back as the same string', () => {
    const page = '<div><p>Một<p>Hai<ul><li>Ba<li>Bốn</ul><script>if (a<b) "</div>"</script></div><!-- <div> -->';
    expect(tame(page)).toEqual({ text: page, notices: [] });
  });

  test('fifty thousand nested elements: the text is kept, the depth is told', () => {
    expect(read(`${'<div>'.repeat(50_000)}chữ${'</div>'.repeat(40_000)}<p>sau`)).toEqual({
      text: 'chữsau',
      rules: ['markup/too-deep'],
    });
  });

  test('closed elements beside each other are not deep', () => {
    expect(tame('<div><b>x</b></div>'.repeat(5 * maxDepth)).notices).toEqual([]);
  });

  test('paragraphs that nobody closed are not deep', () => {
    expect(tame('<p>x<li>y<td>z'.repeat(5 * maxDepth)).notices).toEqual([]);
  });

  test('two hundred thousand attributes on one tag', () => {
    const attributes = Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ');
    expect(read(`<div ${attributes}>chữ</div><p>sau`)).toEqual({
      text: 'chữsau',
      rules: ['markup/too-many-attributes'],
    });
  });

  test('a long address in one attribute is not many attributes', () => {
    const picture = `<img alt="a > b" src="data:image/png;base64,${'A'.repeat(20_000)}">`;
    expect(tame(picture)).toEqual({ text: picture, notices: [] });
    expect(maxAttributes).toBeGreaterThan(100);
  });

  test('formatting that nobody closed: the text is kept, the tags are left out and told', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `<p><b id=${i}>${i % 10}`).join('');
    const { text, rules } = read(lines);
    expect(text.replaceAll(' ', '').length).toBe(20_000);
    expect(rules).toContain('markup/unclosed-formatting');
  });

  test('the same tag left open in every paragraph is opened anew three times at most, and stays', () => {
    const page = '<p><b>x'.repeat(300);
    expect(tame(page)).toEqual({ text: page, notices: [] });
  });

  test('an SVG title holds markup, an HTML title does not', () => {
    expect(read(`<svg><title>${'<div>'.repeat(2 * maxDepth)}chữ`).rules).toContain('markup/too-deep');
    expect(tame(`<title>${'<div>'.repeat(2 * maxDepth)}</title>chữ`).notices).toEqual([]);
  });
});

describe('what is too large to look for an article in', () => {
  test('many tags, many letters; not a long script', () => {
    expect(isTooLarge('<p>x'.repeat(maxTags))).toBe(false);
    expect(isTooLarge('<p>x'.repeat(maxTags + 1))).toBe(true);
    expect(isTooLarge('chữ '.repeat(maxLetters / 4))).toBe(false);
    expect(isTooLarge('chữ '.repeat(maxLetters / 4 + 1))).toBe(true);
    expect(isTooLarge(`<script>${'a<b;'.repeat(maxLetters / 2)}</script>chữ`)).toBe(false);
    expect(isTooLarge(`<script>${'a<b;'.repeat(1_300_000)}</script>chữ`)).toBe(true);
  });

  test('pictures that stand in the page as data do not make it too large', () => {
    const picture = `<img src="data:image/jpeg;base64,${'/9j4'.repeat(2_000_000)}">`;
    expect(isTooLarge(`<p>chữ${picture}${picture}<p>chữ`)).toBe(false);
    expect(isTooLarge(`<p>chữ${picture}<script>${'a<b;'.repeat(1_300_000)}</script>`)).toBe(true);
  });
});

describe('what opens and never closes is told', () => {
  const after = `<p>${'Con đường mới chạy qua hai thôn. '.repeat(3)}</p>`;
  const lossOf = (page: string) => parse(page).notices.map(({ rule, params, line }) => [rule, params?.what, line]);

  test.each([
    ['<p>trước</p>\n<!-- ', 'comment'],
    ['<p>trước</p>\n<?php echo 1', 'comment'],
    ['<p>trước</p>\n<title>Tin', '<title>'],
    ['<p>trước</p>\n<script>', '<script>'],
    ['<p>trước</p>\n<select><option>', '<select>'],
    ['<p>trước</p>\n<noscript>', '<noscript>'],
    ['<p>trước</p>\n<p class="x>', '<p>'],
  ])('%s', (page, what) => {
    const closing = what === 'comment' && page.includes('php') ? after.replaceAll(/<[^>]*>/g, '') : after;
    expect(lossOf(page + closing)).toEqual([['markup/unclosed', what, 2]]);
  });

  test('a quote that the next one closes', () => {
    expect(lossOf(`<a href="/1>Tin một</a>${after}<a href="/2">Tin hai</a>`)).toEqual([
      ['markup/unclosed', 'quote', 1],
    ]);
  });

  test.each([
    ['<!--><p>', '<!---><p>', '<!-- a --!><p>', '<!doctype html><p>'],
    ['<a title="a > b <c> d" href=x>', '<a title=\'<b>đậm</b>\' href="y">', '<a href=a=b"c>'],
    ['<textarea><!-- </textarea>', '<script>"<!-- "</script>', '<select><option>a</select>', '<xmp><title>'],
    ['<div><noscript></div>', '<table><td><object></table>', '<select><option>a<input>'],
  ])('%s and others are whole', (...pages) => {
    for (const page of pages) expect(lossOf(page + after)).toEqual([]);
  });

  test('the torn end of a page is not', () => {
    expect(lossOf(`${after}<div class="foo`)).toEqual([]);
  });
});
