/** One output that cannot be written is that page's failure; what stops them all is told once. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articlePage, type Box, openBox } from './box.ts';

function putPages(box: Box, names: readonly string[]): void {
  for (const name of names) box.put(`in/${name}.html`, articlePage(`Tin ${name}`));
}

const told = (stderr: string): string[] => stderr.match(/^error\[.*$/gm) ?? [];

describe('clean into a folder', () => {
  const hindrances: readonly [string, (box: Box) => void, string][] = [
    ['a folder has its name', (box) => mkdirSync(join(box.path, 'out/b.md'), { recursive: true }), 'it is a folder'],
    [
      'a file stands where its folder would',
      (box) => {
        rmSync(join(box.path, 'in/b.html'));
        box.put('in/b/b.html', articlePage('Tin b'));
        box.put('out/b', 'một tệp khác');
      },
      '(?:a part of its path is a file|a file of that name is in the way)',
    ],
    [
      'its file is marked read-only',
      (box) => {
        box.put('out/b.md', 'của tôi');
        chmodSync(join(box.path, 'out/b.md'), 0o444);
      },
      'the file is read-only',
    ],
  ];
  test.each(hindrances)('%s: it is told, and the others are written', async (_, hinder, reason) => {
    using box = openBox();
    putPages(box, ['a', 'b', 'c']);
    hinder(box);
    const before = box.files('out').map((path) => [path, box.read(`out/${path}`)]);
    const { status, stderr } = await box.here(['clean', 'in', '-o', 'out']);
    expect(status).toBe(1);
    expect(told(stderr)).toEqual([
      expect.stringMatching(RegExp(`^error\\[cannot-write\\]: .*b(?:\\.md)?: cannot be written \\(${reason}\\)`)),
    ]);
    expect(stderr).toContain('3 pages: 2 articles, 1 failed');
    expect(box.files('out').filter((path) => /^[ac]\.md$/.test(path))).toEqual(['a.md', 'c.md']);
    for (const [path, text] of before) expect(box.read(`out/${path}`)).toBe(text);
    expect(box.files('out')).toHaveLength(2 + before.length);
  });

  test('no page can be written: the run could not do its work', async () => {
    using box = openBox();
    putPages(box, ['a', 'b']);
    for (const name of ['a', 'b']) mkdirSync(join(box.path, `out/${name}.md`), { recursive: true });
    expect((await box.here(['clean', 'in', '-o', 'out'])).status).toBe(2);
  });

  test('a folder that cannot be made is told once, and ends the run', async () => {
    using box = openBox();
    putPages(box, ['a', 'b', 'c']);
    box.put('tep', 'một tệp');
    const { status, stderr } = await box.here(['clean', 'in', '-o', 'tep/out/']);
    expect([status, told(stderr)]).toEqual([2, [expect.stringContaining('(a part of its path is a file)')]]);
  });
});

describe('drafts', () => {
  const slip = '# Tin\n\nNgừơi dân thôn góp công làm đường.\n';
  const putDrafts = (box: Box): void => {
    for (const name of ['a', 'b', 'c']) box.put(`in/${name}.md`, slip);
  };

  test('check --fix: one that is read-only is told, and the others are fixed', async () => {
    using box = openBox();
    putDrafts(box);
    chmodSync(join(box.path, 'in/b.md'), 0o444);
    const { status, stdout } = await box.here(['check', 'in', '--fix', '--no-cache']);
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('in/b.md: cannot be written (the file is read-only)'),
    ]);
    expect(['a', 'b', 'c'].map((name) => box.read(`in/${name}.md`) === slip)).toEqual([false, true, false]);
  });

  test('fix into a folder: one is told, the others are written; into one file that cannot be written: told once', async () => {
    using box = openBox();
    putDrafts(box);
    mkdirSync(join(box.path, 'out/b.md'), { recursive: true });
    const { status, stderr } = await box.here(['fix', 'in', '-o', 'out']);
    expect([status, told(stderr)]).toEqual([1, [expect.stringContaining('b.md: cannot be written (it is a folder)')]]);
    expect(box.files('out')).toEqual(['a.md', 'c.md']);
    const whole = await box.here(['fix', 'in', '-f', 'jsonl', '-o', 'out/a.md/all.jsonl']);
    expect([whole.status, told(whole.stderr)]).toEqual([2, [expect.stringContaining('all.jsonl: cannot be written')]]);
  });
});
