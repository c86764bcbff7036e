import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Found, maxMilliseconds, slowOf } from './slow-regex.ts';

function patternsOf(path: string): Found[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${path}:${line + 1}`,
        pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const patterns = (readdirSync('src', { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .flatMap((path) => patternsOf(join('src', path)));

describe('regular expressions', () => {
  test('are found in the source', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });
  test('that would never end are broken off and named', () => {
    expect(slowOf([{ place: 'here', pattern: /^(?:a+)+$/ }])).toEqual([expect.stringContaining('here')]);
  });
  test(`read 100 KB of anything in ${maxMilliseconds} ms`, { timeout: 300_000 }, () => {
    expect(slowOf(patterns)).toEqual([]);
  });
});
