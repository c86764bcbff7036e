/** The rules against the catalogue of leaks and against labelled bodies, where those are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Element, parseHtml, selectFirst, textOf } from '../../src/dom/index.ts';
import { extract } from '../../src/extract/index.ts';
import { findJunk } from '../../src/extract/junk/index.ts';
import { layoutText } from '../../src/model/index.ts';

const shared = new URL('../../../shared/eval/', import.meta.url);
const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function bodyOf(html: string): Element {
  const page = parseHtml({ source: 'test', kind: 'html', text: `<div id="body">${html}</div>`, encoding }).value;
  const body = selectFirst(page, ['#body']);
  if (!body) throw new Error('no body');
  return body;
}

test('a list of links in mid-body goes, with its pictures, and the text after it stays', () => {
  const body = bodyOf(
    `<p>Đoạn mở đầu kể về con đò ngang đã chở bao lớp học trò của làng qua sông suốt hơn ba mươi năm qua.</p>
     <div><b>Tin liên quan</b><ul><li><img src="a.jpg"><a href="/a">Làng chài mở hội đua thuyền</a></li><li><a href="/b">Xã Đá Bạc trồng rừng ngập mặn</a></li></ul></div>
     <p>Đoạn kết kể rằng cây cầu mới đã thay con đò, nhưng bến cũ vẫn còn đó với gốc bàng và quán nước chè.</p>`,
  );
  const hits = findJunk(body);
  expect(hits.map(({ node }) => ('name' in node ? node.name : node.type))).toEqual(['div']);
});

test('teasers go with the headlines that they stand in a card with, and the text behind the last card stays', () => {
  const card = (name: string, href: string) =>
    `<div><h4><a href="${href}">${name}</a></h4><p>Sáng mồng bốn, bà con bốn thôn đã kéo ra đình xem hội, hai bên bờ sông đông nghịt người...</p></div>`;
  const end = 'Đoạn kết kể rằng cây cầu mới đã thay con đò, nhưng bến cũ vẫn còn đó với gốc bàng và quán nước chè.';
  const read = (list: string): string => {
    const body = bodyOf(`<p>${end}</p><h3>Có thể bạn quan tâm</h3>${list}<p>${end}</p>`);
    const gone = new Set(findJunk(body).map(({ node }) => node));
    return body.children.flatMap((node) => (gone.has(node) ? [] : textOf(node))).join('|');
  };
  const cards = card('Làng chài mở hội đua thuyền', '/a') + card('Xã Đá Bạc trồng rừng ngập mặn', '/b');
  expect(read(cards)).toBe(`${end}|${end}`);
  expect(read('<div><a href="/a">Làng chài mở hội đua thuyền</a></div>')).toBe(`${end}|${end}`);
});

describe.skipIf(!existsSync(shared))('catalogue', () => {
  interface Pattern {
    readonly id: string;
    readonly kind: string;
    readonly example: string;
    readonly match_in: string;
  }
  interface Catalogue {
    readonly patterns: readonly Pattern[];
    readonly controls_must_survive: readonly { readonly text: string }[];
  }
  const readCatalogue = () => JSON.parse(readFileSync(new URL('junk-patterns.json', shared), 'utf8')) as Catalogue;
  test('sentences about errors survive', () => {
    for (const { text } of readCatalogue().controls_must_survive)
      expect(findJunk(bodyOf(`<p>${escaped(text)}</p>`)), text).toEqual([]);
  });
  test('no paragraph of a labelled body is taken', () => {
    const pages = new URL('pages/', shared);
    for (const name of readdirSync(pages).filter((file) => file.endsWith('.json'))) {
      const gold = JSON.parse(readFileSync(new URL(name, pages), 'utf8')) as {
        readonly kind: string;
        readonly body: string;
      };
      if (gold.kind !== 'article') continue;
      const html = gold.body
        .split('\n')
        .filter(Boolean)
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('');
      expect(
        findJunk(bodyOf(html)).map(({ node, rule }) => [rule, textOf(node).slice(0, 80)]),
        name,
      ).toEqual([]);
    }
  });
});

describe('empty tags of Word that were escaped', () => {
  const bodyText = (html: string) => {
    const text = `<div class="entry-content"><p>Con đò ngang đã chở bao lớp học trò của làng qua sông suốt hơn ba mươi năm qua.</p>${html}</div>`;
    const { value } = extract(parseHtml({ source: 'test', kind: 'html', text, encoding }).value);
    return { text: layoutText(value.body).text.split('\n\n').slice(1).join('\n\n'), removed: value.removed };
  };
  test('stuck to a line they go, and are told', () => {
    const { text, removed } = bodyText('<p>Theo Bản tin Bến Lở&lt;o:p&gt;&lt;/o:p&gt;</p>');
    expect(text).toBe('Theo Bản tin Bến Lở');
    expect(removed).toContainEqual({ rule: 'junk/word-tags', text: '<o:p></o:p>' });
  });
  test('so do those of a span of their own', () => {
    expect(bodyText('<p><span>Theo Bản tin Bến Lở</span><span>&lt;o:p&gt;&lt;/o:p&gt;</span></p>').text).toBe(
      'Theo Bản tin Bến Lở',
    );
  });
  test.each([
    [
      'at the head of a paragraph',
      '&lt;o:p&gt;&lt;/o:p&gt; là thẻ mà Word thêm vào cuối mỗi đoạn văn.',
      '<o:p></o:p> là thẻ mà Word thêm vào cuối mỗi đoạn văn.',
    ],
    [
      'as a word of the sentence',
      'Hãy xóa các thẻ &lt;o:p&gt;&lt;/o:p&gt; còn sót.',
      'Hãy xóa các thẻ <o:p></o:p> còn sót.',
    ],
    [
      'in code',
      'Người soạn bài thường thấy dòng <code>chữ&lt;o:p&gt;&lt;/o:p&gt;</code> ở cuối đoạn dán từ Word.',
      'Người soạn bài thường thấy dòng chữ<o:p></o:p> ở cuối đoạn dán từ Word.',
    ],
    [
      'with something in them',
      'Người soạn bài thường thấy chữ&lt;o:p&gt;một&lt;/o:p&gt; ở cuối đoạn.',
      'Người soạn bài thường thấy chữ<o:p>một</o:p> ở cuối đoạn.',
    ],
  ])('%s they stay', (_, html, expected) => {
    expect(bodyText(`<p>${html}</p>`).text).toBe(expected);
  });
});
