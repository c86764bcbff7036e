/** Words that are made by saying a syllable twice: “đo đỏ”, “nhè nhẹ”, “san sát”, “xành xạch”. */
import { parseSyllable } from '../text/index.ts';

/** A level tone and those that follow it in a doubled word: the high register and the low one. */
const registers: readonly { readonly level: number; readonly others: readonly number[] }[] = [
  { level: 0, others: [1, 3] },
  { level: 2, others: [4, 5] },
];

/** The nasal that stands in the first half for the stop that ends the second. */
const nasalOf: Readonly<Record<string, string>> = { c: 'ng', ch: 'nh', p: 'm', t: 'n' };

/**
 * Whether the second of two lower-case words is the first one again with another tone, and a stop for its nasal. The rules
 * of tone harmony are those of the grammars: ngang goes with sắc and hỏi, huyền with nặng and ngã.
 */
export function isReduplication(first: string, second: string): boolean {
  if (first[0] !== second[0]) return false;
  const [a, b] = [parseSyllable(first), parseSyllable(second)];
  if (a === undefined || b === undefined || a.onset !== b.onset || a.nucleus !== b.nucleus) return false;
  if (a.coda !== b.coda && a.coda !== nasalOf[b.coda]) return false;
  return registers.some(({ level, others }) => level === a.tone && others.includes(b.tone));
}
