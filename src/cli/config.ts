import { extname } from 'node:path';
import { lilconfig } from 'lilconfig';
import { readError } from '../input/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { CorrectionLevel, FailLevel, Format } from '../options.ts';
import type { Style } from '../text/index.ts';

/** What a configuration file may set; arguments are stronger. */
export interface Config {
  readonly format?: Format;
  readonly level?: CorrectionLevel;
  readonly encoding?: string;
  readonly fix?: boolean;
  readonly jobs?: number;
  readonly failOn?: FailLevel;
  /** Words and names that are never changed. */
  readonly words?: readonly string[];
  /** Seconds that an address may take to answer in full. */
  readonly timeout?: number;
  /** Who asks, for addresses: name, and where to find you. */
  readonly userAgent?: string;
  /** Levels by rule id or family. */
  readonly rules?: RuleLevels;
  /** Levels for some files only; later ones are stronger. */
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleLevels }[];
  /** Files that are not looked at. */
  readonly ignore?: readonly string[];
  /** Lines that are template text on this site, with examples that are tested when the file is read. */
  readonly junk?: readonly OwnJunk[];
  readonly frontMatter?: { readonly text?: readonly string[]; readonly title?: string; readonly date?: string };
  /** Forms of the house style; what is not named is left alone. */
  readonly style?: Style;
}

export type RuleLevel = Level | 'off';
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

export interface OwnJunk {
  /** `junk/…` */
  readonly id: string;
  /** Regular expression, held against the whole line, whatever its case. */
  readonly pattern: string;
  readonly level?: Level;
  readonly matches: readonly string[];
  readonly leaves?: readonly string[];
}

const extensions = ['.json', '.yaml', '.yml'];
const searchPlaces = extensions.map((extension) => `sach.config${extension}`);

/**
 * Read the configuration: the file named, else the first found upward from the working folder, else none. It is data only,
 * never code. Throws SachError `config-extension`, `not-found`, `cannot-read`, and what `parseConfig` throws.
 */
export async function readConfig(path: string | undefined): Promise<Config> {
  return (await findConfig(path))?.config ?? {};
}

/** The same with the file it was read from. */
export async function findConfig(
  path: string | undefined,
): Promise<{ readonly config: Config; readonly filepath: string } | undefined> {
  if (path !== undefined && !['', ...extensions].includes(extname(path)))
    throw new SachError('config-extension', { source: path, extensions: extensions.join(', ') });
  // Loaded only when there is a file: most runs have none, and the schema library takes its time.
  const load = async (source: string, text: string): Promise<Config> =>
    (await import('./config-schema.ts')).parseConfig(source, text);
  const search = lilconfig('sach', {
    searchPlaces,
    // Up to the root: without it lilconfig stops at the home folder.
    stopDir: '/',
    loaders: Object.fromEntries([...extensions, 'noExt'].map((extension) => [extension, load])),
  });
  try {
    const found = await (path === undefined ? search.search() : search.load(path));
    return found?.config ? { config: found.config, filepath: found.filepath } : undefined;
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(path ?? searchPlaces.join(', '), cause);
  }
}
