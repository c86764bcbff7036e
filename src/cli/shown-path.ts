import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realPath } from '../input/index.ts';

const slashed = (path: string): string => path.split(sep).join('/');

/** A path seen from the working folder; undefined when it lies outside, or is not there to tell. */
function pathBelow(path: string): string | undefined {
  const folder = realPath(dirname(path));
  // Behind a link, `..` leads elsewhere than its letters say.
  const written = /(?:^|[\\/])\.\.[\\/]/.test(path) ? [] : [resolve(path)];
  const real = folder === undefined ? [] : [join(folder, basename(path))];
  return [...written, ...real]
    .map((one) => relative('', one))
    .find((one) => one !== '..' && !one.startsWith(`..${sep}`) && !isAbsolute(one));
}

/**
 * A path as reports name it, so that platforms find the file and one file has one name: seen from the working folder, `/`
 * between, no `./` and no detour. What lies outside of it keeps the path it was given by.
 */
export const shownPath = (path: string): string => slashed(pathBelow(path) ?? path);

/** The address of a file that lies outside the working folder. */
export const addressOutside = (path: string): string | undefined =>
  pathBelow(path) === undefined ? pathToFileURL(resolve(path)).href : undefined;

/**
 * A path for the header of a patch: what lies outside the working folder is seen from the root, where `patch -d /` finds it.
 */
export const patchPath = (path: string): string => slashed(pathBelow(path) ?? resolve(path)).replace(/^\/+/, '');
