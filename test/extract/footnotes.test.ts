import { describe, expect, test } from 'vitest';
import { bodyOf, parseHtml } from '../../src/dom/index.ts';
import { toBlocks } from '../../src/extract/blocks/index.ts';
import { layoutText } from '../../src/model/index.ts';
import { toHtml, toMarkdown } from '../../src/render/index.ts';

const blocksOf = (html: string) => {
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
  const body = bodyOf(parseHtml({ source: 'x', kind: 'html', text: html, encoding }).value.document);
  return body ? toBlocks([body]) : [];
};
const markdown = (html: string): string => toMarkdown(blocksOf(html));

const word = `<p>Cầu tre dựng năm 1962<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference">[1]</span></a>, thay con đò.</p>
  <div><br clear="all"><hr align="left" size="1" width="33%"><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title="">[1]</a> Theo cụ Tạo.</p><p>Cụ mất năm 2004.</p></div></div>`;
const wiki = `<p>Chợ Hạ họp sáu phiên<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> mỗi tháng<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup>.</p>
  <ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b>^</b> <a href="#cite_ref-1">a</a></span> <span>Sổ chợ, tờ 4.</span></li><li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> Lời ông Lân.</li></ol>`;

describe('become footnotes of Markdown', () => {
  test.each([
    [
      'notes of Word, with the line over them',
      word,
      'Cầu tre dựng năm 1962[^1], thay con đò.\n\n[^1]: Theo cụ Tạo.\n\n    Cụ mất năm 2004.',
    ],
    [
      'references of a wiki',
      wiki,
      'Chợ Hạ họp sáu phiên[^1] mỗi tháng[^2].\n\n[^1]: Sổ chợ, tờ 4.\n\n[^2]: Lời ông Lân.',
    ],
    [
      'notes made by hand, marks in brackets and stars',
      '<p>Đình Hạ<sup>[<a href="#note1" id="to1">1</a>]</sup> có ba gian (<a href="#note2">*</a>).</p><p id="note1"><sup>1</sup> Dựng năm 1893.</p><p id="note2">(*) Nay còn hai.</p>',
      'Đình Hạ[^1] có ba gian ([^note]).\n\n[^1]: Dựng năm 1893.\n\n[^note]: Nay còn hai.',
    ],
    [
      'a note that two places refer to',
      '<p>Một<a href="#fn1"><sup>1</sup></a> và hai<a href="#fn1"><sup>1</sup></a>.</p><p id="fn1">1. Chung.</p>',
      'Một[^1] và hai[^1].\n\n[^1]: Chung.',
    ],
    [
      'notes of two parts that both begin at one',
      '<p>Một<a href="#fna1"><sup>1</sup></a>.</p><p id="fna1">1 Đầu.</p><p>Hai<a href="#fnb1"><sup>1</sup></a>.</p><p id="fnb1">1 Sau.</p>',
      'Một[^1].\n\n[^1]: Đầu.\n\nHai[^1-2].\n\n[^1-2]: Sau.',
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('stay as they are', () => {
  test.each([
    [
      'a list of contents with numbers for links',
      '<p>Xem phần <a href="#phan-1">1</a>.</p><div id="phan-1"><p>1. Cầu tre.</p></div>',
      'Xem phần 1.\n\n1\\. Cầu tre.',
    ],
    ['a number with no note', '<p>Xem chú thích <a href="#fn1">[1]</a>.</p>', 'Xem chú thích [1].'],
    [
      'a note that nothing leads to',
      '<p>Cầu tre.</p><p id="fn1">[1] Dựng năm 1962.</p>',
      'Cầu tre.\n\n[1] Dựng năm 1962.',
    ],
    [
      'an item among others that are no notes',
      '<p>Cầu<a href="#fn1">[1]</a>.</p><ol><li id="fn1">Tre.</li><li>Gỗ.</li></ol>',
      'Cầu[1].\n\n1. Tre.\n2. Gỗ.',
    ],
    [
      'a note in a table of data',
      '<table><tr><th>Cầu</th><th>Năm dựng</th></tr><tr><td>Tre<a href="#fn1">[1]</a></td><td>1962<p id="fn1">[1] Theo sổ.</p></td></tr></table>',
      '| Cầu | Năm dựng |\n|---|---|\n| Tre[1] | 1962<br>[1] Theo sổ. |',
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

test('plain text and HTML print what the page prints, and HTML leads to the note', () => {
  const blocks = blocksOf(word);
  expect(layoutText(blocks).text).toBe(
    'Cầu tre dựng năm 1962[1], thay con đò.\n\n[1] Theo cụ Tạo.\n\nCụ mất năm 2004.',
  );
  expect(toHtml(blocks)).toContain('<a href="#fn-1" role="doc-noteref">[1]</a>');
  expect(toHtml(blocks)).toContain('<div id="fn-1" role="doc-footnote">\n<p>[1] Theo cụ Tạo.</p>');
});
