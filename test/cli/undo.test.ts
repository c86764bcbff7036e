import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBox } from './box.ts';

const wrong = 'Ngừơi dân đến họp.\n';
const right = 'Người dân đến họp.\n';

describe('the report of fix --write', () => {
  test.each([
    ['--write', ['--write']],
    ['--write --diff', ['--write', '--diff']],
  ])('%s: is written, and takes the run back', async (_, args) => {
    using box = openBox();
    box.put('a.txt', wrong);
    await box.here(['fix', 'a.txt', ...args, '-o', 'r.json']);
    expect(box.read('a.txt')).toBe(right);
    const { status, stderr } = await box.here(['fix', '--undo', 'r.json']);
    expect([status, stderr, box.read('a.txt')]).toEqual([0, '1 file taken back.\n', wrong]);
  });

  test('with edits that are not those of its text is told, and the other files are taken back', async () => {
    using box = openBox();
    box.put('a.txt', wrong);
    box.put('b.txt', wrong);
    await box.here(['fix', '.', '--write', '-o', 'r.json']);
    const records = JSON.parse(box.read('r.json'));
    records[0].edits[0].after = 'Không có';
    box.put('r.json', JSON.stringify(records));
    const { status, stderr } = await box.here(['fix', '--undo', 'r.json']);
    expect(status).toBe(1);
    expect(stderr).toContain('bad-undo');
    expect([box.read('a.txt'), box.read('b.txt')].sort()).toEqual([wrong, right].sort());
  });

  test('takes the run back from any folder, and where it was moved to together with the drafts', async () => {
    using box = openBox();
    using other = openBox();
    box.put('tin/a.txt', wrong);
    await box.here(['fix', 'tin/a.txt', '--write', '-o', 'r/r.json']);
    cpSync(box.path, join(other.path, 'mới'), { recursive: true });
    expect((await other.here(['fix', '--undo', 'mới/r/r.json'])).status).toBe(0);
    expect([box.read('tin/a.txt'), other.read('mới/tin/a.txt')]).toEqual([right, wrong]);
    expect((await other.here(['fix', '--undo', join(box.path, 'r/r.json')])).status).toBe(0);
    expect(box.read('tin/a.txt')).toBe(wrong);
  });

  test('that was moved alone, or is an old one, takes it back in the folder of the run, and else says so', async () => {
    using box = openBox();
    using other = openBox();
    box.put('a.txt', wrong);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    const [{ folder, ...record }] = JSON.parse(box.read('r.json'));
    expect(folder).toBe('.');
    other.put('r.json', JSON.stringify([record]));
    const { status, stderr } = await other.here(['fix', '--undo', 'r.json']);
    expect(status).toBe(2);
    expect(stderr).toContain('error[undo-not-found]: a.txt: this file, which the run changed, is not there.\n');
    expect(stderr).toContain('hint: Run it in the folder in which sach fix was run');
    expect((await box.here(['fix', '--undo', join(other.path, 'r.json')])).status).toBe(0);
    expect(box.read('a.txt')).toBe(wrong);
  });

  test('a second run, which changes nothing, leaves it', async () => {
    using box = openBox();
    box.put('a.txt', wrong);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    await box.here(['fix', '--undo', 'r.json']);
    expect(box.read('a.txt')).toBe(wrong);
  });

  test('a second run, which changes more, keeps the first one beside its own', async () => {
    using box = openBox();
    box.put('a.txt', wrong);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    box.put('b.txt', wrong);
    const { stderr } = await box.here(['fix', '.', '--write', '-o', 'r.json']);
    expect(stderr).toContain('the report of an earlier run is kept as r.1.json');
    await box.here(['fix', '--undo', 'r.json']);
    expect([box.read('a.txt'), box.read('b.txt')]).toEqual([right, wrong]);
    await box.here(['fix', '--undo', 'r.1.json']);
    expect(box.read('a.txt')).toBe(wrong);
  });

  test('a run without changes writes one that takes nothing back', async () => {
    using box = openBox();
    box.put('a.txt', right);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    expect(box.read('r.json')).toBe('[]\n');
    expect((await box.here(['fix', '--undo', 'r.json'])).status).toBe(0);
  });

  test('of a run that was killed: what it changed is taken back, what it only announced is left', async () => {
    using box = openBox();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) box.put(name, wrong);
    await box.here(['fix', '.', '--write', '-o', 'r.json']);
    const report = box.read('r.json');
    // Killed while the record of c was being written; b was announced and not yet changed.
    box.put('r.json', report.slice(0, report.lastIndexOf('"sha256"')));
    for (const name of ['b.txt', 'c.txt']) box.put(name, wrong);
    const { status, stderr } = await box.here(['fix', '--undo', 'r.json']);
    expect([status, stderr]).toEqual([0, '1 file taken back.\n']);
    expect(['a.txt', 'b.txt', 'c.txt'].map(box.read)).toEqual([wrong, wrong, wrong]);
  });

  test.each([
    ['the draft itself', 'a.md', `[Họp](x.md)\n\n${wrong}`],
    ['a file of the user', 'keep.txt', 'Ghi chú của tôi.\n'],
    ['a short file of the user', 'keep.txt', 'ok'],
  ])('is not written over %s, which stays where it is', async (_, output, text) => {
    using box = openBox();
    box.put('a.md', wrong);
    box.put(output, text);
    const before = box.read('a.md');
    const { status, stderr } = await box.here(['fix', '.', '--write', '-o', output]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[output-not-report]')]);
    expect([box.read('a.md'), box.read(output), box.files('.').length]).toEqual([
      before,
      text,
      output === 'a.md' ? 1 : 2,
    ]);
  });

  test('is no draft: a report that is named as one is left', async () => {
    using box = openBox();
    box.put('a.txt', wrong);
    await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
    const report = box.read('r.json');
    const { status, stderr } = await box.here(['fix', 'r.json', '--write', '-o', 'r.json']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[output-is-input]')]);
    expect([box.read('r.json'), box.files('.')]).toEqual([report, ['a.txt', 'r.json']]);
  });
});

test('the hashes that --undo needs are in its report alone, not in what fix prints', async () => {
  using box = openBox();
  box.put('a.txt', 'Ngừơi dân vui.\n');
  const printed = JSON.parse((await box.here(['fix', 'a.txt', '-f', 'json'])).stdout);
  expect(Object.keys(printed)).toEqual(['source', 'text', 'edits', 'findings']);
  await box.here(['fix', 'a.txt', '--write', '-o', 'r.json']);
  expect(JSON.parse(box.read('r.json'))).toEqual([{ ...printed, folder: '.', sha256: expect.anything() }]);
});
