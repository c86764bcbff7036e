/**
 * UTF-8 that is known to be right, read as text in one pass that also looks for damage and puts letters in the place of
 * their entities. A page's text is one large object, whose memory costs more than all three: so it is made once, when it is
 * done.
 */
import { vietnameseOnly } from '../text/index.ts';
import { areComposed, leaveOut, rememberCensus, signSets, signsOf } from './census.ts';
import { expandAt, writtenAs } from './entities.ts';
import { callsForInvisible, invisibleRuns } from './letters.ts';
import { areUsual } from './misread.ts';
import { roomForUnits, textOf } from './units.ts';

const ampersand = 0x26;
const vietnamese = signSets([vietnameseOnly]);

interface Utf8Text {
  readonly text: string;
  /** Letters stand in the place of their entities, as `expandEntities` puts them. */
  readonly isExpanded: boolean;
  /** Zero-width characters that were taken out, see the repair `letters/invisible`. */
  readonly invisible: number;
}

/**
 * Read bytes that are right UTF-8, with the marks of Latin letters composed. `expand`: entities too, if there is a letter
 * that shows that the page is no VIQR, whose signs an entity may hide.
 */
export function readUtf8(bytes: Uint8Array, expand: boolean): Utf8Text {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // No text has more units than bytes.
  const units = roomForUnits(bytes.length);
  const { count, own, found, highest, expanded } = decodeInto(units, source, expand);
  const isVietnamese = vietnamese.among(own) !== 0;
  if (expanded && !isVietnamese) return readUtf8(bytes, false);
  // Where nothing else would be repaired before, they are taken out here, and the text is made once instead of twice.
  const isFirst = expand && isVietnamese && callsForInvisible(found) && areUsual(found) && areComposed(found);
  const left = isFirst ? leaveOut(units, count, units, invisibleRuns) : { count, found };
  // The engine keeps texts of Latin letters in half the memory, if it makes them itself.
  const text = highest >= 0x100 || expanded ? textOf(units, left.count) : source.toString('utf8');
  rememberCensus(text, left.found);
  return { text, isExpanded: expand, invisible: count - left.count };
}

/** Write the units of some bytes, and gather the signs that they are (`own`) and those in the place of entities. */
function decodeInto(out: Uint16Array, bytes: Buffer, expand: boolean) {
  const { length } = bytes;
  let own = bytes.includes(0) ? signsOf(0) : 0;
  let found = 0;
  let count = 0;
  let highest = 0;
  let expanded = false;
  for (let at = 0; at < length; ) {
    const byte = bytes[at] as number;
    let code: number;
    if (byte < 0x80) {
      const entity = expand && byte === ampersand ? expandAt(bytes, at, writtenAs) : undefined;
      if (entity === undefined) {
        out[count++] = byte;
        at += 1;
        continue;
      }
      expanded = true;
      code = entity.unit;
      at = entity.end;
      found |= signsOf(code);
    } else if (byte < 0xe0) {
      code = ((byte & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
      at += 2;
      const composed = (code & 0xff80) === firstMark ? composedOf(out[count - 1] as number, code) : 0;
      if (composed !== 0) {
        count -= 1;
        code = composed;
      }
      own |= signsOf(code);
    } else if (byte < 0xf0) {
      code = ((byte & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
      at += 3;
      own |= signsOf(code);
    } else {
      const low = (((bytes[at + 2] as number) & 0x3f) << 6) | ((bytes[at + 3] as number) & 0x3f);
      const point = ((byte & 0x07) << 18) | (((bytes[at + 1] as number) & 0x3f) << 12) | low;
      const lead = 0xd7c0 + (point >> 10);
      out[count++] = lead;
      code = 0xdc00 | (point & 0x3ff);
      at += 4;
      own |= signsOf(lead) | signsOf(code);
    }
    highest |= code;
    out[count++] = code;
  }
  return { count, own, found: own | found, highest, expanded };
}

/**
 * Combining marks of Latin letters stand from here to U+036F, and behind those Greek ones that compose with nothing before
 * them.
 */
const firstMark = 0x300;
const composites = new Map<number, number>();

/**
 * The letter that a Latin letter and a mark make, 0 if they make none: every third portal has such text, and then much of
 * it.
 */
function composedOf(letter: number, mark: number): number {
  if (!(letter < 0x250 || (letter >= 0x1e00 && letter < 0x1f00))) return 0;
  const pair = (letter << 16) | mark;
  const known = composites.get(pair);
  if (known !== undefined) return known;
  const text = String.fromCharCode(letter, mark).normalize('NFC');
  const composed = text.length === 1 ? text.charCodeAt(0) : 0;
  composites.set(pair, composed);
  return composed;
}
