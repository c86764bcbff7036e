import { expect, test } from 'vitest';
import { parseConfig } from '../../src/cli/config-schema.ts';
import { explainError } from '../../src/messages/index.ts';
import { SachError } from '../../src/model/index.ts';

/** What is told of a configuration, message and hint. */
function toldOf(text: string, lang: 'en' | 'vi'): string {
  try {
    parseConfig('sach.config.yaml', text);
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    const { message, hint } = explainError(error, lang);
    return `${message} ${hint}`;
  }
  return 'sound';
}

const junk = (entry: string): string => `junk: [{ id: junk/a, ${entry} }]`;

test.each([
  ['leve: all', 'sach.config.yaml: there is no leve. Did you mean level? Known: format, level,'],
  [
    'style: { quote: curly }',
    'there is no style.quote. Did you mean quotes? Known: toneMarks, iy, quotes, dates, numbers.',
  ],
  ['level: al', 'level cannot be "al". Did you mean all? It takes safe, all.'],
  ['level: ALL', 'level cannot be "ALL". Did you mean all?'],
  ['failOn: warn', 'failOn cannot be "warn". Did you mean warning?'],
  ['rules: { TYPO: off }', 'there is no rule TYPO. Did you mean typo?'],
  ['level: foo', 'level cannot be "foo". It takes safe, all.'],
  ['jobs: 0', 'jobs cannot be 0. It takes a whole number above 0.'],
  ['words: Nam', 'words cannot be "Nam". It takes a list of texts.'],
  ['words: [1]', 'words.0 cannot be 1. It takes text.'],
  ['rules: { typo: no }', 'rules.typo cannot be "no".'],
  ['- a', 'the whole cannot be Array. It takes keys with values.'],
  [junk("pattern: 'a'"), 'junk.0.matches is missing. It takes a list of texts.'],
  [junk("pattern: '(', matches: ['a']"), 'the pattern of junk/a is no regular expression (Unterminated group): ('],
  [junk("pattern: 'a)(b', matches: ['ab']"), "the pattern of junk/a is no regular expression (Unmatched ')'): a)(b"],
  [junk("pattern: 'a', matches: ['b']"), 'the pattern of junk/a does not match “b”.'],
  [junk("pattern: '.', matches: ['b'], leaves: ['c']"), 'the pattern of junk/a matches “c”, which it is to leave.'],
])('a configuration is told what is wrong with it: %s', (text, told) => {
  expect(toldOf(text, 'en')).toContain(told);
  expect(toldOf(text, 'vi')).not.toMatch(/\b(?:is|the|takes|cannot|type-\w+)\b/);
});

test('a configuration in JSON may name its schema, for editors', () => {
  expect(parseConfig('sach.config.json', '{ "$schema": "a.json", "level": "all" }')).toEqual({ level: 'all' });
});

test('merge keys of YAML are read', () => {
  const text = 'rules: &all { typo: off }\noverrides: [{ files: [a], rules: { <<: *all, junk: info } }]\n';
  expect(parseConfig('sach.config.yaml', text).overrides?.[0]?.rules).toEqual({ typo: 'off', junk: 'info' });
});

test('in Vietnamese', () => {
  expect(toldOf('leve: all', 'vi')).toContain('không có leve. Có phải ý bạn là level?');
  expect(toldOf('jobs: 0', 'vi')).toContain('jobs không thể là 0. Chỉ nhận một số nguyên lớn hơn 0.');
});
