import { expect, test } from 'vitest';
import { openBox } from './box.ts';

const wrong = 'Ngừơi dân đến họp.\n';
const told = 'info: tin/a.md is left out: it matches “ignore” in sach.config.yaml.\n';

test.each([
  ['check', [], '0 drafts: nothing found.\n'],
  ['fix', ['--diff'], '0 drafts: 0 corrections to make in 0 drafts.\n'],
])('%s: a draft that is named and left out by the configuration is told', async (command, options, sum) => {
  using box = openBox();
  box.put('tin/a.md', wrong);
  box.put('sach.config.yaml', 'ignore: ["tin/**"]\n');
  const run = await box.here([command, 'tin/a.md', 'tin/a.md', ...options]);
  expect(run).toEqual({ status: 0, stdout: '', stderr: told + sum });
  const quiet = await box.here([command, 'tin/a.md', ...options, '-q']);
  expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('one that a folder or a pattern brings along is left out without a word', async () => {
  using box = openBox();
  box.put('tin/a.md', wrong);
  box.put('sach.config.yaml', 'ignore: ["tin/**"]\n');
  for (const input of ['.', 'tin/*.md']) expect((await box.here(['check', input])).stderr).not.toContain('left out');
});

test.each([
  [['tin'], ['bài/tin/c.md', 'bài/tin.md']],
  [['tin/'], ['bài/tin/c.md', 'bài/tin.md']],
  [['./tin/', 'bài/tin'], ['bài/tin.md']],
  [['**/tin/'], ['bài/tin.md']],
  [
    ['bài/**', '!bài/tin.md'],
    ['bài/tin.md', 'tin/a.md'],
  ],
  [['!tin/**'], ['tin/a.md']],
])('ignore: a folder means what is in it, and ! takes out again: %j', async (ignore, left) => {
  using box = openBox();
  for (const name of ['tin/a.md', 'bài/tin.md', 'bài/tin/c.md']) box.put(name, wrong);
  box.put('sach.config.yaml', JSON.stringify({ ignore }));
  const { stdout } = await box.here(['check', '-f', 'github', '--no-cache']);
  expect([...new Set(stdout.match(/(?<=file=)[^,]+/g))]).toEqual(left);
});
