import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generated } from '../data/rule-docs.ts';
import { checkRules } from '../src/check/index.ts';
import { en } from '../src/messages/en.ts';

const files = generated();

test.each([...files])('%s is fresh (npm run docs)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('there is no page of a rule that is gone', () => {
  const pages = readdirSync('docs/rules').map((name) => `docs/rules/${name}`);
  expect(pages.filter((page) => !files.has(page))).toEqual([]);
});

test('every rule is told in words', () => {
  expect(checkRules.filter(({ id }) => !(id in en))).toEqual([]);
});

test('what CI platforms read is well formed, and calls commands that there are', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string; entry: string }[];
  expect(hooks.map(({ entry }) => entry)).toEqual(['sach check', 'sach fix --write']);
  const action = parse(readFileSync('action.yml', 'utf8')) as { runs: { using: string; steps: { run: string }[] } };
  expect(action.runs.using).toBe('composite');
  expect(action.runs.steps[0]?.run).toContain('check $SACH_PATHS -f github');
});
