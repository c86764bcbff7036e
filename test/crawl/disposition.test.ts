/** Documents that one script sends: what the server calls them, and whose attachments they are. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameIn } from '../../src/crawl/disposition.ts';
import { crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';
import { treeOf } from './tree.ts';

const raw = (text: string) => Buffer.from(text).toString('latin1');

describe('the name in Content-Disposition', () => {
  it.each([
    ['attachment; filename="Van ban 1.pdf"', 'Van ban 1.pdf'],
    ['attachment; filename=Van ban 1.pdf', 'Van ban 1.pdf'],
    ['filename=vb.doc; size=12', 'vb.doc'],
    ['Attachment;FileName="a;b \\"c\\".pdf"', 'a;b "c".pdf'],
    ['attachment; filename="vb.pdf"; filename*=UTF-8\'vi\'V%C4%83n%20b%E1%BA%A3n.pdf', 'Văn bản.pdf'],
    ["attachment; filename*=iso-8859-1''caf%E9.pdf", 'café.pdf'],
    ["attachment; filename*=khong-co''x.pdf; filename=y.pdf", 'y.pdf'],
    [raw('attachment; filename="Văn bản.pdf"'), 'Văn bản.pdf'],
    ['attachment; filename="C\xf4ng v\xe3n.doc"', 'Công văn.doc'],
    ['attachment; filename="Quy\xd5t \xae\xdenh s\xe8 5.pdf"', 'Quyết định số 5.pdf'],
    ['attachment; filename="V%C4%83n%20b%E1%BA%A3n.pdf"', 'Văn bản.pdf'],
    ['attachment; filename="=?UTF-8?B?VsSDbiBi4bqjbi5wZGY=?="', 'Văn bản.pdf'],
    ['attachment; filename="=?utf-8?Q?V=C4=83n_?= =?utf-8?Q?b=E1=BA=A3n.pdf?="', 'Văn bản.pdf'],
    ['attachment; filename="C:\\Van thu\\vb.pdf"', 'vb.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    [raw('attachment; filename="12/2011/QĐ-UBND.pdf"'), '12/2011/QĐ-UBND.pdf'],
    ['attachment; filename="a\0b\r\n.pdf"', 'a b .pdf'],
    ['attachment; filename="dang-do.pdf', 'dang-do.pdf'],
    ['attachment; filename=""', undefined],
    ['inline', undefined],
    [undefined, undefined],
  ])('%j → %j', (header, name) => {
    expect(nameIn(header)).toBe(name);
  });
});

/** What `/tai.aspx?id=…` sends. */
const documents: Readonly<
  Record<string, { readonly type: string; readonly disposition: string; readonly body: string }>
> = {
  1: { type: 'application/octet-stream', disposition: 'attachment; filename="Van ban 1.pdf"', body: '%PDF-1.4 một' },
  2: {
    type: 'application/octet-stream',
    disposition: "attachment; filename*=UTF-8''L%E1%BB%8Bch.xlsx",
    body: 'PK\x03\x04hai',
  },
  3: {
    type: 'application/octet-stream',
    disposition: raw('attachment; filename="../../Mẫu đơn.doc"'),
    body: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1ba',
  },
  4: { type: 'image/png', disposition: 'inline; filename="Anh to.png"', body: '\x89PNG\r\n\x1a\nbốn' },
};
const article = (title: string, text: string, ids: readonly number[]) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>Ngày đăng: 12/04/2011</p><div>${text}<p>Bà con cần bản đầy đủ để treo ở nhà văn hóa thôn thì lấy về máy và in ra từ các tệp này: ${ids
    .map((id) => `<a href="/tai.aspx?id=${id}">tại đây</a>`)
    .join(' ')}.</p>${text}</div></body></html>`;
const notice =
  '<p>Hội đồng nhân dân xã trân trọng gửi đến bà con văn bản mới ban hành, mời bà con đọc kỹ và góp ý tại nhà văn hóa thôn mình.</p>';
const pages: Readonly<Record<string, string>> = {
  '/': '<a href="/mot.html">·</a> <a href="/hai.html">·</a>',
  '/mot.html': article('Gửi bà con văn bản mới', notice, [1, 2, 4]),
  // In the same words, with another file.
  '/hai.html': article('Gửi bà con văn bản mới', notice, [3]),
};

describe('a script that sends documents', () => {
  it('gives them their names, and the articles that link there their attachments', async () => {
    const root = mkdtempSync(join(tmpdir(), 'sach-disposition-'));
    const { base, port, close } = await serve((request, response) => {
      const file = documents[/^\/tai\.aspx\?id=(\d)$/.exec(request.url ?? '')?.[1] ?? ''];
      const page = pages[request.url ?? ''];
      if (file)
        response
          .writeHead(200, { 'content-type': file.type, 'content-disposition': file.disposition })
          .end(Buffer.from(file.body, 'latin1'));
      else response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    try {
      await crawlFolder({
        seeds: [`${base}/`],
        folder: root,
        delaySeconds: 0.001,
        allowPrivate: true,
        clean: async (page) => cleanPage(page, {}),
        render: (result, format) => renderers[format](result),
      });
      const host = `127.0.0.1_${port}`;
      expect(Object.keys(treeOf(root)).filter((path) => /^(?:attachments|images)\//.test(path))).toEqual([
        `attachments/${host}/lich.xlsx`,
        `attachments/${host}/mau-don.doc`,
        `attachments/${host}/van-ban-1.pdf`,
        `images/${host}/anh-to.png`,
      ]);
      const rows = readFileSync(join(root, 'index.jsonl'), 'utf8').trim().split('\n');
      const attachments = rows
        .map((row): { url: string; file: string } => JSON.parse(row))
        .filter(({ url }) => url.endsWith('.html'))
        .map(({ file }) => JSON.parse(readFileSync(join(root, file.replace(/md$/, 'json')), 'utf8')).attachments);
      const attached = (name: string, type: string) => ({
        href: `../../attachments/${host}/${name}.${type}`,
        title: 'tại đây',
        type,
      });
      expect(attachments).toEqual([
        [attached('mau-don', 'doc')],
        [attached('van-ban-1', 'pdf'), attached('lich', 'xlsx')],
      ]);
      expect(readFileSync(join(root, `articles/${host}/gui-ba-con-van-ban-moi.md`), 'utf8')).toMatch(
        /^---\n.*attachments:.*mau-don\.doc.*\n---\n/s,
      );
    } finally {
      close();
      rmSync(root, { recursive: true });
    }
  }, 30_000);
});
