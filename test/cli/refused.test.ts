import { expect, test } from 'vitest';
import { openBox } from './box.ts';

/** What `fix` leaves, as with its corrections the draft would be read as another one. */
test.each([
  ['labels of references', 'Xem [phát triến][] và [phát triến] kinh tế.\n\n[phát triến]: https://a.vn/x\n', 2],
  ['a list that would begin', '1 . Mục tiêu chung\n', 1],
  ['front matter that would be no YAML', '---\ntitle: Chuẩn bị gồm:bút vở\ndate: 2024-01-01\n---\n\nA\n', 1],
  ["Word's end of a line, where a list would begin", 'Gồm:\v- bút\n', 1],
])('what fix refuses, check tells without promising it: %s', async (_, text, count) => {
  using box = openBox();
  box.put('a.md', text);
  const refused = /^(?:typo|encoding)\//;
  const json = await box.here(['check', 'a.md', '-f', 'json', '--no-cache']);
  const found: { rule: string }[] = JSON.parse(json.stdout);
  const one = { level: 'warning', isCertain: false, fix: { edits: [] } };
  expect(found.filter(({ rule }) => refused.test(rule))).toMatchObject(Array.from({ length: count }, () => one));
  const { stdout, stderr } = await box.here(['check', 'a.md', '-f', 'sarif', '--no-cache']);
  expect(stdout).not.toContain('"fixes"');
  expect(stderr).not.toContain('--fix');
  await box.here(['check', 'a.md', '--fix', '--no-cache']);
  expect(box.read('a.md')).toBe(text);
});

test('what stands beside it is promised and made', async () => {
  using box = openBox();
  box.put('a.md', '1 . Ngừơi dân\n');
  const { stdout, stderr } = await box.here(['check', 'a.md', '-f', 'sarif', '--no-cache']);
  expect([stdout.match(/"fixes"/g)?.length, stderr.includes('1 can be fixed with --fix')]).toEqual([1, true]);
  await box.here(['check', 'a.md', '--fix', '--no-cache']);
  expect(box.read('a.md')).toBe('1 . Người dân\n');
});
