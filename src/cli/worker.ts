import { workerData } from 'node:worker_threads';
import { type JobSettings, type PageJob, type PageOutcome, runPage } from './page-job.ts';

/** What a worker thread does: one page after the other, with the settings it was started with. */
export default function work(job: PageJob): Promise<PageOutcome> {
  // tinypool hands its own data first, the caller's second.
  const [, settings] = workerData as readonly [unknown, JobSettings];
  return runPage(job, settings);
}
