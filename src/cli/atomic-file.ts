import { readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeError } from './write-error.ts';

const suffix = '.sach-tmp';

/** Temporary files of this process: removed when it is interrupted. */
const unfinished = new Set<string>();

/** A file that is there whole or not at all: written under a temporary name beside it, flushed, then renamed. */
export class AtomicFile {
  readonly #path: string;
  readonly #temporary: string;
  #handle: FileHandle | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}${suffix}`);
  }

  async write(text: string): Promise<void> {
    try {
      this.#handle ??= await this.#open();
      await this.#handle.write(text);
    } catch (cause) {
      await this.#abandon();
      throw writeError(this.#path, cause);
    }
  }

  async close(): Promise<void> {
    if (!this.#handle) return;
    try {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#temporary, this.#path);
      unfinished.delete(this.#temporary);
    } catch (cause) {
      await this.#abandon();
      throw writeError(this.#path, cause);
    }
  }

  async #open(): Promise<FileHandle> {
    await prepareFolder(dirname(this.#path));
    unfinished.add(this.#temporary);
    return open(this.#temporary, 'w');
  }

  async #abandon(): Promise<void> {
    await this.#handle?.close().catch(() => {});
    rmSync(this.#temporary, { force: true });
    unfinished.delete(this.#temporary);
  }
}

export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const file = new AtomicFile(path);
  await file.write(text);
  await file.close();
}

const prepared = new Set<string>();

/** Make a folder, and clear away what a killed run left in it. */
async function prepareFolder(folder: string): Promise<void> {
  if (prepared.has(folder)) return;
  await mkdir(folder, { recursive: true });
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

/** Leave no temporary file behind when the process is asked to stop; it then stops as it would have. */
export function cleanUpOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const path of unfinished) rmSync(path, { force: true });
      process.kill(process.pid, signal);
    });
  }
}
