import { SachError } from '../model/index.ts';

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
