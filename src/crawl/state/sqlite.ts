import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import { SachError } from '../../model/index.ts';
import { type Sql, type SqlValue, schema } from './sql.ts';

/**
 * The state in one file. The lock is held as long as the process lives, and the system lets go of it whatever ends the
 * process: two runs cannot meet in one folder. Throws SachError `crawl-busy`, `crawl-state`.
 */
export function openSqlite(path: string): Sql {
  const db = open(path);
  try {
    // In this order: a lock that is there before the journal cannot be let go of again.
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('SELECT COUNT(*) FROM sqlite_master');
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    // A page that was told as done must be done after a power cut.
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA cache_size = -65536');
    for (const statement of schema('sqlite')) db.exec(statement);
  } catch (cause) {
    db.close();
    if (/locked|busy/i.test(String(cause))) throw new SachError('crawl-busy', { path }, { cause });
    throw new SachError('crawl-state', { path, reason: (cause as Error).message }, { cause });
  }
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const prepare = (statement: string) => {
    let found = prepared.get(statement);
    if (!found) {
      found = db.prepare(statement.replace(/\$(\d+)/g, '?$1'));
      prepared.set(statement, found);
    }
    return found;
  };
  const direct: Omit<Sql, 'transaction' | 'close'> = {
    run: async (statement, ...values) => prepare(statement).run(values).changes,
    all: async <Row>(statement: string, ...values: SqlValue[]) => prepare(statement).all(values) as Row[],
  };
  // One connection: whoever comes while a transaction is open waits for its end.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };
  const nested = () => Promise.reject(new Error('transactions are not nested'));
  return {
    run: (statement, ...values) => inTurn(() => direct.run(statement, ...values)),
    all: <Row>(statement: string, ...values: SqlValue[]) => inTurn(() => direct.all<Row>(statement, ...values)),
    transaction: (work, brief) =>
      inTurn(async () => {
        db.exec(`PRAGMA synchronous = ${brief ? 'NORMAL' : 'FULL'}`);
        db.exec('BEGIN IMMEDIATE');
        try {
          const value = await work({ ...direct, transaction: nested, close: nested });
          db.exec('COMMIT');
          return value;
        } catch (error) {
          db.exec('ROLLBACK');
          throw error;
        }
      }),
    close: () =>
      inTurn(async () => {
        // Closing alone waits for the garbage collector; without its journal the state is one plain file.
        db.exec('PRAGMA locking_mode = NORMAL');
        db.exec('PRAGMA journal_mode = DELETE');
        db.close();
      }),
  };
}

function open(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (cause) {
    throw new SachError('crawl-state', { path, reason: refusal(path) }, { cause });
  }
}

/** Why a file cannot be opened: the file system names what the database has only a number for. */
function refusal(path: string): string {
  try {
    closeSync(openSync(path, 'a'));
    return 'SQLITE_CANTOPEN';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
