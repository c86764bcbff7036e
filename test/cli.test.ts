import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { articlePage, firstSentence, openBox } from './cli/box.ts';
import { fuzz, fuzzTimeout } from './fuzz.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('input', () => {
  test('a file, gzipped or not, prints the same article in every format', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Cầu mới'));
    box.put('a.html.gz', gzipSync(articlePage('Cầu mới')));
    for (const format of ['md', 'json', 'html', 'txt']) {
      const plain = await box.here(['clean', 'a.html', '-f', format]);
      const packed = await box.here(['clean', 'a.html.gz', '-f', format]);
      expect(plain).toMatchObject({ status: 0, stderr: '' });
      expect(plain.stdout).toContain(firstSentence);
      const named = (text = ''): string => text.replaceAll('a.html.gz', 'a.html').replace(/"sha256": "\w+"/, '');
      expect(named(packed.stdout)).toBe(named(plain.stdout));
    }
  });

  test.concurrent('standard input: HTML, plain text, gzip', async () => {
    using box = openBox();
    const [html, text, packed] = await Promise.all(
      [articlePage('Cầu mới'), `${firstSentence}\nDòng hai.\n\nĐoạn hai.`, gzipSync(articlePage('Cầu mới'))].map(
        (input) => box.sach(['clean', '-', '-f', 'txt'], { input }),
      ),
    );
    expect(html?.stdout).toContain(firstSentence);
    expect(text?.stdout).toBe(`${firstSentence}\nDòng hai.\n\nĐoạn hai.\n`);
    expect(packed?.stdout).toBe(html?.stdout);
  });

  test('a glob is expanded in sorted order', async () => {
    using box = openBox();
    for (const name of ['b', 'a', 'c/d']) box.put(`${name}.html`, articlePage(name));
    const { stdout } = await box.here(['clean', '**/*.html', '-f', 'jsonl']);
    expect(sourcesOf(stdout)).toEqual(['a.html', 'b.html', 'c/d.html']);
  });

  test('a folder is walked once, whatever its links', async () => {
    using box = openBox();
    box.put('site/a/b.html', articlePage('Một'));
    box.put('site/.git/c.html', articlePage('Hai'));
    symlinkSync('..', join(box.path, 'site/a/up'));
    symlinkSync('nowhere.html', join(box.path, 'site/gone.html'));
    const { stdout, stderr, status } = await box.here(['clean', 'site', '-f', 'jsonl']);
    expect(sourcesOf(stdout)).toEqual(['site/a/b.html']);
    expect(stderr).toMatch(/error\[not-found\]: site\/gone\.html/);
    expect(status).toBe(1);
  });

  test('a file whose name tells nothing is a page when it begins as one; what is left out is counted', async () => {
    using box = openBox();
    for (const name of ['gioi-thieu', 'index.php?p=1', 'tin.html']) box.put(`site/${name}`, articlePage(name));
    box.put('site/trang-utf-16', Buffer.from(`\ufeff${articlePage('Bốn')}`, 'utf16le'));
    box.put('site/feed', '<?xml version="1.0"?><rss><channel><title>Tin</title></channel></rss>');
    box.put('site/logo.png', articlePage('Không tìm thấy'));
    box.put('site/style.css?v=1', 'p {}');
    const { stderr, status } = await box.here(['clean', 'site', '-o', 'out', '--lang', 'en']);
    expect(box.files('out')).toEqual(['gioi-thieu.md', 'index.php?p=1.md', 'tin.md', 'trang-utf-16.md']);
    expect(stderr).toMatch(/^4 pages: 4 articles, 3 other files skipped/m);
    expect(status).toBe(0);
  });

  test('Markdown keeps front matter and blocks', async () => {
    using box = openBox();
    box.put('a.md', `---\ntitle: Cầu mới\ndate: 2024-09-26\n---\n\n${firstSentence}\n\n- một\n- hai\n`);
    const { stdout } = await box.here(['clean', 'a.md', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Cầu mới',
      publishedAt: '2024-09-26',
      text: `${firstSentence}\n\nmột\nhai`,
      pageType: 'article',
    });
  });

  test('--url is the base of links', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Cầu mới'));
    const { stdout } = await box.here(['clean', 'a.html', '-f', 'json', '--url', 'https://xa.example.vn/tin/1.html']);
    expect(JSON.parse(stdout)).toMatchObject({ url: 'https://xa.example.vn/tin/1.html', site: 'xa.example.vn' });
  });

  test('--url is written as browsers write it, and is the address of one page', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Cầu mới'));
    box.put('b.html', articlePage('Chợ mới'));
    const one = await box.here(['clean', 'a.html', '-f', 'json', '--url', 'HTTP://XA.example.vn:80/tin/cầu mới.html']);
    expect(JSON.parse(one.stdout).url).toBe('http://xa.example.vn/tin/c%E1%BA%A7u%20m%E1%BB%9Bi.html');
    expect(one.stderr).toBe('');
    const two = await box.here(['clean', 'a.html', 'b.html', '-f', 'jsonl', '--url', 'http://xa.example.vn/']);
    expect(two.status).toBe(0);
    expect(two.stderr).toMatch(/^warning: --url is the address of one page/);
  });
});

describe('output', () => {
  test('a folder mirrors the input: gzip unpacked, other files left', async () => {
    using box = openBox();
    box.put('site/b.html', articlePage('Một'));
    box.put('site/a/b.html.gz', gzipSync(articlePage('Hai')));
    box.put('site/a/style.css', 'p {}');
    expect(await box.here(['clean', 'site', '-o', 'out'])).toMatchObject({ status: 0, stdout: '' });
    expect(box.files('out')).toEqual(['a/b.md', 'b.md']);
  });

  test('files keep the path they are given with, and none climbs out', async () => {
    using box = openBox();
    box.put('x/a/b.html', articlePage('Một'));
    box.put('x/c.html', articlePage('Hai'));
    await box.here(['clean', 'x/a/b.html', 'x/c.html', '-o', 'out/']);
    expect(box.files('out')).toEqual(['x/a/b.md', 'x/c.md']);
    await box.here(['clean', join(box.path, 'x/a/b.html'), join(box.path, 'x/c.html'), '-o', 'abs/']);
    expect(box.files('abs')).toEqual(['a/b.md', 'c.md']);
  });

  test('names that differ in case or extension only get a number', async () => {
    using box = openBox();
    box.put('site/Tin.html', articlePage('Một'));
    box.put('site/tin.htm', articlePage('Hai'));
    await box.here(['clean', 'site', '-o', 'out']);
    expect(box.files('out')).toEqual(['Tin.md', 'tin-2.md']);
  });

  test('a second run does not read what the first one wrote', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Một'));
    await box.here(['clean', '.', '-o', 'out']);
    await box.here(['clean', '.', '-o', 'out']);
    expect(box.files('out')).toEqual(['a.md']);
  });

  test('a link that is written to stays a link', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Một'));
    box.put('real.md', 'old');
    symlinkSync('real.md', join(box.path, 'link.md'));
    await box.here(['clean', 'a.html', '-o', 'link.md']);
    expect(box.read('real.md')).toContain(firstSentence);
  });

  test.concurrent('jsonl is one line per page, the same for any number of threads', async () => {
    using box = openBox();
    for (let i = 0; i < 12; i += 1) box.put(`site/${i}.html`, articlePage(`Tin số ${i}`));
    const [one, three] = await Promise.all(
      ['1', '3'].map((jobs) => box.sach(['clean', 'site', '-f', 'jsonl', '-j', jobs])),
    );
    expect(sourcesOf(one?.stdout ?? '')).toHaveLength(12);
    expect(three?.stdout).toBe(one?.stdout);
    expect(one?.stderr).toMatch(/^12 pages: 12 articles/);
  });

  test.concurrent(
    'a killed run leaves whole files only, and the next one clears up after it',
    async () => {
      for (let round = 0; round < fuzz(1).numRuns; round += 1) {
        using box = openBox();
        for (let i = 0; i < 16; i += 1) box.put(`site/${i}.html`, articlePage(`Tin số ${i}`));
        const enough = 1 + (round % 14);
        await box.sach(['clean', 'site', '-o', 'out', '-j', '1'], {
          during: (child) => {
            const timer = setInterval(() => {
              if (!existsSync(join(box.path, 'out')) || box.files('out').length < enough) return;
              child.kill('SIGKILL');
              clearInterval(timer);
            }, 1);
            child.on('close', () => clearInterval(timer));
          },
        });
        const written = box.files('out').filter((name) => name.endsWith('.md'));
        const left = written.map((name) => [name, box.read(`out/${name}`)]);
        await box.sach(['clean', 'site', '-o', 'out']);
        expect(box.files('out')).toHaveLength(16);
        expect(left).toEqual(written.map((name) => [name, box.read(`out/${name}`)]));
      }
    },
    fuzzTimeout,
  );

  test.concurrent('a reader that goes away is no error', async () => {
    using box = openBox();
    for (let i = 0; i < 40; i += 1) box.put(`site/${i}.html`, articlePage(`Tin số ${i}`));
    const { status, stderr } = await box.sach(['clean', 'site', '-f', 'jsonl', '-q'], {
      during: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

/** Each: what is put, what is called, and what must be told. Nothing is printed on stdout, and the exit code is 2. */
const badInput: Record<
  string,
  { readonly put?: Record<string, string | Uint8Array>; readonly args: string[]; readonly code: string }
> = {
  'a missing file': { args: ['clean', 'none.html'], code: 'not-found' },
  'a folder without pages': { put: { 'site/style.css': '' }, args: ['clean', 'site'], code: 'no-pages' },
  'an empty capture': { put: { 'a.warc': '' }, args: ['clean', 'a.warc'], code: 'capture-empty' },
  'a pattern that matches nothing': { args: ['clean', 'x/**/*.html'], code: 'no-match' },
  'an address that is none': { args: ['clean', 'http://'], code: 'bad-url' },
  'a PDF': { put: { 'a.html': '%PDF-1.4\n' }, args: ['clean', 'a.html'], code: 'binary-file' },
  'a picture': {
    put: { 'a.html': Buffer.from('89504e470d0a1a0a0000000d', 'hex') },
    args: ['clean', 'a.html'],
    code: 'binary-file',
  },
  'a file full of NULs': { put: { 'a.html': new Uint8Array(4096) }, args: ['clean', 'a.html'], code: 'binary-file' },
  'damaged gzip': {
    put: { 'a.html.gz': gzipSync('x'.repeat(999)).subarray(0, 20) },
    args: ['clean', 'a.html.gz'],
    code: 'cannot-unpack',
  },
  'a gzip bomb': {
    put: { 'a.html.gz': gzipSync(Buffer.alloc(40_000_000)) },
    args: ['clean', 'a.html.gz'],
    code: 'page-too-large',
  },
  'no input': { args: ['clean'], code: 'missing-argument' },
  'an unknown command': { args: ['claen', 'a.html'], code: 'unknown-command' },
  'an unknown option': { args: ['clean', '--fromat', 'md', 'a.html'], code: 'unknown-option' },
  'an unknown format': { args: ['clean', '-f', 'docx', 'a.html'], code: 'bad-choice' },
  'an option without its value': { args: ['clean', 'a.html', '-o'], code: 'missing-value' },
  'no threads': { args: ['clean', 'a.html', '-j', '0'], code: 'bad-count' },
  'a delay that is no number': { args: ['crawl', 'https://a.example/', '--delay', 'abc'], code: 'bad-number' },
  'half a click': { args: ['crawl', 'https://a.example/', '--depth', '1.5'], code: 'bad-whole' },
  'half a page': { args: ['crawl', 'https://a.example/', '--limit', '0.5'], code: 'bad-count' },
  'an unknown encoding': {
    put: { 'a.html': articlePage('Một') },
    args: ['clean', 'a.html', '--encoding', 'klingon'],
    code: 'unknown-encoding',
  },
  'several pages to standard output': {
    put: { 'a.html': articlePage('Một'), 'b.html': articlePage('Hai') },
    args: ['clean', 'a.html', 'b.html'],
    code: 'several-to-stdout',
  },
  'several pages to one file': {
    put: { 'a.html': articlePage('Một'), 'b.html': articlePage('Hai'), 'out.md': 'old' },
    args: ['clean', 'a.html', 'b.html', '-o', 'out.md'],
    code: 'output-not-folder',
  },
  'output equal to input': {
    put: { 'a.html': articlePage('Một') },
    args: ['clean', 'a.html', '-f', 'html', '-o', './a.html'],
    code: 'output-is-input',
  },
  'output onto the folder it reads': {
    put: { 'a/b.html': articlePage('Một') },
    args: ['clean', 'a/b.html', '-f', 'html', '-o', '.'],
    code: 'output-is-input',
  },
  'output into the folder that is walked': {
    put: { 'site/b.html': articlePage('Một') },
    args: ['clean', 'site', '-o', 'site/'],
    code: 'output-is-input-folder',
  },
  'output that cannot be written': {
    put: { 'a.html': articlePage('Một'), file: '' },
    args: ['clean', 'a.html', '-o', 'file/x.md'],
    code: 'cannot-write',
  },
  ...(existsSync('/proc/self') && {
    'output where no folder can be made': {
      put: { 'a.html': articlePage('Một') },
      args: ['clean', 'a.html', '-o', '/proc/none/x.md'],
      code: 'cannot-write',
    },
  }),
  'a missing profile': {
    put: { 'a.html': '' },
    args: ['clean', 'a.html', '--profile', 'none.yaml'],
    code: 'not-found',
  },
  'a profile that is none': {
    put: { 'a.html': '', 'p.yaml': '- 1' },
    args: ['clean', 'a.html', '--profile', 'p.yaml'],
    code: 'bad-value',
  },
  'a profile that is no YAML': {
    put: { 'a.html': '', 'p.yaml': 'site: [' },
    args: ['clean', 'a.html', '--profile', 'p.yaml'],
    code: 'bad-profile',
  },
  'a configuration with a key that is none': {
    put: { 'a.html': '', 'sach.config.yaml': 'levle: all' },
    args: ['clean', 'a.html'],
    code: 'unknown-key',
  },
};

describe('bad input', () => {
  test.each(Object.entries(badInput))('%s', async (_, { put = {}, args, code }) => {
    using box = openBox();
    for (const [path, content] of Object.entries(put)) box.put(path, content);
    const before = box.files('.');
    const english = await box.here(args);
    const vietnamese = await box.here(args, { LC_ALL: 'vi_VN.UTF-8' });
    expect(english.stderr).toMatch(new RegExp(`^error\\[${code}\\]: .+\n(?: {2}cause: .+\n)?(?: {2}hint: .+\n)`));
    expect(english).toMatchObject({ status: 2, stdout: '' });
    expect(vietnamese.stderr).toMatch(new RegExp(`^lỗi\\[${code}\\]: .*[À-ỹ].*\n`));
    expect(vietnamese.stderr).toMatch(/\n {2}gợi ý: .*[À-ỹ]/);
    expect(box.files('.')).toEqual(before);
    for (const [path, content] of Object.entries(put))
      expect(readFileSync(join(box.path, path))).toEqual(Buffer.from(content));
  });

  test('a crawl without an address is told to name one, not a file', async () => {
    using box = openBox();
    expect((await box.here(['crawl', '-o', 'kho'])).stderr).toContain('hint: Name the site, as in sach crawl https://');
  });

  test('a Word file is sent to the commands that read drafts', async () => {
    using box = openBox();
    box.put('a.docx', 'PK\u0003\u0004\u0014\0');
    const { stderr } = await box.here(['clean', 'a.docx']);
    expect(stderr).toMatch(/^error\[binary-file\]: a\.docx: .*\n {2}hint: .*\.docx.*sach fix/);
  });

  test('what is similar is offered', async () => {
    using box = openBox();
    expect((await box.here(['clean', '--fromat', 'md', 'a.html'])).stderr).toContain('hint: Did you mean --format?');
  });

  test.concurrent('an empty file, an error page and a list are findings: exit code 1, unless told otherwise', async () => {
    using box = openBox();
    box.put('empty.html', '');
    const [found, never] = await Promise.all([
      box.sach(['clean', 'empty.html', '-f', 'json']),
      box.sach(['clean', 'empty.html', '-f', 'json', '--fail-on', 'never']),
    ]);
    expect(found?.status).toBe(1);
    expect(found?.stderr).toMatch(/^error\[page\/empty\]: empty\.html: .*\n {2}hint: /);
    expect(JSON.parse(found?.stdout ?? '')).toMatchObject({ pageType: 'empty' });
    expect(never?.status).toBe(0);
  });

  test.concurrent.each([
    ['a page of 10 MB', `<p>${firstSentence.repeat(100)}`.repeat(1500), 1, 'error[page/too-large]'],
    ['50,000 nested tags', `${'<div>'.repeat(50_000)}${articlePage('Cầu mới')}`, 1, 'error[page/too-large]'],
    ['5,000 nested tags', `${'<div>'.repeat(5000)}${articlePage('Cầu mới')}`, 0, 'warning[markup/too-deep]'],
    ['a quote left open', `${articlePage('Cầu mới')}<p class="x>${firstSentence}`, 0, 'warning[markup/unclosed]'],
  ])('%s: the text is kept, and what was not done is told with a hint', async (_, page, exitCode, told) => {
    using box = openBox();
    box.put('a.html', page);
    const { status, stdout, stderr } = await box.sach(['clean', 'a.html', '-f', 'txt']);
    expect(stderr.slice(0, told.length)).toBe(told);
    expect(stderr).toMatch(/^.+\n {2}hint: .+\n/);
    expect(stdout).toContain(firstSentence);
    expect(status).toBe(exitCode);
  });

  test('invalid UTF-8 is read as far as it goes', async () => {
    using box = openBox();
    box.put('a.html', Buffer.concat([Buffer.from(articlePage('Cầu mới')), Buffer.from([0xc3, 0x28, 0xff])]));
    const { status, stdout } = await box.here(['clean', 'a.html', '-f', 'txt']);
    expect(status).toBe(0);
    expect(stdout).toContain(firstSentence);
  });

  test.concurrent('one bad page in a batch is told, and the others are cleaned', async () => {
    using box = openBox();
    for (let i = 0; i < 8; i += 1) box.put(`site/${i}.html`, i === 3 ? '%PDF-1.7' : articlePage(`Tin số ${i}`));
    const { status, stdout, stderr } = await box.sach(['clean', 'site', '-f', 'jsonl']);
    expect(sourcesOf(stdout)).toHaveLength(7);
    expect(stderr).toMatch(/^error\[binary-file\]: site\/3\.html/);
    expect(stderr).toMatch(/8 pages: 7 articles, 1 failed/);
    expect(status).toBe(1);
  });

  test.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Một'));
    box.put('site/b.html', articlePage('Hai'));
    mkdirSync(join(box.path, 'site/closed'));
    chmodSync(join(box.path, 'a.html'), 0);
    chmodSync(join(box.path, 'site/closed'), 0);
    expect((await box.here(['clean', 'a.html'])).stderr).toMatch(/^error\[cannot-read\]: a\.html: .*permission denied/);
    const { stdout, status } = await box.here(['clean', 'site', '-f', 'jsonl']);
    expect([sourcesOf(stdout), status]).toEqual([['site/b.html'], 1]);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    using box = openBox();
    box.put('a.html', articlePage('Một'));
    const { status, stderr } = await box.here(['clean', 'a.html', '-o', '/dev/full']);
    expect(stderr).toMatch(/^error\[cannot-write\]: \/dev\/full: .*disk is full/);
    expect(status).toBe(2);
  });
});

describe('asking', () => {
  test.concurrent('--version', async () => {
    using box = openBox();
    expect(await box.sach(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each(['en', 'vi'])('--help in %s shows options and examples', async (lang) => {
    using box = openBox();
    const whole = await box.here(['--help', '--lang', lang]);
    const clean = await box.here(['clean', '--help', '--lang', lang]);
    for (const run of [whole, clean]) {
      expect(run).toMatchObject({ status: 0, stderr: '' });
      expect(run?.stdout).toContain(lang === 'vi' ? 'Ví dụ:' : 'Examples:');
      expect(run?.stdout).toContain(lang === 'vi' ? '[tùy chọn]' : '[options]');
    }
    expect(clean?.stdout).toContain('--no-fix');
  });

  test('the language is --lang, else the locale', async () => {
    using box = openBox();
    const locale = await box.here(['clean', 'x.html'], { LC_ALL: '', LC_MESSAGES: '', LANG: 'vi_VN.UTF-8' });
    const flag = await box.here(['clean', 'x.html', '--lang', 'en'], { LC_ALL: 'vi_VN.UTF-8' });
    expect(locale?.stderr).toContain('không có tệp');
    expect(flag?.stderr).toContain('there is no such file');
  });

  test('colours only where they are wanted', async () => {
    using box = openBox();
    const [plain, forced, refused] = await Promise.all([
      box.here(['clean', 'x.html'], { NO_COLOR: '' }),
      box.here(['clean', 'x.html'], { NO_COLOR: '', FORCE_COLOR: '1' }),
      box.here(['clean', 'x.html', '--no-color'], { NO_COLOR: '', FORCE_COLOR: '1' }),
    ]);
    expect([plain, forced, refused].map((run) => run?.stderr.includes('\x1b['))).toEqual([false, true, false]);
  });

  test('sach without a command shows what there is', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/sach.js')], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('sach clean page.html');
  });
});

describe('configuration', () => {
  test('is found upward; arguments are stronger', async () => {
    using box = openBox();
    box.put('sach.config.yaml', 'format: txt\n');
    box.put('a/b.html', articlePage('Cầu mới'));
    const configured = await box.here(['clean', 'a/b.html']);
    const argued = await box.here(['clean', 'a/b.html', '-f', 'json']);
    expect(configured?.stdout).toContain(firstSentence);
    expect(configured?.stdout.startsWith('---')).toBe(false);
    expect(argued?.stdout.startsWith('{')).toBe(true);
  });
});

function sourcesOf(jsonl: string): string[] {
  return jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { source: string }).source);
}

test('--explain --lang vi names the parts of an article in Vietnamese', async () => {
  using box = openBox();
  box.put('a.html', articlePage('Cầu mới').replace('mùa mưa.', 'mùa mưa , đưọc dân khen.'));
  const { stderr } = await box.here(['clean', 'a.html', '--explain', '--lang', 'vi']);
  expect(stderr).toMatch(/classify\/blocks thân bài: <\w+> \d+\/\d+\n/);
  expect(stderr).toContain('tiêu đề: Cầu mới');
  expect(stderr).toMatch(/typo\/tone-place văn bản \d+: “đưọc” → “được”/);
  expect(stderr).not.toMatch(/part\/|\b(?:title|body|text|blocks in)\b[ :]/);
});

test('--explain tells what was decided apart from what else was considered', async () => {
  using box = openBox();
  box.put('a.html', articlePage('Khánh thành cầu mới').replace('<h1>', '<h2>Thông báo nghỉ lễ</h2><h1>'));
  const sections = async (lang: string) => {
    const { stderr } = await box.here(['clean', 'a.html', '--explain', '--lang', lang]);
    return new Map(
      [...stderr.matchAll(/^ (\S.*)\n((?: {2}.*\n)*)/gm)].map(([, name = '', lines = '']) => [name, lines]),
    );
  };
  const english = await sections('en');
  expect(english.get('decided')).toContain('title/heading title: Khánh thành cầu mới\n');
  expect(english.get('decided')).not.toContain('Thông báo nghỉ lễ');
  expect(english.get('also considered')).toMatch(/title\/\S+ title: Thông báo nghỉ lễ\n/);
  expect((await sections('vi')).get('cũng đã xét đến')).toContain('tiêu đề: Thông báo nghỉ lễ\n');
});

test('an article that may be another part of the page is a warning, in the record too', async () => {
  using box = openBox();
  const link = (n: number) => `<div><a href="/m/${n}">Mục tin số ${n}</a></div>`;
  const texts = ['Xã tiếp dân vào thứ Năm hằng tuần tại trụ sở.', 'Mời bà con góp ý cho bản quy hoạch chung của xã.'];
  box.put('a.html', `<title>Trang xã</title>${link(1)}<div>${texts.join(`</div>${link(2)}<div>`)}</div>${link(3)}`);
  const { status, stdout, stderr } = await box.here(['clean', 'a.html', '-f', 'json']);
  const { pageType, confidence, findings } = JSON.parse(stdout);
  expect([status, pageType]).toEqual([0, 'article']);
  expect(confidence).toBeLessThan(0.5);
  expect(findings).toMatchObject([{ rule: 'page/low-confidence', level: 'warning' }]);
  expect(stderr).toMatch(/^warning\[page\/low-confidence\]: a\.html: It is not certain .+\n {2}hint: Compare/);
  expect((await box.here(['clean', 'a.html', '--fail-on', 'warning'])).status).toBe(1);
});
