/** Learning the decision layer: cross-entropy over “keep” and the choices of each spot, by Adam. */
import { featureCount } from '../../src/correct/features.ts';
import { hidden, type Net, netSize, scoreOf } from '../../src/correct/net.ts';
import type { Examples } from './examples.ts';
import { random, shuffle } from './random.ts';

const [wide, narrow] = hidden;
const leak = 0.01;
const batch = 128;
/** What is decided as well as this teaches nothing more, and costs most of the time. */
const minError = 0.002;

/** Learn from the examples marked in `use`. Deterministic. */
export function train(examples: Examples, use: readonly number[], epochs: number, seed: number): Net {
  const next = random(seed);
  const { mean, scale } = spread(examples, use);
  const weights = Float32Array.from({ length: netSize }, () => 0);
  initialise(weights, next);
  const gradient = new Float32Array(netSize);
  const first = new Float32Array(netSize);
  const second = new Float32Array(netSize);
  const order = [...use];
  const steps = Math.ceil(order.length / batch) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    let loss = 0;
    for (let from = 0; from < order.length; from += batch) {
      gradient.fill(0);
      const to = Math.min(order.length, from + batch);
      for (let k = from; k < to; k++) loss += learn(examples, order[k] as number, { weights, mean, scale }, gradient);
      step++;
      const rate = 0.003 * (0.02 + 0.98 * 0.5 * (1 + Math.cos((Math.PI * step) / steps)));
      adam(weights, gradient, first, second, rate, step, to - from);
    }
    console.log(`  epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(5)}`);
  }
  return { weights, mean, scale };
}

function spread({ features }: Examples, use: readonly number[]): { mean: Float32Array; scale: Float32Array } {
  const sum = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let rows = 0;
  for (const k of use) {
    const row = features[k] as Float32Array;
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as number;
      sum[i % featureCount] = (sum[i % featureCount] as number) + value;
      squares[i % featureCount] = (squares[i % featureCount] as number) + value * value;
    }
    rows += row.length / featureCount;
  }
  const mean = Float32Array.from(sum, (value) => value / rows);
  const scale = Float32Array.from(squares, (value, i) => {
    const variance = value / rows - (mean[i] as number) ** 2;
    return variance < 1e-6 ? 0 : 1 / Math.sqrt(variance);
  });
  return { mean, scale };
}

function initialise(weights: Float32Array, next: () => number): void {
  let w = 0;
  const fill = (rows: number, columns: number): void => {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) weights[w++] = (next() * 2 - 1) * Math.sqrt(3 / columns);
      w++;
    }
  };
  fill(wide, featureCount);
  fill(narrow, wide);
  fill(1, narrow);
}

const x = new Float32Array(featureCount);
const h1 = new Float32Array(wide);
const h2 = new Float32Array(narrow);
const d1 = new Float32Array(wide);

/** Add the gradient of one example; returns its loss. */
function learn({ features, sizes, answers }: Examples, k: number, net: Net, gradient: Float32Array): number {
  const row = features[k] as Float32Array;
  const size = sizes[k] as number;
  const answer = answers[k] as number;
  const shares = sharesOf(net, row, size);
  for (let c = 0; c < size; c++) {
    const error = (shares[c + 1] as number) - (answer === c + 1 ? 1 : 0);
    if (Math.abs(error) > minError) backward(net, row, c * featureCount, error, gradient);
  }
  return -Math.log(Math.max(1e-9, shares[answer] as number));
}

/** Probabilities: first of keeping, then of each choice. */
export function sharesOf(net: Net, row: Float32Array, size: number): number[] {
  const numbers = [0];
  for (let c = 0; c < size; c++) numbers.push(scoreOf(net, row, c * featureCount));
  const top = Math.max(...numbers);
  const parts = numbers.map((number) => Math.exp(number - top));
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / total);
}

function backward(
  { weights, mean, scale }: Net,
  row: Float32Array,
  start: number,
  error: number,
  gradient: Float32Array,
): void {
  for (let j = 0; j < featureCount; j++)
    x[j] = ((row[start + j] as number) - (mean[j] as number)) * (scale[j] as number);
  let w = 0;
  for (let i = 0; i < wide; i++, w += featureCount + 1) {
    let sum = weights[w + featureCount] as number;
    for (let j = 0; j < featureCount; j++) sum += (weights[w + j] as number) * (x[j] as number);
    h1[i] = sum;
  }
  const middle = w;
  for (let i = 0; i < narrow; i++, w += wide + 1) {
    let sum = weights[w + wide] as number;
    for (let j = 0; j < wide; j++) sum += (weights[w + j] as number) * relu(h1[j] as number);
    h2[i] = sum;
  }
  const last = w;
  d1.fill(0);
  w = middle;
  for (let i = 0; i < narrow; i++, w += wide + 1) {
    const at = h2[i] as number;
    gradient[last + i] = (gradient[last + i] as number) + error * relu(at);
    const d = error * (weights[last + i] as number) * slope(at);
    for (let j = 0; j < wide; j++) {
      gradient[w + j] = (gradient[w + j] as number) + d * relu(h1[j] as number);
      d1[j] = (d1[j] as number) + d * (weights[w + j] as number);
    }
    gradient[w + wide] = (gradient[w + wide] as number) + d;
  }
  gradient[last + narrow] = (gradient[last + narrow] as number) + error;
  w = 0;
  for (let i = 0; i < wide; i++, w += featureCount + 1) {
    const d = (d1[i] as number) * slope(h1[i] as number);
    for (let j = 0; j < featureCount; j++) gradient[w + j] = (gradient[w + j] as number) + d * (x[j] as number);
    gradient[w + featureCount] = (gradient[w + featureCount] as number) + d;
  }
}

const relu = (value: number): number => (value > 0 ? value : leak * value);
const slope = (value: number): number => (value > 0 ? 1 : leak);

function adam(
  weights: Float32Array,
  gradient: Float32Array,
  first: Float32Array,
  second: Float32Array,
  rate: number,
  step: number,
  size: number,
): void {
  const correction = Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step);
  const decay = 1e-5;
  for (let i = 0; i < weights.length; i++) {
    const g = (gradient[i] as number) / size + decay * (weights[i] as number);
    first[i] = 0.9 * (first[i] as number) + 0.1 * g;
    second[i] = 0.999 * (second[i] as number) + 0.001 * g * g;
    weights[i] =
      (weights[i] as number) - (rate * correction * (first[i] as number)) / (Math.sqrt(second[i] as number) + 1e-8);
  }
}

/**
 * Training text holds more slips than pages do, and slips that are easier to see. Measured on the development texts,
 * the log-odds of a correction are to be lowered and spread: `(score - shift) / spread`, put into the last layer.
 */
const shift = 1.2;
const spreadBy = 0.75;

export function calibrate(net: Net): Net {
  const weights = net.weights.slice();
  const last = netSize - narrow - 1;
  for (let i = last; i < netSize; i++) weights[i] = (weights[i] as number) / spreadBy;
  weights[netSize - 1] = (weights[netSize - 1] as number) - shift / spreadBy;
  return { ...net, weights };
}
