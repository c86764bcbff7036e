import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clean, decode, extract, render, SachError } from '../src/index.ts';
import { articlePage, firstSentence } from './cli/box.ts';

const examples = [
  ...readFileSync('docs/library.md', 'utf8').matchAll(
    /^## (.+)\n\n(?:[^`].*\n\n)*```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gm,
  ),
].map(([, title = '', code = '', output = '']) => ({ title, code, output }));

describe('docs/library.md', () => {
  test('has its examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  test.each(examples)('$title prints what it says', async ({ code, output }) => {
    // `sach` is this package itself, through its published door.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    expect(stdout).toBe(output);
  });
});

describe('the door', () => {
  test('takes a string, bytes or a page alike', () => {
    const html = articlePage('Cầu mới');
    const bytes = new TextEncoder().encode(html);
    const [fromText, fromBytes, fromPage] = [html, bytes, { source: '-', bytes }].map((input) => clean(input));
    expect(fromText?.article.title).toBe('Cầu mới');
    expect(fromBytes).toEqual(fromText);
    expect(fromPage).toEqual(fromText);
  });

  test('the text of a removed block is never cut through a letter', () => {
    const links = [...Array.from({ length: 16 }, () => 'Văn bản mới'), 'Mục ảnh😀', 'Liên hệ'];
    const frame = `<ul class="menu">${links.map((text) => `<li><a href="/muc">${text}</a></li>`).join('')}</ul>`;
    const { removed } = clean(articlePage('Cầu mới').replace('</body>', `${frame}</body>`)).article;
    expect(removed.map(({ text }) => text.length)).toContain(199);
    expect(removed.filter(({ text }) => /\p{Cs}/u.test(text))).toEqual([]);
  });

  test('a string is text, whatever its page declares', () => {
    const html = articlePage('Cầu mới').replace('utf-8', 'windows-1258');
    expect(render(clean(html), 'txt')).toContain(firstSentence);
  });

  test('stages can be called one by one', () => {
    const { value } = decode(new TextEncoder().encode(articlePage('Cầu mới')));
    expect(extract(value).value).toEqual(extract(articlePage('Cầu mới')).value);
  });

  test('bytes that are no text are refused by name', () => {
    expect(() => clean(Buffer.from('%PDF-1.4'))).toThrow(SachError);
  });
});

test('the page that docs/extraction.md walks through becomes the Markdown shown there', () => {
  const [, html = '', markdown] =
    /^```html\n([\s\S]*?)```[\s\S]*?^```markdown\n([\s\S]*?)```/m.exec(readFileSync('docs/extraction.md', 'utf8')) ??
    [];
  expect(render(clean(html), 'md')).toBe(markdown);
});
