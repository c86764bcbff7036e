import { existsSync, type Stats, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { type PageInput, realPath } from '../input/index.ts';
import { SachError } from '../model/index.ts';
import { type Format, formats } from '../options.ts';
import { type OutputFile, openAtomically, openDirectly, writeAtomically } from './atomic-file.ts';
import { markdownBeside } from './word-document.ts';
import { errorOfOneFile, writeError } from './write-error.ts';

/** Where results go, in input order. */
export interface Sink {
  /** Does each page become a file of its own, below a folder? */
  readonly isFolder: boolean;
  /**
   * Returns why this page could not be written, where the others still can be. Throws what stops them all: a full disk, a
   * folder that cannot be written into, the one file that all of them go into.
   */
  write(input: PageInput, output: string): Promise<SachError | undefined>;
  /** Everything was written: make it visible. */
  close(): Promise<void>;
}

/** What is known of the pages before the first is read. */
export interface Expected {
  readonly several: boolean;
  /** A folder's pages go into a folder, even when there is one only. */
  readonly fromFolder: boolean;
}

/**
 * Choose the sink: standard output, one file, or a folder that mirrors the input's paths. Throws SachError on a choice that
 * cannot be.
 */
export function openSink(path: string | undefined, format: Format, { several, fromFolder }: Expected): Sink {
  const oneStream = !several || format === 'jsonl';
  if (path === undefined) {
    if (!oneStream) throw new SachError('several-to-stdout', { format });
    return fileSink(path);
  }
  if (isOutputFolder(path) || (!looksLikeFile(path) && (!oneStream || (fromFolder && format !== 'jsonl'))))
    return folderSink(path, format);
  const markdown = markdownBeside(path);
  if (markdown !== undefined) throw new SachError('output-docx', { path, markdown });
  if (!oneStream) throw new SachError('output-not-folder', { path });
  return fileSink(path);
}

/** Is an output meant to be a folder: one that is there, or is written like one? */
export function isOutputFolder(path: string): boolean {
  return path.endsWith('/') || path.endsWith(sep) || (statOf(path)?.isDirectory() ?? false);
}

function looksLikeFile(path: string): boolean {
  return existsSync(path) || formatOfOutput(path) !== undefined;
}

/** The format that an output file is called for; undefined for a folder, and where the name tells none. */
export function formatOfOutput(path: string | undefined): Format | undefined {
  if (path === undefined || isOutputFolder(path)) return undefined;
  const extension = extname(path).slice(1).toLowerCase();
  return formats.find((format) => format === extension);
}

/** What is at a path; what stands in the way of a path is told when it is written. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Open the output file, or standard output without a path. If its reader closes, writing goes on silently, for other files
 * and the exit code. Symbolic links are followed. Throws SachError `output-is-folder`.
 */
export function openOutput(path: string | undefined): OutputFile {
  if (path === undefined) return { write: (text) => writeStdout(text).catch(unlessReaderGone), close: async () => {} };
  if (isOutputFolder(path)) throw new SachError('output-is-folder', { path });
  return isSpecial(path) ? openDirectly(path) : openAtomically(realPath(path) ?? path);
}

function fileSink(path: string | undefined): Sink {
  const file = path === undefined ? { write: writeStdout, close: async () => {} } : openOutput(path);
  return {
    isFolder: false,
    async write(input, output) {
      if (path !== undefined) refuseInput(path, input);
      await file.write(output);
      return undefined;
    },
    close: () => file.close(),
  };
}

/** A device or pipe (`/dev/stdout`) takes what is written to it; a file renamed onto it would destroy it. */
function isSpecial(path: string): boolean {
  const stat = statOf(path);
  return stat !== undefined && !stat.isFile();
}

function folderSink(folder: string, format: Format): Sink {
  const root = resolve(folder);
  const taken = new Map<string, number>();
  return {
    isFolder: true,
    async write(input, output) {
      const target = join(root, `${freeName(input.name, taken)}.${input.extension ?? format}`);
      try {
        if (!target.startsWith(root + sep)) throw new SachError('cannot-write', { path: target, reason: 'outside' });
        refuseInput(target, input);
        await writeAtomically(target, output);
        return undefined;
      } catch (error) {
        return errorOfOneFile(error, root);
      }
    },
    close: async () => {},
  };
}

/**
 * A name that no earlier page has, also where case does not count: `b`, `b-2`, `b-3`. Input order decides, so it is stable.
 * `taken` holds the last number of each name: a capture may have one page ten thousand times.
 */
export function freeName(name: string, taken: Map<string, number>): string {
  const key = (candidate: string): string => candidate.normalize('NFC').toLowerCase();
  let number = taken.get(key(name)) ?? 0;
  let free: string;
  do {
    number += 1;
    free = number === 1 ? name : `${name}-${number}`;
  } while (taken.has(key(free)));
  taken.set(key(free), 1);
  taken.set(key(name), number);
  return free;
}

/** Never write over what is read. */
export function refuseInput(target: string, { file }: Pick<PageInput, 'file'>): void {
  if (file !== undefined && trueName(target) === trueName(file))
    throw new SachError('output-is-input', { path: target });
}

/** The one name of a file, whatever link leads to it, also of one that is not there yet. */
export const trueName = (path: string): string => realPath(path) ?? resolve(path);

let isReaderGone = false;

/** Write to standard output at the reader's pace. Throws ReaderGone, SachError `cannot-write`. */
export function writeStdout(text: string): Promise<void> {
  return new Promise((done, fail) => {
    if (isReaderGone) {
      fail(new ReaderGone());
      return;
    }
    process.stdout.write(text, (cause) => {
      if (!cause) done();
      else if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') fail(writeError('stdout', cause));
      else {
        isReaderGone = true;
        fail(new ReaderGone());
      }
    });
  });
}

/** The reader of standard output went away (`| head`): there is nothing wrong, and nothing more to write there. */
export class ReaderGone extends Error {}

/** For what goes on when the reader of standard output went away. */
export function unlessReaderGone(error: unknown): void {
  if (!(error instanceof ReaderGone)) throw error;
}
