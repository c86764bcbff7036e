import { expect, test } from 'vitest';
import { parseHtml, select } from '../../src/dom/index.ts';

const page = parseHtml({
  source: 'x',
  kind: 'html',
  text: `<div id="a" class="news box"><p class="lead">1</p><div><p data-role="body text">2</p></div></div>
         <span id="ctl00_main_lblNoiDung"><p>3</p></span><p class="lead">4</p>`,
  encoding: { name: 'utf-8', confidence: 1, repairs: [] },
}).value;
const found = (selector: string): string[] =>
  select(page, selector).map((element) =>
    element.children.map((child) => ('data' in child ? child.data : '')).join(''),
  );

test.each([
  ['p', ['1', '2', '3', '4']],
  ['p.lead', ['1', '4']],
  ['#a .lead', ['1']],
  ['.news.box > p', ['1']],
  ['div > div > p', ['2']],
  ['[id$=lblNoiDung] p', ['3']],
  ['[id^="ctl00"] > p', ['3']],
  ['[data-role~=text]', ['2']],
  ['[data-role*="dy te"]', ['2']],
  ['span p, .lead', ['1', '3', '4']],
  ['*.lead', ['1', '4']],
  ['h1', []],
])('%s', (selector, texts) => {
  expect(found(selector)).toEqual(texts);
});

test('a selector of another kind is refused, not misread', () => {
  expect(() => select(page, 'p:first-child')).toThrow(RangeError);
});
