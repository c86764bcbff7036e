/**
 * Names of tags and attributes, in lower case. A page has a thousand and hardly a hundred different ones: each is made once, and
 * found again by the letters that stand in the source.
 */

/** The last name met at each place, as written and in lower case; few names share one. */
const places = 1024;
const written: string[] = new Array(places).fill('');
const lower: string[] = new Array(places).fill('');
/** A longer name is a slip or an attack, and not kept. */
const maxKept = 32;

/** The name between two places of a source, in lower case: the same string every time. */
export function nameIn(source: string, start: number, end: number): string {
  if (end - start > maxKept) return source.slice(start, end).toLowerCase();
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + source.charCodeAt(at)) | 0;
  const place = hash & (places - 1);
  const known = written[place] as string;
  if (known.length !== end - start || !source.startsWith(known, start)) {
    written[place] = detached(source.slice(start, end));
    lower[place] = (written[place] as string).toLowerCase();
  }
  return lower[place] as string;
}

/** A slice of thirteen letters or more keeps what it was cut from in memory; its copy does not. */
export const detached = (slice: string): string => (slice.length < 13 ? slice : ` ${slice}`.slice(1));
