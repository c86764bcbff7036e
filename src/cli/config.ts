import { extname } from 'node:path';
import { lilconfig } from 'lilconfig';
import { readError } from '../input/index.ts';
import { SachError } from '../model/index.ts';
import type { Config } from './config-schema.ts';

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
