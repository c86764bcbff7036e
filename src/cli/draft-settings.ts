import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { wholeLine } from '../check/index.ts';
import { charsetNamed } from '../decode/index.ts';
import type { CliOptions } from '../options.ts';
import { cliOptions } from '../options.ts';
import { mergeLevels } from '../proofread/findings.ts';
import { builtInJunk } from '../proofread/index.ts';
import { todayInVietnam } from './clean-settings.ts';
import { findConfig } from './config.ts';
import type { Config, RuleLevel } from './config-schema.ts';
import type { DraftSettings } from './draft-job.ts';
import type { Terminal } from './terminal.ts';

export interface DraftRun {
  readonly settings: DraftSettings;
  readonly config: Config;
  /** The configuration file, when there is one. */
  readonly configFile?: string;
  /** Levels that the configuration sets for a file. */
  readonly levelsFor: (file: string) => Readonly<Record<string, RuleLevel>>;
  readonly isIgnored: (file: string) => boolean;
  /** What standard input is called, in reports and by its kind. */
  readonly stdinName: string;
}

/** What was asked for: arguments first, then the configuration file, then the defaults. */
export async function draftRun(
  task: DraftSettings['task'],
  given: CliOptions<'fix'> | CliOptions<'check'> | CliOptions<'review'>,
  { lang }: Terminal,
): Promise<DraftRun> {
  const encoding = 'encoding' in given ? given.encoding : undefined;
  if (encoding !== undefined) charsetNamed(encoding);
  const found = await findConfig(given.config);
  const config = found?.config ?? {};
  const level = 'level' in given ? given.level : undefined;
  const { frontMatter = {} } = config;
  // A pattern means the same file wherever in the project the command is run.
  const root = found ? dirname(found.filepath) : '';
  const globsOf = (globs: readonly string[]): ((file: string) => boolean) => {
    const isMeant = patternsOf(globs);
    return (file) => isMeant(relative(root, resolve(file)).split(sep).join('/'));
  };
  const overrides = (config.overrides ?? []).map(({ files, rules }) => ({ applies: globsOf(files), rules }));
  return {
    settings: {
      task,
      level: task === 'check' ? 'safe' : (level ?? config.level ?? cliOptions.level.default),
      lang,
      today: todayInVietnam(),
      words: config.words ?? [],
      ...(frontMatter.text && { textKeys: frontMatter.text }),
      keys: {
        ...(frontMatter.title !== undefined && { title: frontMatter.title }),
        ...(frontMatter.date !== undefined && { date: frontMatter.date }),
      },
      style: config.style ?? {},
      ...(encoding !== undefined && { encoding }),
      ...('online' in given && given.online && { online: { allowPrivate: given.allowPrivate === true } }),
      junk: [
        ...(config.junk ?? []).map(({ id, pattern, level: own = 'warning' }) => ({
          id,
          level: own,
          whole: wholeLine(pattern),
          isOwn: true,
        })),
        ...builtInJunk(),
      ],
    },
    config,
    ...(found && { configFile: found.filepath }),
    levelsFor: (file) =>
      mergeLevels([config.rules ?? {}, ...overrides.filter(({ applies }) => applies(file)).map(({ rules }) => rules)]),
    isIgnored: config.ignore ? globsOf(config.ignore) : () => false,
    stdinName: ('stdinName' in given && given.stdinName) || '-',
  };
}

/**
 * Does a list of globs mean a file? The later one decides: `!` takes out again what an earlier one means, and a list that
 * begins with it means all else.
 */
function patternsOf(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) => {
    const isOut = /^!(?!\()/.test(glob);
    return { isOut, matches: picomatch(withFolder(isOut ? glob.slice(1) : glob), { dot: true, basename: false }) };
  });
  const isMeantAtFirst = patterns[0]?.isOut ?? false;
  return (path) => patterns.reduce((isMeant, { isOut, matches }) => (matches(path) ? !isOut : isMeant), isMeantAtFirst);
}

/** A folder that is named, `docs` or `docs/`, means what is in it. */
function withFolder(glob: string): string[] {
  if (glob.endsWith('/')) return [`${glob}**`];
  return picomatch.scan(glob).isGlob ? [glob] : [glob, `${glob}/**`];
}
