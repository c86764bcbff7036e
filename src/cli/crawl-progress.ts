import type { FolderOptions } from '../crawl/index.ts';
import { say } from '../messages/index.ts';
import type { Terminal } from './terminal.ts';

/**
 * What a crawl is doing: on one line of the terminal, or now and then on a line of a log; with `-v` every address on a line
 * of its own.
 */
export interface CrawlProgress {
  readonly step: NonNullable<FolderOptions['onOutcome']>;
  /** Tell something without the line in its way. */
  pause(tell: () => void): void;
  stop(): void;
}

/** A crawl takes a night: a log of it shall tell that it goes on, and stay short. */
const logMs = 30_000;

export async function startCrawlProgress({ isInteractive, verbosity, lang, tell }: Terminal): Promise<CrawlProgress> {
  const spinner =
    isInteractive && verbosity !== 'quiet'
      ? (await import('ora')).default({ text: '', discardStdin: false }).start()
      : undefined;
  const counts = { pages: 0, articles: 0, failed: 0 };
  let at = '';
  const told = (): string => say(lang, 'crawl/progress', { ...counts, url: at });
  const log =
    isInteractive || verbosity !== 'normal' ? undefined : setInterval(() => tell(`${told()}\n`), logMs).unref();
  return {
    step({ url }, { visit, state, reason }) {
      if (visit?.kind === 'page') counts.pages += 1;
      if (visit?.pageType === 'article') counts.articles += 1;
      if (state === 'failed' || visit?.kind === 'failure') counts.failed += 1;
      if (verbosity === 'verbose') tell(`${reason ?? visit?.status ?? state} ${url}\n`);
      at = url;
      if (spinner) spinner.text = told();
    },
    pause(speak) {
      spinner?.clear();
      speak();
    },
    stop: () => {
      spinner?.stop();
      clearInterval(log);
    },
  };
}
