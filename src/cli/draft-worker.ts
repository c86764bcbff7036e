import { workerData } from 'node:worker_threads';
import { type DraftJob, type DraftOutcome, type DraftSettings, runDraft } from './draft-job.ts';

/** What a worker thread does: one draft after the other, with the settings it was started with. */
export default function work(job: DraftJob): Promise<DraftOutcome> {
  // tinypool hands its own data first, the caller's second.
  const [, settings] = workerData as readonly [unknown, DraftSettings];
  return runDraft(job, settings);
}
