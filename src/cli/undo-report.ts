import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
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

/** Open a report; one that is there stays until there is something to say, so that running twice loses nothing. */
export function openUndoReport(path: string | undefined): UndoReport {
  if (path === undefined) return { add: () => {}, close: () => {} };
  let file: number | undefined;
  const write = (text: string): void => {
    try {
      if (file === undefined) {
        makeFolder(dirname(path));
        file = openSync(path, 'w');
      }
      writeSync(file, text);
    } catch (cause) {
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
      if (count > 0) write('\n]\n');
      else if (!existsSync(path)) write('[]\n');
      if (file !== undefined) closeSync(file);
    },
  };
}
