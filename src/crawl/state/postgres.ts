import pg from 'pg';
import { SachError } from '../../model/index.ts';
import { type Sql, type SqlValue, schema } from './sql.ts';

/** The tables stand in a schema of their own, so that a database may hold other things. */
const schemaName = 'sach';
/** Two workers in each other's way: the server ends one, which just has to try again. */
const deadlock = new Set(['40P01', '40001']);
const maxTries = 5;
/** int8 comes as text otherwise; our numbers are counts and milliseconds. */
const int8 = 20;

export interface PostgresSql extends Sql {
  /** Milliseconds by which the server's clock is ahead of ours: workers on several machines must agree on the time. */
  readonly clockOffset: number;
  /** Do something no other worker does at the same time; they wait for their turn. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** The address of a database as it may be shown. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** The state in a PostgreSQL database, shared by any number of workers. Throws SachError `crawl-state`. */
export async function openPostgres(url: string): Promise<PostgresSql> {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schemaName}`,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A server that goes away is told by the next query.
  pool.on('error', () => {});
  let clockOffset: number;
  try {
    await prepare(pool);
    const { rows } = await pool.query<{ now: string }>(
      'SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint AS now',
    );
    clockOffset = Number(rows[0]?.now) - Date.now();
  } catch (cause) {
    await pool.end();
    throw new SachError('crawl-state', { path: withoutPassword(url), reason: (cause as Error).message }, { cause });
  }
  const nested = () => Promise.reject(new Error('transactions are not nested'));
  const on = (client: Pick<pg.Pool, 'query'>): Omit<Sql, 'transaction' | 'close'> => ({
    run: async (statement, ...values) => (await client.query(statement, values.map(toPostgres))).rowCount ?? 0,
    all: async <Row>(statement: string, ...values: SqlValue[]) =>
      (await client.query(statement, values.map(toPostgres))).rows as Row[],
  });
  const once = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const value = await work({ ...on(client), transaction: nested, close: nested });
      await client.query('COMMIT');
      client.release();
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      client.release();
      throw error;
    }
  };
  return {
    ...on(pool),
    clockOffset,
    async transaction(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (tries >= maxTries || !deadlock.has((error as { code?: string }).code ?? '')) throw error;
        }
      }
    },
    async exclusively(work) {
      const client = await pool.connect();
      try {
        await client.query("SELECT pg_advisory_lock(hashtext('sach'))");
        return await work();
      } finally {
        // The lock goes with the connection.
        client.release(true);
      }
    },
    close: () => pool.end(),
  };
}

/** Make the tables, one worker at a time: `IF NOT EXISTS` alone is no protection against two who do so at once. */
async function prepare(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('sach tables'))");
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    for (const statement of schema('postgres')) await client.query(statement);
  } finally {
    client.release(true);
  }
}

const toPostgres = (value: SqlValue): SqlValue => (value instanceof Uint8Array ? Buffer.from(value) : value);
