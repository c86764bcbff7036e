import { describe, expect, test } from 'vitest';
import { clean, render } from '../../src/index.ts';
import { cpuTime } from '../cpu-time.ts';

const sentence = 'Hợp tác xã thu mua lúa tại ruộng cho bà con. ';
const rules = (result: ReturnType<typeof clean>) => result.findings.map(({ rule }) => rule);

describe('a page too large to look for an article in', () => {
  const page =
    `<!doctype html><html><head><title>Nhật ký &amp; sổ tay</title><style>p{}</style></head><body>` +
    `<!-- ẩn --><h2>Ngày <b>đầu</b></h2><pre>a\n  b</pre><script>var x = "<p>";</script>${`<p>${sentence}`.repeat(40_000)}` +
    `<table><tr><td>Ô cuối &lt;</table>`;
  const result = clean(page);

  test('keeps all its text and says what was not done', () => {
    expect(rules(result)).toEqual(['page/too-large', 'page/not-corrected']);
    expect(result.article.title).toBe('Nhật ký & sổ tay');
    expect(result.article.body.length).toBe(40_003);
    expect(render(result, 'txt').split(sentence.trim()).length).toBe(40_001);
    expect(result.article.body.slice(0, 2)).toEqual([
      { kind: 'heading', level: 2, children: [{ kind: 'text', value: 'Ngày đầu' }] },
      { kind: 'code', value: 'a\n  b' },
    ]);
    expect(result.article.body.at(-1)).toEqual({ kind: 'paragraph', children: [{ kind: 'text', value: 'Ô cuối <' }] });
  });

  test('is never sold as an article one can be sure of', () => {
    expect(result.article.confidence).toBe(0);
    expect(clean('<li><a href=x>Tin số một</a>'.repeat(20_000)).article.pageType).toBe('listing');
    expect(clean('<table><tr><td>'.repeat(40_000)).article.pageType).toBe('empty');
  });

  test('tells what stands in a comment that never ends', () => {
    const torn = clean(`${'<p>Tin'.repeat(40_001)}<!-- ${sentence.repeat(9)}`, { fix: false });
    expect(rules(torn)).toEqual(['page/too-large', 'markup/unclosed']);
  });

  test('text without a tag comes out whole', () => {
    const result = clean(sentence.repeat(60_000), { fix: false });
    expect(render(result, 'txt').trim()).toBe(sentence.repeat(60_000).trim());
    expect(rules(result)).toEqual(['page/too-large']);
  });
});

test('tables in tables take time by their number, not by its square', () => {
  const start = cpuTime();
  clean(`<html lang="vi">${`<table><tr><td>${'Xã họp dân. '.repeat(7)}`.repeat(5000)}`);
  expect(cpuTime() - start).toBeLessThan(8000);
}, 60_000);
