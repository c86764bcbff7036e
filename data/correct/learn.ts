/** From held-out text to the decision layer. */

import { terms } from '../../src/correct/context.ts';
import { featureCount, gainFeature } from '../../src/correct/features.ts';
import type { Contextual } from '../../src/correct/model.ts';
import type { Ensemble, Net } from '../../src/correct/net.ts';
import { addExamples, documentsOf, type Examples, noExamples } from './examples.ts';
import { calibrate, sharesOf, train } from './train.ts';

const passes = 4;
const firstEpochs = 4;
const epochs = 7;
/** An undamaged word whose correction is likelier than this is itself a slip: published text holds some in every page. */
const doubtful = 0.6;
/** The same for one that a dictionary speaks against. */
const surelyWrong = 0.8;
const surelyRight = 0.3;

/** Learn from the held-out blocks, damaged `passes` times over. */
export function learn(model: Contextual, blocks: readonly (readonly string[])[]): Ensemble {
  const examples = noExamples();
  let seed = 0;
  for (let pass = 0; pass < passes; pass++)
    for (const text of documentsOf(blocks, pass)) addExamples(text, model, seed++, examples);
  console.log('examples', examples.sizes.length, examples.counts);
  const all = examples.sizes.map((_, i) => i);
  const given = [...examples.answers];
  const suspect = all.map((i) => given[i] === 0 && isSuspect(examples, i));
  const first = train(
    examples,
    all.filter((i) => suspect[i] !== true && i % 2 === 0),
    firstEpochs,
    1,
  );
  const kept = all.filter((i) => {
    if (given[i] !== 0) return true;
    const [best, share] = likeliest(first, examples, i);
    if (suspect[i] !== true) return share <= doubtful;
    if (share > surelyWrong) examples.answers[i] = best;
    return share > surelyWrong || share < surelyRight;
  });
  const juror = (seed: number): Net => calibrate(train(examples, kept, epochs, seed));
  return [juror(2), juror(3), juror(4), juror(5), juror(6), juror(7), juror(8), juror(9)];
}

/** A word kept in the corpus though a dictionary knows the candidate beside its neighbour and not the word itself. */
function isSuspect({ features, sizes }: Examples, i: number): boolean {
  const row = features[i] as Float32Array;
  const has = (start: number, term: number, own: 0 | 1): boolean => row[start + 2 * term + own] === 1;
  for (let start = 0; start < (sizes[i] as number) * featureCount; start += featureCount) {
    const known = has(start, terms.leftCompound, 0) || has(start, terms.rightCompound, 0);
    const ownKnown = has(start, terms.leftCompound, 1) || has(start, terms.rightCompound, 1);
    if (known && !ownKnown && (row[start + gainFeature] as number) > 4) return true;
  }
  return false;
}

function likeliest(net: Net, { features, sizes }: Examples, i: number): readonly [number, number] {
  const shares = sharesOf(net, features[i] as Float32Array, sizes[i] as number);
  let best = 1;
  for (let k = 2; k < shares.length; k++) if ((shares[k] as number) > (shares[best] as number)) best = k;
  return [best, shares[best] as number];
}
