import {
  closeSync,
  constants,
  existsSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';
import { say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import { readRecords, type UndoRecord } from './fix-record.ts';
import { makeFolder } from './make-folder.ts';
import type { Terminal } from './terminal.ts';
import { writeError } from './write-error.ts';

/** The report by which `--undo` takes a run back. */
export interface UndoReport {
  /** Where it is written; absent when none was asked for. */
  readonly path?: string;
  /** Before the file is changed: a run that is interrupted can be taken back too. Throws SachError `cannot-write`. */
  add(record: UndoRecord): void;
  close(): void;
}

const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;
const nothingDone = '[]\n';

/**
 * Open a report. One that an earlier run left stays until there is something to say, and is then kept under another name:
 * without it, that run could not be taken back. A record is in it whole or not at all, also on a full disk. Throws SachError
 * `output-not-report` where a file of another kind stands, before any draft is touched.
 */
export function openUndoReport(path: string | undefined, terminal: Terminal): UndoReport {
  if (path === undefined) return { add: () => {}, close: () => {} };
  const earlier = isEarlierReport(path);
  let file: number | undefined;
  let length = 0;
  const write = (text: string): void => {
    try {
      if (file === undefined) {
        makeFolder(dirname(path));
        if (earlier) {
          const kept = keepEarlier(path);
          if (terminal.verbosity !== 'quiet')
            terminal.tell(`${say(terminal.lang, 'fix/report-kept', { path, kept })}\n`);
        }
        file = openSync(path, O_APPEND | O_CREAT | O_TRUNC | O_WRONLY);
      }
      writeFileSync(file, text);
      length += Buffer.byteLength(text);
    } catch (cause) {
      if (file !== undefined) ftruncateSync(file, length);
      throw writeError(path, cause);
    }
  };
  let count = 0;
  const folder = relative(dirname(resolve(path)), '') || '.';
  return {
    path,
    add({ source, ...record }) {
      write(`${count === 0 ? '[' : ','}\n${JSON.stringify({ source, folder, ...record }, undefined, 2)}`);
      count += 1;
    },
    close() {
      try {
        if (count > 0) write('\n]\n');
        else if (!existsSync(path)) write(nothingDone);
      } finally {
        if (file !== undefined) {
          closeSync(file);
          if (length === 0) rmSync(path, { force: true });
        }
      }
    },
  };
}

/**
 * Did an earlier run write a report here that takes something back? Anything else that holds something is not ours to move.
 */
function isEarlierReport(path: string): boolean {
  const earlier = statSync(path, { throwIfNoEntry: false });
  if (!earlier?.isFile() || earlier.size === 0) return false;
  try {
    return readRecords(path).length > 0;
  } catch (cause) {
    throw cause instanceof SachError && cause.code === 'bad-undo'
      ? new SachError('output-not-report', { path })
      : cause;
  }
}

/** Move the report of an earlier run aside: `report.json` to the first free of `report.1.json`, `report.2.json`. */
function keepEarlier(path: string): string {
  const extension = extname(path);
  const base = extension === '' ? path : path.slice(0, -extension.length);
  let number = 1;
  while (existsSync(`${base}.${number}${extension}`)) number += 1;
  const kept = `${base}.${number}${extension}`;
  renameSync(path, kept);
  return kept;
}
