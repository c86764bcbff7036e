import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { SachError } from '../../model/index.ts';
import type { Sql } from '../state/sql.ts';

const temporary = '.sach-tmp';

/**
 * The archive's folder, to which files are written whole or not at all. Everything is made again from the state when a
 * run is broken off, so files are renamed into place without waiting for the disk.
 */
export class ArchiveFolder {
  readonly #root: string;
  readonly #written = new Set<string>();
  readonly #safe = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** `path` is relative to the root, with `/`. Throws SachError `crawl-outside` where a link leads out of the folder. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const target = join(this.#root, path);
    await this.#prepare(dirname(target));
    this.#written.add(path);
    const bytes = Buffer.from(content as string);
    if (existsSync(target) && readFileSync(target).equals(bytes)) return;
    const draft = join(this.#root, temporary);
    await writeFile(draft, bytes);
    await rename(draft, target);
  }

  /** Leave a file as it is that a person may have edited. */
  keep(path: string): void {
    this.#written.add(path);
  }

  /** Whether a file is there with these bytes. */
  holds(path: string, sha256: string): boolean {
    const target = join(this.#root, path);
    return existsSync(target) && createHash('sha256').update(readFileSync(target)).digest('hex') === sha256;
  }

  async #prepare(folder: string): Promise<void> {
    if (this.#safe.has(folder)) return;
    await mkdir(folder, { recursive: true });
    const [root, real] = await Promise.all([realpath(this.#root), realpath(folder)]);
    if (real !== root && !real.startsWith(root + sep))
      throw new SachError('crawl-outside', { path: folder, target: real });
    this.#safe.add(folder);
  }

  /** Take away what an earlier run wrote and this one did not; nobody else's files. */
  async finish(sql: Sql): Promise<void> {
    await rm(join(this.#root, temporary), { force: true });
    const before = await sql.all<{ path: string }>('SELECT path FROM output');
    for (const { path } of before) if (!this.#written.has(path)) await rm(join(this.#root, path), { force: true });
    await sql.transaction(async (tx) => {
      await tx.run('DELETE FROM output');
      for (const path of this.#written) await tx.run('INSERT INTO output (path) VALUES ($1)', path);
    });
  }
}
