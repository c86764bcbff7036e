import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage, firstSentence } from './box.ts';

/** Compiled code that is kept between runs, see bin/sach.js: whatever it is like, a run prints the same. */

const root = mkdtempSync(join(tmpdir(), 'sach-code-'));
const page = join(root, 'page.html');
const bin = resolve('bin/sach.js');
let expected = '';

interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly from?: string;
  readonly node?: readonly string[];
}

function start(home: string, { env = {}, from = bin, node = [] }: StartOptions = {}) {
  const { HOME: _, XDG_CACHE_HOME: __, LOCALAPPDATA: ___, ...rest } = process.env;
  return spawnSync(process.execPath, [...node, from, 'clean', page], {
    encoding: 'utf8',
    env: { ...rest, HOME: home, ...env },
  });
}

/** A home of its own, and where compiled code is kept in it. */
function home(name: string): { readonly path: string; readonly kept: string } {
  const path = join(root, name);
  mkdirSync(path);
  return { path, kept: join(path, '.cache/sach') };
}

const onlyFile = (folder: string): string => {
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
};

beforeAll(() => {
  writeFileSync(page, articlePage('Cầu mới'));
  const { stdout, stderr } = start(root, { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
  expect(stderr).toBe('');
  expect(stdout).toContain(firstSentence);
  expected = stdout;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const prints = { status: 0, stderr: '' };

describe('compiled code', () => {
  test('is kept by the first run, used by the second, and switched off as Node’s own is', () => {
    const { path, kept } = home('kept');
    expect(start(path, { env: { NODE_DISABLE_COMPILE_CACHE: '1' } })).toMatchObject({ ...prints, stdout: expected });
    expect(readdirSync(path)).toEqual([]);
    expect(start(path)).toMatchObject({ ...prints, stdout: expected });
    const { mtimeMs } = statSync(onlyFile(kept));
    expect(start(path)).toMatchObject({ ...prints, stdout: expected });
    expect(statSync(onlyFile(kept)).mtimeMs).toBe(mtimeMs);
  });

  test('imports packages as any other: a batch with threads', () => {
    const { path } = home('batch');
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) writeFileSync(join(path, `${name}.html`), articlePage(name));
    const run = () =>
      spawnSync(process.execPath, [bin, 'clean', path, '-f', 'jsonl', '-j', '2', '-q'], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: join(root, 'batch-cache') },
      });
    const first = run();
    expect(first).toMatchObject(prints);
    expect(first.stdout.match(/\n/g)).toHaveLength(6);
    expect(readdirSync(join(root, 'batch-cache/sach'))).toHaveLength(1);
    expect(run()).toMatchObject({ ...prints, stdout: first.stdout });
  });

  test('that is damaged anywhere, cut or empty is not run but written anew', () => {
    const { path, kept } = home('damaged');
    start(path);
    const file = onlyFile(kept);
    const whole = readFileSync(file);
    const damaged = [0, 16, 32, 40, 60, 0.3, 0.6, 0.99].map((place) => {
      const bytes = Buffer.from(whole);
      const at = place < 1 ? Math.floor(place * bytes.length) : place;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      return bytes;
    });
    for (const bytes of [...damaged, whole.subarray(0, 1000), whole.subarray(0, 32), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(start(path)).toMatchObject({ ...prints, stdout: expected });
      expect(readFileSync(onlyFile(kept)).equals(bytes)).toBe(false);
    }
  });

  test('that Node was asked to compile otherwise is refused by it', () => {
    const { path, kept } = home('flags');
    start(path);
    const { mtimeMs } = statSync(onlyFile(kept));
    expect(start(path, { node: ['--no-opt'] })).toMatchObject({ ...prints, stdout: expected });
    expect(statSync(onlyFile(kept)).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  test('of versions long gone is cleared away', () => {
    const { path, kept } = home('old');
    mkdirSync(kept, { recursive: true });
    for (const name of ['code-0123456789abcdef-v20.0.0-x64.bin', 'check-1.log']) {
      writeFileSync(join(kept, name), '');
      execFileSync('touch', ['-d', '2001-01-01', join(kept, name)]);
    }
    start(path);
    expect(readdirSync(kept).filter((name) => !name.startsWith('code-'))).toEqual(['check-1.log']);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test('stays out of a home that is somebody else’s, no folder, or cannot be written', () => {
    const { path } = home('locked');
    writeFileSync(join(root, 'file'), '');
    for (const given of ['/proc', join(root, 'file'), '/nowhere/at/all'])
      expect(start(given)).toMatchObject({ ...prints, stdout: expected });
    chmodSync(path, 0o500);
    expect(start(path)).toMatchObject({ ...prints, stdout: expected });
    chmodSync(path, 0o700);
    mkdirSync(join(path, '.cache'), { recursive: true });
    rmSync(join(path, '.cache'), { recursive: true });
    writeFileSync(join(path, '.cache'), 'no folder');
    expect(start(path)).toMatchObject({ ...prints, stdout: expected });
  });

  test('goes where XDG_CACHE_HOME says, by an absolute path', () => {
    const { path } = home('xdg');
    start(path, { env: { XDG_CACHE_HOME: join(path, 'there') } });
    expect(readdirSync(path)).toEqual(['there']);
    start(path, { env: { XDG_CACHE_HOME: 'here' } });
    expect(readdirSync(path).sort()).toEqual(['.cache', 'there']);
  });

  test('is kept of a package that was installed elsewhere and is started through a link', () => {
    const { path, kept } = home('installed');
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string }];
    execFileSync('tar', ['-xzf', join(root, filename), '-C', path]);
    symlinkSync('package/bin/sach.js', join(path, 'sach'));
    for (let run = 0; run < 2; run++)
      expect(start(path, { from: join(path, 'sach') })).toMatchObject({ ...prints, stdout: expected });
    onlyFile(kept);
  });

  test('of several runs at once ends as one whole file', async () => {
    const { path, kept } = home('several');
    const runs = Array.from(
      { length: 4 },
      () =>
        new Promise<string>((done) => {
          let text = '';
          const child = spawn(process.execPath, [bin, 'clean', page], {
            env: { ...process.env, HOME: path, XDG_CACHE_HOME: '' },
          });
          child.stdout.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          child.on('close', () => done(text));
        }),
    );
    expect(await Promise.all(runs)).toEqual(Array(4).fill(expected));
    onlyFile(kept);
    expect(start(path)).toMatchObject({ ...prints, stdout: expected });
  });
});
