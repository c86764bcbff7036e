import type { FetchOptions } from '../crawl/index.ts';
import { charsetNamed } from '../decode/index.ts';
import { SachError } from '../model/index.ts';
import { type CliOptions, cliOptions, type FailLevel } from '../options.ts';
import { isWebAddress } from '../text/index.ts';
import { readConfig } from './config.ts';
import { formatOfOutput } from './output.ts';
import type { JobSettings } from './page-job.ts';
import type { Terminal } from './terminal.ts';

export interface CleanSettings {
  readonly settings: JobSettings;
  readonly output?: string;
  readonly jobs?: number;
  readonly failOn: FailLevel;
  readonly fetching: FetchOptions;
}

/** What was asked for: arguments first, then the configuration file, then the defaults. */
export async function cleanSettings(given: CliOptions<'clean'>, { lang }: Terminal): Promise<CleanSettings> {
  if (given.url !== undefined && !isWebAddress(given.url)) throw new SachError('bad-url', { source: given.url });
  const config = await readConfig(given.config);
  const encoding = given.encoding ?? config.encoding;
  if (encoding !== undefined) charsetNamed(encoding);
  const words = config.words;
  const profile = given.profile === undefined ? undefined : (await import('./profile.ts')).readProfiles(given.profile);
  const jobs = given.jobs ?? config.jobs;
  return {
    settings: {
      format: given.format ?? formatOfOutput(given.output) ?? config.format ?? cliOptions.format.default,
      explain: given.explain ?? false,
      options: {
        // Commander's `--no-fix` is true until it is given, so a configured `fix: false` decides first.
        fix: given.fix !== false && config.fix !== false,
        level: given.level ?? config.level ?? cliOptions.level.default,
        lang,
        today: todayInVietnam(),
        ...(encoding !== undefined && { encoding }),
        // As browsers write it: it is printed as the address of the article.
        ...(given.url !== undefined && { url: new URL(given.url).href }),
        ...(profile !== undefined && { profile }),
        ...(words !== undefined && { words }),
      },
    },
    failOn: given.failOn ?? config.failOn ?? cliOptions.failOn.default,
    fetching: {
      allowPrivate: given.allowPrivate ?? false,
      ...(config.timeout !== undefined && { timeoutMs: config.timeout * 1000 }),
      ...(config.userAgent !== undefined && { userAgent: config.userAgent }),
    },
    ...(given.output !== undefined && { output: given.output }),
    ...(jobs !== undefined && { jobs }),
  };
}

/** The pages' own calendar: seven hours ahead of Greenwich, whatever the machine's clock says. */
export function todayInVietnam(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
