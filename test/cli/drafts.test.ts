import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSarif } from '../sarif-schema.ts';

const bin = resolve('bin/sach.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sach-drafts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const sach = (...args: string[]) => sachIn('', ...args);

function sachIn(below: string, ...args: string[]) {
  const env = { ...process.env, LANG: 'C', LC_ALL: 'C', NO_COLOR: '1', XDG_CACHE_HOME: join(folder, '.cache') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: join(folder, below),
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

const good = '---\ntitle: Họp dân\ndate: 2024-10-17\n---\n\nNgười dân đã đến dự họp rất đông.\n';
const typo = good.replace('Người', 'Ngừơi');
const leaked = `${good}\nSpecified argument was out of the range of valid values.\n`;

describe('fix', () => {
  test('one draft to standard output, nothing but the corrected text', () => {
    write('a.md', typo);
    expect(sach('fix', 'a.md')).toMatchObject({ status: 0, stdout: good });
  });

  test('a draft and the links to it are one draft', () => {
    for (const i of Array.from({ length: 9 }).keys()) {
      write(`d/a${i}.md`, typo);
      symlinkSync(`a${i}.md`, join(folder, `d/b${i}.md`));
    }
    const { status, stderr } = sach('fix', 'd', 'd/b1.md', '--write', '-j', '4');
    expect([status, stderr]).toEqual([0, expect.stringContaining('9 drafts: 9 corrections made')]);
  });

  test('the drafts of a pattern are several: a file each in a folder, never one behind the other', () => {
    write('d/a.md', typo);
    write('d/b.md', typo);
    const { status, stderr, stdout } = sach('fix', 'd/*.md', '-f', 'json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[drafts-to-stdout]');
    expect(sach('fix', 'd/*.md', '-o', 'out').status).toBe(0);
    expect([read('out/d/a.md'), read('out/d/b.md')]).toEqual([good, good]);
  });

  test('--diff is a patch that git applies', () => {
    write('a.md', typo);
    const { stdout, status } = sach('fix', '.', '--diff');
    expect(status).toBe(0);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect(read('a.md')).toBe(good);
  });

  const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
  describe.each([
    ['git', ['apply', '-']],
    ['patch', ['-p1', '-s']],
  ])('--diff for %s', (tool, args) => {
    test.skipIf(!isThere(tool))('finds a file with spaces in its name', () => {
      write('bài mới/a b.md', typo);
      const { stdout } = sach('fix', '.', '--diff');
      execFileSync(tool, args, { cwd: folder, input: stdout });
      expect(read('bài mới/a b.md')).toBe(good);
    });
  });

  test('--diff names files as patch finds them: below the working folder, else from the root', () => {
    for (const name of ['./b/a.md', 'b//a.md', join(folder, 'b/a.md')]) {
      write('b/a.md', typo);
      const { stdout } = sach('fix', name, '--diff');
      execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
      expect(read('b/a.md')).toBe(good);
    }
    write('c.md', typo);
    for (const name of ['../c.md', join(folder, 'c.md')])
      expect(sachIn('b', 'fix', name, '--diff').stdout).toContain(`+++ b${join(folder, 'c.md')}\n`);
  });

  test('--diff -o: the patch goes into the file, whatever colours the terminal has', () => {
    write('a.md', typo);
    const shown = sach('fix', 'a.md', '--diff').stdout;
    expect(sach('fix', 'a.md', '--diff', '-o', 'd.patch')).toMatchObject({ status: 0, stdout: '' });
    expect(read('d.patch')).toBe(shown);
    const { status, stderr } = sach('fix', 'a.md', '--diff', '-f', 'json');
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[conflicting-options]')]);
  });

  test('--write changes the files, once, and --undo restores every byte', () => {
    const files = { 'a.md': typo, 'b/b.html': '\ufeff<p>Ngừơi</p>\r\n', 'c.txt': 'Ngừơi', 'same.md': good };
    for (const [name, text] of Object.entries(files)) write(name, text);
    expect(sach('fix', '.', '--write', '-o', 'report.json').status).toBe(0);
    expect([read('a.md'), read('b/b.html'), read('c.txt')]).toEqual([good, '\ufeff<p>Người</p>\r\n', 'Người']);
    expect(sach('fix', '.', '--diff').stdout).toBe('');
    expect(sach('fix', '--undo', 'report.json').status).toBe(0);
    for (const [name, text] of Object.entries(files)) expect(read(name)).toBe(text);
  });

  test('--undo leaves a file alone that changed since', () => {
    write('a.md', typo);
    sach('fix', 'a.md', '--write', '-o', 'report.json');
    write('a.md', `${good}Thêm.\n`);
    const { status, stderr } = sach('fix', '--undo', 'report.json');
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[changed-since]')]);
    expect(stderr).toContain('Take back the later changes first');
    expect(read('a.md')).toBe(`${good}Thêm.\n`);
  });

  test('JSON: replaying the edits gives the text', () => {
    write('a.md', typo);
    const record = JSON.parse(sach('fix', 'a.md', '-f', 'json').stdout);
    const [edit] = record.edits;
    expect(record).toMatchObject({ source: 'a.md', text: good, findings: [] });
    expect(typo.slice(0, edit.start) + edit.after + typo.slice(edit.end)).toBe(good);
  });

  test('the format of the configuration holds, and one that fix does not make is refused by name', () => {
    write('a.md', typo);
    write('sach.config.yaml', 'format: jsonl\n');
    expect(JSON.parse(sach('fix', 'a.md').stdout)).toMatchObject({ source: 'a.md', text: good });
    expect(sach('fix', 'a.md', '-f', 'md').stdout).toBe(good);
    expect(sach('fix', 'a.md', '-f', 'html')).toMatchObject({ status: 2, stdout: '' });
    write('sach.config.yaml', 'format: html\n');
    const { status, stdout, stderr } = sach('fix', 'a.md');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('format cannot be html.');
    expect(stderr).toContain('md, json, jsonl');
    expect(sach('fix', 'a.md', '--diff').status).toBe(0);
  });

  test('own words are left alone', () => {
    write('a.md', typo);
    write('sach.config.yaml', 'words: [Ngừơi]\n');
    expect(sach('fix', 'a.md').stdout).toBe(typo);
  });

  test('house style only when it is asked for', () => {
    write('a.txt', 'Lý do "hòa bình", 1,250,000 người, 3-4-2024.');
    expect(sach('fix', 'a.txt').stdout).toBe('Lý do "hòa bình", 1,250,000 người, 3-4-2024.');
    write('sach.config.yaml', 'style: { toneMarks: new, quotes: curly, numbers: dot, dates: slash }\n');
    expect(sach('fix', 'a.txt').stdout).toBe('Lý do “hoà bình”, 1.250.000 người, 3/4/2024.');
  });

  test('a Word document becomes Markdown and stays itself', () => {
    const docx = join(
      dirname(createRequire(import.meta.url).resolve('mammoth/package.json')),
      'test/test-data/single-paragraph.docx',
    );
    if (!existsSync(docx)) return;
    write('a.docx', readFileSync(docx));
    expect(sach('fix', 'a.docx').status).toBe(0);
    expect(sach('fix', 'a.docx', '--write').status).toBe(0);
    expect(existsSync(join(folder, 'a.md'))).toBe(true);
  });

  test('--interactive without a terminal says so', () => {
    write('a.md', typo);
    const { status, stderr } = sach('fix', 'a.md', '--interactive');
    expect([status, stderr.includes('error[not-a-terminal]')]).toEqual([2, true]);
  });

  test('a read-only file is told and the others are written', () => {
    write('a.md', typo);
    write('b.md', typo);
    chmodSync(join(folder, 'a.md'), 0o444);
    const { status, stderr } = sach('fix', '.', '--write');
    expect([status, stderr.includes('a.md: cannot be written (the file is read-only)')]).toEqual([1, true]);
    expect([read('a.md'), read('b.md')]).toEqual([typo, good]);
  });
});

describe('check: exit codes', () => {
  test.each([
    ['nothing found', { 'a.md': good }, [], 0],
    ['a warning', { 'a.md': typo }, [], 0],
    ['a warning that fails', { 'a.md': typo }, ['--fail-on', 'warning'], 1],
    ['an error', { 'a.md': leaked }, [], 1],
    ['an error that never fails', { 'a.md': leaked }, ['--fail-on', 'never'], 0],
    ['a bad file among good ones', { 'a.md': good, 'b.md': '\xd0\xff' }, [], 1],
    ['only bad files', { 'b.md': '\xd0\xff', 'c.txt': 'a\0b' }, [], 2],
    ['an unknown format', { 'a.md': good }, ['-f', 'xml'], 2],
    ['a broken configuration', { 'a.md': good, 'sach.config.yaml': 'rulez: {}' }, [], 2],
    ['a rule switched off', { 'a.md': leaked, 'sach.config.yaml': 'rules: { junk: off }' }, [], 0],
    ['a file left out', { 'a.md': leaked, 'b.md': good, 'sach.config.yaml': "ignore: ['a.*']" }, [], 0],
  ] as [string, Record<string, string>, string[], number][])('%s', (_, files, args, code) => {
    for (const [name, text] of Object.entries(files))
      write(name, Buffer.from(text, text.includes('\xff') ? 'latin1' : 'utf8'));
    expect(sach('check', '.', ...args).status).toBe(code);
  });

  test('patterns of the configuration mean the same files from a folder below it', () => {
    write('content/drafts/a.md', leaked);
    write('content/b.md', leaked);
    write(
      'sach.config.yaml',
      'ignore: ["content/drafts/**"]\noverrides: [{ files: ["content/*.md"], rules: { junk: off } }]\n',
    );
    expect(sach('check', 'content')).toMatchObject({ status: 0, stdout: '' });
    expect(sachIn('content', 'check', '.')).toMatchObject({ status: 0, stdout: '' });
    expect(sachIn('content/drafts', 'check', '--config', '../../sach.config.yaml')).toMatchObject({ stdout: '' });
  });

  test('a loop of links and an unreadable folder are told, the rest is checked', () => {
    write('a.md', leaked);
    symlinkSync('loop.md', join(folder, 'loop.md'));
    symlinkSync('.', join(folder, 'self'));
    const { status, stdout } = sach('check', '.');
    expect(status).toBe(1);
    expect(stdout).toContain('a.md:8:1');
    expect(stdout).toContain('loop.md');
  });

  /** A command whose reader takes the first line and goes: that line, and the exit code of the command itself. */
  const headOf = (args: string) => {
    const command = `{ "${process.execPath}" "${bin}" ${args} 2>err.txt; echo $? >code.txt; } | head -1`;
    const out = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(read('err.txt')).not.toMatch(/EPIPE|bug/);
    return [out, Number(read('code.txt'))];
  };

  test('a reader that goes away is no error, and changes no exit code', () => {
    // More than a pipe holds.
    for (let i = 0; i < 30; i++) write(`${i}.md`, leaked.repeat(20));
    expect(headOf('check . --no-cache')).toEqual([expect.stringMatching(/^error\[junk\//), 1]);
    expect(headOf('check . --no-cache --fail-on never')[1]).toBe(0);
    expect(headOf('check . --no-cache -f json -f sarif -o all.sarif')).toEqual(['[\n', 1]);
    expect(JSON.parse(read('all.sarif')).runs[0].results.length).toBeGreaterThan(500);
  });

  test('fix writes every file, also when nobody reads the diff to its end', () => {
    for (let i = 0; i < 12; i++) write(`${i}.md`, typo.repeat(60));
    write('z.md', Buffer.from([0x80, 0x81]));
    expect(headOf('fix . --write --diff')).toEqual(['--- a/0.md\n', 1]);
    expect(sach('fix', '9.md', '--diff').stdout).toBe('');
    expect(headOf('fix . -f jsonl')[1]).toBe(1);
  });
});

describe('check: what it offers', () => {
  test('pretty points at the place', () => {
    write('a.md', typo);
    expect(sach('check', 'a.md').stdout).toBe(
      [
        'warning[typo/tone-place]: “Ngừơi” should be “Người”.',
        '  --> a.md:6:1',
        '  |',
        '6 | Ngừơi dân đã đến dự họp rất đông.',
        '  | ^^^^^ Người',
        '',
        '',
      ].join('\n'),
    );
  });

  test('a BOM is no part of the line that is shown', () => {
    const line = 'Ngừơi dân đưọc khen.';
    write('a.txt', `\ufeff${line}\nNgừơi thứ hai.\n`);
    write('plain/a.txt', `${line}\nNgừơi thứ hai.\n`);
    for (const format of ['pretty', 'json', 'sarif', 'junit']) {
      const { stdout } = sach('check', 'a.txt', '-f', format);
      expect(stdout).not.toContain('\ufeff');
      // Edits count it: they are those of the file.
      const places = /"(?:start|end|charOffset)":\s*\d+/g;
      expect(stdout.replace(places, '')).toBe(
        sachIn('plain', 'check', 'a.txt', '-f', format).stdout.replace(places, ''),
      );
    }
    expect(sach('fix', 'a.txt', '--explain', '--diff').stderr).toContain('\n  1:1 typo/tone-place');
  });

  test('nor is it of a long line, of which a part is shown', () => {
    write('a.txt', `\ufeff${'Nhà. '.repeat(2000)}Ngừơi dân đưọc khen.`);
    const [{ excerpt, excerptColumn, column }] = JSON.parse(sach('check', 'a.txt', '-f', 'json').stdout).filter(
      ({ fix }: { fix?: { before: string } }) => fix?.before === 'Ngừơi',
    );
    expect(excerpt.slice(column - excerptColumn)).toMatch(/^Ngừơi dân/);
  });

  test('SARIF is valid, and its fingerprints stay when lines move', () => {
    write('a.md', typo);
    sach('check', '.', '-f', 'sarif', '-o', 'one.sarif');
    write('a.md', typo.replace('\n\nNgừơi', '\n\nMột đoạn mới.\n\nNgừơi'));
    sach('check', '.', '-f', 'sarif', '-o', 'two.sarif');
    const logs = ['one.sarif', 'two.sarif'].map((name) => JSON.parse(read(name)));
    for (const log of logs) expect(isSarif(log), JSON.stringify(isSarif.errors?.[0])).toBe(true);
    expect(logs[0].runs[0].tool.driver.rules[0].help.text).toBe(
      'docs/rules/typo-tone-place.md shows what it finds and what it leaves alone. Switch it off in the text with <!-- sach-disable typo/tone-place -->, everywhere with “rules: { typo/tone-place: off }” in sach.config.yaml.',
    );
    const [one, two] = logs.map((log) => log.runs[0].results[0]);
    expect(one.partialFingerprints).toEqual(two.partialFingerprints);
    expect([
      one.locations[0].physicalLocation.region.startLine,
      two.locations[0].physicalLocation.region.startLine,
    ]).toEqual([6, 8]);
  });

  test('a draft below the working folder has one path, however it is named', () => {
    write('in/a.md', typo);
    write('out.md', typo);
    symlinkSync('in', join(folder, 'link'));
    const report = (name: string, format: string, below = '') => sachIn(below, 'check', name, '-f', format).stdout;
    const names = ['in/a.md', './in/a.md', './in//../in/a.md', join(folder, 'in/a.md'), `${folder}/./in`];
    for (const format of ['github', 'gitlab', 'sarif', 'json', 'junit', 'pretty']) {
      const plain = report('in/a.md', format);
      expect(plain).toMatch(/["= ]in\/a\.md/);
      for (const name of names) expect(report(name, format), `${name} ${format}`).toBe(plain);
    }
    const { href } = pathToFileURL(join(folder, 'out.md'));
    for (const name of ['../out.md', join(folder, 'out.md')]) {
      expect(report(name, 'sarif', 'in')).toContain(`"artifactLocation":{"uri":"${href}"}`);
      expect(report(name, 'github', 'in')).toContain(`file=${name},`);
    }
    expect(report('../link/../out.md', 'github', 'in')).toContain('file=../link/../out.md,');
  });

  test('several formats, each to its own file', () => {
    write('a.md', leaked);
    const { stdout, status } = sach(
      'check',
      '.',
      '-f',
      'github',
      '-f',
      'gitlab',
      '-o',
      'gl.json',
      '-f',
      'junit',
      '-o',
      'j.xml',
      '-f',
      'json',
      '-o',
      'f.json',
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=a\.md,line=8,/);
    expect(JSON.parse(read('gl.json'))[0]).toMatchObject({
      severity: 'major',
      location: { path: 'a.md', lines: { begin: 8 } },
    });
    expect(read('j.xml')).toContain('failures="1"');
    expect(JSON.parse(read('f.json'))[0]).toMatchObject({
      source: 'a.md',
      rule: 'junk/aspnet-argument-range',
      level: 'error',
    });
  });

  test('a baseline marks what is known and counts what is new', () => {
    write('a.md', leaked);
    expect(sach('check', '.', '--baseline', 'known.json').status).toBe(0);
    expect(sach('check', '.', '--baseline', 'known.json').stdout).toContain('(known)');
    write('b.md', leaked);
    const { status, stdout } = sach('check', '.', '--baseline', 'known.json');
    expect([status, stdout.match(/error\[junk/g)?.length]).toEqual([1, 2]);
  });

  test('a baseline knows drafts by their path from the working folder, however they are named and wherever it lies', () => {
    write('in/a.md', leaked);
    mkdirSync(join(folder, 'ci'));
    sach('check', 'in', '--baseline', 'ci/known.json');
    for (const name of ['.', './in/a.md', join(folder, 'in')])
      expect(sach('check', name, '--baseline', 'ci/known.json').status, name).toBe(0);
    expect(sachIn('in', 'check', 'a.md', '--baseline', '../ci/known.json').status).toBe(1);
  });

  test('--changed looks at what differs from a ref', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: folder });
    write('old.md', leaked);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    expect(sach('check', '--changed').status).toBe(0);
    write('new.md', leaked);
    const { status, stdout } = sach('check', '--changed', 'HEAD');
    expect([status, stdout.includes('new.md'), stdout.includes('old.md')]).toEqual([1, true, false]);
    expect(sach('check', '--changed', 'nowhere').status).toBe(2);
  });

  test('--fix makes what is certain and leaves the rest', () => {
    write('a.md', `${typo}\nChuyển\u200b đổi.\n\nSpecified argument was out of the range of valid values.\n`);
    const { status, stdout } = sach('check', '.', '--fix');
    expect(status).toBe(1);
    expect(stdout.match(/\[[a-z/-]+\]/g)).toEqual(['[junk/aspnet-argument-range]']);
    expect(read('a.md')).toBe(`${good}\nChuyển đổi.\n\nSpecified argument was out of the range of valid values.\n`);
  });

  test('--fix composes every word of a paragraph whose marks are written apart, in one finding', () => {
    const line = 'Người dân đã đến dự họp rất đông , và hỏi đủ mọi điều.';
    write('a.md', good.replace(/Người.*/, line.normalize('NFD')));
    expect(sach('check', 'a.md', '-f', 'github').stdout.match(/split-accents/g)).toHaveLength(1);
    expect(sach('check', 'a.md', '--fix').stderr).toContain('2 fixed');
    expect(read('a.md')).toBe(good.replace(/Người.*/, line.replace(' ,', ',')));
  });

  test('--fix makes in one run what fix makes, and tells what is left where it then stands', () => {
    const text = `${good}Hôm nay dân đưọc khen, bảo đảm an tòan .\n\nTrang ![](ảnh.png) này bị lổi.\n`.normalize('NFD');
    write('a.md', text);
    write('b.md', text);
    const left = sach('check', 'a.md', '--fix', '-f', 'json');
    expect(sach('fix', 'b.md', '--write').status).toBe(0);
    expect(read('a.md')).toBe(read('b.md'));
    expect(read('a.md').replace(/\(.*\)/, '')).toBe(
      text
        .normalize('NFC')
        .replace(/\(.*\)/, '')
        .replace('đưọc', 'được')
        .replace('tòan .', 'toàn.')
        .replace('lổi', 'lỗi'),
    );
    expect(JSON.parse(sach('check', 'a.md', '-f', 'json').stdout)).toEqual(JSON.parse(left.stdout));
    expect(sach('check', 'a.md', '--fix').stderr).not.toContain('fixed');
  });

  test('check and fix tell findings of level info without -v, as --help says', () => {
    write('a.md', `${good}\nHòa bình, khỏe mạnh, hòa giải, thuỷ lợi.\n`);
    for (const command of ['check', 'fix']) {
      expect(sach(command, '--help').stdout.replace(/\s+/g, ' ')).toContain('fix and check tell all findings anyway');
      const { stdout, stderr } = sach(command, 'a.md');
      expect(sach(command, 'a.md', '-v')).toMatchObject({ stdout, stderr });
    }
    expect(sach('check', 'a.md').stdout).toContain('info[typo/mixed-tone-marks]');
  });

  test('comments switch rules off', () => {
    write('a.md', leaked.replace('\nSpecified', '\n<!-- sach-disable junk -->\n\nSpecified'));
    expect(sach('check', '.')).toMatchObject({ status: 0, stdout: '' });
  });

  test('findings on a whole draft follow comments and levels too', () => {
    const text = Array.from({ length: 60 }, (_, i) => `tiếng${i}`).join(' ');
    write('a.md', `# A\n\n${text}.\n`);
    write('b.md', `# A\n\n<!-- sach-disable page/near-duplicate -->\n\n${text}!\n`);
    for (let run = 0; run < 2; run++) expect(sach('check', '.')).toMatchObject({ status: 0, stdout: '' });
    write('c.md', Buffer.from('Ngu\xd0\xf2i', 'latin1'));
    write('sach.config.yaml', 'overrides: [{ files: ["c.md"], rules: { page/unreadable: info } }]\n');
    const { status, stdout } = sach('check', '.');
    expect([status, stdout]).toEqual([0, expect.stringContaining('info[page/unreadable]')]);
  });

  test('own junk patterns are tested on their examples when they are read', () => {
    write('a.md', `${good}\nĐường dây nóng: 0251 3822 501\n`);
    const config = (pattern: string) =>
      `junk:\n  - { id: junk/hotline, pattern: '${pattern}', matches: ['Đường dây nóng: 0251 3822 501'] }\n`;
    write('sach.config.yaml', config('Đường dây nóng: [\\d ]+'));
    expect(sach('check', '.').stdout).toContain('warning[junk/hotline]');
    write('sach.config.yaml', config('Hotline: [\\d ]+'));
    expect(sach('check', '.')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('the pattern of junk/hotline does not match'),
    });
  });

  test.each([
    ['when the configuration is read', '(a+)+', 'aaa', 'sach.config.yaml'],
    // What no example leads to shows only in a draft.
    ['in a draft', 'chào|(xin|xi|n)+', 'chào', 'a.md'],
  ])('own junk patterns that would never end are broken off and named: %s', (_, pattern, example, source) => {
    write('a.md', `${good}\n${'a'.repeat(40)}b\n\n${'xin'.repeat(40)}!\n`);
    write('sach.config.yaml', `junk:\n  - { id: junk/hotline, pattern: '${pattern}', matches: ['${example}'] }\n`);
    const { status, stderr, stdout } = sach('check', 'a.md');
    expect([status, stderr + stdout]).toEqual([
      2,
      expect.stringContaining(`${source}: the pattern of junk/hotline takes`),
    ]);
  });

  test('near duplicates are told with the earlier draft', () => {
    const text = Array.from({ length: 60 }, (_, i) => `tiếng${i}`).join(' ');
    write('a.md', `# A\n\n${text}.\n`);
    write('b.md', `# A\n\n${text}!\n`);
    expect(sach('check', '.').stdout).toContain('b.md:1:1');
    expect(sach('check', '.').stdout).toContain('Nearly the same as a.md');
  });

  test('a second run is remembered, also when a picture comes or goes', () => {
    write('a.md', `${good}\n![](anh.jpg)\n`);
    expect(sach('check', '.').status).toBe(1);
    expect(sach('check', '.').status).toBe(1);
    write('anh.jpg', 'x');
    expect(sach('check', '.').status).toBe(0);
  });

  test('--init writes a configuration that works, and only where there is none', () => {
    write('a.md', good);
    expect(sach('check', '--init').status).toBe(0);
    expect(sach('check', '.').status).toBe(0);
    expect(sach('check', '--init').status).toBe(2);
    // Every commented line is a setting that holds.
    write(
      'sach.config.yaml',
      read('sach.config.yaml')
        .replaceAll(/^#(?=\S| {2})/gm, '')
        .replace('words: []', 'words:')
        .replace('rules: {}', 'rules:'),
    );
    expect(sach('check', '.', '--fail-on', 'never').stderr).not.toContain('error[');
  });
});
