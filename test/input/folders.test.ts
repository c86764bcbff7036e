/** Folders as mirrors, browsers and people leave them. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articlePage, openBox } from '../cli/box.ts';

/** What `sach clean site -o out` makes of a folder of these files. */
async function cleanFolder(files: Readonly<Record<string, string>>) {
  using box = openBox();
  for (const [path, content] of Object.entries(files)) box.put(`site/${path}`, content);
  const { status, stderr } = await box.sach(['clean', 'site', '-o', 'out']);
  return { status, stderr, files: box.files('out') };
}

const rss = '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Tin</title></channel></rss>';

test.each([
  [
    'the feeds and JSON of WordPress',
    { 'feed/index.html': rss, 'rss.php': rss, 'wp-json/index.html': '{"name":"Xã"}' },
  ],
  [
    'what is for programs',
    { 'robots.txt': 'User-agent: *', 'hts-log.txt': 'HTTrack3.49', 'hts-cache/new.txt': 'date' },
  ],
  [
    'older copies',
    { 'tin.html.orig': articlePage('Cũ'), 'tin.bak': articlePage('Cũ'), 'tin.html.tmp': articlePage('Cũ') },
  ],
  [
    'the pages that HTTrack made itself',
    {
      'index.html':
        '<HTML><!-- Created by HTTrack Website Copier/3.49-2 --><TITLE>Local index - HTTrack Website Copier</TITLE>',
      'cu.htm':
        '<HTML><!-- Created by HTTrack Website Copier/3.49-2 --><META HTTP-EQUIV="Refresh" CONTENT="0; URL=tin.html"><TITLE>Page has moved</TITLE>',
    },
  ],
])('leave out and count %s', async (_, files: Readonly<Record<string, string>>) => {
  const run = await cleanFolder({ 'tin.html': articlePage('Cầu mới'), 'bai.htm': articlePage('Chợ mới'), ...files });
  expect(run.files).toEqual(['bai.md', 'tin.md']);
  expect(run.stderr).toContain(`2 pages: 2 articles, ${Object.keys(files).length} other file`);
  expect(run.status).toBe(0);
});

test('have pages under endings of their own', async () => {
  const names = ['cau.vnp', 'cho.cfm', 'tin.html?x=v1.pdf2', 'bai.html.1'];
  const { files } = await cleanFolder(Object.fromEntries(names.map((name) => [name, articlePage(name)])));
  expect(files).toEqual(names.map((name) => `${name}.md`).sort());
});

test('have the frames of a page that was saved whole: an article is kept, the rest is counted', async () => {
  const frames = { 'ads.html': '<script>1</script>', 'like.php': '<div>Thích 14 người</div>', 'f.txt': '/* google */' };
  const { files, stderr, status } = await cleanFolder({
    'Cầu mới.htm': articlePage('Cầu mới'),
    ...Object.fromEntries(Object.entries(frames).map(([name, content]) => [`Cầu mới_files/${name}`, content])),
    'Khung.html': '<frameset cols="20%,*"><frame src="Khung_files/noi-dung.htm"></frameset>',
    'Khung_files/noi-dung.htm': articlePage('Chợ mới'),
    'anh_files/bai.html': articlePage('Trường mới'),
  });
  expect(files).toEqual(['Cầu mới.md', 'Khung.md', 'Khung_files/noi-dung.md', 'anh_files/bai.md']);
  expect(stderr).toContain('2 saved pages of pictures, scripts and frames skipped, 1 other file skipped');
  expect(status).toBe(1);
});

test.skipIf(process.platform === 'win32')('may hold a pipe, which nobody waits for', async () => {
  using box = openBox();
  box.put('site/tin.html', articlePage('Cầu mới'));
  execFileSync('mkfifo', [join(box.path, 'site/ong.html')]);
  const { status } = await box.sach(['clean', 'site', '-o', 'out']);
  expect([status, box.files('out')]).toEqual([0, ['tin.md']]);
});

test.skipIf(process.platform !== 'linux')('may hold names in a legacy encoding, which is said', async () => {
  using box = openBox();
  box.put('site/tin.html', articlePage('Cầu mới'));
  writeFileSync(Buffer.from(`${box.path}/site/b\xb5i.html`, 'latin1'), articlePage('Chợ mới'));
  const { status, stderr } = await box.sach(['clean', 'site', '-o', 'out']);
  expect(stderr).toMatch(/^error\[name-not-utf8\]: site\/b\ufffdi\.html: the name of this file is not in UTF-8/);
  expect([status, box.files('out')]).toEqual([1, ['tin.md']]);
});
