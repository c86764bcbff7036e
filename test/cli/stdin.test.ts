import { describe, expect, test } from 'vitest';
import { sniffDraftKind } from '../../src/drafts/index.ts';
import { openBox } from './box.ts';

const markdown = '---\ntitle: Tin\n---\n\n```js\nvar a = "đưọc";\n```\n\nXem [bài](đưọc.md), được mùa.\n';
const html = '<p>Bà con được mùa.</p>\n<!-- đưọc --><pre>đưọc</pre><script>"đưọc"</script>\n';

describe('a draft on standard input', () => {
  test.each([
    ['JSON alone', '{ "tin": "Bà con họp xóm." }\n', 'text'],
    ['front matter in JSON', '{ "title": "Họp xóm" }\n\nBà con họp xóm.\n', 'markdown'],
    ['a page', '\ufeff\n<!-- saved -->\n<!DOCTYPE html><p>a', 'html'],
    ['a fragment', '<div class="a">\n<p>Một</p></div>\n', 'html'],
    ['Markdown below a tag', '<p align="center">Một</p>\n\n# Hai\n', 'markdown'],
    ['an address at the beginning', '<https://a.vn/> là trang của xã <b>Tân Lộc</b>', 'markdown'],
    ['front matter', '---\ntitle: Một\n---\n', 'markdown'],
    ['nothing but text', 'Một hai ba.\nBốn năm.\n\nSáu.\n', 'text'],
  ])('%s', (_, text, kind) => {
    expect(sniffDraftKind(text)).toBe(kind);
  });

  test('keeps its code, addresses and comments', async () => {
    using box = openBox();
    for (const right of [markdown, html]) {
      const { stdout } = await box.sach(['fix', '-'], { input: right.replace('được mùa', 'đưọc mùa') });
      expect(stdout).toBe(right);
    }
    expect((await box.sach(['fix', '-'], { input: 'Bà con đưọc mùa.\n' })).stdout).toBe('Bà con được mùa.\n');
  });

  test('that is empty is an error of check', async () => {
    using box = openBox();
    const { status, stdout } = await box.sach(['check', '-'], { input: '' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('error[page/no-content]: This draft is empty.')]);
  });

  test('--stdin-name tells its kind, and what it is called', async () => {
    using box = openBox();
    const input = '    Bà con đưọc mùa.\n';
    expect((await box.sach(['fix', '-'], { input })).stdout).toBe(input);
    const { stdout } = await box.sach(['fix', '-', '--diff', '--stdin-name', 'tin/a.txt'], { input });
    expect(stdout).toContain('--- a/tin/a.txt\n');
    expect(stdout).toContain('+    Bà con được mùa.\n');
    box.put('sach.config.yaml', 'overrides: [{ files: ["tin/*"], rules: { typo: error } }]\n');
    const check = await box.sach(['check', '-', '--stdin-name', 'tin/a.txt', '-f', 'github'], { input });
    expect([check.status, check.stdout]).toEqual([1, expect.stringContaining('::error file=tin/a.txt,line=1')]);
  });
});
