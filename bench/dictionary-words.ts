// Are right words left alone? Each word of a list, in three sentences that say nothing of it, at `safe`.
//
//   npx tsx bench/dictionary-words.ts ../shared/lexicon/compounds.tsv      a word and its sources on a line, parted by a tab
//
// Prints how many were changed, by the sources that have them, and the changes. Lists that copy each other hold misspellings
// too.
import { readFileSync } from 'node:fs';
import { correct } from '../src/index.ts';

const sentences: readonly ((word: string) => string)[] = [
  (word) => `Buổi họp sáng nay bàn nhiều về ${word} của địa phương trong năm qua.`,
  (word) => `Theo ông, ${word} là việc mà mọi người cần quan tâm.`,
  (word) => `Bà con nói đến ${word}, rồi ai về nhà nấy.`,
];

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: npx tsx bench/dictionary-words.ts LIST.tsv');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));
const changed = new Map<string, number>();
for (const [word = '', sources = ''] of rows) {
  const edits = sentences.flatMap((sentence) => correct(sentence(word)).edits);
  if (edits.length === 0) continue;
  changed.set(sources, (changed.get(sources) ?? 0) + 1);
  console.log(`${word}\t${sources}\t${edits.map(({ before, after }) => `${before} → ${after}`).join(', ')}`);
}
const total = [...changed.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `\n${total} of ${rows.length} changed: ${[...changed].map(([sources, count]) => `${sources} ${count}`).join(', ')}`,
);
