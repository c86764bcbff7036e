import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { findPages, isFolder, outputRoot, type PageInput, realPath } from '../input/index.ts';
import { say } from '../messages/index.ts';
import type { CliOptions, Format } from '../options.ts';
import { maxPagesToLearnFrom } from '../options.ts';
import { prettySummary } from '../report/pretty.ts';
import { isAssetStub } from './asset-stub.ts';
import { cleanUpAtTheEnd } from './atomic-file.ts';
import { cleanSettings } from './clean-settings.ts';
import { learnFrom } from './learn.ts';
import { openSink, unlessReaderGone } from './output.ts';
import { failed, type JobSettings, type PageJob, type PageOutcome, runPage } from './page-job.ts';
import { type Pool, poolLimits, startPool } from './pool.ts';
import { startProgress } from './progress.ts';
import { inOrder, peek } from './streams.ts';
import { startTelling } from './teller.ts';
import { type Terminal, tellAs } from './terminal.ts';

/** So few pages are done before a thread is up and running. */
const maxPagesWithoutThreads = 4;

/** Formats whose links are followed; a record tells those of the page. */
const readByPeople: readonly Format[] = ['md', 'html'];

/**
 * Results that may wait for an earlier page, per thread: enough that one slow page stops nobody, small enough for any
 * memory.
 */
const aheadPerThread = 8;

/** `sach clean`: pages in, articles out. Returns the exit code. */
export async function runClean(
  args: readonly string[],
  given: CliOptions<'clean'>,
  terminal: Terminal,
): Promise<number> {
  const asked = await cleanSettings(given, terminal);
  const { output, jobs = availableParallelism(), failOn, fetching } = asked;
  const folder = output === undefined ? undefined : realPath(output);
  const skipped = { records: 0, files: 0, revisits: 0 };
  const pages = findPages(args, {
    fetchPage: async (url) => (await import('../crawl/index.ts')).fetchPage(url, fetching),
    skip: new Set(folder === undefined ? [] : [folder]),
    onSkipped: (what) => {
      skipped[what] += 1;
    },
  });
  const { first, all } = await peek(pages, maxPagesToLearnFrom);
  const several = first.length > 1;
  const { format } = asked.settings;
  const folders = args.filter(isFolder).map((path) => resolve(path));
  const sink = openSink(output, format, { several, fromFolder: folders.length > 0 });
  const isMirrored = sink.isFolder && folders.length > 0 && readByPeople.includes(format);
  const settings: JobSettings = {
    ...(several ? withLearned(asked.settings, first) : asked.settings),
    ...(isMirrored && { mirrored: { folders, root: outputRoot(args), extension: format } }),
  };
  cleanUpAtTheEnd();
  // Every file gets that address, and the links in folders lead elsewhere: nobody means that.
  const sharesUrl = given.url !== undefined && first.filter(({ file }) => file !== undefined).length > 1;
  if (sharesUrl && terminal.verbosity !== 'quiet') tellAs('warning', say(terminal.lang, 'clean/one-url'), terminal);

  const pool = first.length > maxPagesWithoutThreads ? await startThreads(settings, jobs) : undefined;
  const teller = startTelling(terminal);
  const progress = await startProgress(terminal, several);
  try {
    for await (const [input, outcome] of inOrder(all, pool ? jobs * aheadPerThread : 1, (page) =>
      cleanPage(page, settings, pool),
    )) {
      progress.step();
      const stub = several && isAssetStub(input, outcome);
      const refused = !stub && outcome.output !== undefined ? await sink.write(input, outcome.output) : undefined;
      const told = refused === undefined ? outcome : failed(outcome.source, refused, settings);
      progress.pause(() => teller.tell(told, stub, input.label));
    }
    await sink.close();
  } catch (error) {
    // Nobody takes what comes: the work ends here, with the code of what was done.
    unlessReaderGone(error);
    return teller.exitCode(failOn);
  } finally {
    progress.stop();
    await pool?.destroy();
  }
  const { revisits, ...others } = skipped;
  if (revisits > 0 && terminal.verbosity !== 'quiet')
    tellAs('warning', say(terminal.lang, 'clean/revisits', { count: revisits }), terminal);
  if (first.length !== 1 && terminal.verbosity !== 'quiet')
    terminal.tell(prettySummary({ ...teller.tally(), ...others }, terminal));
  return teller.exitCode(failOn);
}

/** A profile that the user gave is not second-guessed; otherwise the pages at hand teach what repeats. */
function withLearned(settings: JobSettings, pages: readonly PageInput[]): JobSettings {
  const { options } = settings;
  return options.profile ? settings : { ...settings, options: { ...options, learned: learnFrom(pages, options) } };
}

function startThreads(settings: JobSettings, jobs: number): Promise<Pool<PageJob, PageOutcome>> {
  return startPool(settings, {
    ...poolLimits,
    jobs,
    worker: new URL('./worker.js', import.meta.url),
    failed: (source, error) => failed(source, error, settings),
  });
}

/** Clean one page, here or in a thread. Errors of the page are its outcome. */
async function cleanPage(
  input: PageInput,
  settings: JobSettings,
  pool: Pool<PageJob, PageOutcome> | undefined,
): Promise<PageOutcome> {
  const { source, file } = input;
  try {
    const job = file === undefined ? { page: await input.load() } : { source, file };
    return pool ? await pool.run(job, source) : await runPage(job, settings);
  } catch (error) {
    return failed(source, error, settings);
  }
}
