import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { parseAllDocuments } from 'yaml';
import { openBox } from '../cli/box.ts';
import { freePort } from './free-port.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-crawl-cli-'));
const appeal = 'Mời bà con theo dõi trang của xã để biết thêm tin tức trong tuần.';
const menu = ['Trang chủ', 'Giới thiệu', 'Tin tức', 'Văn bản', 'Thủ tục', 'Liên hệ', 'Góp ý']
  .map((name, i) => `<li><a href="/#muc-${i}">${name}</a></li>`)
  .join('');
/** Four articles, of different words: pages that differ in numbers only are one page to a reader of templates. */
const stories = [
  [
    'Thôn Đông khánh thành cầu dân sinh',
    'Sáng nay, bà con thôn Đông cắt băng khánh thành cây cầu bắc qua suối, thay cho chiếc cầu tre đã mục sau nhiều mùa lũ.',
    'Ông trưởng thôn cho biết các hộ đã góp công, góp của và cho mượn cả sân phơi để tập kết vật liệu trong suốt mùa khô.',
    'Từ nay học sinh không còn phải đi vòng qua xã bên để tới trường, xe chở nông sản cũng vào được tận ngõ.',
  ],
  [
    'Trạm y tế xã tiêm phòng cho trẻ',
    'Trong ba ngày cuối tuần, trạm y tế mở cửa từ sớm để đón các cháu nhỏ đến tiêm nhắc lại theo lịch hằng năm.',
    'Y sĩ trực dặn phụ huynh theo dõi các cháu ở nhà một ngày, nếu sốt cao thì gọi ngay cho trạm, kể cả ban đêm.',
    'Những gia đình ở xóm núi được cán bộ đến tận nhà nhắc lịch và giúp đưa trẻ ra điểm tiêm lưu động.',
  ],
  [
    'Hội Nông dân bàn chuyện giống lúa mới',
    'Buổi họp kéo dài đến trưa vì ai cũng muốn nghe người trồng thử kể lại vụ vừa rồi được mất ra sao trên đất chua.',
    'Nhiều ý kiến cho rằng giống mới cứng cây, ít đổ, nhưng gạo chưa dẻo bằng giống cũ nên thương lái còn chê.',
    'Hội thống nhất chỉ gieo thử ở cánh đồng gần trạm bơm, chờ gặt xong mới quyết định có mở rộng hay không.',
  ],
  [
    'Thư viện nhỏ bên gốc đa',
    'Gian nhà cũ của hợp tác xã được quét vôi lại, kê thêm kệ gỗ và trở thành nơi đọc sách của lũ trẻ trong làng.',
    'Sách phần lớn do người làng đi xa gửi về, có cuốn còn ghi lời đề tặng bằng bút mực tím ở trang đầu.',
    'Chiều nào cô giáo về hưu cũng ra mở cửa, vừa cho mượn sách vừa kèm các em nhỏ tập viết.',
  ],
];
const page = (n: number) => {
  const [title = '', ...paragraphs] = stories[n - 1] ?? [];
  const text = [...paragraphs, appeal].map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<html><head><title>${title}</title></head><body><ul>${menu}</ul><h1 class="title">${title}</h1><div class="noi-dung">${text}</div><a href="/bai-viet-so-${n + 1}.html">Sau</a></body></html>`;
};

interface Served {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const answers: Readonly<Record<string, Served>> = {
  '/vong-1.html': { status: 302, headers: { location: '/vong-2.html' } },
  '/vong-2.html': { status: 302, headers: { location: '/vong-1.html' } },
  '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /cam/' },
  '/trong.html': { headers: html, body: '<html><body></body></html>' },
  '/rat-lon.html': { headers: { ...html, 'content-length': 1e9 } },
  '/bia.html': { headers: html, body: '<html><body><a href="/"><img src="/bia.jpg"></a></body></html>' },
};

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const n = Number(/so-(\d)\.html/.exec(request.url ?? '')?.[1] ?? (request.url === '/' ? 1 : 9));
    const status = Number(/loi-(\d+)\.html/.exec(request.url ?? '')?.[1] ?? 0);
    const links = /muc-luc-(\d+)\.html/.exec(request.url ?? '')?.[1];
    const named = answers[request.url ?? ''];
    if (named) response.writeHead(named.status ?? 200, named.headers).end(named.body);
    else if (status > 0) response.writeHead(status).end();
    else if (links)
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<a href="/bai-viet-so-3.html">·</a> <a href="/loi-${links}.html">·</a>`);
    else if (request.url === '/xay-dung.html')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(page(1).replace(appeal, 'Chiếc cầu tre cũ vẫn đưọc dùng cho người đi bộ.'));
    else if (n > 4) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(n));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true });
});

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const parseLines = (jsonl: string): { title?: string }[] =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The entries of a ZIP file that holds them stored, read from its directory: not by our own reader. */
function unpack(path: string): Map<string, Buffer> {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf('PK\x05\x06');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), zip.subarray(start, start + size));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

describe('sach crawl', () => {
  it('makes an archive, learns the site, packs the capture', async () => {
    using box = openBox();
    const args = ['crawl', base, '-o', 'kho', '--allow-private', '--delay', '0', '--wacz', '--lang', 'en'];
    const run = await box.sach(args);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toContain('warning: 1 error page; see kho/report.html.\nDone: 4 articles from 4 pages, in kho.');
    const kho = join(box.path, 'kho');
    expect(readdirSync(kho).sort()).toEqual([
      'articles',
      'capture',
      'index.csv',
      'index.jsonl',
      'redirects',
      'report.html',
      'report.json',
      'site-profile.yaml',
      'state.db',
    ]);
    expect(readdirSync(join(kho, 'capture')).sort()).toEqual(['archive.wacz', 'index.cdxj', 'sach-00001.warc.gz']);
    expect((await box.sach(args)).stderr).toContain(
      'Done: nothing new was asked for; 4 articles from 4 pages, in kho.',
    );
    const [profile] = parseAllDocuments(readFileSync(join(kho, 'site-profile.yaml'), 'utf8'));
    const repeated: { text: string }[] = profile?.toJS().repeated;
    expect(repeated.some(({ text }) => appeal.startsWith(text))).toBe(true);
    for (const row of readFileSync(join(kho, 'index.jsonl'), 'utf8').trim().split('\n')) {
      const article = readFileSync(join(kho, JSON.parse(row).file), 'utf8');
      expect(stories.some(([, first = '']) => article.includes(first))).toBe(true);
      expect(article).not.toContain(appeal);
    }
  });

  it('packs a capture that others read, and reads it back without the network', async () => {
    using box = openBox();
    await box.sach(['crawl', base, '-o', 'kho', '--allow-private', '--delay', '0', '--wacz', '-q']);
    const wacz = join(box.path, 'kho/capture/archive.wacz');
    const files = unpack(wacz);
    expect([...files.keys()].sort()).toEqual([
      'archive/sach-00001.warc.gz',
      'datapackage-digest.json',
      'datapackage.json',
      'indexes/index.cdxj',
      'pages/pages.jsonl',
    ]);
    const datapackage = JSON.parse(String(files.get('datapackage.json')));
    for (const { path, hash, bytes } of datapackage.resources) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect([path, `sha256:${sha256(content)}`, content.length]).toEqual([path, hash, bytes]);
    }
    const digest = JSON.parse(String(files.get('datapackage-digest.json')));
    expect(digest.hash).toBe(`sha256:${sha256(files.get('datapackage.json') ?? '')}`);
    const titles: string[] = [];
    for await (const record of new WARCParser([files.get('archive/sach-00001.warc.gz') ?? new Uint8Array()])) {
      const text = record.warcType === 'response' ? await record.contentText() : '';
      titles.push(...(/<title>([^<]*)/.exec(text)?.slice(1) ?? []));
    }
    expect(titles.sort()).toEqual(stories.map(([title]) => title).sort());

    // Cut in the middle of the last records: what stands before is kept, and the place is told.
    const warc = readFileSync(join(box.path, 'kho/capture/sach-00001.warc.gz'));
    writeFileSync(join(box.path, 'cut.warc.gz'), warc.subarray(0, Math.floor(warc.length * 0.6)));
    const titlesIn = (jsonl: string) => parseLines(jsonl).flatMap(({ title }) => title ?? []);
    const [whole, packed, cut] = await Promise.all(
      ['kho/capture/sach-00001.warc.gz', wacz, 'cut.warc.gz'].map((input) =>
        box.sach(['clean', input, '-f', 'jsonl', '--lang', 'en', '--fail-on', 'never']),
      ),
    );
    const expected = stories.map(([title]) => title);
    expect(titlesIn(whole?.stdout ?? '')).toEqual(expect.arrayContaining(expected));
    expect(titlesIn(packed?.stdout ?? '')).toEqual(titlesIn(whole?.stdout ?? ''));
    expect(titlesIn(cut?.stdout ?? '').length).toBeGreaterThan(0);
    expect(cut?.stderr).toMatch(/cut\.warc\.gz.*\d{3,}/);
  });

  it('is given a profile: goes by it, leaves it as it is, and tells when it no longer fits', async () => {
    using box = openBox();
    const crawl = ['crawl', base, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'en'];
    await box.sach(crawl);
    const learnt = box.read('kho/site-profile.yaml');
    expect(parseAllDocuments(learnt)[0]?.toJS()).toMatchObject({
      site: '127.0.0.1',
      selectors: { title: ['h1.title'], body: ['div.noi-dung'] },
    });
    const edited = `# của tôi\n${learnt}---\nsite: khac.example.vn\nselectors:\n  body: .bai\n`;
    box.put('kho/site-profile.yaml', edited);
    const fits = await box.sach([...crawl, '--profile', 'kho/site-profile.yaml']);
    expect(fits.status, fits.stderr).toBe(0);
    expect(fits.stderr).not.toContain('no longer fits');
    expect(box.read('kho/site-profile.yaml')).toBe(edited);
    expect(JSON.parse(box.read('kho/report.json')).profiles).toEqual([
      { site: '127.0.0.1', matched: 4, pages: 4, fits: true },
      { site: 'khac.example.vn', matched: 0, pages: 0, fits: true },
    ]);
    box.put('cu.yaml', 'site: 127.0.0.1\nselectors:\n  body: [.giao-dien-cu]\n');
    const redesigned = await box.sach([...crawl, '--profile', 'cu.yaml']);
    expect(redesigned.stderr).toContain('127.0.0.1: the profile no longer fits (0 of 4 pages)');
    expect(box.read('kho/report.html')).toContain('no longer fits');
    box.put('sai.yaml', 'site: a.vn\nselectors:\n  body: ["p:nth-child(2)"]\n');
    const wrong = await box.sach([...crawl, '--profile', 'sai.yaml']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('p:nth-child(2)')]);
  });

  it('names the rule behind each removal when asked', async () => {
    using box = openBox();
    const crawl = ['crawl', base, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'en', '--explain'];
    const { stderr, status } = await box.sach(crawl);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('boilerplate/frame');
    // As often as it is asked.
    for (let run = 0; run < 2; run += 1) expect((await box.sach(crawl)).stderr).toContain('boilerplate/frame');
  });

  it('cleans a finished archive again when text is to be corrected otherwise', async () => {
    using box = openBox();
    const crawl = ['crawl', `${base}xay-dung.html`, '-o', 'kho', '--scope', 'page', '--allow-private', '--delay', '0'];
    const text = async (...more: string[]) => {
      expect((await box.sach([...crawl, ...more])).status).toBe(0);
      const { file } = JSON.parse(box.read('kho/index.jsonl').split('\n')[0] ?? '');
      return box.read(`kho/${file}`);
    };
    expect(await text()).toContain('vẫn được dùng');
    expect(await text('--no-fix')).toContain('vẫn đưọc dùng');
    expect(await text()).toContain('vẫn được dùng');
  });

  it.each([
    ['muc-luc-404.html', 0, 'warning: 2 error pages; see kho/report.html.'],
    [
      'muc-luc-500.html',
      1,
      'error: 1 address failed (no answer, or the server in trouble); run the same command again',
    ],
    ['loi-403.html', 1, 'loi-403.html: the server answered 403.\n  hint: Open the address in a browser, save the page'],
  ])(
    'ends with 1 where the server failed or what was named is an error, not for dead links: %s',
    async (path, code, told) => {
      using box = openBox();
      const named = [`${base}${path}`, `${base}bai-viet-so-4.html`];
      const crawl = ['crawl', ...named, '-o', 'kho', '--allow-private', '--delay', '0.01', '--lang', 'en'];
      const { stderr, status } = await box.sach(crawl);
      expect(stderr).toContain(told);
      expect(status, stderr).toBe(code);
      expect((await box.sach([...crawl, '--fail-on', 'never'])).status).toBe(0);
    },
  );

  it.each([
    ['vong-1.html', '(redirected without end).\n  hint: Open the address in a browser and give the one it ends at.'],
    ['cam/bai.html', '(forbidden by robots.txt).\n  hint: The site forbids it to programs'],
    ['trong.html', '(no text on the page).\n  hint: Open the page in a browser'],
    ['rat-lon.html', '(too large).\n  hint: Download it with another program'],
  ])('ends with 1 where what was named gave nothing: %s', async (path, told) => {
    using box = openBox();
    const crawl = ['crawl', base, `${base}${path}`, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'en'];
    const { stderr, status } = await box.sach(crawl);
    expect(stderr.match(/^error: http.*$/gm)).toHaveLength(1);
    expect(stderr).toContain(`error: ${base}${path}: nothing was saved ${told}`);
    expect(stderr.includes('2 addresses lead in a circle of redirects; see kho/report.html.')).toBe(
      path.startsWith('vong'),
    );
    expect(stderr.includes('error: 1 address is larger than sach takes and is missing')).toBe(path === 'rat-lon.html');
    expect(status, stderr).toBe(1);
    expect(box.read('kho/report.html')).toContain('Named, and nothing saved <span class="badge">1</span>');
  });

  it('does not call a front page of pictures and links an address that gave nothing', async () => {
    using box = openBox();
    const { stderr, status } = await box.sach([
      ...['crawl', `${base}bia.html`, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'en'],
    ]);
    expect(JSON.parse(box.read('kho/report.json')).emptyPages).toEqual([`${base}bia.html`]);
    expect(stderr).toContain(`warning: ${base}bia.html: no text was found on the page; its links were followed.`);
    expect(status, stderr).toBe(0);
  });

  it('lists what it would begin with and writes nothing', async () => {
    using box = openBox();
    const { stdout, status } = await box.here(['crawl', base, '--dry-run', '--allow-private', '--delay', '0']);
    expect(status).toBe(0);
    expect(stdout).toBe(`fetch\t${base}\nfetch\t${base}bai-viet-so-2.html\n`);
    expect(box.files('.')).toEqual([]);
  });

  it('ends with 2 when not one of them can be fetched', async () => {
    using box = openBox();
    const { stdout, stderr, status } = await box.here(['crawl', base, '--dry-run', '--delay', '0', '--lang', 'en']);
    expect([stdout, stderr]).toEqual([
      `fetch-private\t${base}\n`,
      'error: None of these addresses can be fetched.\n  hint: Add --allow-private if you mean to read an intranet.\n',
    ]);
    expect(status).toBe(2);
  });

  it.each([
    [['crawl', 'http://127.0.0.1:1/'], 'crawl-output'],
    [['crawl', 'ftp://a.example/', '-o', 'kho'], 'crawl-seed'],
  ])('%s is told as %s', async (args, code) => {
    using box = openBox();
    const { stderr, status } = await box.here(args);
    expect(stderr).toContain(`error[${code}]`);
    expect(status).toBe(2);
  });

  it.each(['--include', '--exclude'])(
    'tells a wrong pattern by option and pattern, and writes nothing: %s',
    async (option) => {
      using box = openBox();
      const { stderr, status } = await box.here(['crawl', base, '-o', 'kho', option, '/(/', '--lang', 'en']);
      expect(stderr).toContain(`error[bad-pattern]: ${option}: /(/ is no regular expression (Unterminated group).`);
      expect(status).toBe(2);
      expect(box.files('.')).toEqual([]);
    },
  );

  it.each([
    ['khong-co/st.db', 'its folder does not exist'],
    ['la-thu-muc', 'it is a folder'],
  ])('tells why there can be no state in %s', async (state, reason) => {
    using box = openBox();
    box.put('la-thu-muc/a.txt', '');
    const { stderr, status } = await box.sach(['crawl', base, '-o', 'kho', '--state', state, '--lang', 'en']);
    expect(stderr).toContain(`error[crawl-state]: ${state}: the state of the crawl cannot be opened (${reason}).`);
    expect(status).toBe(2);
  });

  it('speaks the language asked for, to the word for a warning', async () => {
    using box = openBox();
    const { stderr } = await box.sach(['crawl', base, '-o', 'kho', '--allow-private', '--delay', '0', '--lang', 'vi']);
    expect(stderr).toContain('cảnh báo: 1 trang báo lỗi; xem kho/report.html.');
  });

  it('leaves private networks alone, says so, and goes there once it is allowed', async () => {
    using box = openBox();
    const crawl = ['crawl', base, '-o', 'kho', '--delay', '0', '--lang', 'en'];
    const { stderr, status } = await box.sach(crawl);
    expect(status).toBe(2);
    expect(stderr).toContain(`error: ${base}: nothing was saved (private address).\n  hint: Add --allow-private`);
    expect(stderr).toContain('No article was found');
    expect(JSON.parse(box.read('kho/report.json')).unfetched).toEqual([{ url: base, reason: 'fetch-private' }]);
    const allowed = await box.sach([...crawl, '--allow-private']);
    expect(allowed.stderr).toContain('Done: 4 articles from 4 pages, in kho.');
    expect(allowed.status).toBe(0);
  });

  it('names the host that cannot be reached, and why', async () => {
    using box = openBox();
    const gone = `http://127.0.0.1:${await freePort()}/`;
    const crawl = ['crawl', gone, 'http://khong-co.invalid/', '-o', 'kho', '--allow-private', '--delay', '0'];
    const { stderr, status } = await box.sach([...crawl, '--lang', 'en']);
    expect(stderr).toContain(`error: ${gone}: nothing was saved (the host refuses connections).`);
    expect(stderr).toContain(
      'error: http://khong-co.invalid/: nothing was saved (the name of the host leads to no address).\n  hint: Open the address in a browser',
    );
    expect(status).toBe(2);
  });
});
