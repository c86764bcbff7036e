import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startCrawlProgress } from '../../src/cli/crawl-progress.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { paint } from '../../src/report/color.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Step = Parameters<Awaited<ReturnType<typeof startCrawlProgress>>['step']>;

/** What two minutes with a page and an error are told by, and one more after the end. */
async function toldIn(verbosity: Terminal['verbosity']): Promise<string[]> {
  const lines: string[] = [];
  const terminal: Terminal = {
    lang: 'en',
    paint: paint(false),
    verbosity,
    isInteractive: false,
    tell: (text) => lines.push(text),
  };
  const progress = await startCrawlProgress(terminal);
  const step = (path: string, outcome: object) =>
    progress.step({ url: `http://xa.example/${path}` } as Step[0], outcome as Step[1]);
  step('1', { state: 'fetched', visit: { kind: 'page', status: 200, pageType: 'article' } });
  vi.advanceTimersByTime(60_000);
  step('2', { state: 'failed', reason: 'fetch-timeout' });
  vi.advanceTimersByTime(30_000);
  progress.stop();
  vi.advanceTimersByTime(60_000);
  return lines;
}

it('tells a log now and then that the crawl goes on', async () => {
  const first = '1 page, 1 read as an article, 0 dead or failed · http://xa.example/1\n';
  expect(await toldIn('normal')).toEqual([
    first,
    first,
    '1 page, 1 read as an article, 1 dead or failed · http://xa.example/2\n',
  ]);
});

it('tells nothing with -q, and each address once with -v', async () => {
  expect(await toldIn('quiet')).toEqual([]);
  expect(await toldIn('verbose')).toEqual(['200 http://xa.example/1\n', 'fetch-timeout http://xa.example/2\n']);
});
