/** Which pictures and documents of articles are asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { crawlFolder, type FolderOptions } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { cleanPortal } from './portal-clean.ts';
import { serve } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'sach-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const names = ['mo-cho', 'dap-de', 'thi-cay'];
const list = `<html><title>Xã Mơ</title>${names.map((name) => `<a href="/${name}.html">${name}</a>`).join(' ')}</html>`;
const article = (name: string) => `<html><title>Tin ${name}</title><div class="bodytext">
<p>Sáng nay bà con thôn ngoài kéo nhau đi xem ${name}, trẻ nhỏ theo sau rất đông.</p><p><img src="/anh/${name}.jpg"></p>
<p><a href="/tep/${name}.pdf">Thông báo</a></p></div></html>`;

/** Crawl once for each of the options, into one folder. Returns what was asked for, and what the last report says. */
async function crawl(...runs: readonly Partial<FolderOptions>[]) {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    const path = request.url ?? '';
    const name = names.find((known) => path.includes(known));
    asked.push(path);
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(list);
    else if (path.startsWith('/anh/')) response.end(`\xff\xd8\xff${path}`);
    else if (path.startsWith('/tep/')) response.end(`%PDF-1.4 ${path}`);
    else if (name === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(article(name));
  });
  const folder = mkdtempSync(join(root, 'kho-'));
  let report: Awaited<ReturnType<typeof crawlFolder>>['report'];
  for (const options of runs)
    ({ report } = await crawlFolder({
      seeds: [`${server.base}/`],
      folder,
      delaySeconds: 0.0001,
      allowPrivate: true,
      clean: cleanPortal,
      render: (result, format) => renderers[format](result),
      ...options,
    }));
  server.close();
  if (!report) throw new Error('not finished');
  const told = (reason: string) =>
    report.unfetched.filter((place) => place.reason === reason).map(({ url }) => url.replace(server.base, ''));
  return { report, told, asked: (start: string) => asked.filter((path) => path.startsWith(start)) };
}

const documents = names.map((name) => `/tep/${name}.pdf`).sort();

describe('the files of articles', () => {
  it('are not asked for where they are excluded, and told as that', async () => {
    const { report, told, asked } = await crawl({ exclude: ['*.pdf', '/anh/dap'] });
    expect(asked('/tep/')).toEqual([]);
    expect(asked('/anh/')).toHaveLength(2);
    expect(told('excluded')).toEqual(['/anh/dap-de.jpg', ...documents]);
    expect([report.missingDocuments, report.missingImages]).toEqual([[], []]);
  });

  it('are asked for when a later run excludes them no more', async () => {
    const { report, told, asked } = await crawl({ exclude: ['*.pdf', '/anh/'] }, {});
    expect(asked('/tep/').sort()).toEqual(documents);
    expect(asked('/anh/')).toHaveLength(names.length);
    expect(told('excluded')).toEqual([]);
    expect(report.counts).toMatchObject({ images: 3, attachments: 3, unfetched: 0 });
  });

  it('do not need to match what pages are included by', async () => {
    const { report } = await crawl({ include: ['*.html'] });
    expect(report.counts).toMatchObject({ images: 3, attachments: 3 });
  });

  it('are all asked for when the limit on pages is reached, documents as well as pictures', async () => {
    const { report } = await crawl({ limit: 3 });
    expect(report.counts).toMatchObject({ pages: 3, articles: 2, images: 2, attachments: 2 });
    expect(report.missingDocuments).toEqual([]);
  });
});

describe('an address with letters in a legacy encoding', () => {
  const link = 't\xfd.pdf';
  const body = [
    'Ba\xec con ho\xf2p ch\xf5\xf2 t\xfd s\xf5\xecm, ai c\xfdng vui.',
    'Ch\xf5\xf2 la\xe0ng ta ho\xf2p t\xfd xa xf0\xfda.',
  ]
    .map((text) => `<p>${text.repeat(4)}</p>`)
    .join('');
  const page = `<html><head><meta charset="windows-1258"><title>Ch\xf5\xf2 la\xe0ng</title></head><body><h1>Ch\xf5\xf2 la\xe0ng</h1>${body}
<p>Xem <a href="/tep/${link}">v\xe3n ba\xd2n</a> va\xcc <a href="/tai?ten=${link}">pdf</a></p></body></html>`;

  it.each([
    ['by its bytes', '/tep/t%FD.pdf', ['/tep/t%FD.pdf']],
    ['as browsers write it, in UTF-8', '/tep/t%C6%B0.pdf', ['/tep/t%FD.pdf', '/tep/t%C6%B0.pdf']],
  ])('is one address for link, fetch and article, where the server knows it %s', async (_, known, asks) => {
    const asked: string[] = [];
    const server = await serve((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from(page, 'latin1'));
      else if (path === known || path === '/tai?ten=t%FD.pdf') response.end(`%PDF-1.4 ${path}`);
      else response.writeHead(404).end();
    });
    const { report } = await crawlFolder({
      seeds: [`${server.base}/`],
      folder: mkdtempSync(join(root, 'kho-')),
      delaySeconds: 0.0001,
      allowPrivate: true,
      clean: async (raw) => cleanPage(raw, {}),
      render: (result, format) => renderers[format](result),
    });
    server.close();
    expect(asked.filter((path) => path.startsWith('/tep/'))).toEqual(asks);
    expect(asked.filter((path) => path.startsWith('/tai'))).toEqual(['/tai?ten=t%FD.pdf']);
    expect(report?.counts).toMatchObject({ articles: 1, attachments: 2 });
    expect([report?.missingDocuments, report?.errorPages.filter(({ url }) => url.includes('pdf'))]).toEqual([[], []]);
  });
});
