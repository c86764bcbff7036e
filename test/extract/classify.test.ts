import { expect, test } from 'vitest';
import { parseHtml } from '../../src/dom/index.ts';
import { featureNames, featuresOf } from '../../src/extract/classify/features/index.ts';
import { textFacts, wordsIn } from '../../src/extract/classify/features/text.ts';
import { probabilities } from '../../src/extract/classify/forest.ts';
import { bestThreshold, bothLooks, loadModel, modelNameOf, modelNames } from '../../src/extract/classify/index.ts';
import { secondLook, secondNames } from '../../src/extract/classify/second-look.ts';
import { survey, surveyReadable } from '../../src/extract/classify/survey.ts';

const page = (text: string) =>
  parseHtml({ source: 'x', kind: 'html', text, encoding: { name: 'utf-8', confidence: 1, repairs: [] } }).value;
const textsOf = (html: string) =>
  survey(page(html)).segments.map(({ text, linkChars, hidden }) => [text, linkChars, hidden]);

test('a segment ends at paragraph borders and double breaks, not at inline marks', () => {
  expect(textsOf('<div>Một <b>hai</b><p>ba <a href="/x">bốn</a></p>năm<br>sáu<br><br>bảy</div>')).toEqual([
    ['Một hai', 0, false],
    ['ba bốn', 3, false],
    ['năm sáu', 0, false],
    ['bảy', 0, false],
  ]);
});

test('hidden text is marked, code and form controls are no text', () => {
  expect(textsOf('<p style="display: none">ẩn</p><script>x()</script><select><option>y</select><p>hiện')).toEqual([
    ['ẩn', 0, true],
    ['hiện', 0, false],
  ]);
});

test('a page that scripts have not drawn yet is read from what they would show', () => {
  const story = 'Câu chuyện của làng ven sông được kể lại trong buổi chiều cuối năm. '.repeat(20);
  expect(surveyReadable(page(`<p>Đang tải</p><noscript><p>${story}</p></noscript>`)).segments.length).toBe(2);
  const hidden = surveyReadable(page(`<p>Đang tải</p><div style="visibility:hidden"><p>${story}</p></div>`));
  expect(hidden.segments.every((segment) => !segment.hidden)).toBe(true);
});

test('letters are counted as what they are, in any plane and script', () => {
  const counts = { sentences: 1, words: 5, commas: 1, digits: 2, capitals: 2 };
  expect(textFacts('Ông 𝐁a, 12 con… gà𐐨.')).toEqual({ ...counts, sentences: 2 });
  expect(textFacts('Ông 𝐁a, 12 con gà𐐨.')).toEqual(counts);
  expect(['', 'a\u0301 b', '村里 nhà', 'nhà村 2'].map(wordsIn)).toEqual([0, 2, 3, 2]);
});

test('all forests were trained on the features that they are asked with', () => {
  for (const { first, second } of modelNames.map(loadModel)) {
    expect(first.features).toBe(featureNames.length);
    expect(second.features).toBe(secondNames.length);
  }
  const { rows, width } = featuresOf(page('<h1>Một</h1><p>Hai ba bốn.'), survey(page('<h1>Một</h1><p>Hai ba bốn.')));
  expect(rows.length).toBe(2 * featureNames.length);
  expect([...rows].every(Number.isFinite)).toBe(true);
  expect(width).toBe(featureNames.length);
});

test('a page is judged by the model for the language of its running text, whatever its menus are in', () => {
  const menu = (name: string) => `<ul>${`<li><a href="/x">${name}</a></li>`.repeat(400)}</ul>`;
  const judge = (html: string) => modelNameOf(survey(page(html)));
  expect(judge(`${menu('Home and contact')}<p>Xã tổ chức lễ khánh thành cầu mới.</p>`)).toBe('vietnamese');
  expect(judge(`${menu('Trang chủ và liên hệ')}<p>The village opened its new bridge on Monday.</p>`)).toBe('other');
  expect(judge('<p>Das Dorf hat über dem Bach eine größere Brücke gebaut.</p>')).toBe('other');
  expect(judge('')).toBe('other');
});

test('the second look sees what the first thinks of the segments around, of the boxes and of those of the same make', () => {
  const html =
    '<body><ul><li class="card"><p>Một hai</p></li><li class="card"><p>Ba bốn</p></li></ul><div>Năm sáu</div>';
  const surveyed = survey(page(html));
  const { rows, width } = secondLook(surveyed, [0.9, 0.5, 0.1], [2, 2, 2]);
  const said = (segment: number, name: string) => rows[segment * width + secondNames.indexOf(name)];
  expect(rows.length).toBe(3 * secondNames.length);
  expect([...rows].every(Number.isFinite)).toBe(true);
  expect(said(1, 'odds')).toBeCloseTo(0);
  expect(said(1, 'near-1.odds')).toBeCloseTo(Math.log(9));
  expect(said(0, 'near-1.odds')).toBe(-9);
  // The paragraph's own box, and the list around both cards.
  expect(said(1, 'up0')).toBeCloseTo(1 / 2.5);
  expect(said(1, 'up2')).toBeCloseTo(2.8 / 4.5);
  expect(said(1, 'own')).toBeCloseTo(2.8 / 4.5);
  expect(said(2, 'own')).toBeCloseTo(0.2 / 2.5);
  expect(said(1, 'likelier.words')).toBeCloseTo(4 / 7);
  expect(said(2, 'sinceLikely')).toBe(2);
  expect(said(2, 'untilLikely')).toBe(99);
});

test('the second look at a page without a word is a row of numbers all the same', () => {
  const { rows } = secondLook(survey(page('<img src="a.jpg">')), [0.3], [0]);
  expect(rows.length).toBe(secondNames.length);
  expect([...rows].every(Number.isFinite)).toBe(true);
});

test('two looks that agree say the same together, and one that is sure does not break the other', () => {
  const [same, between, sure] = bothLooks([0.3, 0.9, 1], [0.3, 0.1, 0.5]);
  expect(same).toBeCloseTo(0.3);
  expect(between).toBeCloseTo(0.5);
  expect(sure).toBe(1);
});

test('a tree goes left at its threshold and adds its leaf', () => {
  const stump = { bias: 0, roots: [0], feature: [0, -1, -1], threshold: [1, 2, -2], left: [1, 0, 0], right: [2, 0, 0] };
  const [left, right] = probabilities(stump, Float32Array.from([1, 1.5]), 1);
  expect(left).toBeCloseTo(1 / (1 + Math.exp(-2)));
  expect(right).toBeCloseTo(1 / (1 + Math.exp(2)));
});

test('the threshold weighs what is kept against what is lost', () => {
  // Two sure paragraphs and a doubtful line: keeping the line would cost more than it brings.
  expect(bestThreshold([0.95, 0.9, 0.2], [100, 80, 50]).threshold).toBe(0.9);
  // On a page of doubt, all that is likelier than half of the best to be had is kept.
  expect(bestThreshold([0.4, 0.35, 0.3], [10, 10, 10]).threshold).toBe(0.3);
});
