/**
 * The context net: how well a word fits among the words around it, farther off than counted runs reach. Each word around
 * is a row of numbers, weighted by its place; their sum is held against the row of the word in question (a log-bilinear
 * model: Mnih and Hinton, “Three new graphical models for statistical language modelling”, 2007). It has learned to tell a
 * word from what slips make of it, and is only asked where something looks wrong.
 */
import { edgeId } from './vocabulary.ts';

/** Words looked at on either side, and numbers in a row. */
export const reach = 8;
export const width = 64;
const places = 2 * reach;

/** Rows quantised to whole numbers from -7 to 7, two per byte, with one scale factor per row. */
export interface Rows {
  readonly packed: Uint8Array;
  readonly scales: Float32Array;
}

/** Bytes of a row, and what stands for 0 in half of one. */
const rowBytes = width / 2;
const zero = 8;

/** Two numbers of a row as one byte. */
export const packPair = (first: number, second: number): number => (first + zero) | ((second + zero) << 4);

export interface ContextNet {
  /** A row for every word of the vocabulary as a neighbour. */
  readonly inputs: Rows;
  /** A row for every attested syllable as the word in question, and how common it is. */
  readonly outputs: Rows;
  readonly bias: Float32Array;
  /** A row for each place, from the farthest on the left to the farthest on the right. */
  readonly positions: Float32Array;
}

/** Index in the sequence of the word at a place (0 to 2 · reach − 1) around `at`. */
export const indexOf = (at: number, place: number): number => at + place - reach + (place < reach ? 0 : 1);

/** Write what is expected at a place into `out`, from the words around it. */
export function expectAt(
  { inputs, positions }: ContextNet,
  ids: readonly number[],
  at: number,
  out: Float32Array,
): void {
  out.fill(0);
  for (let place = 0; place < places; place++) {
    const id = ids[indexOf(at, place)] ?? edgeId;
    const scale = inputs.scales[id] as number;
    const row = id * rowBytes;
    const weights = place * width;
    for (let i = 0; i < rowBytes; i++) {
      const pair = inputs.packed[row + i] as number;
      const d = 2 * i;
      out[d] = (out[d] as number) + scale * ((pair & 15) - zero) * (positions[weights + d] as number);
      out[d + 1] = (out[d + 1] as number) + scale * ((pair >> 4) - zero) * (positions[weights + d + 1] as number);
    }
  }
}

/** How well a syllable fits what is expected; the difference of two is the logarithm of their odds. */
export function fitOf({ outputs, bias }: ContextNet, expected: Float32Array, id: number): number {
  let sum = 0;
  for (let i = 0; i < rowBytes; i++) {
    const pair = outputs.packed[id * rowBytes + i] as number;
    sum += ((pair & 15) - zero) * (expected[2 * i] as number);
    sum += ((pair >> 4) - zero) * (expected[2 * i + 1] as number);
  }
  return sum * (outputs.scales[id] as number) + (bias[id] as number);
}

/** Count of 32-bit numbers in the header of the file: rows of neighbours, rows of syllables. */
const header = 2;

/** Serialise a context net: header, floats, packed rows. */
export function writeContextNet({ inputs, outputs, positions, bias }: ContextNet): Uint8Array {
  const numbers = [inputs.scales, outputs.scales, bias, positions];
  const parts = [Uint32Array.of(inputs.scales.length, bias.length), ...numbers, inputs.packed, outputs.packed];
  return Buffer.concat(
    parts.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );
}

/** Read what `writeContextNet` wrote: views on the bytes, nothing is unpacked. */
export function readContextNet(file: Uint8Array): ContextNet {
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const [words = 0, syllables = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, header);
  let at = 4 * header;
  const take = (size: number): number => {
    at += size;
    return bytes.byteOffset + at - size;
  };
  if (bytes.length !== 4 * (header + words + 2 * syllables + places * width) + (words + syllables) * rowBytes)
    throw new Error('the context net is of another version of sach');
  const floats = (size: number): Float32Array => new Float32Array(bytes.buffer, take(4 * size), size);
  const [inputScales, outputScales, bias] = [floats(words), floats(syllables), floats(syllables)];
  const positions = floats(places * width);
  const rows = (count: number): Uint8Array => new Uint8Array(bytes.buffer, take(count * rowBytes), count * rowBytes);
  const inputs = { scales: inputScales, packed: rows(words) };
  const outputs = { scales: outputScales, packed: rows(syllables) };
  return { inputs, outputs, bias, positions };
}
