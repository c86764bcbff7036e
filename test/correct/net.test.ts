import { expect, test } from 'vitest';
import { featureCount } from '../../src/correct/features.ts';
import { type Net, netSize, readEnsemble, scoresOf, writeEnsemble } from '../../src/correct/net.ts';

/** A network that gives every candidate the same number. */
function constant(number: number): Net {
  const weights = new Float32Array(netSize);
  weights[netSize - 1] = number;
  return { weights, mean: new Float32Array(featureCount), scale: new Float32Array(featureCount) };
}
const features = new Float32Array(2 * featureCount);

test('the mean of all networks counts', () => {
  expect(scoresOf([constant(1), constant(3), constant(5)], features, 2)).toEqual([3, 3]);
});

test('where the first sees nothing the others are not asked', () => {
  expect(scoresOf([constant(-6), constant(9)], features, 2)).toEqual([-6, -6]);
});

test('a file holds as many networks as were written, and nothing else', () => {
  const file = writeEnsemble([constant(1), constant(2)]);
  expect(readEnsemble(file).map(({ weights }) => weights.at(-1))).toEqual([1, 2]);
  expect(() => readEnsemble(file.subarray(0, -4))).toThrow('another version');
});
