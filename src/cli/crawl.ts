import { availableParallelism } from 'node:os';
import type { FolderOptions } from '../crawl/index.ts';
import { toPattern } from '../crawl/pattern.ts';
import { say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import type { CleanOptions, CliOptions, Listed } from '../options.ts';
import { learnPages } from '../pipeline.ts';
import { renderers } from '../render/index.ts';
import { prettyExplanation } from '../report/pretty.ts';
import { cleanSettings } from './clean-settings.ts';
import { startCrawlProgress } from './crawl-progress.ts';
import { tellHints, tellReport } from './crawl-report.ts';
import { makeFolder } from './make-folder.ts';
import { writeStdout } from './output.ts';
import { failed, type PageJob, type PageOutcome } from './page-job.ts';
import { type Pool, poolLimits, startPool } from './pool.ts';
import { type Terminal, tellAs } from './terminal.ts';
import { folderError, writeError } from './write-error.ts';

/** `sach crawl`: sites in, an archive folder out. Returns the exit code. */
export async function runCrawl(
  args: readonly string[],
  given: CliOptions<'crawl'>,
  terminal: Terminal,
): Promise<number> {
  const { settings, jobs = availableParallelism(), failOn, fetching } = await cleanSettings(given, terminal);
  const seeds = args.map(toSeed);
  const common = { seeds, ...fetching, ...limitsOf(given) };
  if (given.dryRun) return dryRun(common, terminal);
  if (given.output === undefined) throw new SachError('crawl-output');

  try {
    makeFolder(given.output);
  } catch (cause) {
    throw writeError(given.output, cause);
  }
  const { crawlFolder } = await import('../crawl/index.ts');
  const pool: CleaningPool = await startPool(
    { ...settings, keepResult: true },
    {
      ...poolLimits,
      jobs,
      worker: new URL('./worker.js', import.meta.url),
      failed: (source, error) => failed(source, error, settings),
    },
  );
  const progress = await startCrawlProgress(terminal);
  const stopping = stopOnSignals(() =>
    progress.pause(() => terminal.tell(`${say(terminal.lang, 'crawl/stopping')}\n`)),
  );
  try {
    const { isFinished, report, asked } = await crawlFolder({
      ...common,
      folder: given.output,
      clean: cleanIn(pool, terminal),
      render: (result, format) => renderers[format](result),
      learn: (pages) => learnPages(pages, settings.options),
      settings: cleaningSettings(settings.options),
      isExplained: settings.explain,
      ...(settings.options.profile && { profile: settings.options.profile }),
      lang: terminal.lang,
      signal: stopping.signal,
      onOutcome: progress.step,
      ...(given.state !== undefined && { state: given.state }),
      ...(given.wacz && { wacz: true }),
      ...dateOf(process.env.SOURCE_DATE_EPOCH),
    });
    progress.stop();
    if (isFinished && report)
      return tellReport(report, { folder: given.output, isUnchanged: asked === 0, failOn }, terminal);
    terminal.tell(`${say(terminal.lang, 'crawl/stopped')}\n`);
  } catch (cause) {
    throw folderError(given.output, cause);
  } finally {
    progress.stop();
    stopping.end();
    await pool.destroy();
  }
  stopping.stop();
  return 2;
}

function toSeed(url: string): string {
  const guess = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(guess) || !/^https?:$/.test(new URL(guess).protocol)) throw new SachError('crawl-seed', { url });
  return new URL(guess).href;
}

function limitsOf(given: CliOptions<'crawl'>): Partial<FolderOptions> {
  const { scope, include, exclude, depth, limit, delay } = given;
  return {
    ...(scope !== undefined && { scope }),
    ...(include !== undefined && { include: patternsOf(include, 'include') }),
    ...(exclude !== undefined && { exclude: patternsOf(exclude, 'exclude') }),
    ...(depth !== undefined && { depth }),
    ...(limit !== undefined && { limit }),
    ...(delay !== undefined && { delaySeconds: delay }),
  };
}

/** By what a page gives another article. Not the date: a new day is no reason to clean an archive again. */
const cleaningSettings = ({ fix, level, encoding, words }: CleanOptions): object => ({ fix, level, encoding, words });

/** What was given, tried before a folder is made. */
function patternsOf(given: readonly Listed[], option: 'include' | 'exclude'): string[] {
  const patterns = given.map(({ value }) => value);
  for (const pattern of patterns) toPattern(pattern, option);
  return patterns;
}

/** Reproducible builds' custom: one date for everything that is written down. */
function dateOf(epoch: string | undefined): Pick<FolderOptions, 'date'> {
  const seconds = Number(epoch);
  return epoch && Number.isFinite(seconds) ? { date: () => new Date(seconds * 1000) } : {};
}

/**
 * What would be fetched goes to stdout, a line an address: `fetch` or why not, then the address. 2 when there is nothing.
 */
async function dryRun(options: Omit<FolderOptions, 'folder' | 'render'>, terminal: Terminal): Promise<number> {
  const { listCrawl } = await import('../crawl/index.ts');
  const listed = await listCrawl(options);
  await writeStdout(listed.map(({ url, reason }) => `${reason ?? 'fetch'}\t${url}\n`).join(''));
  if (listed.some(({ reason }) => reason === undefined)) return 0;
  tellAs('error', say(terminal.lang, 'crawl/unreachable'), terminal);
  tellHints(
    listed.map(({ url, reason = '' }) => ({ url, reason })),
    terminal,
  );
  return 2;
}

type CleaningPool = Pool<PageJob, PageOutcome>;

function cleanIn(pool: CleaningPool, terminal: Terminal): NonNullable<FolderOptions['clean']> {
  return async (page, learned) => {
    const { result, failure, explanation } = await pool.run({ page, ...(learned && { learned }) }, page.source);
    if (explanation) terminal.tell(prettyExplanation(page.source, explanation, terminal));
    if (result) return result;
    throw new SachError(failure?.code ?? 'page-crash', failure?.params ?? { source: page.source });
  };
}

/**
 * The first signal lets the pages at hand be finished, the second one stops at once: the state survives either. Then the
 * process ends as it would have: the shell sees 130 after Ctrl-C, and a loop over sites goes no further.
 */
function stopOnSignals(onFirst: () => void): Stopping {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const end = (): void => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
  };
  const stop = (): void => {
    end();
    if (received !== undefined) process.kill(process.pid, received);
  };
  const onSignal = (name: NodeJS.Signals): void => {
    const isFirst = received === undefined;
    received = name;
    controller.abort();
    if (isFirst) onFirst();
    else stop();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  return { signal: controller.signal, end, stop };
}

interface Stopping {
  readonly signal: AbortSignal;
  /** Listen no longer. */
  end(): void;
  /** End the process by the signal that came. */
  stop(): void;
}
