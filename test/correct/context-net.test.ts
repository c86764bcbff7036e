import { expect, test } from 'vitest';
import { trainContext } from '../../data/correct/train-context.ts';
import { indexSyllables } from '../../src/correct/candidates.ts';
import { expectAt, fitOf, readContextNet, width, writeContextNet } from '../../src/correct/context-net.ts';
import { edgeId, toVocabulary } from '../../src/correct/vocabulary.ts';

const words = ['', '', '', '', 'bán', 'bàn', 'hàng', 'ghế', 'một', 'bộ'];
const vocabulary = toVocabulary(words, words.length);
const idsOf = (text: string): number[] => [edgeId, ...text.split(' ').map((word) => words.indexOf(word)), edgeId];
const corpus = Uint16Array.from(
  Array.from({ length: 20000 }, (_, i) => idsOf(i % 2 === 0 ? 'bán một hàng' : 'bộ bàn ghế')).flat(),
);
const train = () => trainContext(corpus, indexSyllables(vocabulary), 1, 7);

test('tells words that differ in a mark by the words around them', () => {
  const net = readContextNet(writeContextNet(train()));
  const expected = new Float32Array(width);
  const gain = (text: string, at: number, meant: string, written: string): number => {
    expectAt(net, idsOf(text), at, expected);
    return fitOf(net, expected, words.indexOf(meant)) - fitOf(net, expected, words.indexOf(written));
  };
  expect(gain('bàn một hàng', 1, 'bán', 'bàn')).toBeGreaterThan(0);
  expect(gain('bộ bán ghế', 2, 'bàn', 'bán')).toBeGreaterThan(0);
});

test('learns the same from the same text', () => {
  expect(writeContextNet(train())).toEqual(writeContextNet(train()));
});

test('refuses a file of another shape', () => {
  expect(() => readContextNet(writeContextNet(train()).subarray(0, -4))).toThrow('another version');
});
