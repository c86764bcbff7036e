import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const bin = resolve('bin/sach.js');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sach-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Run sach in the test's own folder. */
function sach(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}

/** Write a file below the test's folder. */
function put(path: string, content: string | Uint8Array): void {
  mkdirSync(resolve(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function files(path: string): string[] {
  return (readdirSync(join(folder, path), { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, path).length + 1))
    .sort();
}

const paragraph =
  'Sáng nay, Ủy ban nhân dân xã tổ chức lễ khánh thành cây cầu mới bắc qua sông, nối hai thôn sau nhiều năm chờ đợi. ';
const page = (title: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><h1>${title}</h1><div class="content"><p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(4)}</p></div></body></html>`;

describe('input and output', () => {
  test('a folder mirrors into a folder, in sorted order, gzip unpacked', () => {
    put('site/b.html', page('Cầu mới'));
    put('site/a/b.html.gz', gzipSync(page('Trường mới')));
    put('site/a/notes.css', 'p {}');
    sach(['clean', 'site', '-o', 'out', '--fail-on', 'never']);
    expect(files('out')).toEqual(['a/b.md', 'b.md']);
  });

  test('names that differ in case or extension only get a number', () => {
    put('site/Tin.html', page('Một'));
    put('site/tin.htm', page('Hai'));
    sach(['clean', 'site', '-o', 'out', '--fail-on', 'never']);
    expect(files('out')).toEqual(['Tin.md', 'tin-2.md']);
  });

  test('jsonl is one line per page, the same for any number of threads', () => {
    for (let i = 0; i < 12; i += 1) put(`site/${i}.html`, page(`Tin số ${i}`));
    const [one, three] = ['1', '3'].map((jobs) => sach(['clean', 'site', '-f', 'jsonl', '-j', jobs]));
    expect(one?.stdout.trim().split('\n')).toHaveLength(12);
    expect(three?.stdout).toBe(one?.stdout);
  });
});

describe('bad input', () => {
  test('a missing file', () => {
    const { status, stdout, stderr } = sach(['clean', 'none.html']);
    expect(stderr).toMatch(/^error\[not-found\]: none\.html: .*\n {2}hint: /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('several pages to standard output', () => {
    put('a.html', page('Một'));
    put('b.html', page('Hai'));
    const { status, stdout, stderr } = sach(['clean', 'a.html', 'b.html']);
    expect(stderr).toMatch(/^error\[several-to-stdout\]/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('output equal to input', () => {
    put('a.html', page('Một'));
    const { status, stderr } = sach(['clean', 'a.html', '-f', 'html', '-o', 'a.html']);
    expect(stderr).toMatch(/^error\[output-is-input\]/);
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe(page('Một'));
  });

  test('an unknown option, with the one that was meant', () => {
    const { status, stderr } = sach(['clean', '--fromat', 'md', 'a.html']);
    expect(stderr).toBe('error[unknown-option]: There is no option --fromat.\n  hint: Did you mean --format?\n');
    expect(status).toBe(2);
  });
});
