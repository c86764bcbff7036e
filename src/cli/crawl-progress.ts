import type { FolderOptions } from '../crawl/index.ts';
import { say } from '../messages/index.ts';
import type { Terminal } from './terminal.ts';

/** What a crawl is doing, on one line of the terminal; with `-v` every address on a line of its own. */
export interface CrawlProgress {
  readonly step: NonNullable<FolderOptions['onOutcome']>;
  /** Tell something without the line in its way. */
  pause(tell: () => void): void;
  stop(): void;
}

export async function startCrawlProgress({ isInteractive, verbosity, lang, tell }: Terminal): Promise<CrawlProgress> {
  const spinner =
    isInteractive && verbosity !== 'quiet'
      ? (await import('ora')).default({ text: '', discardStdin: false }).start()
      : undefined;
  const counts = { pages: 0, articles: 0, failed: 0 };
  return {
    step({ url }, { visit, state, reason }) {
      if (visit?.kind === 'page') counts.pages += 1;
      if (visit?.pageType === 'article') counts.articles += 1;
      if (state === 'failed' || visit?.kind === 'failure') counts.failed += 1;
      if (verbosity === 'verbose') tell(`${reason ?? visit?.status ?? state} ${url}\n`);
      if (spinner) spinner.text = say(lang, 'crawl/progress', { ...counts, url });
    },
    pause(speak) {
      spinner?.clear();
      speak();
    },
    stop: () => {
      spinner?.stop();
    },
  };
}
