import { type DraftJob, type DraftOutcome, type DraftSettings, runDraft } from './draft-job.ts';
import { startedWith } from './pool.ts';

const settings = startedWith<DraftSettings>();

/** What a worker thread does: one draft after the other, with the settings it was started with. */
export default function work(job: DraftJob): Promise<DraftOutcome> {
  return runDraft(job, settings);
}
