import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { findPages, isDraftName, type PageInput, readStdin, realPath } from '../input/index.ts';
import { type MessageId, say } from '../messages/index.ts';
import { type MessageParams, SachError } from '../model/index.ts';
import { openLinks } from './ask-links.ts';
import { type DraftJob, type DraftOutcome, failedDraft, runDraft } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';
import { trueName } from './output.ts';
import { poolLimits, startPool } from './pool.ts';
import { startProgress } from './progress.ts';
import { shownPath } from './shown-path.ts';
import { inOrder, peek } from './streams.ts';
import { type Terminal, tellAs } from './terminal.ts';
import { convertedDraft } from './word-document.ts';

/** So few drafts are done before a thread is up and running. */
const maxDraftsWithoutThreads = 4;
/** Drafts that may wait for an earlier one, per thread. */
const aheadPerThread = 16;

export interface DraftInput {
  readonly input: PageInput;
  readonly outcome: DraftOutcome;
}

export interface FindOptions {
  /** Files that are looked at; absent: all that the arguments name. */
  readonly only?: ReadonlySet<string>;
  /** Where the output goes: not walked. */
  readonly output?: string;
  /**
   * Told in a sentence of each draft that an argument names and that is not read: what a folder or a pattern brings along is
   * left out without a word.
   */
  readonly onUnread?: (sentence: string) => void;
}

export interface BatchOptions {
  readonly jobs?: number;
  /** What is known of a draft from an earlier run. */
  readonly recall?: (input: PageInput) => DraftOutcome | undefined;
  /** Drafts of which the certain corrections are made before they are checked. */
  readonly applyFix?: (input: PageInput) => boolean;
  /** Somebody is asked meanwhile, or the product goes to a terminal: no line of progress comes between. */
  readonly isSilent?: boolean;
}

/**
 * The drafts that the arguments name, each once, without those that the run leaves out. Of a Word document that was
 * converted, its Markdown is the draft: a second run goes on with what the first one made.
 */
export async function* findDrafts(
  args: readonly string[],
  run: DraftRun,
  { only, output, onUnread }: FindOptions = {},
): AsyncGenerator<PageInput> {
  const folder = output === undefined ? undefined : realPath(output);
  const found = findPages(args, {
    fetchPage: async (url) => {
      throw new SachError('draft-not-file', { source: url });
    },
    accepts: isDraftName,
    skip: new Set(folder === undefined ? [] : [folder]),
  });
  const seen = new Set<string>();
  const unread = (id: MessageId, { source }: PageInput, params: MessageParams): void => {
    if (args.includes(source)) onUnread?.(say(run.settings.lang, id, { source, ...params }));
  };
  for await (const named of found) {
    const converted = named.file === undefined ? undefined : convertedDraft(named.file);
    const input = converted === undefined ? named : { ...named, source: converted, file: converted };
    const { file } = input;
    if (file !== undefined) {
      // By its true name: a link to a draft of the folder is that draft, and two threads would change it at once.
      const name = trueName(file);
      if (seen.has(name) || (only && !only.has(name))) continue;
      seen.add(name);
      if (converted !== undefined) unread('check/converted', named, { path: converted });
      if (run.isIgnored(file)) {
        unread('check/ignored', named, { config: relative('', run.configFile ?? '') });
        continue;
      }
    }
    // One name for one draft, which findings are known by; a record of `fix` tells the one that was given.
    yield run.settings.task === 'check' && file !== undefined ? { ...input, source: shownPath(file) } : input;
  }
}

/** Tell of the drafts that were named and not read: a run that found nothing in them did not look. */
export function tellUnread(sentences: readonly string[], terminal: Terminal): void {
  if (terminal.verbosity !== 'quiet') for (const sentence of sentences) tellAs('info', sentence, terminal);
}

/** Do the run's task on every draft, several at once, results in input order. */
export async function* runDrafts(
  drafts: AsyncGenerator<PageInput>,
  run: DraftRun,
  terminal: Terminal,
  options: BatchOptions = {},
): AsyncGenerator<DraftInput> {
  const { jobs = availableParallelism() } = options;
  const { first, all } = await peek(drafts, maxDraftsWithoutThreads + 1);
  const pool =
    first.length > maxDraftsWithoutThreads
      ? await startPool<DraftJob, DraftOutcome>(run.settings, {
          ...poolLimits,
          jobs,
          worker: new URL('./draft-worker.js', import.meta.url),
          failed: (source, error) => failedDraft(source, error, run.settings),
        })
      : undefined;
  const progress = await startProgress(terminal, first.length > 1 && !options.isSilent, 'check/progress');
  const askLinks = openLinks(async (url) => (await import('../crawl/index.ts')).fetchPage(url, run.settings.online));
  const work = async (input: PageInput): Promise<DraftOutcome> => {
    const { source } = input;
    const known = options.recall?.(input);
    if (known) return known;
    const job = await toJob(input, run);
    if (!('levels' in job)) return job;
    const applyFix = options.applyFix?.(input) ?? false;
    const runJob = (one: DraftJob) => (pool ? pool.run(one, source) : runDraft(one, run.settings));
    const outcome = await runJob({ ...job, applyFix });
    if (!outcome.addresses) return outcome;
    try {
      return await runJob({ ...job, applyFix, unreachable: await askLinks(outcome.addresses) });
    } catch (error) {
      return failedDraft(source, error, run.settings);
    }
  };
  try {
    for await (const [input, outcome] of inOrder(all, pool ? jobs * aheadPerThread : 1, work)) {
      progress.step();
      const done = { input: { ...input, source: outcome.source }, outcome };
      progress.pause(() => {});
      yield done;
    }
  } finally {
    progress.stop();
    await pool?.destroy();
  }
}

/** The job of an input: a file by its path, anything else by its bytes. What cannot be read is an outcome. */
async function toJob({ source, file, load }: PageInput, run: DraftRun): Promise<DraftJob | DraftOutcome> {
  if (file !== undefined) return { source, file, levels: run.levelsFor(file) };
  try {
    if (source === '-')
      return { source: run.stdinName, bytes: await readStdin(), levels: run.levelsFor(run.stdinName) };
    await load();
    return { source, levels: {} };
  } catch (error) {
    // A folder without pages may have drafts, and the other way round.
    const isEmpty = error instanceof SachError && error.code === 'no-pages';
    return failedDraft(source, isEmpty ? new SachError('no-drafts', { source }) : error, run.settings);
  }
}
