import { availableParallelism } from 'node:os';
import type { CrawlReport, FolderOptions } from '../crawl/index.ts';
import { toPattern } from '../crawl/pattern.ts';
import { hintFor, say } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { CliOptions, FailLevel, Listed } from '../options.ts';
import { learnPages } from '../pipeline.ts';
import { renderers } from '../render/index.ts';
import { prettyExplanation, prettyHint } from '../report/pretty.ts';
import { cleanSettings } from './clean-settings.ts';
import { startCrawlProgress } from './crawl-progress.ts';
import { isAtLeast } from './exit-code.ts';
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
    return 2;
  } catch (cause) {
    throw folderError(given.output, cause);
  } finally {
    progress.stop();
    stopping.end();
    await pool.destroy();
  }
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

/** What would be fetched goes to stdout, a line an address: `fetch` or why not, then the address. 2 when there is nothing. */
async function dryRun(options: Omit<FolderOptions, 'folder' | 'render'>, terminal: Terminal): Promise<number> {
  const { listCrawl } = await import('../crawl/index.ts');
  const listed = await listCrawl(options);
  await writeStdout(listed.map(({ url, reason }) => `${reason ?? 'fetch'}\t${url}\n`).join(''));
  if (listed.some(({ reason }) => reason === undefined)) return 0;
  tellAs('error', say(terminal.lang, 'crawl/unreachable'), terminal);
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

/** The first signal lets the pages at hand be finished, the second one stops at once: the state survives either. */
function stopOnSignals(onFirst: () => void): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(2);
    controller.abort();
    onFirst();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
    },
  };
}

interface Ended {
  readonly folder: string;
  /** Nothing was asked for. */
  readonly isUnchanged: boolean;
  readonly failOn: FailLevel;
}

/** A sentence for each thing that needs a look, and the exit code: 2 when not one page could be had. */
function tellReport(report: CrawlReport, { folder, isUnchanged, failOn }: Ended, terminal: Terminal): number {
  const { lang, verbosity } = terminal;
  const { counts } = report;
  const file = `${folder.replace(/\/$/, '')}/report.html`;
  const unfetched = report.unfetched.filter(({ reason }) => /^(?:host|fetch|robots-un)/.test(reason));
  const lost = unfetched.filter(({ url }) => report.seeds.includes(url));
  tellSeeds(lost, terminal);
  const found: readonly [Level, string, number][] = [
    ['error', 'crawl/nothing', counts.articles === 0 ? 1 : 0],
    ['error', 'crawl/unreadable', report.unreadablePages.length],
    ['warning', 'crawl/unfetched', unfetched.length],
    ['warning', 'crawl/given-up', report.unfetched.filter(({ reason }) => reason === 'trap/endless').length],
    ['warning', 'crawl/error-pages', report.errorPages.length],
    ['warning', 'crawl/missing-images', report.missingImages.length],
    ['warning', 'crawl/low-confidence', report.lowConfidence.length],
  ];
  const told = found.filter(([, , count]) => count > 0);
  for (const [level, id, count] of told) {
    if (verbosity === 'quiet' && level !== 'error') continue;
    tellAs(level, say(lang, id, { count, file }), terminal);
  }
  for (const { site, matched, pages, fits } of report.profiles ?? []) {
    if (verbosity === 'quiet' || fits) continue;
    tellAs('warning', say(lang, 'crawl/profile-mismatch', { site, matched, pages }), terminal);
  }
  if (verbosity !== 'quiet') {
    const { articles, pages } = counts;
    terminal.tell(`${say(lang, isUnchanged ? 'crawl/unchanged' : 'crawl/finished', { articles, pages, folder })}\n`);
  }
  if (counts.pages === 0) return 2;
  const levels = [...lost.map(() => 'error' as const), ...told.map(([level]) => level)];
  return levels.some((level) => isAtLeast(level, failOn)) ? 1 : 0;
}

/** What the user named and did not get, each with the reason; what to do about a reason is said once. */
function tellSeeds(lost: CrawlReport['unfetched'], terminal: Terminal): void {
  const { lang } = terminal;
  const hints = new Set<string | undefined>();
  for (const { url, reason } of lost) {
    tellAs('error', say(lang, 'crawl/seed', { url, reason }), terminal);
    hints.add(hintFor(lang, `error/${reason}`) ?? hintFor(lang, 'crawl/seed'));
  }
  for (const hint of hints) if (hint !== undefined) terminal.tell(prettyHint(hint, terminal));
}
