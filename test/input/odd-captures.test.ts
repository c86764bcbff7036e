/** Captures as old and careless programs wrote them, and pages that come in the clothes of others. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { beginsAsFeed, beginsAsPage } from '../../src/text/index.ts';
import { articlePage, firstSentence, openBox } from '../cli/box.ts';
import { warcRecord as record } from './warc-record.ts';

const url = 'http://xa.example.vn/tin/cau-moi.html';
const page = articlePage('Cầu mới');

/** A record whose HTTP message is these bytes. */
function bare(message: string, at: string = url, headers = ''): Buffer {
  const body = Buffer.from(message);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${at}\r\nWARC-Date: 2012-03-12T08:15:00Z\r\n${headers}`;
  return Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

/** What `sach clean NAME -f jsonl` makes of a file of these bytes. */
async function clean(name: string, bytes: Uint8Array | string) {
  using box = openBox();
  box.put(name, bytes);
  const { status, stdout, stderr } = await box.here(['clean', name, '-f', 'jsonl']);
  const rows = stdout.split('\n').filter(Boolean);
  return { status, stderr, rows: rows.map((row) => JSON.parse(row)) };
}

describe('a page in a WARC', () => {
  test.each([
    ['without a type', `HTTP/1.1 200 OK\r\nServer: x\r\n\r\n${page}`],
    ['with an empty type', `HTTP/1.1 200 OK\r\nContent-Type:\r\n\r\n${page}`],
    ['sent as something else', `HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n${page}`],
    ['with its type twice', `HTTP/1.1 200 OK\r\nContent-Type: text/html,text/html; charset=utf-8\r\n\r\n${page}`],
    ['without the line behind its headers', `HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n${page}\r\n\r\n<p>Hết`],
    ['without headers, as of HTTP/0.9', page],
  ])('is found: %s', async (_, message) => {
    const { rows } = await clean('a.warc', bare(message));
    expect(rows).toMatchObject([{ title: 'Cầu mới', url }]);
    expect(rows[0].text).toContain(firstSentence);
  });

  test.each([
    ['plain text', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nKhông phải trang'],
    ['a feed', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<?xml version="1.0"?>\n<rss version="2.0">'],
    ['an answer that ends in its headers', 'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n'],
  ])('is none: %s', async (_, message) => {
    const { rows, stderr } = await clean('a.warc', bare(message));
    expect(rows).toEqual([]);
    expect(stderr).toContain('1 other record skipped');
  });

  test('that its program cut off is told', async () => {
    const message = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page.slice(0, -200)}`;
    const { status, stderr } = await clean('a.warc', bare(message, url, 'WARC-Truncated: length\r\n'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('error[page/cut]')]);
  });

  test.each([
    ['http://xa.example.vn/tin/cầu mới.html', 'http://xa.example.vn/tin/c%E1%BA%A7u%20m%E1%BB%9Bi.html'],
    ['HTTP://XA.example.vn:80', 'http://xa.example.vn/'],
  ])('has its address as browsers write it: %s', async (written, expected) => {
    const { rows } = await clean('a.warc', bare(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`, written));
    expect(rows[0].url).toBe(expected);
  });
});

describe('a capture is known by its beginning', () => {
  const warc = Buffer.concat(['Một', 'Hai'].map((title, i) => gzipSync(record(i, `${url}?${i}`, articlePage(title)))));

  test('whatever its name is', async () => {
    const { rows } = await clean('a.warc.gz.open', warc);
    expect(rows.map(({ title }) => title)).toEqual(['Một', 'Hai']);
  });

  test('on standard input', async () => {
    using box = openBox();
    const { stdout } = await box.sach(['clean', '-', '-f', 'jsonl'], { input: warc });
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(2);
  });

  test.each([
    [
      'a.arc',
      (bytes: Buffer) => bytes,
      '1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n',
      '',
    ],
    ['a.arc.gz', gzipSync, '2 0 Heritrix\nURL IP-address Archive-date …\n', ' 200 - - 1234 a.arc.gz'],
  ] as const)('as an ARC file, %s', async (name, pack, version, more) => {
    const message = Buffer.from(`HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`);
    const about = Buffer.from(version);
    const head = `filedesc://a.arc 0.0.0.0 20080312081500 text/plain${more} ${about.length}\n`;
    const records = [
      Buffer.concat([Buffer.from(head), about, Buffer.from('\n')]),
      Buffer.concat([
        Buffer.from(`${url} 203.0.113.5 20080312081500 text/html${more} ${message.length}\n`),
        message,
        Buffer.from('\n'),
      ]),
    ];
    using box = openBox();
    box.put(`kho/${name}`, Buffer.concat(records.map((bytes) => pack(bytes))));
    box.put('kho/thu.arc', 'another kind of archive');
    const { stdout, stderr } = await box.here(['clean', 'kho', '-f', 'jsonl']);
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Cầu mới',
      url,
      provenance: { fetchedAt: '2008-03-12T08:15:00Z' },
    });
    expect(stderr).not.toContain('error');
  });
});

describe('MHTML', () => {
  const mht = `From: <Saved by Microsoft Internet Explorer 5>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\nMulti-part.\r\n\r\n--=_x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${url}\r\n\r\n${Buffer.from(page).toString('base64')}\r\n\r\n`;

  test.each(['a.html', 'a.eml', 'a.mht'])('is known by its beginning, as %s', async (name) => {
    expect((await clean(name, `${mht}--=_x--\r\n`)).rows).toMatchObject([{ title: 'Cầu mới', url }]);
  });

  test('that is cut says so; one that lacks its last line only does not', async () => {
    const [cut, whole] = [await clean('a.mht', mht.slice(0, -900)), await clean('a.mht', mht)];
    expect([cut.status, cut.stderr]).toEqual([1, expect.stringContaining('error[page/cut]')]);
    expect([whole.status, whole.stderr]).toEqual([0, '']);
  });

  test('a page under its name is a page', async () => {
    expect((await clean('a.mht', page)).rows).toMatchObject([{ title: 'Cầu mới' }]);
  });
});

describe('a gzipped page', () => {
  const packed = gzipSync(page);
  const long = gzipSync(page + page.replace(/^.*<body>/s, '').repeat(20));

  test.each([
    ['that is cut', packed.subarray(0, -30), 1, 'page/cut'],
    ['whose second part is cut', Buffer.concat([packed, long.subarray(0, 60)]), 1, 'page/cut'],
    ['with rubbish behind it', Buffer.concat([packed, Buffer.from('<!-- ad -->')]), 0, ''],
    ['with a wrong checksum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 7)]), 0, 'page/checksum'],
  ])('%s is kept as far as it goes', async (_, bytes, status, rule) => {
    const run = await clean('a.html.gz', bytes);
    expect(run.rows[0]?.title).toBe('Cầu mới');
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(rule);
    expect(run.stderr === '').toBe(rule === '');
  });
});

test('beginnings tell pages from feeds', () => {
  const wide = (text: string): string => Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1');
  const pages = [
    '<html>',
    '\xef\xbb\xbf\r\n<!DOCTYPE html>',
    '<?xml version="1.0"?>\n<html xmlns="x">',
    wide('<html>'),
  ];
  const feeds = ['<rss version="2.0">', '<?xml version="1.0"?><?xml-stylesheet href="a"?><!-- a --><feed xmlns="x">'];
  expect(pages.filter((head) => !beginsAsPage(head) || beginsAsFeed(head))).toEqual([]);
  expect(['<rss version="2.0">', '{"a":1}', 'chữ', ''].filter(beginsAsPage)).toEqual([]);
  expect(feeds.filter(beginsAsFeed)).toEqual(feeds);
});

describe('captures of formats that are not read', () => {
  test.each([
    ['kho.warc.zst', 'hint: Unpack it with zstd -d'],
    ['kho.WARC.bz2', 'hint: Unpack it with bunzip2'],
    ['Bai.webarchive', 'hint: Make a page of it on a Mac: textutil'],
  ])('%s is named, and what to do; in a folder too', async (name, hint) => {
    using box = openBox();
    box.put(`in/${name}`, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0, 0]));
    box.put('in/tin.html', page);
    const named = await box.here(['clean', `in/${name}`]);
    expect([named.status, named.stderr]).toEqual([2, expect.stringContaining('error[capture-format]')]);
    expect(named.stderr).toContain(hint);
    const { status, stdout, stderr } = await box.here(['clean', 'in', '-f', 'jsonl']);
    expect([status, stdout.split('\n').length - 1]).toEqual([1, 1]);
    expect(stderr).toContain(`error[capture-format]: in/${name}: captures of this format`);
  });

  test('one that is not there is told as that', async () => {
    using box = openBox();
    expect((await box.here(['clean', 'kho.warc.zst'])).stderr).toContain('error[not-found]');
  });
});

describe('pages that a capture does not hold whole', () => {
  const refers = (id: number, at: string) =>
    `WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, '0')}>\r\nWARC-Refers-To-Target-URI: ${at}`;
  /** A record that says that the page is as in another one. */
  const revisit = (id: number, at: string, mime?: string): Buffer => {
    const made = record(id, at, '', { type: 'revisit', ...(mime && { mime }) }).toString('latin1');
    return Buffer.from(made.replace('WARC-Date', `${refers(id - 1, at)}\r\nWARC-Date`), 'latin1');
  };

  test('revisits of pages that are elsewhere are counted; those of pages that are here, and of pictures, are no loss', async () => {
    const bytes = Buffer.concat([
      record(1, url, page),
      revisit(2, url),
      revisit(12, 'http://xa.example.vn/tin/2.html'),
      revisit(14, 'http://xa.example.vn/tin/3.html'),
      revisit(16, 'http://xa.example.vn/anh.jpg', 'image/jpeg'),
    ]);
    const { rows, stderr } = await clean('a.warc', bytes);
    expect(rows).toHaveLength(1);
    expect(stderr).toContain('warning: 2 pages of a capture are not in it: the record (revisit)');
  });

  test('one that goes over several records is told as cut', async () => {
    const message = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page.slice(0, -200)}`;
    const { status, stderr } = await clean('a.warc', bare(message, url, 'WARC-Segment-Number: 1\r\n'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('error[page/cut]')]);
  });
});
