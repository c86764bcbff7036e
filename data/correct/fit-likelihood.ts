/**
 * Fit the weights of `src/correct/likelihood.ts` to labelled texts:
 * `npx tsx data/correct/fit-likelihood.ts <folder of *.jsonl>`. A line of a set is `{text, edits: [{start, end, kind}]}`,
 * kinds `realword` and `nonword` are slips. Prints how well weights that have not seen a text foretell its slips, in five
 * folds of texts, and the weights fitted to all. Nothing is written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evidenceNames } from '../../src/correct/likelihood.ts';
import { findProtected, touches } from '../../src/correct/protect.ts';
import { evidenceOf, hopeless, judgeTexts } from '../../src/correct/words.ts';

interface Labelled {
  readonly text: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
}
interface Example {
  readonly set: string;
  readonly fold: number;
  /** Of the set, so that texts with made slips count half of those with slips of people and scanners. */
  readonly weight: number;
  /** 1 and the evidence. */
  readonly row: readonly number[];
  readonly answer: 0 | 1;
  /** What the guards add to the log of the odds: told, not learned, for much of what they know these texts do not hold. */
  readonly guarded: number;
}

const folds = 5;
const slipKinds = new Set(['realword', 'nonword']);
/** Holds weights that few examples speak of near nothing. */
const ridge = 0.01;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: npx tsx data/correct/fit-likelihood.ts <folder of *.jsonl>');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line, i) => examplesOf(basename(name, '.jsonl'), i % folds, JSON.parse(line))),
  );

function examplesOf(set: string, fold: number, { text, edits }: Labelled): Example[] {
  const judged = judgeTexts([text], 0, new Map());
  const fixed = findProtected(text);
  const weight = set.startsWith('synthetic') ? 0.5 : 1;
  return judged.texts.flat().flatMap(({ start, reading, verdicts }) =>
    verdicts.flatMap((verdict): Example[] => {
      const { choice, moved, likely, guarded, open } = verdict;
      const from = start + (reading.tokens.starts[open.token] as number);
      const to = start + (reading.tokens.ends[open.token] as number);
      const edit = edits.find((one) => one.start < to && from < one.end);
      const isNeutral = edit !== undefined && !slipKinds.has(edit.kind);
      if (choice === undefined || moved !== undefined || isNeutral || likely < hopeless) return [];
      if (touches(fixed, from, to)) return [];
      const evidence = evidenceOf(verdict, choice, judged);
      return [
        {
          set,
          fold,
          weight,
          guarded: Math.log(guarded) / 2,
          row: [1, ...evidenceNames.map((name) => evidence[name])],
          answer: edit === undefined ? 0 : 1,
        },
      ];
    }),
  );
}

const chance = ({ row, guarded }: Example, weights: readonly number[]): number =>
  1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] as number), guarded)));

/** Logistic regression by Newton's method: iteratively reweighted least squares. */
function regress(given: readonly Example[]): number[] {
  const size = evidenceNames.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 30; step++) {
    const curvature = weights.map((_, i) => weights.map((_, j) => (i === j ? ridge : 0)));
    const slope = weights.map((weight) => -ridge * weight);
    for (const one of given) {
      const { row, answer, weight } = one;
      const share = chance(one, weights);
      for (let i = 0; i < size; i++) {
        const value = weight * (row[i] as number);
        slope[i] = (slope[i] as number) + value * (answer - share);
        const line = curvature[i] as number[];
        for (let j = 0; j < size; j++) line[j] = (line[j] as number) + value * (row[j] as number) * share * (1 - share);
      }
    }
    const change = solve(curvature, slope);
    weights = weights.map((weight, i) => weight + (change[i] as number));
  }
  return weights;
}

/** Solve a symmetric positive system by elimination. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] as number]);
  rows.forEach((pivot, i) => {
    rows.forEach((row, j) => {
      if (j === i) return;
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k < row.length; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    });
  });
  return rows.map((row, i) => (row[rows.length] as number) / (row[i] as number));
}

const byFold = Array.from({ length: folds }, (_, fold) => regress(examples.filter((one) => one.fold !== fold)));
const steps = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01];
console.log(
  `slips of places, by what is foretold in folds\n\n| set | ${steps.slice(0, -1).join(' | ')} |\n|${'---|'.repeat(steps.length)}`,
);
for (const set of new Set(examples.map((one) => one.set))) {
  const cells = steps.slice(0, -1).map((from, k) => {
    const within = examples.filter((one) => {
      const share = chance(one, byFold[one.fold] as number[]);
      return one.set === set && share >= from && share < (steps[k + 1] as number);
    });
    return `${within.filter(({ answer }) => answer === 1).length} of ${within.length}`;
  });
  console.log(`| ${[set, ...cells].join(' | ')} |`);
}
const [bias, ...weights] = regress(examples).map((weight) => Number(weight.toFixed(3)));
console.log('\n', { bias, ...Object.fromEntries(evidenceNames.map((name, i) => [name, weights[i]])) });
