import type { Lang } from './messages/index.ts';
import type { SiteProfile } from './model/index.ts';

export const formats = ['md', 'json', 'jsonl', 'html', 'txt'] as const;
export type Format = (typeof formats)[number];

/** `md`: the draft itself, whatever its kind. */
export const fixFormats = ['md', 'json', 'jsonl'] as const satisfies readonly Format[];
export type FixFormat = (typeof fixFormats)[number];

export const correctionLevels = ['safe', 'all'] as const;
export type CorrectionLevel = (typeof correctionLevels)[number];

/** A site is learnt from so many of its pages, which are looked at twice; more teach nothing new. */
export const maxPagesToLearnFrom = 40;

export const failLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

/** What the library's `clean` may be told. What is undefined is as if it were not there. */
export interface CleanOptions {
  /** Correct the text; encoding is repaired either way. Default true. */
  readonly fix?: boolean | undefined;
  /** `safe` (default): only corrections that are certain; `all`: the likely ones too. */
  readonly level?: CorrectionLevel | undefined;
  /** Read the bytes in this encoding instead of detecting it. */
  readonly encoding?: string | undefined;
  /** Address of a page that does not tell it itself: the base for links. */
  readonly url?: string | undefined;
  /** What is known of the site, or of several: learnt earlier, perhaps edited. A page takes the one of its host. */
  readonly profile?: SiteProfile | readonly SiteProfile[] | undefined;
  /** Profiles learnt from pages of the same run (see `learn`); the one that fits a page is used. */
  readonly learned?: readonly SiteProfile[] | undefined;
  /** Words and names that are never changed. */
  readonly words?: readonly string[] | undefined;
  /** Language of the messages of findings and of errors. Default `en`. */
  readonly lang?: Lang | undefined;
  /** Today, `2026-11-24`: dates after it are not believed. Absent: no such check. */
  readonly today?: string | undefined;
}

const reportFormats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const commandNames = ['clean', 'crawl', 'fix', 'check', 'review'] as const;
export type CommandName = (typeof commandNames)[number];

/** One option of the command line. What it does is told in `messages/` under `option/<id>`. */
export interface OptionSpec {
  /** As commander reads them. */
  readonly flags: string;
  readonly commands: readonly CommandName[] | typeof everywhere;
  /**
   * `switch`: no value; `list`: may be given several times; `optional`: true without a value;
   * `count`: 1 or more; `whole`: 0, 1, 2 …; `number`: 0 or more. Default `text`.
   */
  readonly type?: 'switch' | 'text' | 'count' | 'whole' | 'number' | 'list' | 'optional';
  readonly choices?: readonly string[];
  /** Told in `--help`; a default written beside the code that uses it is referred to, not repeated. */
  readonly default?: string;
  /** Options that make no sense together with it: refused, so that none is passed over without a word. */
  readonly conflicts?: readonly string[];
}

const everywhere = 'every command';

/** Every option of the command line, once: commander, `--help`, docs/cli.md and the types derive from it. */
export const cliOptions = {
  format: { flags: '-f, --format <name>', commands: ['clean'], choices: formats, default: 'md' },
  fixFormat: {
    flags: '-f, --format <name>',
    commands: ['fix'],
    choices: fixFormats,
    default: 'md',
    conflicts: ['diff', 'write', 'interactive', 'undo'],
  },
  output: { flags: '-o, --output <path>', commands: ['clean', 'crawl', 'fix'] },
  fix: { flags: '--no-fix', commands: ['clean', 'crawl'], type: 'switch', conflicts: ['level'] },
  level: {
    flags: '--level <level>',
    commands: ['clean', 'crawl', 'fix', 'review'],
    choices: correctionLevels,
    default: 'safe',
  },
  // A draft that was read in another encoding cannot be put back byte for byte: it is written elsewhere, as UTF-8, and
  // `review` has no elsewhere.
  encoding: {
    flags: '--encoding <name>',
    commands: ['clean', 'crawl', 'fix', 'check'],
    conflicts: ['write', 'interactive', 'undo', 'applyFix', 'init'],
  },
  profile: { flags: '--profile <file>', commands: ['clean', 'crawl'] },
  url: { flags: '--url <url>', commands: ['clean'] },
  scope: {
    flags: '--scope <name>',
    commands: ['crawl'],
    choices: ['page', 'prefix', 'host', 'domain'],
    default: 'host',
  },
  include: { flags: '--include <pattern>', commands: ['crawl'], type: 'list' },
  exclude: { flags: '--exclude <pattern>', commands: ['crawl'], type: 'list' },
  depth: { flags: '--depth <n>', commands: ['crawl'], type: 'whole' },
  limit: { flags: '--limit <pages>', commands: ['crawl'], type: 'count' },
  delay: { flags: '--delay <seconds>', commands: ['crawl'], type: 'number', default: '1' },
  state: { flags: '--state <place>', commands: ['crawl'] },
  wacz: { flags: '--wacz', commands: ['crawl'], type: 'switch' },
  dryRun: { flags: '--dry-run', commands: ['crawl'], type: 'switch' },
  allowPrivate: { flags: '--allow-private', commands: ['clean', 'crawl', 'check'], type: 'switch' },
  jobs: { flags: '-j, --jobs <n>', commands: ['clean', 'crawl', 'fix', 'check', 'review'], type: 'count' },
  failOn: {
    flags: '--fail-on <level>',
    commands: ['clean', 'crawl', 'fix', 'check', 'review'],
    choices: failLevels,
    default: 'error',
  },
  diff: { flags: '--diff', commands: ['fix'], type: 'switch' },
  write: { flags: '--write', commands: ['fix'], type: 'switch' },
  interactive: { flags: '--interactive', commands: ['fix'], type: 'switch', conflicts: ['diff', 'write'] },
  undo: {
    flags: '--undo <file>',
    commands: ['fix'],
    conflicts: ['diff', 'write', 'interactive', 'output', 'level', 'stdinName'],
  },
  stdinName: { flags: '--stdin-name <name>', commands: ['fix', 'check'] },
  reportFormat: {
    flags: '-f, --format <name>',
    commands: ['check'],
    type: 'list',
    choices: reportFormats,
    default: 'pretty',
  },
  reportOutput: { flags: '-o, --output <path>', commands: ['check'], type: 'list' },
  baseline: { flags: '--baseline <file>', commands: ['check'] },
  changed: { flags: '--changed [ref]', commands: ['check'], type: 'optional' },
  applyFix: { flags: '--fix', commands: ['check'], type: 'switch' },
  online: { flags: '--online', commands: ['check'], type: 'switch' },
  init: {
    flags: '--init',
    commands: ['check'],
    type: 'switch',
    conflicts: ['config', 'baseline', 'changed', 'applyFix', 'online', 'stdinName'],
  },
  undoReport: { flags: '-o, --output <path>', commands: ['review'] },
  port: { flags: '--port <n>', commands: ['review'], type: 'whole' },
  open: { flags: '--no-open', commands: ['review'], type: 'switch' },
  cache: { flags: '--no-cache', commands: ['check'], type: 'switch' },
  explain: { flags: '--explain', commands: everywhere, type: 'switch' },
  config: { flags: '--config <file>', commands: everywhere },
  quiet: { flags: '-q, --quiet', commands: everywhere, type: 'switch' },
  verbose: { flags: '-v, --verbose', commands: everywhere, type: 'switch' },
  color: { flags: '--no-color', commands: everywhere, type: 'switch' },
  lang: { flags: '--lang <code>', commands: everywhere, choices: ['vi', 'en'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionId = keyof typeof cliOptions;

/** One value of an option that may be given several times, and where on the command line it stood among such options. */
export interface Listed<Value extends string = string> {
  readonly value: Value;
  readonly at: number;
}

type ValueOf<S extends OptionSpec> = S extends { type: 'list' }
  ? readonly Listed<S extends { choices: readonly (infer Choice extends string)[] } ? Choice : string>[]
  : S extends { type: 'optional' }
    ? string | true
    : SingleValueOf<S>;

type SingleValueOf<S extends OptionSpec> = S extends { choices: readonly (infer Choice)[] }
  ? Choice
  : S extends { type: 'switch' }
    ? boolean
    : S extends { type: 'count' | 'whole' | 'number' }
      ? number
      : string;

type OptionsOf<C extends CommandName> = {
  [I in OptionId]: (typeof cliOptions)[I]['commands'] extends readonly (infer N)[] ? (C extends N ? I : never) : I;
}[OptionId];

/** What a command is given: the options of its own and those of every command. */
export type CliOptions<C extends CommandName> = {
  readonly [I in OptionsOf<C>]?: ValueOf<(typeof cliOptions)[I]>;
};

/** The options that a command takes, in the order of the table. */
export function optionsOf(command: CommandName): [OptionId, OptionSpec][] {
  return (Object.entries(cliOptions) as [OptionId, OptionSpec][]).filter(
    ([, spec]) => spec.commands === everywhere || spec.commands.includes(command),
  );
}
