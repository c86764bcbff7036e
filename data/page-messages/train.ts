/**
 * Learn `data/page-messages.json`: `npx tsx data/page-messages/train.ts`. A softmax regression over the features of
 * `src/extract/page-type/message-model.ts`, fitted by AdaGrad to `examples.jsonl`, sentences written for it, and to lines of
 * which none is a message: those of the evaluation pages that are articles, with their labels and menus, and those of laws
 * and news in the corpus. First each fifth of the written ones is judged by what was learnt from all others, and the figures
 * are printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { domOf, goldOf, type SetName, sets } from '../../bench/eval-set.ts';
import { linesOf } from '../../src/extract/lines.ts';
import {
  learntMessage,
  type MessageKind,
  type MessageModel,
  type MessageTable,
  messageFeatures,
  messageKinds,
  messageModel,
} from '../../src/extract/page-type/message-model.ts';
import { maxMessageLetters } from '../../src/extract/page-type/message-reason.ts';
import { readCorpus, shardsOf } from '../correct/corpus.ts';
import { shuffle } from '../correct/random.ts';

interface Example {
  readonly text: string;
  readonly kind: MessageKind;
}

/** Features of fewer examples say nothing of the next one. */
const minExamples = 2;
const epochs = 40;
const rate = 0.5;
const decay = 0.3;
const maxByte = 127;
/** Features with less weight than this for every kind are left out. */
const minByte = 24;

/** Always the same numbers in turn (Park and Miller 1988), so that the same examples make the same model. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** What several written examples have in common; what only pages have is their own. */
function featuresIn(written: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of written)
    for (const feature of messageFeatures(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= minExamples).map(([feature]) => feature);
}

/** Fit a table to written examples and lines of pages. */
function learn(written: readonly Example[], pages: readonly Example[]): MessageTable {
  const features = featuresIn(written);
  const examples = [...written, ...pages];
  const seen = examples.map(({ text }) => messageFeatures(text));
  const columns = new Map(features.map((feature, i) => [feature, i] as const));
  const rows = seen.map((row) =>
    [...row].map((feature) => columns.get(feature)).filter((column) => column !== undefined),
  );
  const width = messageKinds.length;
  const weights = new Float64Array(features.length * width);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const bias = new Float64Array(width);
  const biasSquares = new Float64Array(width).fill(1e-8);
  const random = numbersFrom(1);
  const order = [...examples.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] as number[];
      const scale = 1 / Math.sqrt(Math.max(1, row.length));
      const sums = bias.map((start, k) =>
        row.reduce((sum, column) => sum + scale * weights[column * width + k]!, start),
      );
      const wanted = messageKinds.indexOf(examples[at]!.kind);
      softmax(sums).forEach((probability, k) => {
        const error = probability - (k === wanted ? 1 : 0);
        biasSquares[k]! += error * error;
        bias[k]! -= (rate * error) / Math.sqrt(biasSquares[k]!);
        for (const column of row) {
          const i = column * width + k;
          const slope = error * scale + (decay * weights[i]!) / examples.length;
          squares[i]! += slope * slope;
          weights[i]! -= (rate * slope) / Math.sqrt(squares[i]!);
        }
      });
    }
  }
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / maxByte;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  const rowOf = (i: number): Int8Array => bytes.subarray(i * width, (i + 1) * width);
  const telling = [...features.keys()].filter((i) => rowOf(i).some((weight) => Math.abs(weight) >= minByte));
  return {
    bias: [...bias].map((value) => Math.round(value * 1000) / 1000),
    step: Math.round(step * 1e6) / 1e6,
    features: telling.map((i) => features[i]).join('\n'),
    weights: Buffer.from(Int8Array.from(telling.flatMap((i) => [...rowOf(i)])).buffer).toString('base64'),
  };
}

/** Share of messages found, and of what was found that are messages, at a probability. */
function judge(examples: readonly Example[], modelOf: (i: number) => MessageModel, least: number): string {
  let [found, right, messages, kinds] = [0, 0, 0, 0];
  examples.forEach(({ text, kind }, i) => {
    const learnt = learntMessage(text, modelOf(i));
    if (kind !== 'text') messages += 1;
    if (learnt.probability < least) return;
    found += 1;
    if (kind === 'text') return;
    right += 1;
    if (learnt.kind === kind) kinds += 1;
  });
  const of = (part: number, all: number): string => (part / Math.max(1, all)).toFixed(3);
  return `at ${least}: precision ${of(right, found)}, recall ${of(right, messages)}, kind right ${of(kinds, right)}`;
}

/** So many lines of the pages of one set, no two the same, spread over the pages. */
const linesOfSet = 1500;

/** Lines of pages that are articles. */
function linesOfArticles(set: SetName): Example[] {
  const golds = goldOf(set).filter(({ kind = 'article' }) => kind === 'article');
  const found = new Set(
    golds.flatMap(({ id }) => linesOf(domOf(set, id).document).map(({ text }) => text.toLowerCase())),
  );
  const every = Math.max(1, Math.floor(found.size / linesOfSet));
  return [...found].filter((_, i) => i % every === 0).map((text) => ({ text, kind: 'text' }));
}

const corpusFolder = new URL('../../../shared/corpus/', import.meta.url).pathname;
const shards = ['laws', 'vietnews'];
const linesOfShard = 4000;
/** Every so many lines of the corpus one is taken, so that they come from many texts. */
const stride = 40;

/** Lines of texts, which may say that something is closed or gone. */
async function linesOfTexts(shard: string): Promise<Example[]> {
  const found: Example[] = [];
  let count = 0;
  const paths = shardsOf(corpusFolder, false).filter((path) => path.includes(`/${shard}.`));
  for await (const { text } of readCorpus(paths)) {
    count += 1;
    if (count % stride === 0 && text.length <= maxMessageLetters) found.push({ text, kind: 'text' });
    if (found.length >= linesOfShard) break;
  }
  return found;
}

const here = (name: string): URL => new URL(name, import.meta.url);
const examples = readFileSync(here('examples.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);
const folds = 5;
const texts = await Promise.all(shards.map(linesOfTexts));
const pages = [...sets.flatMap(linesOfArticles), ...texts.flat()];
const models = Array.from({ length: folds }, (_, fold) =>
  messageModel(
    learn(
      examples.filter((_, i) => i % folds !== fold),
      pages,
    ),
  ),
);
for (const least of [0.5, 0.8, 0.9]) console.log(judge(examples, (i) => models[i % folds] as MessageModel, least));
const table = learn(examples, pages);
writeFileSync(here('../page-messages.json'), `${JSON.stringify(table)}\n`);
console.log(
  `${examples.length} examples, ${pages.length} lines of pages and texts, ${table.features.split('\n').length} features`,
);
