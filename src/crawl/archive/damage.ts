import { SachError } from '../../model/index.ts';
import type { VisitRow } from './plan.ts';

/** A record of the capture that cannot be read: its file is gone, was cut, or has bytes that were changed. */
export interface DamagedRecord {
  readonly url: string;
  readonly reason: string;
  /** From the archive's root. */
  readonly file: string;
}

type Recorded = Pick<VisitRow, 'url' | 'warc'>;

/** What reading a record gave, or that it is damaged: one bad byte shall not cost the rest of the archive. */
export async function unlessDamaged<T>({ url, warc }: Recorded, read: () => Promise<T>): Promise<T | DamagedRecord> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SachError) || !error.code.startsWith('capture-')) throw error;
    return { url, reason: error.code, file: `capture/${warc}` };
  }
}

export const isDamaged = (value: object): value is DamagedRecord => 'reason' in value && 'file' in value;
