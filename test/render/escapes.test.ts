import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/render/markdown.ts';
import { inlineEscapes, lineEscapes } from '../../src/render/markdown-escapes.ts';

const paragraph = (value: string): string => toMarkdown([{ kind: 'paragraph', children: [{ kind: 'text', value }] }]);
/** The same text as second line of a paragraph. */
const continued = (value: string): string =>
  toMarkdown([
    {
      kind: 'paragraph',
      children: [{ kind: 'text', value: 'Trên' }, { kind: 'break' }, { kind: 'text', value }],
    },
  ]).slice('Trên\\\n'.length);

describe.each([...inlineEscapes, ...lineEscapes])('escape $id', (rule) => {
  const write = 'continued' in rule ? continued : paragraph;
  test('writes what would be markup with a backslash', () => {
    for (const [text, markdown] of Object.entries(rule.escapes)) expect(write(text)).toBe(markdown);
  });
  test('leaves what only looks like it', () => {
    expect(rule.leaves.length).toBeGreaterThan(0);
    for (const text of rule.leaves) expect(write(text)).toBe(text);
  });
});

test('ids are unique', () => {
  const ids = [...inlineEscapes, ...lineEscapes].map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});
