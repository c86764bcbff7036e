import type { CliOptions, CommandName } from '../options.ts';
import { languageModelFile, readPackageDataAhead } from '../package-data.ts';
import type { Terminal } from './terminal.ts';

/**
 * A command of the command line; its file is loaded when it is called. What it does is told in `messages/` under
 * `command/<name>`.
 */
export interface Command<C extends CommandName = CommandName> {
  /** What it takes, as commander reads it. */
  readonly takes: string;
  /** Command lines shown in its help; each is explained under `example/<name>/<n>`, counted from 1. */
  readonly examples: readonly string[];
  /** Do the work. Returns the exit code; throws SachError when the work cannot be done. */
  readonly load: (
    options: CliOptions<C>,
  ) => Promise<(inputs: readonly string[], options: CliOptions<C>, terminal: Terminal) => Promise<number>>;
}

export const commands: { readonly [C in CommandName]: Command<C> } = {
  clean: {
    takes: '<input...>',
    examples: [
      'sach clean page.html',
      'sach clean old-site/ -o articles/',
      "sach clean 'pages/**/*.html.gz' -f jsonl > articles.jsonl",
    ],
    load: async ({ fix }) => {
      // Eight megabytes, which another thread reads while this one loads the code.
      const model = fix === false ? undefined : readPackageDataAhead(languageModelFile);
      const { runClean } = await import('./clean.ts');
      await model;
      return runClean;
    },
  },
  fix: {
    takes: '[input...]',
    examples: [
      'sach fix drafts/ --diff',
      'sach fix drafts/ --write -o report.json',
      'sach fix article.md --interactive',
      'sach fix --undo report.json',
    ],
    load: async () => (await import('./fix.ts')).runFix,
  },
  check: {
    takes: '[input...]',
    examples: [
      'sach check content/',
      'sach check content/ -f pretty -f sarif -o sach.sarif',
      'sach check --changed origin/main --baseline sach-baseline.json',
      'sach check --init',
    ],
    load: async () => (await import('./check.ts')).runCheck,
  },
  review: {
    takes: '<input...>',
    examples: [
      'sach review drafts/',
      'sach review drafts/ -o report.json',
      'sach review drafts/ --port 8080 --no-open',
    ],
    load: async () => (await import('./review.ts')).runReview,
  },
  crawl: {
    takes: '<url...>',
    examples: [
      'sach crawl https://xa.example.vn/ -o archive/',
      'sach crawl https://xa.example.vn/ -o archive/ --limit 50 --delay 2',
      'sach crawl https://xa.example.vn/ --dry-run',
    ],
    load: async () => (await import('./crawl.ts')).runCrawl,
  },
};
