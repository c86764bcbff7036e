import { readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open as openFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SachError } from '../model/index.ts';
import { makeFolder } from './make-folder.ts';
import { writeError } from './write-error.ts';

const suffix = '.sach-tmp';

/** Temporary files of this process: removed when it is interrupted. */
const unfinished = new Set<string>();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isGuarded = false;

/** Leave no temporary file behind when the process ends or is asked to. */
export function cleanUpAtTheEnd(): void {
  if (!isGuarded) process.once('exit', cleanUp);
  isGuarded = true;
}

function cleanUp(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** Then stop as it would have: the shell sees 130 after Ctrl-C. */
function stop(signal: NodeJS.Signals): void {
  cleanUp();
  for (const name of signals) process.off(name, stop);
  process.kill(process.pid, signal);
}

/**
 * Signals are listened to as long as there is something to remove, and no longer: a listener is called when the page at
 * hand is done, which may take seconds, and without one the process ends at once.
 */
function begun(temporary: string): void {
  if (isGuarded && unfinished.size === 0) for (const name of signals) process.once(name, stop);
  unfinished.add(temporary);
}

function ended(temporary: string): boolean {
  const was = unfinished.delete(temporary);
  if (unfinished.size === 0) for (const name of signals) process.off(name, stop);
  return was;
}

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

/** A file that its owner marked read-only stays: a rename would get round that mark. Throws SachError `cannot-write`. */
export function refuseReadOnly(target: string, path = target): void {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat?.isFile() && (stat.mode & 0o200) === 0) throw new SachError('cannot-write', { path, reason: 'EROFILE' });
}

/**
 * Text that is held before the file is opened, UTF-16 units: while one is open, a signal waits for the page at hand, and few
 * pages are cleaned in this thread. The results of few pages fit in.
 */
const maxHeldUnits = 4_000_000;

/** A file that is there whole or not at all: written under a temporary name beside it, flushed, then renamed. */
export function openAtomically(path: string): OutputFile {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}${suffix}`);
  let opened: FileHandle | undefined;
  let held: string | undefined;
  const open = async (): Promise<FileHandle> => {
    await prepareFolder(dirname(path));
    refuseReadOnly(path);
    begun(temporary);
    return openFile(temporary, 'w');
  };
  /** Do a step; when it fails, leave nothing behind. */
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (cause) {
      await opened?.close().catch(() => {});
      // Who closes it all the same writes no rest of it.
      opened = undefined;
      held = undefined;
      if (ended(temporary)) rmSync(temporary, { force: true });
      throw cause instanceof SachError ? cause : writeError(path, cause);
    }
  };
  const flush = async (): Promise<FileHandle> => {
    opened ??= await open();
    await opened.appendFile(held ?? '');
    held = '';
    return opened;
  };
  return {
    write: (text) =>
      attempt(async () => {
        held = (held ?? '') + text;
        if (held.length > maxHeldUnits) await flush();
      }),
    close: () =>
      attempt(async () => {
        // Nothing was written: what stood there stays.
        if (held === undefined) return;
        const file = await flush();
        await file.sync();
        await file.close();
        await rename(temporary, path);
        ended(temporary);
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
