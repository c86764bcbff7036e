import { readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open as openFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { writeError } from './write-error.ts';

const suffix = '.sach-tmp';

/** Temporary files of this process: removed when it is interrupted. */
const unfinished = new Set<string>();

/** A file being written. Both throw SachError `cannot-write`. */
export interface OutputFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Write to what is no file, a device or pipe. */
export function openDirectly(path: string): OutputFile {
  let opened: FileHandle | undefined;
  const fail = (cause: unknown): never => {
    throw writeError(path, cause);
  };
  return {
    write: async (text) => {
      opened ??= await openFile(path, 'w').catch(fail);
      await opened?.appendFile(text).catch(fail);
    },
    close: async () => {
      await opened?.close().catch(fail);
    },
  };
}

/** A file that is there whole or not at all: written under a temporary name beside it, flushed, then renamed. */
export function openAtomically(path: string): OutputFile {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}${suffix}`);
  let opened: FileHandle | undefined;
  const open = async (): Promise<FileHandle> => {
    await prepareFolder(dirname(path));
    unfinished.add(temporary);
    return openFile(temporary, 'w');
  };
  /** Do a step; when it fails, leave nothing behind. */
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (cause) {
      await opened?.close().catch(() => {});
      if (unfinished.delete(temporary)) rmSync(temporary, { force: true });
      throw writeError(path, cause);
    }
  };
  return {
    write: (text) =>
      attempt(async () => {
        opened ??= await open();
        await opened.appendFile(text);
      }),
    close: () =>
      attempt(async () => {
        // Nothing was written: what stood there stays.
        if (!opened) return;
        await opened.sync();
        await opened.close();
        await rename(temporary, path);
        unfinished.delete(temporary);
      }),
  };
}

export async function writeAtomically(path: string, text: string): Promise<void> {
  const file = openAtomically(path);
  await file.write(text);
  await file.close();
}

const prepared = new Set<string>();

/** Make a folder, and clear away what a killed run left in it. */
async function prepareFolder(folder: string): Promise<void> {
  if (prepared.has(folder)) return;
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    const pid =
      name.startsWith('.') && name.endsWith(suffix) ? Number(name.slice(0, -suffix.length).split('.').pop()) : 0;
    if (pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
  prepared.add(folder);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

let isGuarded = false;

/** Leave no temporary file behind when the process ends or is asked to; it then stops as it would have. */
export function cleanUpAtTheEnd(): void {
  if (isGuarded) return;
  isGuarded = true;
  const cleanUp = (): void => {
    for (const path of unfinished) rmSync(path, { force: true });
  };
  process.once('exit', cleanUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUp();
      process.kill(process.pid, signal);
    });
  }
}
