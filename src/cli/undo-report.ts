import { closeSync, constants, existsSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FixRecord } from './fix-record.ts';
import { makeFolder } from './make-folder.ts';
import { writeError } from './write-error.ts';

/** The report by which `--undo` takes a run back. */
export interface UndoReport {
  /** Before the file is changed: a run that is interrupted can be taken back too. Throws SachError `cannot-write`. */
  add(record: FixRecord): void;
  close(): void;
}

const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;

/**
 * Open a report; one that is there stays until there is something to say, so that running twice loses nothing. A record is
 * in it whole or not at all, also on a full disk.
 */
export function openUndoReport(path: string | undefined): UndoReport {
  if (path === undefined) return { add: () => {}, close: () => {} };
  let file: number | undefined;
  let length = 0;
  const write = (text: string): void => {
    try {
      if (file === undefined) {
        makeFolder(dirname(path));
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
  return {
    add(record) {
      write(`${count === 0 ? '[' : ','}\n${JSON.stringify(record, undefined, 2)}`);
      count += 1;
    },
    close() {
      try {
        if (count > 0) write('\n]\n');
        else if (!existsSync(path)) write('[]\n');
      } finally {
        if (file !== undefined) {
          closeSync(file);
          if (length === 0) rmSync(path, { force: true });
        }
      }
    },
  };
}
