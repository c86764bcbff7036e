/** What a later run asks for again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { crawlFolder, type FolderOptions } from '../../src/crawl/index.ts';
import { openSqlite } from '../../src/crawl/state/sqlite.ts';
import { readWarc } from '../../src/input/warc.ts';
import { cleanPage, learnPages } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-again-'));
const { base, close } = await serve((request, response) => {
  const path = request.url ?? '/';
  asked.push(path);
  const answer = answers[path] ?? 404;
  if (answer === 0) response.destroy();
  else if (typeof answer === 'number') response.writeHead(answer).end('lỗi');
  else if (answer.startsWith('/')) response.writeHead(301, { location: answer }).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
});
afterAll(() => {
  close();
  rmSync(root, { recursive: true });
});

const page = (title: string, text: string) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><div><p>${text}</p><p>Con trâu là đầu cơ nghiệp, câu nói ấy đến nay vẫn đúng với nhiều hộ ở thôn Thượng, nơi đất dốc máy cày không vào được.</p></div></body></html>`;
const list = `<h2>Tin tức</h2><ul>${[
  'Hội làng mở ba ngày',
  'Họp bàn việc làm đường',
  'Tiêm phòng cho đàn gia súc',
  'Lễ khai giảng năm học mới',
  'Hợp tác xã thu mua lúa',
  'Trồng rau sạch trong nhà lưới',
]
  .map((title, i) => `<li><a href="/tin-${i}.html">${title}</a></li>`)
  .join('')}</ul>`;
const pages = {
  '/': ['/vo.html', '/qua-tai.html', '/cam.html', '/mat.html', '/cu.html', '/bai.html']
    .map((to) => `<a href="${to}">·</a>`)
    .join(' '),
  '/bai.html': page(
    'Đàn trâu thôn Thượng',
    'Ông Bảy nuôi tám con trâu, mỗi năm bán hai con, thu nhập khá ổn định và có phân bón ruộng.',
  ),
  '/cu.html': '/bai.html',
  '/vo.html': 500,
  '/qua-tai.html': 429,
  '/cam.html': 403,
};
/** Path → a page, where a redirect leads, or a status; 0 for no answer. */
let answers: Readonly<Record<string, string | number>>;
let asked: string[] = [];
let folder: string;

/** Run `sach crawl` of these paths; what it asked for, without what every host is asked first. */
async function crawl(paths: readonly string[], more: Partial<FolderOptions> = {}) {
  asked = [];
  const { report } = await crawlFolder({
    seeds: paths.map((path) => base + path),
    folder,
    delaySeconds: 0.001,
    allowPrivate: true,
    clean: async (raw, learned) => cleanPage(raw, learned ? { learned } : {}),
    learn: (raws) => learnPages(raws, {}),
    render: (result, format) => renderers[format](result),
    ...more,
  });
  return { report, asked: [...new Set(asked)].sort() };
}
const titles = (): string[] =>
  readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).title)
    .filter(Boolean);

const redirects = (): string => readFileSync(join(folder, 'redirects/redirects.csv'), 'utf8');

beforeEach(async () => {
  answers = pages;
  folder = mkdtempSync(join(root, 'kho-'));
  await crawl(['/']);
}, 30_000);

describe('the same command again', () => {
  it('asks for what the server was not well enough to give, and saves it', async () => {
    answers = {
      ...pages,
      '/vo.html': page('Cầu đã sửa xong', 'Bà con qua lại từ sáng sớm, xe chở lúa không phải vòng qua xã bên.'),
    };
    const later = await crawl(['/']);
    expect(later.asked).toEqual(['/qua-tai.html', '/vo.html']);
    expect(titles().sort()).toEqual(['Cầu đã sửa xong', 'Đàn trâu thôn Thượng']);
    answers = { ...answers, '/qua-tai.html': 404 };
    expect((await crawl(['/'])).asked).toEqual(['/qua-tai.html']);
    expect((await crawl(['/'])).asked).toEqual([]);
  }, 60_000);

  it('asks for all that a host failed to give which was given up, though it fails once more', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    const paths = Array.from('abcdefghijkl', (letter) => `/${letter}.html`);
    const down = Object.fromEntries(paths.map((path) => [path, 0]));
    answers = { ...down, '/': paths.map((path) => `<a href="${path}">·</a>`).join(' ') };
    const { report } = await crawl(['/'], { delaySeconds: 0.0001 });
    expect(report?.unfetched.map(({ reason }) => reason)).toContain('host-unreachable');
    answers = { ...answers, ...Object.fromEntries(paths.map((path) => [path, 404])), '/a.html': 0 };
    expect((await crawl(['/'])).asked).toEqual(paths);
  }, 60_000);

  it('does so when the last run ended at its limit, and not beyond the limit', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    await crawl(['/'], { depth: 0 });
    await crawl(['/', '/vo.html'], { limit: 1 });
    answers = { ...pages, '/vo.html': page('Cầu đã sửa xong', 'Bà con qua lại từ sáng sớm.') };
    expect((await crawl(['/'], { limit: 1 })).asked).toEqual([]);
    expect((await crawl(['/'], { depth: 0 })).asked).toEqual(['/vo.html']);
  }, 60_000);
});

describe('cleaning', () => {
  let cleaned: string[];
  const clean: NonNullable<FolderOptions['clean']> = async (raw, learned) => {
    cleaned.push(new URL(raw.url ?? '').pathname);
    return cleanPage(raw, learned ? { learned } : {});
  };
  const cleanedBy = async (more: Partial<FolderOptions>): Promise<readonly string[]> => {
    cleaned = [];
    await crawl(['/'], { clean, ...more });
    return cleaned.filter((path) => path === '/' || path.endsWith('.html')).sort();
  };
  const few = { '/': '<a href="/bai.html">·</a> <a href="/ba.html">·</a>', '/bai.html': pages['/bai.html'] };
  const all = ['/', '/ba.html', '/bai.html'];
  const third = page('Đàn trâu thôn Hạ', 'Ông Tám nuôi sáu con trâu, mỗi năm bán một con, và có phân bón ruộng.');

  it('is done once where nothing is learnt, also of what comes later', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    answers = { ...few, '/ba.html': 500 };
    expect(await cleanedBy({ settings: { fix: true } })).toEqual(['/', '/bai.html']);
    const titlesThen = titles();
    answers = { ...few, '/ba.html': third };
    expect(await cleanedBy({ settings: { fix: true } })).toEqual(['/ba.html']);
    expect(await cleanedBy({ settings: { fix: true } })).toEqual([]);
    expect(titlesThen).toEqual(['Đàn trâu thôn Thượng']);
    expect(titles()).toEqual(['Đàn trâu thôn Hạ', 'Đàn trâu thôn Thượng']);
  }, 60_000);

  it('is done once where a profile was given, which fetching goes by too', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    answers = { ...few, '/ba.html': third };
    expect(await cleanedBy({ profile: { site: '127.0.0.1' } })).toEqual(all);
    expect(await cleanedBy({})).toEqual(all);
  }, 60_000);

  it('is done anew of all pages where some were cleaned by other settings, though they are those of an earlier run', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    answers = { ...few, '/ba.html': 500 };
    await cleanedBy({ settings: 1 });
    answers = { ...few, '/ba.html': third };
    // Broken off before the archive is written.
    const render = () => {
      throw new Error('đứt');
    };
    await expect(cleanedBy({ settings: 2, render })).rejects.toThrow('đứt');
    expect(await cleanedBy({ settings: 1 })).toEqual(all);
  }, 60_000);

  it('is done anew of a state that an earlier sach made, which noted nothing of what was cleaned', async () => {
    folder = mkdtempSync(join(root, 'kho-'));
    answers = { ...few, '/ba.html': 500 };
    await cleanedBy({});
    const sql = openSqlite(join(folder, 'state.db'));
    await sql.run("DELETE FROM meta WHERE key <> 'version'");
    await sql.close();
    answers = { ...few, '/ba.html': third };
    expect(await cleanedBy({})).toEqual(['/', '/ba.html', '/ba.html', '/bai.html']);
  }, 60_000);
});

describe('an address that is named', () => {
  it.each(['/vo.html', '/cam.html', '/mat.html', '/bai.html'])(
    'is asked for again, whatever it gave: %s',
    async (path) => {
      answers = { ...pages, '/qua-tai.html': 404 };
      await crawl(['/']);
      answers = {
        ...answers,
        '/vo.html': 404,
        [path]: page('Bản mới của bài', 'Bà con qua lại từ sáng sớm, xe chở lúa không phải vòng qua xã bên nữa.'),
      };
      await crawl([path]);
      expect(asked).toContain(path);
      expect(titles()).toContain('Bản mới của bài');
      // As often as it is named.
      answers = {
        ...answers,
        [path]: page('Bản mới hơn', 'Bà con qua lại từ sáng sớm, xe chở lúa không phải vòng qua xã bên nữa.'),
      };
      expect((await crawl([path])).asked).toEqual([path]);
      expect(titles()).toContain('Bản mới hơn');
    },
    60_000,
  );

  it('is where it leads', async () => {
    answers = { ...pages, '/bai.html': page('Bản mới của bài', 'Bà con qua lại từ sáng sớm.') };
    expect((await crawl(['/cu.html'])).asked).toEqual(expect.arrayContaining(['/bai.html', '/cu.html']));
    expect(titles()).toEqual(['Bản mới của bài']);
  }, 60_000);

  it.each([
    ['an error page', page('Lỗi', 'Trang bạn yêu cầu không tồn tại hoặc đã bị xóa khỏi hệ thống.'), 'back-error'],
    ['nothing', '', 'back-empty'],
    ['a list', list, 'back-empty'],
    ['the front page', '/', 'back-redirect'],
    ['a login', '/dang-nhap.html', 'back-redirect'],
    ['an address that is dead', '/khong-co.html', 'back-redirect'],
  ])('keeps what is held where %s comes back, and says so', async (_, answer, reason) => {
    const before = { titles: titles(), redirects: redirects() };
    answers = { ...pages, '/bai.html': answer, '/dang-nhap.html': '<title>Đăng nhập</title><form><input></form>' };
    const { report } = await crawl(['/bai.html']);
    expect(titles()).toEqual(before.titles);
    expect(redirects()).toEqual(before.redirects);
    expect(report?.errorPages).toContainEqual(expect.objectContaining({ url: `${base}/bai.html`, reason }));
    expect(report?.unreadablePages).toEqual([]);
    // Whatever else is named later.
    await crawl(['/cam.html']);
    expect(titles()).toEqual(before.titles);
  });

  it('lets go of it for an article at another address', async () => {
    const answer = page('Bản mới của bài', 'Bà con qua lại từ sáng sớm, xe chở lúa không phải vòng qua xã bên nữa.');
    answers = { ...pages, '/bai.html': '/bai-moi.html', '/bai-moi.html': answer };
    const { report } = await crawl(['/bai.html']);
    expect(titles()).toEqual(['Bản mới của bài']);
    expect(redirects()).toContain(`${base}/bai.html,`);
    expect(report?.errorPages.map(({ url }) => url)).not.toContain(`${base}/bai.html`);
  });

  it('keeps what is held where an error comes back, and the old capture where a page does', async () => {
    answers = { ...pages, '/bai.html': 404 };
    const gone = await crawl(['/bai.html']);
    expect(titles()).toEqual(['Đàn trâu thôn Thượng']);
    expect(gone.report?.errorPages).toContainEqual(
      expect.objectContaining({ url: `${base}/bai.html`, reason: 'status-404' }),
    );
    answers = { ...pages, '/bai.html': page('Bản mới của bài', 'Bà con qua lại từ sáng sớm.') };
    await crawl(['/bai.html']);
    const captured: (string | undefined)[] = [];
    for await (const entry of readWarc(join(folder, 'capture/sach-00001.warc.gz'), 'kho'))
      if (typeof entry === 'object' && 'bytes' in entry && entry.url === `${base}/bai.html`)
        captured.push(cleanPage(entry, {}).article.title);
    expect(captured).toEqual(['Đàn trâu thôn Thượng', 'Bản mới của bài']);
  }, 60_000);
});
