import { accessSync, constants } from 'node:fs';
import { SachError } from '../model/index.ts';
import { makeFolder } from './make-folder.ts';

/** A file system's error as SachError `cannot-write`. */
export function writeError(path: string, cause: unknown): SachError {
  const { code } = cause as NodeJS.ErrnoException;
  return new SachError('cannot-write', { path, reason: code ?? String(cause) }, { cause });
}

/** What a database and a file system say of a place that takes no more. */
const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'ENOSPC',
  SQLITE_READONLY: 'EROFS',
  SQLITE_CANTOPEN: 'EACCES',
  ...Object.fromEntries(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EFBIG'].map((code) => [code, code])),
};

/** An error of the disk that a folder is on as SachError `cannot-write`; any other as it is. */
export function folderError(path: string, cause: unknown): unknown {
  const reason = reasons[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return reason === undefined ? cause : new SachError('cannot-write', { path, reason }, { cause });
}

/** What stands in the way of every file, not of one: the disk, or what the process may have open. */
const reasonsOfAll: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** For a batch that goes on past a file that cannot be written: that file's error. Throws what stops the others too. */
export function errorOfOneFile(error: unknown, folder?: string): SachError {
  if (!(error instanceof SachError)) throw error;
  const isOfAll = error.code === 'cannot-write' && reasonsOfAll.has(String(error.params.reason));
  if (isOfAll || (folder !== undefined && !canWriteInto(folder))) throw error;
  return error;
}

function canWriteInto(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
