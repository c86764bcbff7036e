/** Tags that are closed as in XHTML, on pages that browsers read as HTML. */
import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml, textOf } from '../../src/dom/index.ts';
import { clean } from '../../src/library.ts';

const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
const read = (text: string) => {
  const { value, notices } = parseHtml({ source: 'test', kind: 'html', text, encoding });
  return { text: textOf(bodyOf(value.document) ?? value.document), rules: notices.map(({ rule }) => rule) };
};
const sentence =
  'Sáng nay, Ủy ban nhân dân xã tổ chức lễ khánh thành cây cầu mới bắc qua sông, nối hai thôn sau nhiều năm chờ đợi.';
const body = `<h1>Khánh thành cầu</h1><p>${sentence}</p><p>${sentence}</p>`;
const page = (start: string, head: string, rest = '') =>
  `${start}<head>${head}<meta name="x" content="y" /></head><body>${body}${rest}</body></html>`;
const xhtml =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html>';

describe('a page that would be lost', () => {
  test.each([
    ['a script that nobody closes', '<script src="a.js"/>', ''],
    ['one that the next one closes', '<script src="a.js" type="text/javascript" />', '<script>var a = 1;</script>'],
    ['two of them', '<script src="a.js"/><script src="b.js"/>', '<script>var a = 1;</script>'],
    ['a title', '<title/>', ''],
    ['a sheet', '<style type="text/css"/>', '<style>p { }</style>'],
  ])('is read as XHTML where it says that it is: %s', (_, head, rest) => {
    for (const start of [xhtml, '<?xml version="1.0"?><html>', '<html xmlns="http://www.w3.org/1999/xhtml">']) {
      const { text, rules } = read(page(start, head, rest));
      expect([text, rules]).toEqual([expect.stringContaining(sentence), ['markup/self-closed']]);
    }
  });

  test('comes out as an article, and that is told in both languages', () => {
    const lost = page(xhtml, '<title>Cầu mới</title><script src="a.js"/>', '<script>var a = 1;</script>');
    const { article, findings } = clean(lost, { lang: 'vi' });
    expect(article).toMatchObject({ pageType: 'article', title: expect.stringMatching(/cầu/i) });
    expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('theo XHTML'));
    expect(clean(lost).findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('as in XHTML'));
  });
});

describe('all others are read as browsers read them', () => {
  test.each([
    ['a page that does not say what it is', page('<html>', '<script src="a.js"/>', '<script>var a = 1;</script>')],
    ['a tag that is closed after all', page(xhtml, '<script src="a.js"/></script>')],
    [
      'one that takes little',
      page(xhtml, '<title>Cầu</title>', '<script src="a.js"/><p>Lên đầu trang</p><script></script>'),
    ],
    ['one within a script', page(xhtml, '', `<script>document.write('<script src="a.js"/>')</script>`)],
  ])('%s', (_, html) => {
    expect(read(html).rules).not.toContain('markup/self-closed');
  });

  test('a page full of such tags is read in time', () => {
    const started = performance.now();
    read(xhtml + '<script/>'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
