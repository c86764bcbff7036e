/** A front page that passes for an article is not where a site's visitors are sent for good. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { crawlFolder } from '../../src/crawl/index.ts';
import { cleanPage } from '../../src/pipeline.ts';
import { renderers } from '../../src/render/index.ts';
import { serve } from './serve.ts';

const page =
  '<html><head><title>Xã Suối Mơ</title></head><body><h1>Xã Suối Mơ</h1><p>Đêm qua nước suối dâng nhanh, dân quân thôn Thượng giúp tám hộ ven bờ dọn đồ lên nhà cao.</p><a href="/bai.html">·</a></body></html>';

it.each([
  [0.13, ['/bai.html']],
  [0.9, ['/', '/bai.html']],
])(
  'with a confidence of %d, redirects are from %j',
  async (confidence, from) => {
    const folder = mkdtempSync(join(tmpdir(), 'sach-front-'));
    const { base, close } = await serve((request, response) => {
      const isPage = request.url === '/' || request.url === '/bai.html';
      response
        .writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          isPage
            ? page.replace('nước suối', `nước suối ${request.url === '/' ? 'mọi nơi, như tin dưới đây,' : ''}`)
            : '',
        );
    });
    try {
      const { report } = await crawlFolder({
        seeds: [`${base}/`],
        folder,
        delaySeconds: 0.001,
        allowPrivate: true,
        clean: async (raw) => {
          const result = cleanPage(raw, {});
          const isFront = raw.source === `${base}/`;
          const title = isFront ? 'Trang nhất' : 'Nước suối dâng';
          return {
            ...result,
            article: { ...result.article, title, pageType: 'article', confidence: isFront ? confidence : 0.4 },
          };
        },
        render: (result, format) => renderers[format](result),
      });
      const rows = readFileSync(join(folder, 'redirects/redirects.csv'), 'utf8').trim().split('\n').slice(1);
      expect(rows.map((row) => row.split(',')[0]?.replace(base, '')).sort()).toEqual(from);
      expect(report?.frontPages).toEqual(from.includes('/') ? [] : [`${base}/`]);
      expect(report?.counts.articles).toBe(2);
    } finally {
      close();
      rmSync(folder, { recursive: true });
    }
  },
  30_000,
);
