import { availableParallelism } from 'node:os';
import { SachError } from '../model/index.ts';
import { limiter } from './limiter.ts';

/** Does jobs, several at once; call `destroy` when no more come. */
export interface Pool<Job, Outcome> {
  run(job: Job, source: string): Promise<Outcome>;
  destroy(): Promise<void>;
}

export interface PoolOptions<Outcome> {
  readonly jobs?: number;
  /** A page that takes longer than this has its thread stopped. */
  readonly maxSeconds: number;
  /** A page that needs more than this has its thread stopped. */
  readonly maxMegabytes: number;
  readonly worker: URL;
  /** The outcome of a job whose thread died. */
  readonly failed: (source: string, error: unknown) => Outcome;
}

/**
 * Measured on the slowest pages that are cleaned at all: 32 MB of markup takes a fifth of the time and most of the memory.
 */
export const poolLimits = { maxSeconds: 60, maxMegabytes: 1024 } as const;

/** Start worker threads. A page whose thread dies (memory, time, crash) is an outcome like any other; the others go on. */
export async function startPool<Job, Outcome>(
  settings: unknown,
  options: PoolOptions<Outcome>,
): Promise<Pool<Job, Outcome>> {
  const { Tinypool } = await import('tinypool');
  const jobs = options.jobs ?? availableParallelism();
  const pool = new Tinypool({
    filename: options.worker.href,
    workerData: settings,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: options.maxMegabytes },
  });
  // The clock of a page starts when a thread takes it: no more pages are handed over than there are threads.
  const limit = limiter(jobs);
  return {
    run: (job, source) =>
      limit(() =>
        pool.run(job, { signal: AbortSignal.timeout(options.maxSeconds * 1000) }).catch((cause: unknown) => {
          return options.failed(source, workerError(source, cause, options));
        }),
      ),
    destroy: () => pool.destroy(),
  };
}

/** Why a thread ended, when it was its page that ended it. */
function workerError(
  source: string,
  cause: unknown,
  { maxSeconds, maxMegabytes }: Pick<PoolOptions<unknown>, 'maxSeconds' | 'maxMegabytes'>,
): unknown {
  const { code, name } = cause as NodeJS.ErrnoException;
  if (name === 'AbortError') return new SachError('page-timeout', { source, seconds: maxSeconds }, { cause });
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new SachError('page-memory', { source, megabytes: maxMegabytes }, { cause });
  return cause;
}
