import { expect, test } from 'vitest';
import table from '../../data/block-model.json' with { type: 'json' };
import { parseHtml } from '../../src/dom/index.ts';
import { featureNames, featuresOf } from '../../src/extract/classify/features.ts';
import { probabilities } from '../../src/extract/classify/forest.ts';
import { bestThreshold } from '../../src/extract/classify/index.ts';
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

test('the forest was trained on the features that it is asked with', () => {
  expect(table.features).toBe(featureNames.length);
  const { rows, width } = featuresOf(page('<h1>Một</h1><p>Hai ba bốn.'), survey(page('<h1>Một</h1><p>Hai ba bốn.')));
  expect(rows.length).toBe(2 * featureNames.length);
  expect([...rows].every(Number.isFinite)).toBe(true);
  expect(width).toBe(featureNames.length);
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
