import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articlePage, type Box, openBox } from './box.ts';

/** A disk of its own below the box, `full/`, so small that it fills. */
interface Disk extends Disposable {
  resize(kilobytes: number): void;
}

function mountDisk(folder: string, kilobytes: number): Disk {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
  return {
    resize: (size) => execFileSync('mount', ['-o', `remount,size=${size}k`, folder]),
    [Symbol.dispose]: () => execFileSync('umount', ['-l', folder]),
  };
}

/** Mounting is for root; elsewhere these tests are skipped. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sach-mount-'));
  try {
    mountDisk(join(folder, 'full'), 16)[Symbol.dispose]();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = /error\[cannot-write\]: .*full.*\(the disk is full\)/;
const unfinished = (box: Box): string[] => box.files('full').filter((path) => path.includes('sach-tmp'));

describe.skipIf(!canMount())('a full disk', () => {
  const draft = (n: number): string =>
    `---\ntitle: Tin ${n}\ndate: 2024-10-17\n---\n\n${`Ngừơi dân thôn ${n} góp công làm đường , ai cũng đựơc mời.\n\n`.repeat(60)}`;
  const putDrafts = (box: Box): string[] =>
    Array.from({ length: 6 }, (_, n) => {
      box.put(`full/${n}.md`, draft(n));
      return draft(n);
    });

  test('clean into a folder: the pages written are whole, the first that is not is told', async () => {
    using box = openBox();
    using _ = mountDisk(join(box.path, 'full'), 32);
    for (let n = 0; n < 12; n++) box.put(`in/${n}.html`, articlePage(`Tin ${n}`).repeat(3));
    mkdirSync(join(box.path, 'all'));
    await box.sach(['clean', 'in', '-o', 'all/']);
    const { status, stderr } = await box.sach(['clean', 'in', '-o', 'full/out/']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(told)]);
    const written = box.files('full/out');
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(12);
    for (const path of written) expect(box.read(`full/out/${path}`)).toBe(box.read(`all/${path}`));
  });

  test('clean and check into a file: no half file is left', async () => {
    using box = openBox();
    using _ = mountDisk(join(box.path, 'full'), 24);
    for (let n = 0; n < 12; n++) box.put(`in/${n}.html`, articlePage(`Tin ${n}`));
    box.put('in/a.md', draft(1));
    for (const args of [
      ['clean', 'in', '-f', 'jsonl', '-o', 'full/all.jsonl'],
      ['check', 'in', '-f', 'json', '-o', 'full/report.json', '--no-cache'],
    ]) {
      const { status, stderr } = await box.sach(args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(told)]);
      expect(box.files('full')).toEqual([]);
    }
  });

  test('fix --write with a report: what is written can be taken back, the rest is as it was', async () => {
    using box = openBox();
    using disk = mountDisk(join(box.path, 'full'), 160);
    const before = putDrafts(box);
    const { status, stderr } = await box.sach(['fix', 'full', '--write', '--level', 'all', '-o', 'full/report.json']);
    expect([status, stderr]).toEqual([expect.any(Number), expect.stringMatching(told)]);
    expect(status).toBeGreaterThan(0);
    expect(unfinished(box)).toEqual([]);
    const after = before.map((_, n) => box.read(`full/${n}.md`));
    expect(after).not.toEqual(before);
    disk.resize(4096);
    const undone = await box.sach(['fix', '--undo', 'full/report.json']);
    expect([undone.status, undone.stderr]).toEqual([0, expect.any(String)]);
    expect(before.map((_, n) => box.read(`full/${n}.md`))).toEqual(before);
  });

  test('a cache that does not fit stops nobody', async () => {
    using box = openBox();
    using _ = mountDisk(join(box.path, 'full'), 64);
    putDrafts(box);
    const args = ['check', 'full', '-f', 'json', '--fail-on', 'never'];
    const without = await box.sach([...args, '--no-cache']);
    for (let run = 0; run < 2; run++) {
      const { status, stdout } = await box.sach(args, { env: { XDG_CACHE_HOME: join(box.path, 'full', 'cache') } });
      expect([status, stdout]).toEqual([0, without.stdout]);
    }
  });

  test('crawl: told, and the same command goes on when there is room', async () => {
    const names = 'gà lúa sông suối cầu đường trường thôn xóm chợ trâu ao hồ nắng mưa gió mùa vụ công nhà'.split(' ');
    const text = (n: number): string =>
      Array.from({ length: 400 }, (_, i) => names[(n * 7919 + i * i * 31 + i) % names.length]).join(' ');
    const server = createServer((request, response) => {
      const n = Number(/(\d+)\.html$/.exec(request.url ?? '')?.[1] ?? 0);
      const links = n > 0 ? '' : Array.from({ length: 12 }, (_, i) => `<a href="/${i + 1}.html">Tin</a>`).join('');
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`<title>Tin ${n}</title><h1>Tin ${n}</h1><div class="noi-dung"><p>${text(n)}.</p></div>${links}`);
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    using box = openBox();
    using disk = mountDisk(join(box.path, 'full'), 400);
    const crawl = (folder: string) => box.sach(['crawl', url, '-o', folder, '--allow-private', '--delay', '0']);
    try {
      writeFileSync(join(box.path, 'full', 'ballast'), Buffer.alloc(150_000));
      const first = await crawl('full/site');
      expect([first.status, first.stderr]).toEqual([2, expect.stringMatching(told)]);
      disk.resize(16_384);
      expect((await crawl('full/site')).status).toBe(0);
      expect((await crawl('site')).status).toBe(0);
    } finally {
      server.close();
    }
    const articles = box.files('site/articles').filter((path) => path.endsWith('.md'));
    expect(articles.length).toBeGreaterThan(10);
    for (const path of articles) expect(box.read(`full/site/articles/${path}`)).toBe(box.read(`site/articles/${path}`));
    expect(unfinished(box)).toEqual([]);
  });
});
