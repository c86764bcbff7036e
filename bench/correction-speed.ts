/**
 * Speed and memory of the corrector: `npx tsx bench/correction-speed.ts <jsonl file with texts>…`.
 * Prints the time to load the model, words per second of CPU time at level `safe`, and resident memory above the start.
 */
import { readFileSync } from 'node:fs';
import { correct } from '../src/correct/index.ts';
import { loadModel } from '../src/correct/model.ts';

const texts = process.argv.slice(2).flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text),
);
const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0), 0);
const megabytes = (): number => process.memoryUsage().rss / 1e6;

const before = megabytes();
const start = performance.now();
loadModel();
console.log(`model loaded in ${(performance.now() - start).toFixed(0)} ms, ${(megabytes() - before).toFixed(0)} MB`);
for (const turn of ['first', 'second']) {
  const cpu = process.cpuUsage();
  for (const text of texts) correct(text);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (user + system) / 1e6;
  console.log(
    `${turn} time: ${words} words in ${seconds.toFixed(2)} CPU s, ${Math.round(words / seconds)} words per CPU s`,
  );
}
console.log(`${(megabytes() - before).toFixed(0)} MB above the start, with the texts`);
