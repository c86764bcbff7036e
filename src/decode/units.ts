/**
 * The letters of a page as numbers: to step through numbers takes half the time of asking a string for each of its letters,
 * and a text that is changed among them is made once. A text of more than 128 KB is an object of its own, whose memory comes
 * from the system and goes back: on a virtual machine that costs more than to read all of its letters.
 */

/** One piece of memory for all texts but very long ones. */
let kept = new Uint16Array(1 << 15);
const maxKept = 1 << 20;
/** The text whose letters stand there. */
let written = '';

/** Room for the letters of a text that is yet to be written. */
export function roomForUnits(length: number): Uint16Array {
  written = '';
  if (length > maxKept) return new Uint16Array(length);
  if (length > kept.length) kept = new Uint16Array(Math.min(maxKept, 2 * length));
  return kept;
}

/** The UTF-16 units of a text; behind them stands what is left of another one. To be read at once, and not changed. */
export function unitsOf(text: string): Uint16Array {
  if (text === written) return kept;
  const room = roomForUnits(text.length);
  Buffer.from(room.buffer).write(text, 'utf16le');
  if (room === kept) written = text;
  return room;
}

/** The text that the first units make. */
export function textOf(units: Uint16Array, length: number): string {
  const text = Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
  if (units === kept) written = text;
  return text;
}
