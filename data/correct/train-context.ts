/**
 * Learning the context net: tell every word of the corpus from words that slips make of it, by the words around it.
 * Sampled softmax (Bengio and Senécal, “Quick training of probabilistic neural nets by importance sampling”, 2003), whose
 * wrong answers are above all candidates of a slip; each row has a rate of its own (Duchi et al., “Adaptive subgradient
 * methods”, 2011). Deterministic; some six minutes an epoch.
 */
import { findCandidates, type SyllableIndex } from '../../src/correct/candidates.ts';
import { type ContextNet, indexOf, packPair, type Rows, reach, width } from '../../src/correct/context-net.ts';
import { firstWord } from '../../src/correct/vocabulary.ts';
import { random, shuffle } from './random.ts';

/** Wrong answers shown beside each right one: what slips make of it, and any words. */
const nearWrong = 7;
const farWrong = 2;
const maxMistakable = 48;
const maxCost = 8;
/** Words more frequent than this are passed over in part: they teach little more. */
const frequent = 5e-4;
const firstRate = 0.2;
/** Rows of places are shared by all examples and move more slowly. */
const placeRate = 0.15;
const biasRate = 0.3;
/** What is answered as well as this teaches nothing more: an option, and a whole place. */
const minError = 1e-3;
const known = 0.985;
/** Texts of one kind stand together in the corpus: they are taken in turns, so many words at a time. */
const blockSize = 2 ** 13;

const places = 2 * reach;

/** Rows of floats, with the sum of the squares of what each was moved by. */
interface Learner {
  readonly rows: Float32Array;
  readonly seen: Float32Array;
}
const learner = (rows: Float32Array, seen: number): Learner => ({
  rows,
  seen: new Float32Array(rows.length / width).fill(seen),
});

interface Learning {
  readonly inputs: Learner;
  readonly outputs: Learner;
  readonly positions: Learner;
  readonly bias: Float32Array;
  readonly mistakable: readonly Uint16Array[];
  /** The share of each syllable's places that is looked at. */
  readonly kept: Float32Array;
}

/** Learn from the ids of a corpus. */
export function trainContext(corpus: Uint16Array, index: SyllableIndex, epochs: number, seed: number): ContextNet {
  const { words, syllables } = index.vocabulary;
  const next = random(seed);
  const spread = 1 / Math.sqrt(width);
  const learning: Learning = {
    inputs: learner(
      Float32Array.from({ length: words.length * width }, () => (next() - 0.5) * spread),
      1e-4,
    ),
    outputs: learner(new Float32Array(syllables * width), 1e-4),
    positions: learner(
      Float32Array.from({ length: places * width }, (_, i) => nearness(Math.floor(i / width))),
      1e-2,
    ),
    bias: new Float32Array(syllables),
    mistakable: words.slice(0, syllables).map((word, id) => mistakable(id < firstWord ? '' : word, index)),
    kept: sharesKept(corpus, syllables),
  };
  const blocks = Math.floor(corpus.length / blockSize);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    let examples = 0;
    const order = Uint32Array.from({ length: blocks }, (_, i) => i);
    shuffle(order, next);
    order.forEach((block, i) => {
      const rate = firstRate * Math.max(0.02, 1 - (epoch + i / blocks) / epochs);
      for (let at = block * blockSize; at < (block + 1) * blockSize; at++) {
        const word = corpus[at] as number;
        const wrong = learning.mistakable[word];
        if (wrong === undefined || wrong.length === 0 || next() >= (learning.kept[word] as number)) continue;
        loss += learn(corpus, at, rate, learning, next);
        examples++;
      }
    });
    console.log(`  context net, epoch ${epoch + 1}: ${examples} examples, loss ${(loss / examples).toFixed(4)}`);
  }
  const { inputs, outputs, positions, bias } = learning;
  return { inputs: toSteps(inputs.rows), outputs: toSteps(outputs.rows), positions: positions.rows, bias };
}

const nearness = (place: number): number => 1 / (1 + 0.3 * (Math.abs(indexOf(0, place)) - 1));

function mistakable(word: string, index: SyllableIndex): Uint16Array {
  const { ids, typed, scanned } = findCandidates(word, index);
  const near = ids.filter((_, i) => Math.min(typed[i] as number, scanned[i] as number) <= maxCost);
  return Uint16Array.from(near.slice(0, maxMistakable));
}

function sharesKept(corpus: Uint16Array, syllables: number): Float32Array {
  const counts = new Uint32Array(syllables);
  for (const id of corpus) if (id < syllables) counts[id] = (counts[id] as number) + 1;
  return Float32Array.from(counts, (count) => Math.min(1, Math.sqrt((frequent * corpus.length) / Math.max(1, count))));
}

const options = new Uint16Array(1 + nearWrong + farWrong);
const shares = new Float32Array(options.length);
const around = new Uint16Array(places);
const hidden = new Float32Array(width);
const back = new Float32Array(width);

/** One place of the corpus; returns its loss. */
function learn(corpus: Uint16Array, at: number, rate: number, learning: Learning, next: () => number): number {
  expect(corpus, at, learning);
  const count = choose(corpus, corpus[at] as number, learning, next);
  const right = weigh(count, learning);
  if (right < known) moveNeighbours(rate, answer(count, rate, learning), learning);
  return -Math.log(right + 1e-9);
}

/** The sum of the neighbours' rows, each by its place. */
function expect(corpus: Uint16Array, at: number, { inputs, positions }: Learning): void {
  hidden.fill(0);
  for (let place = 0; place < places; place++) {
    const id = corpus[indexOf(at, place)] ?? 0;
    around[place] = id;
    const row = id * width;
    const weight = place * width;
    for (let d = 0; d < width; d++)
      hidden[d] = (hidden[d] as number) + (inputs.rows[row + d] as number) * (positions.rows[weight + d] as number);
  }
}

/** Put the word and wrong answers into `options`, the cheapest slips most often; returns how many. */
function choose(corpus: Uint16Array, word: number, { mistakable, bias }: Learning, next: () => number): number {
  const wrong = mistakable[word] as Uint16Array;
  options[0] = word;
  let count = 1;
  for (let k = 0; k < nearWrong; k++) options[count++] = wrong[Math.floor(next() * next() * wrong.length)] as number;
  for (let k = 0; k < farWrong; k++) {
    const other = corpus[Math.floor(next() * corpus.length)] as number;
    if (other >= firstWord && other < bias.length && other !== word) options[count++] = other;
  }
  return count;
}

/** Fill `shares` with the probability of each option; returns that of the right one. */
function weigh(count: number, { outputs, bias }: Learning): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const id = options[k] as number;
    const row = id * width;
    let sum = bias[id] as number;
    for (let d = 0; d < width; d++) sum += (outputs.rows[row + d] as number) * (hidden[d] as number);
    shares[k] = sum;
    if (sum > top) top = sum;
  }
  let total = 0;
  for (let k = 0; k < count; k++) {
    shares[k] = Math.exp((shares[k] as number) - top);
    total += shares[k] as number;
  }
  for (let k = 0; k < count; k++) shares[k] = (shares[k] as number) / total;
  return shares[0] as number;
}

/** Move the rows of the options; leaves in `back` what the neighbours are to be moved by, and returns its mean square. */
function answer(count: number, rate: number, { outputs, bias }: Learning): number {
  const size = meanSquare(hidden) + 1e-3;
  back.fill(0);
  for (let k = 0; k < count; k++) {
    const error = (shares[k] as number) - (k === 0 ? 1 : 0);
    if (Math.abs(error) < minError) continue;
    const id = options[k] as number;
    const row = id * width;
    const seen = (outputs.seen[id] as number) + error * error * size;
    outputs.seen[id] = seen;
    const step = (rate / Math.sqrt(seen)) * error;
    bias[id] = (bias[id] as number) - step * biasRate;
    for (let d = 0; d < width; d++) {
      const weight = outputs.rows[row + d] as number;
      back[d] = (back[d] as number) + error * weight;
      outputs.rows[row + d] = weight - step * (hidden[d] as number);
    }
  }
  return meanSquare(back);
}

function meanSquare(row: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < width; d++) sum += (row[d] as number) ** 2;
  return sum / width;
}

function moveNeighbours(rate: number, strength: number, { inputs, positions }: Learning): void {
  for (let place = 0; place < places; place++) {
    const id = around[place] as number;
    const row = id * width;
    const weight = place * width;
    inputs.seen[id] = (inputs.seen[id] as number) + strength;
    positions.seen[place] = (positions.seen[place] as number) + strength;
    const step = rate / Math.sqrt(inputs.seen[id] as number);
    const placeStep = (rate * placeRate) / Math.sqrt(positions.seen[place] as number);
    for (let d = 0; d < width; d++) {
      const input = inputs.rows[row + d] as number;
      const position = positions.rows[weight + d] as number;
      const error = back[d] as number;
      inputs.rows[row + d] = input - step * error * position;
      positions.rows[weight + d] = position - placeStep * error * input;
    }
  }
}

/** Steps on either side of zero: what half a byte holds. On held-out words they tell slips as well as whole bytes do. */
const steps = 7;
/** Shares of the largest number of a row that the last step may stand for: cutting it off makes the other steps finer. */
const reaches = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Round to steps, whose size is for each row the one that errs least. */
function toSteps(rows: Float32Array): Rows {
  const scales = new Float32Array(rows.length / width);
  const packed = new Uint8Array(rows.length / 2);
  for (let row = 0; row < scales.length; row++) {
    const numbers = rows.subarray(row * width, (row + 1) * width);
    const largest = Math.max(1e-9, ...numbers.map(Math.abs));
    const sizes = reaches.map((share) => (largest * share) / steps);
    const scale = sizes.reduce((best, size) => (errorOf(numbers, size) < errorOf(numbers, best) ? size : best));
    scales[row] = scale;
    for (let d = 0; d < width; d += 2)
      packed[(row * width + d) / 2] = packPair(
        stepOf(numbers[d] as number, scale),
        stepOf(numbers[d + 1] as number, scale),
      );
  }
  return { packed, scales };
}

const stepOf = (number: number, size: number): number => Math.max(-steps, Math.min(steps, Math.round(number / size)));

const errorOf = (numbers: Float32Array, size: number): number =>
  numbers.reduce((sum, number) => sum + (stepOf(number, size) * size - number) ** 2, 0);
