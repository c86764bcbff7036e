import { Readable } from 'node:stream';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMhtml } from '../../src/input/mhtml.ts';
import { readMarks, savedMarks } from '../../src/input/saved-page.ts';
import { readWarcStream } from '../../src/input/warc.ts';
import { SachError } from '../../src/model/index.ts';
import { articlePage, firstSentence, openBox } from '../cli/box.ts';
import { fuzz, fuzzTimeout } from '../fuzz.ts';
import { warcRecord as record } from './warc-record.ts';

const chunked = (body: string): string => {
  const [a, b] = [Buffer.from(body.slice(0, 100)), Buffer.from(body.slice(100))];
  return `${a.length.toString(16)}\r\n${a}\r\n${b.length.toString(16)};x=1\r\n${b}\r\n0\r\n\r\n`;
};

const records = [
  record(1, 'http://xa.example.vn/', 'software: test', { type: 'warcinfo' }),
  record(2, 'http://xa.example.vn/tin/cau-moi.html', articlePage('Cầu mới')),
  record(3, 'http://xa.example.vn/anh.png', Buffer.from('89504e47', 'hex'), { mime: 'image/png' }),
  record(4, 'http://xa.example.vn/cu', '', { status: '301 Moved', headers: 'Location: /tin/cau-moi.html\r\n' }),
  record(5, 'http://xa.example.vn/tin/?id=2', chunked(articlePage('Trường mới')), {
    headers: 'Transfer-Encoding: chunked\r\n',
  }),
  record(6, 'http://xa.example.vn/tin/3.html', gzipSync(articlePage('Chợ mới')), {
    headers: 'Content-Encoding: gzip\r\n',
  }),
];
const plain = Buffer.concat(records);
const packed = Buffer.concat(records.map((bytes) => gzipSync(bytes)));

/** A ZIP archive of one file. */
function zip(name: string, content: Buffer, method: 0 | 8): Buffer {
  const data = method === 8 ? deflateRawSync(content) : content;
  const sizes = Buffer.alloc(12);
  [crc32(content), data.length, content.length].forEach((value, i) => {
    sizes.writeUInt32LE(value, i * 4);
  });
  const numbers = (...values: number[]): Buffer =>
    Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    numbers(20, 0, method, 0, 0),
    sizes,
    numbers(name.length, 0),
    Buffer.from(name),
  ]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    numbers(20, 20, 0, method, 0, 0),
    sizes,
    numbers(name.length, 0, 0, 0, 0, 0, 0, 0, 0),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + data.length, 16);
  return Buffer.concat([local, data, entry, end]);
}

const parsed = (jsonl: string): Record<string, unknown>[] =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('a WARC', () => {
  test.each([
    ['plain', 'a.warc', plain],
    ['gzipped', 'a.warc.gz', packed],
    ['in a WACZ, stored', 'a.wacz', zip('archive/data.warc.gz', packed, 0)],
    ['in a WACZ, deflated', 'a.wacz', zip('archive/data.warc', plain, 8)],
  ])('%s gives its pages in order and counts the rest', async (_, name, bytes) => {
    using box = openBox();
    box.put(name, bytes);
    const { status, stdout, stderr } = await box.here(['clean', name, '-f', 'jsonl']);
    const results = parsed(stdout);
    expect(results.map(({ title }) => title)).toEqual(['Cầu mới', 'Trường mới', 'Chợ mới']);
    expect(results[0]).toMatchObject({
      source: `${name}#urn:uuid:00000000-0000-4000-8000-000000000002`,
      url: 'http://xa.example.vn/tin/cau-moi.html',
      provenance: { fetchedAt: '2012-03-12T08:15:00Z', warcRecordId: 'urn:uuid:00000000-0000-4000-8000-000000000002' },
    });
    expect(stderr).toMatch(/3 pages: 3 articles, 3 other records skipped/);
    expect(status).toBe(0);
  });

  test('is written below the hosts of its pages', async () => {
    using box = openBox();
    box.put('a.warc.gz', packed);
    await box.here(['clean', 'a.warc.gz', '-o', 'out']);
    expect(box.files('out')).toEqual([
      'xa.example.vn/tin/3.md',
      'xa.example.vn/tin/cau-moi.md',
      expect.stringMatching(/^xa\.example\.vn\/tin\/index-[0-9a-f]{8}\.md$/),
    ]);
  });

  test('gzipped with one damaged record keeps those before and behind it', async () => {
    using box = openBox();
    const members = ['Cầu mới', 'Trường mới', 'Chợ mới', 'Kênh mới'].map((title, i) =>
      gzipSync(record(i, `http://xa.example.vn/${i}`, articlePage(title))),
    );
    members[1]!.fill(0x55, 40, 120);
    box.put('a.warc.gz', Buffer.concat(members));
    const { status, stdout, stderr } = await box.here(['clean', 'a.warc.gz', '-f', 'jsonl']);
    expect(parsed(stdout).map(({ title }) => title)).toEqual(['Cầu mới', 'Chợ mới', 'Kênh mới']);
    expect(stderr).toMatch(/error\[capture-damaged\]: a\.warc\.gz: .* byte \d+; \d+ records before it and \d+ behind/);
    expect(status).toBe(1);
  });

  test.each([
    ['longer than all that is behind', '999999'],
    ['longer than a page may be', '99999999999'],
    ['in other digits', '0x10'],
    ['with an exponent', '1e3'],
    ['with a sign', '+100'],
    ['empty', ''],
  ])('gzipped with a record whose length is %s keeps the others', async (_, length) => {
    using box = openBox();
    const members = ['Cầu mới', 'Trường mới', 'Chợ mới', 'Kênh mới'].map((title, i) => {
      const text = record(i, `http://xa.example.vn/${i}`, articlePage(title)).toString('utf8');
      return gzipSync(i === 1 ? text.replace(/Content-Length: \d+/, `Content-Length: ${length}`) : text);
    });
    box.put('a.warc.gz', Buffer.concat(members));
    const { status, stdout, stderr } = await box.here(['clean', 'a.warc.gz', '-f', 'jsonl']);
    expect(parsed(stdout).map(({ title }) => title)).toEqual(['Cầu mới', 'Chợ mới', 'Kênh mới']);
    expect(stderr).toContain('error[capture-damaged]');
    expect(status).toBe(1);
  });

  test.each([
    ['plain', 'a.warc', plain, plain.length - (records[5]?.length ?? 0)],
    ['gzipped', 'a.warc.gz', packed, packed.length - 100],
  ])('%s that is cut short keeps what stands before, and tells where', async (_, name, bytes, offset) => {
    using box = openBox();
    box.put(name, bytes.subarray(0, bytes.length - 100));
    const { status, stdout, stderr } = await box.here(['clean', name, '-f', 'jsonl']);
    expect(parsed(stdout).map(({ title }) => title)).toEqual(['Cầu mới', 'Trường mới']);
    expect(stderr).toContain(
      `error[capture-truncated]: ${name}: the capture is cut short at byte ${offset}; the 5 records`,
    );
    expect(status).toBe(1);
  });

  test('with rubbish inside keeps what stands before', async () => {
    using box = openBox();
    box.put('a.warc', Buffer.concat([...records.slice(0, 2), Buffer.from('no record\r\n'), ...records.slice(2)]));
    const { stdout, stderr } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    expect(parsed(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/^error\[capture-damaged\]/);
  });

  test.each(['-6', '+6', 'x'])('with a chunk of length %s keeps the body as it stands', async (size) => {
    using box = openBox();
    const body = `${size}\r\n${articlePage('Cầu mới')}`;
    box.put('a.warc', record(1, 'http://xa.example.vn/', body, { headers: 'Transfer-Encoding: chunked\r\n' }));
    const { stdout, status } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    expect(parsed(stdout).map(({ title }) => title)).toEqual(['Cầu mới']);
    expect(status).toBe(0);
  });

  test.each([
    ['cut short', 'gzip', gzipSync(articlePage('Cầu mới'), { level: 0 }).subarray(0, -40)],
    ['packed twice', 'gzip, gzip', gzipSync(gzipSync(articlePage('Cầu mới')))],
    ['not packed, whatever its header says', 'gzip', Buffer.from(articlePage('Cầu mới'))],
  ])('with a body that is %s gives its text', async (_, coding, body) => {
    using box = openBox();
    box.put('a.warc', record(1, 'http://xa.example.vn/', body, { headers: `Content-Encoding: ${coding}\r\n` }));
    const { stdout, stderr } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    expect(parsed(stdout), stderr).toMatchObject([{ title: 'Cầu mới', text: expect.stringContaining(firstSentence) }]);
  });

  test('with headers that tell nothing gives records without them', async () => {
    using box = openBox();
    const pages = [
      record(1, 'urn:x:1', articlePage('Cầu mới')),
      record(2, 'file:///C:/tin.html', articlePage('Chợ mới')),
      record(3, 'mailto:a@xa.example.vn', articlePage('Đường mới')),
    ].map((bytes) =>
      Buffer.from(
        bytes
          .toString('utf8')
          .replace('2012-03-12T08:15:00Z', '12/3/2012')
          .replace(/<urn:uuid:[-0-9]+>/, '<>'),
      ),
    );
    box.put('a.warc', Buffer.concat(pages));
    const { stdout } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    const found = parsed(stdout);
    expect(found.map(({ title }) => title)).toEqual(['Cầu mới', 'Chợ mới', 'Đường mới']);
    expect(found.map(({ url, site }) => [url, site])).toEqual(found.map(() => [undefined, undefined]));
    expect(found.map(({ provenance }) => Object.keys(provenance as object))).toEqual(
      found.map(() => ['sha256', 'tool']),
    );
  });

  test('of sach crawl gives the pages of the site, not what the crawl asked for on its own', async () => {
    using box = openBox();
    const answers = ['/robots.txt', '/sach-287d0fdaf2ad.html', '/tin/cau-moi.html'];
    box.put(
      'a.warc',
      Buffer.concat(answers.map((path, i) => record(i, `http://xa.example.vn${path}`, articlePage('Cầu mới')))),
    );
    const { stdout } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    expect(parsed(stdout).map(({ url }) => url)).toEqual(['http://xa.example.vn/tin/cau-moi.html']);
  });

  test('without pages says what was skipped', async () => {
    using box = openBox();
    box.put('a.warc', record(1, 'http://xa.example.vn/anh.png', 'x', { mime: 'image/png' }));
    const { stderr, status } = await box.here(['clean', 'a.warc', '--lang', 'en']);
    expect([stderr, status]).toEqual(['0 pages: 1 other record skipped.\n', 0]);
  });

  test('names the address of a page that is none', async () => {
    using box = openBox();
    box.put(
      'a.warc',
      record(1, 'http://xa.example.vn/anh', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])),
    );
    const { stderr } = await box.here(['clean', 'a.warc', '--lang', 'en']);
    expect(stderr).toContain('error[binary-file]: http://xa.example.vn/anh (a.warc#urn:uuid:');
  });

  test('with packed pages that are cut or damaged keeps them, and tells', async () => {
    using box = openBox();
    const whole = gzipSync(articlePage('Cầu mới').replace('</body>', `<p>${'Nước về đồng. '.repeat(99)}</p></body>`), {
      level: 0,
    });
    const wrong = Buffer.from(whole);
    wrong.writeUInt32LE(0, wrong.length - 8);
    const packing = { headers: 'Content-Encoding: gzip\r\n' };
    box.put(
      'a.warc',
      Buffer.concat([
        record(1, 'http://xa.example.vn/dut', whole.subarray(0, -900), packing),
        record(2, 'http://xa.example.vn/sai', wrong, packing),
        record(3, 'http://xa.example.vn/lanh', whole, packing),
      ]),
    );
    const { stdout, status } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    const told = parsed(stdout).map(({ findings }) =>
      (findings as { rule: string }[]).map(({ rule }) => rule).filter((rule) => /^page\/(?:cut|checksum)$/.test(rule)),
    );
    expect([told, status]).toEqual([[['page/cut'], ['page/checksum'], []], 1]);
  });

  test('with a page that is too large once unpacked says so, and goes on', async () => {
    using box = openBox();
    const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024, '<p>a'), { level: 1 });
    const large = record(9, 'http://xa.example.vn/lon', bomb, { headers: 'Content-Encoding: gzip\r\n' });
    box.put('a.warc', Buffer.concat([large, plain]));
    const { stdout, stderr } = await box.here(['clean', 'a.warc', '-f', 'jsonl']);
    expect(parsed(stdout)).toHaveLength(3);
    expect(stderr).toMatch(
      /error\[page-too-large\]: http:\/\/xa\.example\.vn\/lon \(a\.warc#urn:uuid:0{8}-0{4}-4000-8000-0{11}9\): larger than 32 MiB/,
    );
  });

  test('with a page that is too large says so, and passes over a picture that is', async () => {
    const huge = Buffer.alloc(33 * 1024 * 1024, 'a');
    const entries = [];
    const file = Readable.from([
      record(7, 'http://xa.example.vn/anh.png', huge, { mime: 'image/png' }),
      record(9, 'http://xa.example.vn/lon', huge),
      record(8, 'http://xa.example.vn/tin', articlePage('Cầu mới')),
    ]);
    for await (const entry of readWarcStream(file, 'a.warc')) entries.push(entry);
    expect(entries).toMatchObject([
      'skipped',
      {
        code: 'page-too-large',
        params: { source: expect.stringMatching(/^http:\/\/xa\.example\.vn\/lon \(a\.warc#.*9\)$/) },
      },
      { url: 'http://xa.example.vn/tin' },
    ]);
  });

  test('of thousands of records is a stream', async () => {
    let made = 0;
    const file = Readable.from(
      (function* () {
        for (; made < 3000; made += 1)
          yield gzipSync(record(made, `http://xa.example.vn/${made}.html`, articlePage(`Tin ${made}`)), { level: 1 });
      })(),
    );
    let seen = 0;
    let mostAhead = 0;
    for await (const entry of readWarcStream(file, 'a.warc.gz')) {
      if (typeof entry === 'object' && 'bytes' in entry) seen += 1;
      mostAhead = Math.max(mostAhead, made - seen);
    }
    expect(seen).toBe(3000);
    expect(mostAhead).toBeLessThan(600);
  });
});

describe('a damaged WARC', () => {
  test(
    'never crashes: its first pages, and at most one word about the damage',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(plain, packed),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
          async (whole, share, flips) => {
            const bytes = Buffer.from(whole.subarray(0, Math.floor(whole.length * share)));
            for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
            const entries = [];
            for await (const entry of readWarcStream(Readable.from([bytes]), 'a.warc')) entries.push(entry);
            const errors = entries.filter((entry) => entry instanceof SachError);
            expect(errors.length).toBeLessThanOrEqual(1);
            // Nothing is read behind a damage.
            if (errors.length > 0) expect(entries.at(-1)).toBe(errors[0]);
          },
        ),
        fuzz(40),
      );
    },
    fuzzTimeout,
  );
});

describe('other captures', () => {
  test('of the frames of an MHTML the longest is the page', () => {
    const parts = [
      '<html><frameset cols="20,80"><frame src="menu.html"><frame src="bai.html"></frameset></html>',
      '<html><body><a href="/">Trang chủ</a></body></html>',
      articlePage('Cầu mới'),
    ].map((html) => `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${Buffer.from(html).toString('latin1')}\r\n`);
    const bytes = Buffer.from(
      `Content-Type: multipart/related; boundary="b"\r\n\r\n${parts.join('')}--b--\r\n`,
      'latin1',
    );
    expect(Buffer.from(readMhtml(bytes, 'a.mht').bytes).toString()).toContain('Cầu mới');
  });

  const mhtml = `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(articlePage('Cầu mới')).toString('base64')}`;

  test.each([
    ['a.mht.gz', gzipSync(mhtml)],
    ['a.mht', gzipSync(mhtml)],
    ['a.MHTML', Buffer.from(mhtml)],
  ])('MHTML, packed or not: %s', async (name, bytes) => {
    using box = openBox();
    box.put(name, bytes);
    const { stdout } = await box.here(['clean', name, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Cầu mới' });
  });

  test.each(['quoted-printable', 'base64'])('MHTML, %s', async (encoding) => {
    using box = openBox();
    const page = Buffer.from(articlePage('Cầu mới'));
    const body =
      encoding === 'base64'
        ? page.toString('base64').replace(/.{76}/g, '$&\r\n')
        : page
            .toString('latin1')
            .replace(/[=\u0080-\u00ff]/g, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase()}`)
            .replace(/.{70}(?<!=.?)/g, '$&=\r\n');
    box.put(
      'a.mht',
      `From: <Saved by a browser>\r\nSnapshot-Content-Location: http://xa.example.vn/tin/1.html\r\nDate: Mon, 12 Mar 2012 08:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_part"\r\n\r\n----=_part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n----=_part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_part--\r\n`,
    );
    const { stdout, stderr } = await box.here(['clean', 'a.mht', '-f', 'json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Cầu mới',
      text: expect.stringContaining(firstSentence),
      url: 'http://xa.example.vn/tin/1.html',
      provenance: { fetchedAt: '2012-03-12T08:15:00.000Z' },
    });
  });

  test('MHTML with the page in a part of a part, as mail programs write it', () => {
    const part = (type: string, body: string) => `Content-Type: ${type}\r\n\r\n${body}`;
    const parts = (kind: string, ...inner: string[]) =>
      part(
        `multipart/${kind}; boundary="${kind}"`,
        [...inner.map((one) => `--${kind}\r\n${one}\r\n`), `--${kind}--\r\n`].join(''),
      );
    const text = part('text/plain', 'Cầu mới');
    const page = part('text/html', '<p>Cầu mới</p>');
    const mail = parts('related', parts('alternative', text, page), part('image/png', 'PNG'));
    expect(Buffer.from(readMhtml(Buffer.from(mail), 'a.mht').bytes).toString()).toBe('<p>Cầu mới</p>');
    const deep = Array.from({ length: 20 }, (_, i) => `tang-${i}.`).reduce((inner, kind) => parts(kind, inner), page);
    expect(() => readMhtml(Buffer.from(deep), 'a.mht')).toThrow('no-html-part');
  });

  test('MHTML keeps the space before a line that goes on, and drops what was added at the end of one', () => {
    const head = 'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
    const { bytes } = readMhtml(
      Buffer.from(`${head}<p>c=E1=BA=A7u m=E1=BB=9Bi =\r\nqua su=\t\r\n=E1=BB=91i  \r\n</p>`),
      'a.mht',
    );
    expect(Buffer.from(bytes).toString()).toBe('<p>cầu mới qua suối\r\n</p>');
  });

  test('a mirror of HTTrack or wget tells addresses and days', async () => {
    using box = openBox();
    box.put(
      'm/1.html',
      `<!-- Mirrored from xa.example.vn/tin/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 12 Mar 2012 08:15:00 GMT -->\n${articlePage('Một')}`,
    );
    box.put('w/www.xa.gov.vn/tin/2.html', articlePage('Hai'));
    const { stdout } = await box.here(['clean', 'm', 'w', '-f', 'jsonl']);
    expect(
      parsed(stdout).map(({ url, provenance }) => [url, (provenance as { fetchedAt?: string }).fetchedAt]),
    ).toEqual([
      ['http://xa.example.vn/tin/1.html', '2012-03-12T08:15:00.000Z'],
      ['http://www.xa.gov.vn/tin/2.html', undefined],
    ]);
  });

  test.each(
    savedMarks.flatMap(({ id, examples }) => Object.entries(examples).map(([text, told]) => ({ id, text, told }))),
  )('$id tells its example', ({ text, told }) => {
    expect(readMarks(text)).toEqual(told);
  });

  test('an article about mirrors is not taken for one', () => {
    expect(readMarks('Trang này được sao chép từ xa.example.vn bằng HTTrack ngày 12/03/2012.')).toEqual({});
  });
});
