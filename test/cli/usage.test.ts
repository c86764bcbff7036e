import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { openBox } from './box.ts';

test('-h, -V and help are understood', async () => {
  using box = openBox();
  const whole = await box.here(['--help']);
  const clean = await box.here(['clean', '--help']);
  expect(await box.here(['-h'])).toEqual(whole);
  expect(await box.here(['help'])).toEqual(whole);
  expect(await box.here(['clean', '-h'])).toEqual(clean);
  expect(await box.here(['help', 'clean'])).toEqual(clean);
  expect(await box.here(['-V'])).toEqual(await box.here(['--version']));
});

describe('a mistake in the arguments', () => {
  test.each([
    [['check', '--nope'], 'See sach check --help.'],
    [['fix', '--fix'], 'See sach fix --help.'],
    [['fix', '--level'], 'as sach fix --help shows'],
    [['--nope'], 'See sach --help.'],
  ])('%j: the hint names the help of the command in use', async (args, hint) => {
    using box = openBox();
    const { status, stderr } = await box.here(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });

  test.each([
    [['fix', '-w2.md'], 'There is no option -w2.md.\n  hint: To name a file, write ./-w2.md, or -- before it.'],
    // -q is an option, and `2.md` would be others.
    [['check', '-q2.md'], 'There is no option -q2.md.\n  hint: To name a file, write ./-q2.md,'],
    [['fix', 'a.md', '--outptu=b.md'], 'hint: See sach fix --help.'],
  ])('%j: a file whose name begins as an option is told how to be named', async (args, told) => {
    using box = openBox();
    const { status, stderr } = await box.here(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(told)]);
  });

  test('what stands beside --undo is named, and the command without it', async () => {
    using box = openBox();
    expect(await box.here(['fix', 'e', '--undo', 'x'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error[option-without-input]: --undo takes no input, and e was given.\n  hint: Leave it out: sach fix --undo x.\n',
    });
  });

  test('a configuration of another kind: the kinds that are read', async () => {
    using box = openBox();
    box.put('a.md', 'Một.\n');
    const { status, stderr } = await box.here(['check', 'a.md', '--config', 'a.md']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('a.md: a configuration is a file in .json, .yaml, .yml.'),
    ]);
  });

  test('fix into its own input: the hint names --write', async () => {
    using box = openBox();
    box.put('a.md', 'Đưọc.\n');
    const { status, stderr } = await box.here(['fix', 'a.md', '-o', 'a.md']);
    expect([status, stderr, box.read('a.md')]).toEqual([2, expect.stringContaining('use sach fix --write'), 'Đưọc.\n']);
  });

  test.each([
    [['clean', 'a.md', '--no-fix', '--level', 'all'], 'conflicting-options'],
    [['fix', 'a.md', '--write', '--interactive'], 'conflicting-options'],
    [['fix', '--write', '--undo', 'r.json'], 'conflicting-options'],
    [['fix', 'a.md', '--undo', 'r.json'], 'option-without-input'],
    [['fix', 'a.md', 'a.md', '--write', '-o', 'out/'], 'report-in-place'],
    [['fix', 'a.md', '--interactive', '-o', '.'], 'report-in-place'],
    [['fix', '-', '--write'], 'stdin-in-place'],
    [['fix', 'a.md', '--diff', '-o', 'out/'], 'output-is-folder'],
    [['check', 'a.md', '-o', '.'], 'output-is-folder'],
    [['fix', 'a.md', 'r.json', '--encoding', 'xx', '--diff'], 'unknown-encoding'],
    [['clean', 'a.md', 'r.json', '--encoding', 'xx', '-f', 'jsonl'], 'unknown-encoding'],
    [['check', '--init', '--config', 'x.yaml'], 'conflicting-options'],
    [['check', '--init', 'a.md'], 'option-without-input'],
    [['clean', 'a.md', '--url', 'notaurl'], 'bad-url'],
    [['check', 'a.md', '-f', 'sarif', '-o', 's', '-f', 'junit', '-o', './s'], 'reports-to-one-file'],
  ])('%j: a contradiction is refused, and nothing is written', async (args, code) => {
    using box = openBox();
    box.put('a.md', 'Đưọc.\n');
    box.put('r.json', '[]\n');
    const { status, stdout, stderr } = await box.here(args);
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(new RegExp(`^error\\[${code}\\]: .+\\n {2}hint: .+\\n$`)),
    ]);
    expect([box.files('.'), box.read('a.md')]).toEqual([['a.md', 'r.json'], 'Đưọc.\n']);
  });
});

test('--changed: before the first commit every draft is new; a file is no ref', async () => {
  using box = openBox();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: box.path });
  git('init', '-q');
  box.put('a.txt', 'Một.\n');
  box.put('b.txt', 'Hai.\n');
  git('add', 'a.txt');
  expect(await box.here(['check', '--changed'])).toMatchObject({ status: 0, stderr: '2 drafts: nothing found.\n' });
  const { status, stderr } = await box.here(['check', '--changed', 'a.txt']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('sach check a.txt --changed')]);
});

test('--changed: drafts of a submodule that changed since its commit, committed there or not', async () => {
  using box = openBox();
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
      cwd: `${box.path}/${folder}`,
      stdio: 'pipe',
    });
  const changed = async () =>
    (await box.here(['check', '--changed', '-f', 'github', '--no-cache'])).stdout.match(/(?<=file=)[^,]+/g);
  for (const name of ['kho/a.txt', 'kho/b.txt', 'kho/c.txt']) box.put(name, 'Xã đưọc khen.\n');
  git('kho', 'init', '-q');
  git('kho', 'add', 'a.txt', 'b.txt');
  git('kho', 'commit', '-qm', '1');
  git('.', 'init', '-q');
  git('.', 'add', 'kho');
  git('.', 'commit', '-qm', '1');
  expect(await changed()).toEqual(['kho/c.txt']);
  box.put('kho/a.txt', 'Xã đưọc khen thêm.\n');
  git('kho', 'commit', '-qam', '2');
  expect(await changed()).toEqual(['kho/a.txt', 'kho/c.txt']);
});

test('a folder without drafts: the hint names the kinds of drafts, not of captures', async () => {
  using box = openBox();
  box.put('trống/a.warc', '');
  const { status, stderr } = await box.here(['fix', 'trống', '--diff']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('trống: there is no draft in this folder.')]);
  expect(stderr).toContain('.docx');
});
