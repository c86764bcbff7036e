/**
 * The decision layer: small networks that give each candidate one number, higher when it was meant. Leaving the word
 * as it is has the number 0, so the shares of e^number are probabilities.
 */
import { featureCount } from './features.ts';

export const hidden = [40, 16] as const;

export interface Net {
  /** Weights and biases, layer after layer. */
  readonly weights: Float32Array;
  /** Features are standardised: minus their mean, times `scale`. */
  readonly mean: Float32Array;
  readonly scale: Float32Array;
}

export const netSize = featureCount * hidden[0] + hidden[0] + hidden[0] * hidden[1] + hidden[1] + hidden[1] + 1;

const first = new Float32Array(hidden[0]);

/** Number of one candidate, whose features stand in `features` from `start`. */
export function scoreOf({ weights, mean, scale }: Net, features: Float32Array, start = 0): number {
  let w = 0;
  for (let i = 0; i < hidden[0]; i++) {
    let sum = weights[w + featureCount] as number;
    for (let j = 0; j < featureCount; j++)
      sum +=
        (weights[w + j] as number) * ((features[start + j] as number) - (mean[j] as number)) * (scale[j] as number);
    first[i] = sum > 0 ? sum : 0.01 * sum;
    w += featureCount + 1;
  }
  let out = 0;
  const last = w + hidden[1] * (hidden[0] + 1);
  for (let i = 0; i < hidden[1]; i++) {
    let sum = weights[w + hidden[0]] as number;
    for (let j = 0; j < hidden[0]; j++) sum += (weights[w + j] as number) * (first[j] as number);
    out += (sum > 0 ? sum : 0.01 * sum) * (weights[last + i] as number);
    w += hidden[0] + 1;
  }
  return out + (weights[last + hidden[1]] as number);
}

const numbers = netSize + 2 * featureCount;

/** Networks trained on the same data from different initial weights; their mean errs less than any one of them. */
export type Ensemble = readonly [Net, ...Net[]];

/** Read what `writeEnsemble` wrote. Throws when the features of the file are not those of this version. */
export function readEnsemble(file: Uint8Array): Ensemble {
  const all = new Float32Array(new Uint8Array(file).buffer);
  const [first, ...others] = Array.from({ length: all.length / numbers }, (_, i) =>
    readNet(all.subarray(i * numbers, (i + 1) * numbers)),
  );
  if (first === undefined || all.length % numbers !== 0)
    throw new Error('the decision layer is of another version of sach');
  return [first, ...others];
}

const readNet = (all: Float32Array): Net => ({
  weights: all.subarray(0, netSize),
  mean: all.subarray(netSize, netSize + featureCount),
  scale: all.subarray(netSize + featureCount),
});

/** Serialise the networks one after the other: weights, mean, scale. */
export const writeEnsemble = (ensemble: Ensemble): Uint8Array =>
  new Uint8Array(
    Float32Array.from(ensemble.flatMap(({ weights, mean, scale }) => [...weights, ...mean, ...scale])).buffer,
  );

/** Below this score of the first network for every candidate, the others are not asked: nearly everywhere. */
const hopeless = -4;

/** The mean number of each of `count` candidates, whose features stand in `features` one after the other. */
export function scoresOf([first, ...others]: Ensemble, features: Float32Array, count: number): number[] {
  const scores = Array.from({ length: count }, (_, i) => scoreOf(first, features, i * featureCount));
  if (scores.every((score) => score < hopeless)) return scores;
  return scores.map((score, i) => {
    const sum = others.reduce((total, net) => total + scoreOf(net, features, i * featureCount), score);
    return sum / (1 + others.length);
  });
}
