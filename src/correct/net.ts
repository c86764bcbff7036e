/**
 * The decision layer: a small network that gives each candidate one number, higher when it was meant. Leaving the word
 * as it is has the number 0, so the shares of e^number are probabilities.
 */
import { featureCount } from './features.ts';

export const hidden = [40, 16] as const;

export interface Net {
  /** Weights and biases, layer after layer. */
  readonly weights: Float32Array;
  /** Features are taken less their mean and over their spread. */
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

export function readNet(file: Uint8Array): Net {
  const all = new Float32Array(new Uint8Array(file).buffer);
  if (all.length !== netSize + 2 * featureCount) throw new Error('the decision layer is of another version of sach');
  return {
    weights: all.subarray(0, netSize),
    mean: all.subarray(netSize, netSize + featureCount),
    scale: all.subarray(netSize + featureCount),
  };
}

export function writeNet({ weights, mean, scale }: Net): Uint8Array {
  return new Uint8Array(Float32Array.from([...weights, ...mean, ...scale]).buffer);
}
