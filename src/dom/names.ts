/**
 * Names of tags and attributes, and the short values of attributes: a page has thousands and hardly a few hundred different
 * ones. Each is made once, and found again by the letters that stand in the source. What is asked of a class name later
 * finds its answer fastest by the very same string.
 */

/** Finds the string that stands between two places of a source. */
type Keeper = (source: string, start: number, end: number) => string;

/**
 * The strings last met, as `made` writes them; few share one of the places, whose number is a power of two. What is longer
 * than most is a slip, an attack or a text, and not kept.
 */
function keeper(places: number, most: number, made: (written: string) => string): Keeper {
  const written: string[] = new Array(places).fill('');
  const kept: string[] = new Array(places).fill('');
  return (source, start, end) => {
    if (end - start > most) return made(detached(source.slice(start, end)));
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + source.charCodeAt(at)) | 0;
    const place = hash & (places - 1);
    const known = written[place] as string;
    if (known.length !== end - start || !source.startsWith(known, start)) {
      written[place] = narrow(source, start, end);
      kept[place] = made(written[place] as string);
    }
    return kept[place] as string;
  };
}

/** The name between two places of a source, in lower case: the same string every time. */
export const nameIn = keeper(1024, 32, (name) => name.toLowerCase());

/** The value between two places of a source: most of the time the same string for the same value. */
export const valueIn = keeper(4096, 48, (value) => value);

/** A copy in the least memory: a slice of a page has two bytes a letter when any letter of the page needs them. */
const narrow = (source: string, start: number, end: number): string =>
  String.fromCharCode(...Array.from({ length: end - start }, (_, i) => source.charCodeAt(start + i)));

/** A slice of thirteen letters or more keeps what it was cut from in memory; its copy does not. */
export const detached = (slice: string): string => (slice.length < 13 ? slice : ` ${slice}`.slice(1));
