/** Ctrl-C while a page is at hand that takes seconds, and in the middle of a crawl. */
import { describe, expect, test } from 'vitest';
import { serve } from '../crawl/serve.ts';
import { openBox, type RunOptions } from './box.ts';

/** Text enough for seconds of correction. */
const slow = `<html lang="vi"><h1>Xã họp dân</h1><div>${`<p>${'Xã tổ chức hop dân bàn việc làm đưòng mới. '.repeat(5)}</p>`.repeat(2000)}</div>`;
const quick = '<html lang="vi"><h1>Bài ngắn</h1><p>Xã tổ chức họp dân bàn việc làm đường.</p>';

describe.skipIf(process.platform === 'win32')('a run that is interrupted while a page is parsed', () => {
  test.each([
    ['one page', ['dai.html', '-o', 'ra.md'], []],
    ['few pages into one file, the first of them done', ['dai.html', 'dai-2.html', '-o', 'ra.jsonl'], ['dai-2.html']],
    [
      'a folder, done in threads',
      ['trang', '-o', 'ra', '-j', '2'],
      ['dai.html', ...'abcdef'].map((name) => `trang/${name}`),
    ],
  ] as const)(
    'ends at once, and leaves nothing half-written: %s',
    async (_, args, names) => {
      using box = openBox();
      box.put('dai.html', slow);
      for (const name of names) box.put(`${name.replace('.html', '')}.html`, name.includes('dai') ? slow : quick);
      const timed = async (options: RunOptions = {}) => {
        const start = performance.now();
        const { status } = await box.sach(['clean', ...args], options);
        return { status, ms: performance.now() - start };
      };
      // The first run compiles.
      await timed();
      const whole = await timed();
      const before = box.files('.').map((path) => [path, box.read(path)] as const);
      let sent = 0;
      const stopped = await timed({
        during: (child) => {
          child.on('exit', (_code, signal) => expect(signal).toBe('SIGINT'));
          const interrupt = (): void => {
            sent = performance.now();
            child.kill('SIGINT');
          };
          // What is told of the first of two pages comes when the second is begun.
          if (args.some((name) => name === 'dai-2.html')) child.stderr?.once('data', () => setTimeout(interrupt, 50));
          else setTimeout(interrupt, whole.ms * 0.4);
        },
      });
      const end = performance.now();
      expect(stopped.status).toBeNull();
      expect(end - sent).toBeLessThan(whole.ms * 0.2);
      expect(box.files('.').map((path) => [path, box.read(path)] as const)).toEqual(before);
    },
    60_000,
  );
});

describe.skipIf(process.platform === 'win32')('a crawl that is interrupted', () => {
  test.each([
    ['SIGINT', 1],
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)(
    'ends as %s ends a program, after %i of them, and goes on with the same command',
    async (signal, times) => {
      using box = openBox();
      const asked: string[] = [];
      let interrupt = (): void => {};
      const site = await serve((request, response) => {
        const { url = '/' } = request;
        if (url === '/robots.txt') return response.writeHead(404).end();
        asked.push(url);
        const n = Number(/^\/(\d)\.html$/.exec(url)?.[1] ?? 0);
        if (n === 3) interrupt();
        const links = Array.from({ length: 6 }, (_, i) => `<a href="/${i + 1}.html">Tin ${i + 1}</a>`).join('');
        const words = 'gà lúa sông suối cầu đường trường thôn xóm chợ trâu ao hồ nắng mưa gió mùa vụ nhà'.split(' ');
        const text = Array.from({ length: 200 }, (_, i) => words[(n * 7919 + i * i * 31 + i) % words.length]).join(' ');
        const page = `<title>Tin ${n}</title><h1>Tin ${n}</h1><div class="noi-dung"><p>${text}.</p></div>`;
        const isKnown = url === '/' || n > 0;
        const html = { 'content-type': 'text/html; charset=utf-8' };
        response.writeHead(isKnown ? 200 : 404, html).end(isKnown ? page + (n > 0 ? '' : links) : 'Không có');
      });
      const args = ['crawl', `${site.base}/`, '-o', 'kho', '--allow-private', '--delay', '0.05'];
      let endedBy: NodeJS.Signals | null = null;
      try {
        const { stderr } = await box.sach(args, {
          during: (child) => {
            child.on('exit', (_code, by) => {
              endedBy = by;
            });
            interrupt = () => {
              for (let n = 0; n < times; n++) setTimeout(() => child.kill(signal), n * 20);
              interrupt = () => {};
            };
          },
        });
        expect(endedBy).toBe(signal);
        expect(stderr).toContain('Finishing the pages at hand');
        expect(asked).not.toContain('/6.html');
        expect((await box.sach(args)).status).toBe(0);
        expect(asked).toContain('/6.html');
        expect(box.files('kho').filter((path) => /tmp|-wal$/.test(path))).toEqual([]);
      } finally {
        site.close();
      }
    },
  );
});
