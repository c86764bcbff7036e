/** Fitting the block classifier to labelled pages: shared by what writes the table and what measures on folds. */
import { featureNames, featuresOf } from '../src/extract/classify/features.ts';
import { tokens } from './align.ts';
import { type EvalPage, loadPages } from './eval-set.ts';
import { boost, type Forest, type Settings } from './gbdt.ts';

const settings: Partial<Settings> = { trees: 120, depth: 6, rate: 0.12, rows: 0.4, features: 0.3, minWeight: 0.5 };
export const folds = 5;

export interface Example {
  readonly page: EvalPage;
  readonly rows: Float32Array;
  readonly words: readonly number[];
}

/** What each set counts for: the synthetic frames repeat themselves, the snippets of `traf` label few segments. */
const setWeight = { pages: 1.5, aeb: 1, wcxb: 1, traf: 0.4, cn: 1, vi: 0.3 } as const;

/** A segment counts by its share of the page's article, so that every page counts alike. */
function weightsOf({ page, words }: Example): Float32Array {
  return Float32Array.from(page.labels, (label, i) => {
    if (label < 0 || (page.survey.segments[i]!.hidden && label === 0)) return 0;
    if (page.set === 'traf') return setWeight.traf;
    return setWeight[page.set] * Math.min(3, (8 * (words[i]! + 2)) / (page.goldWords + 30));
  });
}

export function train(examples: readonly Example[]): Forest {
  const width = featureNames.length;
  const parts = examples.map((example) => {
    const weights = weightsOf(example);
    return { example, weights, used: [...weights.keys()].filter((i) => weights[i]! > 0) };
  });
  const count = parts.reduce((sum, { used }) => sum + used.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const part of parts)
    for (const i of part.used) {
      rows.set(part.example.rows.subarray(i * width, (i + 1) * width), at * width);
      labels[at] = part.example.page.labels[i] === 1 ? 1 : 0;
      weights[at] = part.weights[i]!;
      at += 1;
    }
  return boost(rows, width, labels, weights, settings);
}

/** Same site, same fold. */
export function foldOf(site: string): number {
  let hash = 7;
  for (const c of site) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return (Math.imul(hash, 2654435761) >>> 0) % folds;
}

export const loadExamples = (): Example[] =>
  loadPages().map((page) => ({
    page,
    rows: featuresOf(page.dom, page.survey).rows,
    words: page.survey.segments.map(({ text }) => tokens(text).length),
  }));
