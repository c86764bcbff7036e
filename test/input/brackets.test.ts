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
