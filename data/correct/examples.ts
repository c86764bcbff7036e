/** Training examples for the decision layer: held-out text with slips made in it, seen as the corrector sees it. */
import { DocumentEvidence } from '../../src/correct/evidence.ts';
import { describe, featureCount } from '../../src/correct/features.ts';
import type { Contextual } from '../../src/correct/model.ts';
import { addEvidence, findSpots, readText, setSlipRates } from '../../src/correct/spots.ts';
import { damage, type Style } from './inject.ts';
import { draw, random } from './random.ts';

/** Spots with the features of their choices; answer 0 is “keep”, k the k-th choice. */
export interface Examples {
  readonly features: Float32Array[];
  readonly sizes: number[];
  readonly answers: number[];
  /** Words read, slips made, slips that were found as a spot, slips whose cure was among the choices. */
  readonly counts: { words: number; slips: number; open: number; reachable: number };
}

export const noExamples = (): Examples => ({
  features: [],
  sizes: [],
  answers: [],
  counts: { words: 0, slips: 0, open: 0, reachable: 0 },
});

const styles: readonly { readonly style: Style; readonly share: number; readonly rates: readonly [number, number] }[] =
  [
    { style: 'typed', share: 0.35, rates: [0.0005, 0.025] },
    { style: 'marks', share: 0.2, rates: [0.002, 0.02] },
    { style: 'mixed', share: 0.22, rates: [0.002, 0.03] },
    { style: 'scanned', share: 0.23, rates: [0.004, 0.08] },
  ];

/** Damage one document and add its spots. */
export function addExamples(text: string, model: Contextual, seed: number, into: Examples): void {
  const next = random(seed);
  const { style, rates } = styles[
    draw(
      styles.map(({ share }) => share),
      next,
    )
  ] as (typeof styles)[number];
  const rate = Math.exp(Math.log(rates[0]) + next() * (Math.log(rates[1]) - Math.log(rates[0])));
  const damaged = damage(text, style, rate, model.vocabulary.ids, next);
  const doc = new DocumentEvidence();
  const reading = readText(damaged.text, model);
  addEvidence(reading, doc, model.vocabulary);
  const spots = findSpots(reading, model);
  setSlipRates(spots, 0, doc);
  into.counts.words += doc.size;
  into.counts.slips += damaged.truth.size;
  for (const { token, spot, choices } of spots) {
    const meant = damaged.truth.get(token);
    let answer = 0;
    if (meant !== undefined) {
      into.counts.open++;
      const id = model.vocabulary.ids.get(meant);
      answer = choices.findIndex((choice) => choice.id === id) + 1;
      if (answer > 0) into.counts.reachable++;
    }
    const features = new Float32Array(choices.length * featureCount);
    choices.forEach((choice, i) => {
      describe(spot, choice, doc, features, i * featureCount);
    });
    into.features.push(features);
    into.sizes.push(choices.length);
    into.answers.push(answer);
  }
}

/** Cut held-out lines into documents of very different length. */
export function* documentsOf(blocks: Iterable<readonly string[]>, seed: number): Generator<string> {
  const next = random(seed);
  const size = (): number => shortest * 2 ** (next() * 6.5);
  for (const lines of blocks) {
    let text = '';
    let wanted = size();
    for (const line of lines) {
      text += `${line}\n`;
      if (text.length < wanted * lettersPerWord) continue;
      yield text;
      text = '';
      wanted = size();
    }
    if (text !== '') yield text;
  }
}

/** From a caption to a long article, in words. */
const shortest = 25;
const lettersPerWord = 4.5;
