import { SachError } from '../model/index.ts';

/** A file system's error as SachError `cannot-write`. */
export function writeError(path: string, cause: unknown): SachError {
  const { code } = cause as NodeJS.ErrnoException;
  return new SachError('cannot-write', { path, reason: code ?? String(cause) }, { cause });
}
