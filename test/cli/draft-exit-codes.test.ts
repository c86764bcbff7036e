import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../src/model/index.ts';
import { openBox } from './box.ts';

/** A draft with this word in it makes the program crash. */
const crash = 'SAI-HỎNG';

vi.mock('../../src/proofread/index.ts', async (original) => {
  const real = await original<typeof import('../../src/proofread/index.ts')>();
  const crashing =
    <A extends [Draft, ...unknown[]], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      if (args[0].text.includes(crash)) throw new TypeError('boom');
      return work(...args);
    };
  return { ...real, checkDraft: crashing(real.checkDraft), correctDraft: crashing(real.correctDraft) };
});

const good = '---\ntitle: Họp dân\ndate: 2024-10-17\n---\n\nNgười dân đã đến dự họp rất đông.\n';
const files = {
  good,
  info: `${good}\nSức khỏe là vàng, khỏe để làm việc; sức khoẻ của dân.\n`,
  warning: good.replace('Người', 'Ngừơi'),
  error: `${good}\nSpecified argument was out of the range of valid values.\n`,
  empty: '',
  latin: Buffer.from('Ngu\xd0\xf2i d\xe2n', 'latin1'),
  binary: Buffer.from('%PDF\0\x01'),
  crash: `${good}\n${crash}\n`,
} as const;
type Kind = keyof typeof files;

const nobody = process.getuid?.() === 0 ? 65534 : undefined;

function sachAs(uid: number | undefined, args: readonly string[], cwd: string) {
  const env = { ...process.env, NO_COLOR: '1', LC_ALL: 'C', HOME: cwd };
  const who = uid === undefined ? {} : { uid, gid: uid };
  return spawnSync(process.execPath, [resolve('bin/sach.js'), ...args], { cwd, env, encoding: 'utf8', ...who });
}

/** The checkout may stand where nobody else can read it. */
const mayRead = (uid: number): boolean => sachAs(uid, ['--version'], '/').status === 0;

const levels = ['error', 'warning', 'info', 'never'] as const;
type Codes = readonly [error: number, warning: number, info: number, never: number];

/** What each command exits with, by `--fail-on`; `diff` where it is not what `fix` exits with. */
const table: readonly [readonly Kind[], { readonly check: Codes; readonly fix: Codes; readonly diff?: Codes }][] = [
  [['good'], { check: [0, 0, 0, 0], fix: [0, 0, 0, 0] }],
  [['info'], { check: [0, 0, 1, 0], fix: [0, 0, 0, 0] }],
  // What fix corrects is done work, no finding; what it only shows is one.
  [['warning'], { check: [0, 1, 1, 0], fix: [0, 0, 0, 0], diff: [0, 1, 1, 0] }],
  [['error'], { check: [1, 1, 1, 0], fix: [0, 0, 0, 0] }],
  [['good', 'empty'], { check: [1, 1, 1, 0], fix: [0, 0, 0, 0] }],
  [['info', 'warning', 'error'], { check: [1, 1, 1, 0], fix: [0, 0, 0, 0], diff: [0, 1, 1, 0] }],
  [['good', 'latin'], { check: [1, 1, 1, 0], fix: [1, 1, 1, 0] }],
  [['good', 'binary'], { check: [1, 1, 1, 0], fix: [1, 1, 1, 0] }],
  [['good', 'crash'], { check: [1, 1, 1, 0], fix: [1, 1, 1, 0] }],
  [['warning', 'latin', 'crash'], { check: [1, 1, 1, 0], fix: [1, 1, 1, 0] }],
  // Nothing could be done at all: that is no question of levels.
  [['latin'], { check: [2, 2, 2, 2], fix: [2, 2, 2, 2] }],
  [['latin', 'binary'], { check: [2, 2, 2, 2], fix: [2, 2, 2, 2] }],
  [['crash'], { check: [2, 2, 2, 2], fix: [2, 2, 2, 2] }],
  [['crash', 'binary'], { check: [2, 2, 2, 2], fix: [2, 2, 2, 2] }],
];

describe.each(table)('%j', (kinds, codes) => {
  test.each([
    ['check', ['check', '.', '--no-cache'], codes.check],
    ['fix --diff', ['fix', '.', '--diff'], codes.diff ?? codes.fix],
    ['fix --diff --write', ['fix', '.', '--diff', '--write'], codes.fix],
    ['fix --write', ['fix', '.', '--write'], codes.fix],
    ['fix -o', ['fix', '.', '-o', 'out/'], codes.fix],
  ] as const)('%s', async (_, args, expected) => {
    const found: number[] = [];
    for (const level of levels) {
      using box = openBox();
      for (const kind of kinds) box.put(`${kind}.md`, files[kind]);
      const { status, stdout, stderr } = await box.here([...args, '--fail-on', level]);
      found.push(status ?? -1);
      expect(stdout + stderr).not.toContain('undefined');
      expect((stdout + stderr).includes('boom'), 'a crash tells its stack').toBe(kinds.includes('crash'));
    }
    expect(found).toEqual(expected);
  });
});

test('fix --diff counts a change by the level that the configuration gives its rule', async () => {
  using box = openBox();
  box.put('a.md', files.warning);
  for (const [level, code] of [
    ['error', 1],
    ['warning', 0],
    ['off', 0],
  ] as const) {
    box.put('sach.config.yaml', `rules:\n  typo: ${level}\n`);
    expect([level, (await box.here(['fix', 'a.md', '--diff'])).status]).toEqual([level, code]);
  }
});

describe('what keeps a file from being read or written', () => {
  test.each([
    ['a file that is not there', ['gone.md'], 2, 'gone.md'],
    ['the same among others', ['good.md', 'gone.md'], 1, 'gone.md'],
    ['an address', ['https://vi.example/a.md'], 2, 'draft'],
    ['an unknown option', ['good.md', '--nope'], 2, '--nope'],
    ['an unknown level', ['good.md', '--fail-on', 'fatal'], 2, 'fatal'],
  ])('%s', async (_, args, code, told) => {
    for (const command of ['check', 'fix'] as const) {
      using box = openBox();
      box.put('good.md', good);
      const { status, stdout, stderr } = await box.here([command, ...args, ...(command === 'fix' ? ['--diff'] : [])]);
      expect([command, status]).toEqual([command, code]);
      expect(stdout + stderr).toContain(told);
    }
  });

  // Who may do everything sets out as nobody, who may not.
  test.skipIf(nobody !== undefined && !mayRead(nobody))(
    'a folder that may not be read is told, the others are checked',
    () => {
      using box = openBox();
      box.put('a/good.md', good);
      box.put('b/good.md', good);
      chmodSync(box.path, 0o755);
      chmodSync(join(box.path, 'b'), 0);
      const { status, stdout } = sachAs(nobody, ['check', '.', '--no-cache'], box.path);
      chmodSync(join(box.path, 'b'), 0o755);
      expect([status, stdout]).toEqual([
        1,
        expect.stringMatching(/^error\[page\/unreadable\]: b: [^\n]*\n {2}--> b:1:1\n\n$/),
      ]);
    },
  );

  test('a link that leads to itself and one to nowhere are told, the others are fixed', async () => {
    using box = openBox();
    box.put('a.md', files.warning);
    symlinkSync('loop.md', join(box.path, 'loop.md'));
    symlinkSync('nowhere.md', join(box.path, 'lost.md'));
    const { status, stderr } = await box.here(['fix', '.', '--write']);
    expect(status).toBe(1);
    expect(stderr).toContain('loop.md');
    expect(stderr).toContain('lost.md');
    expect(box.read('a.md')).toBe(good);
  });

  test('a reader that went away is no error of fix either', async () => {
    using box = openBox();
    for (let i = 0; i < 3; i++) box.put(`${i}.md`, files.warning);
    const run = await box.sach(['fix', '.', '--diff'], { during: (child) => child.stdout?.destroy() });
    expect([run.status, run.stderr]).toEqual([0, '3 drafts: 3 corrections to make in 3 drafts.\n']);
  });
});
