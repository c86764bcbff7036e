/** The language model as it lies in the package: views on the file's bytes. */
import { pairCount, type SyllableIndex } from './candidates.ts';
import type { NgramTable } from './ngrams.ts';
import { toVocabulary, type Vocabulary } from './vocabulary.ts';

export interface LanguageModel {
  readonly vocabulary: Vocabulary;
  readonly index: SyllableIndex;
  /** Level of each word's own count. */
  readonly unigrams: Uint8Array;
  /**
   * What a pair that is not in the table tells of each word in it, the neighbour being on its left or right: bits of
   * surprise, `unseenSteps` to one. A syllable that lives in few words, “khấu”, is hardly ever beside a new one; “và” always
   * may be.
   */
  readonly unseenLeft: Uint8Array;
  readonly unseenRight: Uint8Array;
  readonly table: NgramTable;
}

const magic = 0x48434153;
const version = 3;

/** The parts of the file, each on an address that its numbers can be read from in place. */
function layOut(sizes: readonly number[]): number[] {
  const starts: number[] = [];
  let at = 4 * (2 + headerNumbers);
  for (const size of sizes) {
    starts.push(at);
    at += 4 * Math.ceil(size / 4);
  }
  return [...starts, at];
}
const headerNumbers = 6;

/** Header, words, their levels, the index of syllables, and the n-gram cells. */
export function writeLanguageModel(model: LanguageModel): Uint8Array {
  const { vocabulary, unigrams, unseenLeft, unseenRight, table, index } = model;
  const words = new TextEncoder().encode(vocabulary.words.join('\n'));
  const parts = [
    words,
    unigrams,
    unseenLeft,
    unseenRight,
    index.first,
    index.ids,
    index.codas,
    index.tones,
    table.cells,
  ];
  const starts = layOut(parts.map((part) => part.byteLength));
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  const header = [
    words.length,
    unigrams.length,
    vocabulary.syllables,
    table.segments,
    table.segmentBits,
    index.ids.length,
  ];
  new Uint32Array(bytes.buffer).set([magic, version, ...header]);
  parts.forEach((part, i) => {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), starts[i]);
  });
  return bytes;
}

/** Read what `writeLanguageModel` wrote: views on the bytes, nothing is parsed but the words. */
export function readLanguageModel(file: Uint8Array): LanguageModel {
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, 2 + headerNumbers);
  if (header[0] !== magic || header[1] !== version) throw new Error('the language model is of another version of sach');
  const [wordBytes = 0, words = 0, syllables = 0, segments = 0, segmentBits = 0, indexed = 0] = header.subarray(2);
  const pairs = 2 * (pairCount + 1);
  const cells = (segments + 2) * 2 ** segmentBits;
  const starts = layOut([wordBytes, words, words, words, pairs, 2 * indexed, indexed, indexed, 2 * cells]);
  const place = (part: number): number => bytes.byteOffset + (starts[part] as number);
  const text = new TextDecoder().decode(new Uint8Array(bytes.buffer, place(0), wordBytes));
  const vocabulary = toVocabulary(text.split('\n'), syllables);
  return {
    vocabulary,
    unigrams: new Uint8Array(bytes.buffer, place(1), words),
    unseenLeft: new Uint8Array(bytes.buffer, place(2), words),
    unseenRight: new Uint8Array(bytes.buffer, place(3), words),
    index: {
      vocabulary,
      first: new Uint16Array(bytes.buffer, place(4), pairCount + 1),
      ids: new Uint16Array(bytes.buffer, place(5), indexed),
      codas: new Uint8Array(bytes.buffer, place(6), indexed),
      tones: new Uint8Array(bytes.buffer, place(7), indexed),
    },
    table: { cells: new Uint16Array(bytes.buffer, place(8), cells), segments, segmentBits },
  };
}
