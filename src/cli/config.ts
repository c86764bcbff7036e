import { dirname } from 'node:path';
import { lilconfig } from 'lilconfig';
import { readError } from '../input/index.ts';
import { SachError } from '../model/index.ts';
import type { CorrectionLevel, FailLevel, Format } from '../options.ts';

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
}

const searchPlaces = ['sach.config.json', 'sach.config.yaml', 'sach.config.yml'];

/**
 * Read the configuration: the file named, else the first found upward from the working folder, else none. It is data only,
 * never code. Throws SachError `not-found`, `cannot-read`, `bad-config`.
 */
export async function readConfig(path: string | undefined): Promise<Config> {
  // Loaded only when there is a file: most runs have none, and the schema library takes its time.
  const load = async (source: string, text: string): Promise<Config> =>
    (await import('./config-schema.ts')).parseConfig(source, text);
  const search = lilconfig('sach', {
    searchPlaces,
    stopDir: dirname('/'),
    loaders: { '.json': load, '.yaml': load, '.yml': load, noExt: load },
  });
  try {
    const found = await (path === undefined ? search.search() : search.load(path));
    return found?.config ?? {};
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(path ?? searchPlaces.join(', '), cause);
  }
}
