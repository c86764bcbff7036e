import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml, textOf } from '../../src/dom/index.ts';
import { maxAttributes, maxDepth, maxTags, tame } from '../../src/dom/limits.ts';

const parse = (text: string) =>
  parseHtml({ source: 'x', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } });
const read = (text: string): { readonly text: string; readonly rules: readonly string[] } => {
  const { value, notices } = parse(text);
  const body = bodyOf(value.document);
  return { text: body ? textOf(body) : '', rules: notices.map(({ rule }) => rule) };
};

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

  test('more tags than the limit: what was read is kept, the rest is told', () => {
    const { text, rules } = read('<p>x'.repeat(maxTags + 1000));
    expect(text.length).toBe(maxTags);
    expect(rules).toEqual(['markup/too-many-tags']);
  });
});
