import { type JobSettings, type PageJob, type PageOutcome, runPage } from './page-job.ts';
import { startedWith } from './pool.ts';

const settings = startedWith<JobSettings>();

/** What a worker thread does: one page after the other, with the settings it was started with. */
export default function work(job: PageJob): Promise<PageOutcome> {
  return runPage(job, settings);
}
