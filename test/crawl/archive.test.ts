import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/crawl/archive/duplicates.ts';
import { ArchiveFolder } from '../../src/crawl/archive/folder.ts';
import { articleName, fileName, hostFolder, maxNameBytes, NameTable, slug } from '../../src/crawl/archive/names.ts';
import { redirectFiles } from '../../src/crawl/archive/redirects.ts';
import type { CrawlReport } from '../../src/crawl/archive/report.ts';
import { reportHtml } from '../../src/crawl/archive/report-html.ts';
import { readCaptured, trimSegment, WarcWriter } from '../../src/crawl/capture/warc.ts';
import { writeZip } from '../../src/crawl/capture/zip.ts';
import { fileType } from '../../src/crawl/file-type.ts';
import { hammingDistance, simhash } from '../../src/crawl/simhash.ts';
import { cpuTime } from '../cpu-time.ts';
import { fuzz } from '../fuzz.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-archive-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('names', () => {
  it.each([
    ['Cầu Đông Hòa: khánh thành!', 'cau-dong-hoa-khanh-thanh'],
    ['ĐƯỜNG  LIÊN—THÔN', 'duong-lien-thon'],
    ['../../etc/passwd', 'etc-passwd'],
    ['新聞', ''],
  ])('%s → %s', (text, name) => {
    expect(slug(text)).toBe(name);
  });

  it.each([
    ['http://a.example/tin/khanh-thanh-cau-moi-12.html', 'Tiêu đề', 'khanh-thanh-cau-moi-12'],
    ['http://a.example/Default.aspx?tabid=4', 'Cầu mới', 'cau-moi'],
    ['http://a.example/tin/12.html', 'Cầu mới', 'cau-moi'],
    ['http://a.example/tin/con.html', undefined, '_con'],
    ['http://a.example/tin/khanh-thanh-cau.html?id=4', 'Đường mới', 'duong-moi'],
  ])('%s (%s) → %s', (url, title, name) => {
    expect(articleName(url, title)).toBe(name);
  });

  it('are safe whatever strangers write', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        '../'.repeat(40),
        '%2e%2e%2f',
        '..\\..\\',
        'CON',
        'aux.txt',
        'NUL.',
        'a\u0000b',
        '\u202egnp.exe',
        'x'.repeat(500),
        'ế'.repeat(300),
        '.',
        ' ',
        '~',
        '-rf',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (host, path, title) => {
        const url = new URL('http://a.example/');
        url.pathname = path;
        const table = new NameTable();
        const names = [
          table.take(hostFolder(host), articleName(url.href, title), url.href),
          table.take('images', fileName(url.href, 'png'), url.href),
        ];
        // Plain conditions: ten thousand times seven `expect` would take a minute.
        const isSafe = (part: string) =>
          Buffer.byteLength(part) <= maxNameBytes &&
          /^[a-z0-9_][a-z0-9._-]*$/.test(part) &&
          !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/i.test(part);
        return names.every((name) => resolve(root, name).startsWith(root + sep) && name.split('/').every(isSafe));
      }),
      { ...fuzz(300), numRuns: Math.max(10_000, fuzz(300).numRuns) },
    );
  });

  it('are given once, and the second of two takes a mark from its address', () => {
    const table = new NameTable();
    const take = (url: string) => table.take('articles', 'cau-moi', url);
    const [first, second, third] = ['http://a.example/1', 'http://a.example/2', 'http://a.example/3'].map(take);
    expect(first).toBe('articles/cau-moi');
    expect(second).toMatch(/^articles\/cau-moi-[\da-f]{12}$/);
    expect(third).not.toBe(second);
  });
});

describe('the folder', () => {
  it('follows no link that leads out of it', async () => {
    const folder = join(root, 'linked');
    mkdirSync(folder);
    symlinkSync(tmpdir(), join(folder, 'articles'));
    await expect(new ArchiveFolder(folder).write('articles/x.md', 'x')).rejects.toMatchObject({
      code: 'crawl-outside',
    });
  });
});

describe('duplicates', () => {
  const text = (n: number) => Array.from({ length: 200 }, (_, i) => `từ${(i * i * (n + 3) + i * 7) % 499}`).join(' ');
  const article = (url: string, content: string, more = {}) => ({
    url: `http://a.example${url}`,
    title: 'Cầu mới',
    textHash: content,
    simhash: simhash(content),
    textLength: content.length,
    marks: marks(),
    ...more,
  });
  const marks = (day?: string, attachments: string[] = [], pictures: string[] = []) => ({
    day: day === undefined ? [] : [day],
    attachments: attachments.map((file) => [file]),
    pictures: pictures.map((file) => [file]),
    films: [],
    deadLinks: [],
  });

  it('are found by canonical link, equal text, and nearly equal text under the same title', () => {
    const changed = text(1).replace(' từ11 ', ' khác ');
    const found = findDuplicates([
      article('/bai-viet-ve-cau.html', text(1)),
      article('/b?id=1', text(1)),
      article('/c?id=12', changed),
      article('/d', text(2), { canonical: 'http://a.example/bai-viet-ve-cau.html' }),
      article('/e', text(3)),
      article('/f', changed.replace('từ0 ', 'mới '), { title: 'Bài khác' }),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      'http://a.example/b?id=1': 'http://a.example/bai-viet-ve-cau.html',
      'http://a.example/c?id=12': 'http://a.example/bai-viet-ve-cau.html',
      'http://a.example/d': 'http://a.example/bai-viet-ve-cau.html',
    });
  });

  it('are not what a site makes of itself that calls every page its front page', () => {
    const canonical = 'http://a.example/';
    const found = findDuplicates([
      article('/', text(1), { title: 'Trang chủ' }),
      article('/tin/1', text(2), { title: 'Lũ về', canonical }),
      article('/tin/2', text(3), { title: 'Trường mới', canonical }),
      article('/in/1', text(1), { title: 'In trang', canonical }),
    ]);
    expect([...found]).toEqual([['http://a.example/in/1', 'http://a.example/']]);
  });

  it('are found among thousands of articles with one title in a moment', () => {
    const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
    const schedules = Array.from({ length: 6000 }, (_, week) =>
      article(`/lich/${week}`, `tuần ${week}`.padEnd(100), { title: 'Lịch công tác tuần', simhash: print(`${week}`) }),
    );
    // Three bits of the first, in three of its four numbers.
    const near = [...print('0')].map((digit, i) =>
      [0, 5, 10].includes(i) ? (Number.parseInt(digit, 16) ^ 1).toString(16) : digit,
    );
    const again = article('/lich/0?in', 'in'.padEnd(100), { title: 'Lịch công tác tuần', simhash: near.join('') });
    const started = cpuTime();
    const found = findDuplicates([...schedules, again]);
    expect([...found]).toEqual([['http://a.example/lich/0?in', 'http://a.example/lich/0']]);
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  describe('of equal or nearly equal text', () => {
    const stock = text(7);
    const nearly = stock.replace(' từ11 ', ' khác ');
    const full = article('/bai-viet', stock, {
      title: 'Tuyển kế toán',
      marks: marks('2019-02-01', ['/a.pdf'], ['/1.jpg']),
    });
    const other = (title: string | undefined, ...more: Parameters<typeof marks>) =>
      article('/khac', stock, { title, marks: marks(...more) });

    it.each([
      ['another title', other('Lịch tiếp dân')],
      ['another part of a title', other('Tuyển kế toán - Đợt hai')],
      ['another day', other('Tuyển kế toán', '2020-02-01')],
      ['another attachment', other('Tuyển kế toán', '2019-02-01', ['/b.pdf'])],
      ['another attachment beside a common one', other('Tuyển kế toán', '2019-02-01', ['/mau.pdf', '/b.pdf'])],
      ['an attachment whose number begins alike', other(undefined, undefined, ['/a.pdf2'])],
      ['another picture', other('Tuyển kế toán', '2019-02-01', [], ['/2.jpg'])],
      [
        'another day in nearly the same words',
        article('/khac', nearly, { title: 'Tuyển kế toán', marks: marks('2020-02-01') }),
      ],
      [
        'another file, whatever the canonical link says',
        { ...other('In', undefined, ['/b.pdf']), canonical: full.url },
      ],
    ])('are two where they have %s', (_, second) => {
      const first = second.title === 'Tuyển kế toán - Đợt hai' ? { ...full, title: 'Tuyển kế toán - Đợt một' } : full;
      const both = { ...first, marks: { ...first.marks, attachments: [['/a.pdf'], ['/mau.pdf']] } };
      expect(findDuplicates([first, second]).size).toBe(0);
      expect(findDuplicates([second, both]).size).toBe(0);
    });

    it.each([
      ['nothing but the text', other(undefined)],
      ['the same under another section', other('Tuyển kế toán', '2019-02-01', ['/a.pdf'], ['/1.jpg'])],
      ['the name of the site in the title', other('Trang tin xã | TUYỂN KẾ TOÁN', '2019-02-01')],
      ['smaller pictures', other('Tuyển kế toán', undefined, [], ['/nho.ashx?anh=/1.jpg&w=300'])],
      ['fewer pictures and files', { ...other('Tuyển kế toán'), url: 'http://a.example/x' }],
      ['a title of the printer’s, and a canonical link', { ...other('Bản in'), canonical: full.url }],
      ['nearly the same words and no day', article('/khac', nearly, { title: 'Tuyển kế toán' })],
    ])(
      'are one where the other has %s, and the fuller one is kept',
      (_, copy: ReturnType<typeof article> & { canonical?: string }) => {
        const fuller = { ...full, url: `${full.url}-dai-hon` };
        const named = { ...copy, ...(copy.canonical && { canonical: fuller.url }) };
        const kept = copy.marks.attachments.length > 0 ? copy : fuller;
        expect([...findDuplicates([named, fuller]).values()]).toEqual([kept.url]);
      },
    );

    it('are one on a host that writes another name behind its titles', () => {
      const hosts = [
        ['http://a.example', 'Trang tin xã'],
        ['http://m.a.example', 'Bản di động'],
      ];
      const names = ['Tuyển kế toán', 'Lịch tiếp dân', 'Giá giống lúa'];
      const articles = hosts.flatMap(([host, site]) =>
        names.map((name, i) => ({ ...article('', stock, { title: `${name} - ${site}` }), url: `${host}/${i}` })),
      );
      expect(Object.fromEntries(findDuplicates(articles))).toEqual({
        'http://m.a.example/0': 'http://a.example/0',
        'http://m.a.example/1': 'http://a.example/1',
        'http://m.a.example/2': 'http://a.example/2',
      });
    });

    it('are not joined by a third that agrees with both', () => {
      const found = findDuplicates([other(undefined), full, article('/nua', stock, { title: 'Lịch tiếp dân' })]);
      expect([...found]).toEqual([['http://a.example/khac', full.url]]);
    });

    it('are told apart among thousands of one title in a moment', () => {
      const weeks = Array.from({ length: 4000 }, (_, week) =>
        article(`/lich/${week}`, week % 2 ? stock : nearly, { title: 'Lịch tuần', marks: marks(`ngày ${week}`) }),
      );
      const started = cpuTime();
      expect(findDuplicates([...weeks, ...weeks.map((one) => ({ ...one, url: `${one.url}?in` }))]).size).toBe(4000);
      expect(cpuTime() - started).toBeLessThan(4000);
    });
  });

  it('are not what short texts are', () => {
    expect(findDuplicates([article('/a', 'Đang cập nhật.'), article('/b', 'Đang cập nhật.')]).size).toBe(0);
  });

  it('have fingerprints that differ little for little', () => {
    expect(hammingDistance(simhash(text(1)), simhash(text(1).replace(' từ11 ', ' khác ')))).toBeLessThanOrEqual(3);
    expect(
      hammingDistance(simhash(text(1)), simhash(`${text(1)} và ${'chuyện hoàn toàn khác '.repeat(60)}`)),
    ).toBeGreaterThan(8);
  });
});

describe('redirects', () => {
  const files = redirectFiles([
    { from: 'http://a.example/Default.aspx?tabid=4&id=5', to: '/articles/a.example/cau-moi.md' },
    { from: 'http://a.example/"$x"', to: '/articles/a.example/b.md' },
    { from: 'http://a.example/=cmd,1', to: '/articles/a.example/c.md' },
  ]);
  it('come as each server reads them', () => {
    expect(files['redirects.csv']).toContain(
      'http://a.example/Default.aspx?tabid=4&id=5,/articles/a.example/cau-moi.md,301\n',
    );
    expect(files['redirects.csv']).toContain('"http://a.example/=cmd,1"');
    expect(files['nginx.conf']).toContain(
      '  "a.example/Default.aspx?tabid=4&id=5" "/articles/a.example/cau-moi.md";\n',
    );
    expect(files['nginx.conf']).toContain('"a.example/%22$x%22"');
    expect(files['apache-map.txt']).toContain('a.example/Default.aspx?tabid=4&id=5 /articles/a.example/cau-moi.md\n');
    expect(files._redirects).toContain('/Default.aspx tabid=4 id=5 /articles/a.example/cau-moi.md 301!\n');
  });
});

describe('the report page', () => {
  const report: CrawlReport = {
    tool: 'sach/0',
    seeds: [],
    counts: {
      pages: 1,
      articles: 0,
      listings: 0,
      errors: 1,
      empty: 0,
      unreadable: 0,
      failures: 1,
      duplicates: 0,
      images: 0,
      attachments: 0,
      redirects: 0,
      unfetched: 1,
    },
    hosts: [],
    errorPages: [],
    lostSeeds: [],
    unreadablePages: [],
    emptyPages: [],
    lowConfidence: [],
    frontPages: [],
    duplicates: [],
    missingImages: [],
    missingDocuments: [],
    brokenSitemaps: [],
    redirectLoops: [],
    scriptLinks: [],
    unfetched: [],
    damagedCapture: [],
  };

  it('shows what strangers wrote as text', () => {
    const nasty = 'http://a.example/"><script>alert(1)</script>';
    const written: CrawlReport = {
      ...report,
      seeds: ['javascript:alert(1)', nasty],
      hosts: [{ host: '<b>', pages: 1, articles: 0 }],
      errorPages: [{ url: nasty, reason: 'status-500', via: nasty }],
      unfetched: [{ url: nasty, reason: '<i>' }],
    };
    for (const lang of ['en', 'vi'] as const) {
      const html = reportHtml(written, lang);
      expect(html).not.toMatch(/<script|<b>\s*<|<i>|href="javascript/);
      expect(html).not.toMatch(/report\/|reason\//);
    }
  });

  it('takes time by the number of addresses, not by its square', () => {
    const unfetched = Array.from({ length: 50_000 }, (_, i) => ({
      url: `http://a.example/lich/${i}`,
      reason: 'trap/calendar',
    }));
    const started = cpuTime();
    expect(reportHtml({ ...report, unfetched }, 'en')).toContain('<h3>calendar <span class="badge">50,000</span></h3>');
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});

describe('the capture', () => {
  const exchange = (n: number) => ({
    url: `http://a.example/${n}`,
    status: 200,
    statusText: 'OK',
    requestHeaders: [['Host', 'a.example']] as const,
    headers: [
      ['Content-Type', 'text/html'],
      ['X-Name', 't\xf8'],
    ] as const,
    rawBody: Buffer.from(`trang ${n}`.repeat(500)),
    body: Buffer.alloc(0),
  });
  const date = new Date('2026-01-02T03:04:05Z');

  it('rolls over, reads back, and forgets what was not committed', async () => {
    const folder = join(root, 'capture');
    const writer = new WarcWriter(folder, 'sach', { maxBytes: 1500 });
    const captured = [];
    for (let n = 0; n < 6; n += 1) captured.push(await writer.append(exchange(n), date));
    await writer.close();
    expect(new Set(captured.map(({ file }) => file)).size).toBeGreaterThan(1);
    for (const [n, where] of captured.entries()) {
      const { status, headers, body } = await readCaptured(folder, where, 1e6);
      expect([status, headers[1]?.[1], Buffer.from(body)]).toEqual([200, 't\xf8', exchange(n).rawBody]);
    }
    const [first] = captured;
    await trimSegment(folder, first?.file ?? '', first?.end ?? 0);
    const again = new WarcWriter(folder, 'sach');
    const next = await again.append(exchange(9), date);
    await again.close();
    expect(next.offset).toBe(first?.end);
    expect(Buffer.from((await readCaptured(folder, next, 1e6)).body).toString()).toContain('trang 9');
  });

  it('packs files as any unzip reads them', async () => {
    const path = join(root, 'a.zip');
    writeFileSync(join(root, 'b.txt'), 'thóc');
    await writeZip(path, [
      { name: 'cấy/a.txt', bytes: Buffer.from('lúa') },
      { name: 'b.txt', path: join(root, 'b.txt') },
    ]);
    const python =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([(n,z.read(n).decode()) for n in z.namelist()])';
    if (existsSync('/usr/bin/python3')) {
      expect(execFileSync('/usr/bin/python3', ['-c', python, path], { encoding: 'utf8' }).trim()).toBe(
        "[('cấy/a.txt', 'lúa'), ('b.txt', 'thóc')]",
      );
    }
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('PK\x03\x04');
    expect(existsSync(join(dirname(path), 'a.zip.sach-tmp'))).toBe(false);
  });
});

describe('kinds of file', () => {
  const type = (bytes: string, path: string, contentType?: string) =>
    fileType(Buffer.from(bytes, 'latin1'), `http://a.example${path}`, contentType);
  it.each([
    ['\xff\xd8\xff\xe0', '/anh.aspx?id=1', 'text/html', 'jpg'],
    ['%PDF-1.4', '/tai.aspx', 'text/html', 'pdf'],
    ['PK\x03\x04', '/van-ban.docx', undefined, 'docx'],
    ['PK\x03\x04', '/van-ban.exe', undefined, 'zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '/bang.XLS', undefined, 'xls'],
    ['<html>', '/tin.aspx', undefined, 'html'],
    ['  <!DOCTYPE html>', '/tin', 'text/plain', 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', '/tin', 'text/xml', 'html'],
    ['<?xml version="1.0"?><rss version="2.0">', '/rss.aspx', 'text/html', 'xml'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', '/rss', 'application/atom+xml', 'xml'],
    ['chữ', '/tin.html', 'text/html; charset=utf-8', 'html'],
    ['chữ', '/doc.txt', 'text/plain', 'txt'],
    ['\0\x01', '/tai.aspx', 'application/octet-stream', 'bin'],
  ])('%j at %s as %s is %s', (bytes, path, contentType, expected) => {
    expect(type(bytes, path, contentType)).toBe(expected);
  });
});
