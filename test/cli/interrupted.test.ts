/** Ctrl-C while a page is at hand that takes seconds. */
import { describe, expect, test } from 'vitest';
import { openBox, type RunOptions } from './box.ts';

/** Text enough for seconds of correction. */
const slow = `<html lang="vi"><h1>Xã họp dân</h1><div>${`<p>${'Xã tổ chức hop dân bàn việc làm đưòng mới. '.repeat(5)}</p>`.repeat(2000)}</div>`;
const quick = '<html lang="vi"><h1>Bài ngắn</h1><p>Xã tổ chức họp dân bàn việc làm đường.</p>';

describe.skipIf(process.platform === 'win32')('a run that is interrupted while a page is parsed', () => {
  test.each([
    ['one page', ['dai.html', '-o', 'ra.md'], []],
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
          setTimeout(() => {
            sent = performance.now();
            child.kill('SIGINT');
          }, whole.ms * 0.4);
        },
      });
      const end = performance.now();
      expect(stopped.status).toBeNull();
      expect(end - sent).toBeLessThan(whole.ms * 0.3);
      expect(box.files('.').map((path) => [path, box.read(path)] as const)).toEqual(before);
    },
    60_000,
  );
});
