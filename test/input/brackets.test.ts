import { expect, test } from 'vitest';
import { openBox } from '../cli/box.ts';

const good = 'Người dân dự họp.\n';

test('brackets in the name of a folder that is there are no pattern', async () => {
  using box = openBox();
  for (const path of ['bản in (cũ) & [x]/a.txt', 'bản in (cũ) & [x]/b.txt', 'tin {1}/2024/c.txt']) box.put(path, good);
  const found = async (pattern: string) => (await box.here(['check', '--no-cache', pattern])).stderr;
  expect(await found('bản in (cũ) & [x]/*.txt')).toBe('2 drafts: nothing found.\n');
  expect(await found('tin {1}/*/*.txt')).toBe('1 draft: nothing found.\n');
  expect(await found(`${box.path}/tin {1}/**/*.txt`)).toBe('1 draft: nothing found.\n');
});

test('where no folder is called so they are one', async () => {
  using box = openBox();
  for (const path of ['bài (1)/a.txt', 'tin/a.txt', 'tin/b.txt']) box.put(path, good);
  const found = async (pattern: string) => (await box.here(['check', '--no-cache', pattern])).stderr;
  expect(await found('{bài*,tin}/a.txt')).toBe('2 drafts: nothing found.\n');
  expect(await found('tin/[a]*.txt')).toBe('1 draft: nothing found.\n');
});

test('a pattern leaves out what a walk leaves out, but for what it calls by name', async () => {
  using box = openBox();
  for (const folder of [
    '.',
    'c',
    'c/node_modules/z',
    'node_modules/p',
    'node_modules/p/node_modules/q',
    '.git/x',
    'my_node_modules',
  ])
    box.put(`${folder}/a.md`, 'Ngừơi dân.\n');
  const found = async (pattern: string) => {
    const { stdout } = await box.here(['check', '--no-cache', '-f', 'github', pattern]);
    return [...new Set([...stdout.matchAll(/file=([^,]*)/g)].map(([, file]) => file))];
  };
  const walked = ['a.md', 'c/a.md', 'my_node_modules/a.md'];
  for (const all of ['.', '**/*.md', './**/*.md', `${box.path}/**`]) expect(await found(all), all).toEqual(walked);
  expect(await found('{.git,c}/**/*.md')).toEqual(['.git/x/a.md', 'c/a.md']);
  expect(await found('.*/**/*.md')).toEqual(['.*/**/*.md']);
  expect(await found('node_modules/**/*.md')).toEqual(['node_modules/p/a.md']);
  expect(await found('**/node_modules/z/*.md')).toEqual(['c/node_modules/z/a.md']);
  expect(await found('node_modules/p/a.md')).toEqual(['node_modules/p/a.md']);
});
