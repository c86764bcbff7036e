import { describe, expect, test } from 'vitest';
import { checkRules, DuplicateFinder, findHits, rulesToldElsewhere, sketchOf } from '../../src/check/index.ts';
import { parseDraft } from '../../src/drafts/index.ts';
import { en } from '../../src/messages/en.ts';
import { rulesVi } from '../../src/messages/rules-vi.ts';
import { checkDraft } from '../../src/proofread/index.ts';
import { draftRules } from '../../src/proofread/rules.ts';

const context = { today: '2026-11-24', fileExists: () => false };
const rulesIn = (text: string): string[] =>
  findHits(parseDraft('x.md', text, 'markdown'), context).map(({ rule }) => rule);

describe.each(checkRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.wrong)('finds: %j', (text) => expect(rulesIn(text)).toContain(id));
  test.each(rule.right)('leaves: %j', (text) => expect(rulesIn(text)).not.toContain(id));
  test('says why, where it was seen, and what to tell', () => {
    expect(rule.wrong.length * rule.right.length * rule.why.length * rule.source.length).toBeGreaterThan(0);
    expect(en).toHaveProperty([id]);
  });
});

test('every reason is there in Vietnamese too, and none is left of a rule that is gone', () => {
  expect(Object.keys(rulesVi).sort()).toEqual(draftRules.map(({ id }) => id));
});

test('a rule without a record of its own tells where it was seen, not where all of them were', () => {
  const sources = rulesToldElsewhere.map(({ source }) => source);
  expect(sources).toEqual([...new Set(sources)]);
});

test('two spaces are looked for where readers see two', () => {
  const rule = 'typo/double-space';
  expect(draftRules.find(({ id }) => id === rule)?.where).toContain('plain text and in the front matter');
  const kinds = [
    ['text', 'Nhà  trường mới.', true],
    ['markdown', '---\ntitle: Nhà  trường mới\n---\n', true],
    ['markdown', 'Nhà  trường mới.', false],
    ['html', '<p>Nhà  trường mới.</p>', false],
  ] as const;
  for (const [kind, text, isFound] of kinds)
    expect(
      checkDraft(parseDraft('x', text, kind)).some((found) => found.rule === rule),
      text,
    ).toBe(isFound);
});

test('rule ids are unique', () => {
  expect(new Set(checkRules.map(({ id }) => id)).size).toBe(checkRules.length);
});

describe('near duplicates', () => {
  const words = Array.from({ length: 120 }, (_, i) => `tiếng${i}`);
  test('a copy with a word changed is found, another text is not', () => {
    const finder = new DuplicateFinder();
    expect(finder.add('a', sketchOf(words.join(' ')))).toBeUndefined();
    expect(finder.add('b', sketchOf(words.with(60, 'khác').join(' ')))?.source).toBe('a');
    expect(finder.add('c', sketchOf([...words].reverse().join(' ')))).toBeUndefined();
  });
  test('short texts are not compared', () => expect(sketchOf('Một câu ngắn.')).toBeUndefined());
});

describe('what is told of a slip', () => {
  const told = (text: string, options: Parameters<typeof checkDraft>[1] = {}): string[] =>
    checkDraft(parseDraft('x.txt', text, 'text'), options).map(({ rule, message }) => `${rule}: ${message}`);
  const mixed = 'Hòa bình, khỏe mạnh, hòa giải, thuỷ lợi.';

  test('a repeated word is a sentence, in both languages', () => {
    const text = 'Xã làm việc với với bà con.';
    expect(told(text)).toEqual(['typo/repeated-word: “với” stands twice in a row.']);
    expect(told(text, { lang: 'vi' })).toEqual(['typo/repeated-word: “với” đứng hai lần liền nhau.']);
  });

  test('of two forms, one that stands in the text: the same word where it does', () => {
    expect(told(mixed)[0]).toContain(
      '“thuỷ” here, but this text puts the tone mark the other way 3 times (as in “Hòa”)',
    );
    expect(told(`${mixed} Bờ thủy.`)[0]).toContain('(as in “thủy”)');
    expect(told('Vật lý và địa lý, có kĩ thuật.')[0]).toContain('(as in “lý”)');
  });

  test('where the house style asks for a form, the other one is told and not that', () => {
    const found = told(mixed, { style: { toneMarks: 'new' } });
    expect(found.map((one) => one.split(':')[0])).toEqual(['typo/style', 'typo/style', 'typo/style']);
    expect(found.join()).not.toContain('thuỷ');
  });
});

test.each([
  ['an expression of MDX', 'Giá {t("tong")} và {x["a"]} đồng, “rẻ” thật.\n'],
  ['attributes of JSX', '<Note title="a" kind="b">Ông nói: “được”.</Note>\n'],
  ['an import of MDX', 'import X from "./x"\n\nÔng nói: “được”.\n'],
  ['code', 'Viết `x = "a"`, ông nói: “được”.\n'],
])('quotation marks of %s do not count as the style of the text', (_, text) => {
  const rulesOf = (draft: string) => checkDraft(parseDraft('a.mdx', draft, 'markdown')).map(({ rule }) => rule);
  expect(rulesOf(text)).not.toContain('typo/mixed-quotes');
  expect(rulesOf(`${text}\nBà nói: "không".\n`)).toContain('typo/mixed-quotes');
});
