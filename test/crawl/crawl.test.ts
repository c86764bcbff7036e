import { spawn } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import type { CrawlReport } from '../../src/crawl/archive/report.ts';
import { crawlFolder, type FolderOptions, listCrawl } from '../../src/crawl/index.ts';
import { openSqlite } from '../../src/crawl/state/sqlite.ts';
import { renderers } from '../../src/render/index.ts';
import { bundle } from './bundle.ts';
import { loopback, type Portal, startPortal } from './portal.ts';
import { cleanPortal } from './portal-clean.ts';
import { treeOf } from './tree.ts';

/** 1 in the ordinary run; 20 for the full one: 12 hosts of 84 articles and 50 kills. */
const fuzz = Number(process.env.SACH_FUZZ ?? 1);
const hosts = Math.min(12, 2 + fuzz);
const articles = Math.min(84, 8 + 4 * fuzz);
const kills = Math.min(50, 3 * fuzz);
const delaySeconds = 0.02;

const root = mkdtempSync(join(tmpdir(), 'sach-crawl-'));
const optionsFor = (portal: Portal, folder: string, more: Partial<FolderOptions> = {}): FolderOptions => ({
  seeds: portal.seeds,
  folder: join(root, folder),
  delaySeconds,
  hosts: 12,
  allowPrivate: true,
  lookup: loopback,
  date: () => new Date('2026-01-02T03:04:05Z'),
  clean: cleanPortal,
  render: (result, format) => renderers[format](result),
  ...more,
});
const readLines = (folder: string) =>
  readFileSync(join(root, folder, 'index.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { url: string; file: string; alsoAt?: string[] });
const refetches = (portal: Portal) => portal.articles.reduce((sum, url) => sum + Math.max(0, portal.hits(url) - 1), 0);

let portal: Portal;
let report: CrawlReport;
beforeAll(async () => {
  portal = await startPortal({ hosts, articles });
  const crawled = await crawlFolder(optionsFor(portal, 'whole'));
  if (!crawled.report) throw new Error('not finished');
  report = crawled.report;
}, 600_000);
afterAll(async () => {
  await portal.close();
  rmSync(root, { recursive: true });
}, 120_000);

describe('a crawl of the portal', () => {
  it('saves every article once, whatever addresses it has', () => {
    const rows = readLines('whole');
    const addresses = rows.flatMap(({ url, alsoAt = [] }) => [url, ...alsoAt]);
    expect(rows).toHaveLength(portal.articles.length);
    expect(portal.articles.filter((url) => !addresses.includes(url))).toEqual([]);
    expect(new Set(rows.map(({ file }) => file)).size).toBe(rows.length);
    expect(report.counts).toMatchObject({
      articles: hosts * articles,
      duplicates: hosts,
      images: hosts * (articles - 1),
    });
  });

  it('counts every page as one thing', () => {
    const { pages, articles: kept, duplicates, listings, empty, errors, unreadable } = report.counts;
    expect(kept + duplicates + listings + empty + errors + unreadable).toBe(pages);
    // Some of them are pages that a host says to everything.
    expect(report.errorPages.filter(({ reason }) => reason === 'soft-404').length).toBeGreaterThan(0);
    expect(report.counts.failures).toBe(report.errorPages.filter(({ reason }) => reason.startsWith('status-')).length);
  });

  it('asks each host one thing at a time, never sooner than the delay, and fetches no page twice', () => {
    expect(portal.log.size).toBe(hosts);
    for (const { maxInFlight, minGap } of portal.log.values()) {
      expect(maxInFlight).toBe(1);
      expect(minGap).toBeGreaterThanOrEqual(delaySeconds * 1000 - 1);
    }
    expect(refetches(portal)).toBe(0);
  });

  it('tells what needs a human', () => {
    const reasons = (list: readonly { url: string; reason: string }[], host = 1) =>
      list
        .filter(({ url }) => url.startsWith(portal.seeds[host] ?? '?'))
        .map(({ url, reason }) => [new URL(url).pathname, reason]);
    expect(reasons(report.errorPages)).toEqual([
      ['/Default.aspx', 'status-404'],
      ['/khong-co', 'status-404'],
      ['/loi-500', 'status-500'],
      ['/mat-trang', 'soft-error'],
    ]);
    // One system answers 200 to everything, one where an article was; addresses that cannot exist give both away, though no
    // two answers have the same words.
    expect(reasons(report.errorPages, 2)).toContainEqual(['/khong-co', 'soft-404']);
    expect(reasons(report.errorPages, 2)).toContainEqual(['/index.php', 'soft-404']);
    expect(reasons(report.errorPages, 0)).toContainEqual(['/vi/tin-tuc/bai-so-7000.html', 'soft-404']);
    expect(reasons(report.errorPages, 0)).toContainEqual(['/khong-co', 'status-404']);
    expect(reasons(report.missingImages)).toEqual([['/anh/mat.png', 'status-404']]);
    expect(report.redirectLoops).toHaveLength(2 * hosts);
    expect(reasons(report.unfetched)).toContainEqual(['/cam/mat.html', 'robots']);
    expect(new Set(report.unfetched.map(({ reason }) => reason))).toContain('trap/print');
    expect(report.unfetched.every(({ via }) => via !== undefined)).toBe(true);
    expect(report.scriptLinks.length).toBeGreaterThan(0);
    expect(portal.hits(`${portal.seeds[0]}cam/mat.html`)).toBe(0);
  });

  it('points links at the archive’s own files, all of which are there', () => {
    const folder = join(root, 'whole');
    const tree = treeOf(folder);
    const [row] = readLines('whole').filter(({ url }) => url === portal.articles[4]);
    const article = JSON.parse(readFileSync(join(folder, (row?.file ?? '').replace(/md$/, 'json')), 'utf8'));
    for (const link of [article.images[0].src, article.attachments[0].href]) {
      expect(link).toMatch(/^\.\.\/\.\.\//);
      expect(Object.keys(tree)).toContain(link.slice(6));
    }
    for (const path of Object.keys(tree)) {
      expect(path).toMatch(
        /^(articles|images|attachments)\/xa-\d+\.tinh\.example_\d+\/[a-z0-9_-]+\.\w+$|^redirects\/|^index\.|^report\./,
      );
    }
  });

  it('maps old addresses to files, redirects and duplicates included', () => {
    const csv = readFileSync(join(root, 'whole/redirects/redirects.csv'), 'utf8').trim().split('\n').slice(1);
    const map = new Map(csv.map((line) => line.split(',') as [string, string]));
    const tree = treeOf(join(root, 'whole'));
    for (const target of map.values()) expect(Object.keys(tree)).toContain(target.slice(1));
    const [first = ''] = portal.seeds;
    expect(map.get(`${first}cu/9`)).toBe(map.get(portal.articles[8] ?? ''));
    expect(map.get(`${first}xem-3.htm`)).toBe(map.get(portal.articles[2] ?? ''));
    expect(map.has(`${first}vong-1`)).toBe(false);
  });

  it('captures what warcio can read, each response once', async () => {
    const file = join(root, 'whole/capture/sach-00001.warc.gz');
    const pages = new Map<string, string>();
    for await (const record of new WARCParser(createReadStream(file))) {
      if (record.warcType !== 'response') continue;
      const url = record.warcTargetURI ?? '';
      expect(pages.has(url)).toBe(false);
      pages.set(url, await record.contentText());
    }
    for (const url of portal.articles) expect(pages.get(url)).toContain('<title>');
  });

  it('writes the same bytes again, and fetches nothing but what the server failed to give', async () => {
    const before = treeOf(join(root, 'whole'));
    const asked: string[] = [];
    await crawlFolder(optionsFor(portal, 'whole', { onOutcome: ({ url }) => asked.push(new URL(url).pathname) }));
    expect(treeOf(join(root, 'whole'))).toEqual(before);
    expect(new Set(asked)).toEqual(new Set(['/loi-500']));
  });
});

describe('limits', () => {
  it('stops at the limit with the pictures of what it has, and goes on when it is raised', async () => {
    const { report: part } = await crawlFolder(optionsFor(portal, 'limited', { limit: 7 }));
    expect(part?.counts.pages).toBe(7);
    expect(part?.missingImages.every(({ reason }) => reason === 'status-404')).toBe(true);
    expect(part?.unfetched.some(({ reason }) => reason === 'left')).toBe(true);
    const { report: more } = await crawlFolder(optionsFor(portal, 'limited', { limit: 12 }));
    expect(more?.counts.pages).toBe(12);
  });

  it('goes no deeper than it is told', async () => {
    const { report: seeds } = await crawlFolder(optionsFor(portal, 'seeds', { depth: 0 }));
    expect(seeds?.counts.pages).toBe(hosts);
  });

  it('stops after the pages at hand when asked to, and goes on later', async () => {
    const stop = new AbortController();
    let seen = 0;
    const onOutcome = () => {
      seen += 1;
      if (seen === 20) stop.abort();
    };
    const first = await crawlFolder(optionsFor(portal, 'stopped', { signal: stop.signal, onOutcome }));
    expect(first).toEqual({ isFinished: false, asked: expect.any(Number) });
    expect(seen).toBeLessThan(20 + hosts);
    await crawlFolder(optionsFor(portal, 'stopped'));
    expect(treeOf(join(root, 'stopped'))).toEqual(treeOf(join(root, 'whole')));
  });

  it('lists what it would begin with, and why not what it would leave', async () => {
    const [first = ''] = portal.seeds;
    const { folder: _folder, ...rest } = optionsFor(portal, 'none');
    const listed = await listCrawl({ ...rest, seeds: [first] });
    const reasons = new Map(listed.map(({ url, reason }) => [url.replace(first, '/'), reason]));
    expect([reasons.get('/'), reasons.get('/cu/9'), reasons.get('/cam/mat.html')]).toEqual([
      undefined,
      undefined,
      'robots',
    ]);
    expect(reasons.has('/cu/9')).toBe(true);
  });

  it('lets no second crawl into the folder', async () => {
    const stop = new AbortController();
    const first = crawlFolder(optionsFor(portal, 'busy', { signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(crawlFolder(optionsFor(portal, 'busy'))).rejects.toMatchObject({ code: 'crawl-busy' });
    stop.abort();
    await first;
  });

  it('does not go on with what another version began', async () => {
    const stop = new AbortController();
    const onOutcome = () => stop.abort();
    await crawlFolder(optionsFor(portal, 'older', { signal: stop.signal, onOutcome }));
    const state = openSqlite(join(root, 'older', 'state.db'));
    await state.run("DELETE FROM meta WHERE key = 'version'");
    await state.close();
    await expect(crawlFolder(optionsFor(portal, 'older'))).rejects.toMatchObject({ code: 'crawl-version' });
  });

  it('goes by the patterns of this run, not by those of the last one, and fetches what is asked for by name', async () => {
    const [seed = ''] = portal.seeds;
    const crawl = async (folder: string, more: Partial<FolderOptions> = {}) => {
      const { report: told } = await crawlFolder(optionsFor(portal, folder, { seeds: [seed], depth: 1, ...more }));
      return [told?.counts.articles, told?.unfetched.filter(({ reason }) => reason === 'excluded').length];
    };
    const [articlesNear = 0] = await crawl('near');
    expect(articlesNear).toBeGreaterThan(1);
    expect(await crawl('patterns', { exclude: ['*'] })).toEqual([0, expect.any(Number)]);
    const article = portal.articles.find((url) => url.startsWith(seed)) ?? '';
    expect(await crawl('patterns', { exclude: ['*'], seeds: [article] })).toEqual([1, expect.any(Number)]);
    expect(await crawl('patterns')).toEqual([articlesNear, 0]);
    // What was queued is held against the patterns too.
    await crawl('queued', { limit: 1 });
    expect(await crawl('queued', { exclude: ['*'] })).toEqual([0, expect.any(Number)]);
  });

  it('never touches the capture of another crawl, as after the state was lost', async () => {
    const capture = join(root, 'lost', 'capture');
    mkdirSync(capture, { recursive: true });
    writeFileSync(join(capture, 'sach-00001.warc.gz'), 'của đợt trước');
    await expect(crawlFolder(optionsFor(portal, 'lost', { depth: 0 }))).rejects.toMatchObject({
      code: 'crawl-capture',
      params: { path: capture, names: 'sach-00001.warc.gz' },
    });
    expect(readFileSync(join(capture, 'sach-00001.warc.gz'), 'utf8')).toBe('của đợt trước');
  });

  it('forgets what it wrote of its own and never committed', async () => {
    const options = optionsFor(portal, 'uncommitted', { depth: 0 });
    const [file, begun] = ['sach-00001.warc.gz', 'sach-00002.warc.gz'].map((name) =>
      join(options.folder, 'capture', name),
    );
    await crawlFolder(options);
    const whole = readFileSync(file ?? '');
    writeFileSync(file ?? '', Buffer.concat([whole, Buffer.from('dở')]));
    writeFileSync(begun ?? '', 'dở');
    const state = openSqlite(join(options.folder, 'state.db'));
    await state.run('INSERT INTO segment (name, length) VALUES ($1, 0)', 'sach-00002.warc.gz');
    await state.close();
    await crawlFolder(options);
    expect(readdirSync(join(options.folder, 'capture')).sort()).toEqual(['index.cdxj', 'sach-00001.warc.gz']);
    expect(readFileSync(file ?? '')).toEqual(whole);
  });
});

describe(`${kills} kills`, () => {
  it('cost a page per host at most, and change no byte of the result', async () => {
    const killed = await startPortal({ hosts, articles, port: 0 });
    const { lookup: _lookup, date: _date, clean: _clean, render: _render, ...plain } = optionsFor(killed, 'killed');
    const script = await bundle('run-crawl.mts');
    const run = () =>
      spawn(process.execPath, [script, JSON.stringify(plain)], { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = (child: ReturnType<typeof run>) =>
      new Promise<number | null>((resolve) => child.once('exit', resolve));
    try {
      for (let i = 0; i < kills; i += 1) {
        const before = [...killed.log.values()].reduce((sum, log) => sum + log.requests, 0);
        const child = run();
        const end = ended(child);
        // From the first request on, at a moment that is never the same.
        const isAtWork = () => [...killed.log.values()].reduce((sum, log) => sum + log.requests, 0) > before;
        for (let wait = 0; wait < 100 && !isAtWork() && child.exitCode === null; wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
        child.kill('SIGKILL');
        await end;
      }
      expect(await ended(run())).toBe(0);
      for (const { maxInFlight, minGap } of killed.log.values()) {
        expect(maxInFlight).toBe(1);
        expect(minGap).toBeGreaterThanOrEqual(delaySeconds * 1000 - 1);
      }
      expect(refetches(killed)).toBeLessThanOrEqual(kills * hosts);
      console.log(`${kills} kills, ${killed.articles.length} articles: ${refetches(killed)} fetched again`);
      const rows = readLines('killed');
      expect(rows).toHaveLength(killed.articles.length);
      const leftovers = readdirSync(join(root, 'killed'), { recursive: true }).filter((name) =>
        /tmp/.test(String(name)),
      );
      expect(leftovers).toEqual([]);
      const portOf = (p: Portal) => new URL(p.seeds[0] ?? '').port;
      expect(treeOf(join(root, 'killed'), portOf(killed))).toEqual(treeOf(join(root, 'whole'), portOf(portal)));
    } finally {
      await killed.close();
    }
  }, 900_000);
});
