/** Fitting the block classifier to labelled pages: shared by what writes the table and what measures on folds. */
import { featureNames, featuresOf } from '../src/extract/classify/features/index.ts';
import { wordsIn } from '../src/extract/classify/features/text.ts';
import { type ForestTable, probabilities } from '../src/extract/classify/forest.ts';
import { type BlockModel, bothLooks, type ModelName } from '../src/extract/classify/index.ts';
import { secondLook, secondNames } from '../src/extract/classify/second-look.ts';
import { tokens } from './align.ts';
import { type EvalPage, loadPages, type TrainingSet } from './eval-set.ts';
import { boost, type Settings } from './gbdt.ts';
import { loadWrittenPages } from './written-pages.ts';

const firstSettings: Partial<Settings> = { trees: 130, depth: 5, rate: 0.12, rows: 0.4, features: 0.3, minWeight: 0.5 };
/** Of the page as the first forest sees it there is less to learn, and less that would hold for one site only. */
const secondSettings: Partial<Settings> = { trees: 60, depth: 4, rate: 0.06, rows: 0.4, features: 0.4, minWeight: 10 };
export const folds = 5;

export interface Example {
  readonly page: EvalPage;
  readonly rows: Float32Array;
  /** Words of each segment; 0 of hidden ones. */
  readonly words: readonly number[];
}

/** What a page of each set counts for; one of a set that is not named is not learned from. */
type SetWeights = Readonly<Partial<Record<TrainingSet, number>>>;

/**
 * The synthetic frames of `vi` repeat themselves, the snippets of `traf` label few segments. In the second look portals
 * count for more: how far a first forest is to be trusted differs between them and the rest, and they are few. The written
 * pages, in the manner of shops, lists and threads, teach that cards are content: where a short notice stands among a
 * portal's boxes, that is wrong, and news elsewhere must count for more beside them.
 */
const setWeights: Readonly<Record<ModelName, { readonly first: SetWeights; readonly second: SetWeights }>> = {
  vietnamese: {
    first: { pages: 1.5, aeb: 1, wcxb: 1, traf: 0.5, cn: 1, vi: 0.3 },
    second: { pages: 3, aeb: 1, wcxb: 1, traf: 0.4, cn: 2, vi: 0.9 },
  },
  other: {
    first: { pages: 0.7, aeb: 1.6, wcxb: 1, traf: 0.8, cn: 1, vi: 0.15, written: 0.8 },
    second: { pages: 1.5, aeb: 1.6, wcxb: 1, traf: 0.6, cn: 2, vi: 0.4, written: 0.8 },
  },
};

/** Does a model learn from the pages of a set? */
export const learnsFrom = (model: ModelName, set: TrainingSet): boolean => set in setWeights[model].first;

/** A segment counts by its share of the page's article, so that every page counts alike. */
function weightsOf({ page }: Example, weights: SetWeights): Float32Array {
  const { set, goldWords, labels, survey } = page;
  const ofSet = weights[set] ?? 0;
  return Float32Array.from(labels, (label, i) => {
    const { text, hidden } = survey.segments[i]!;
    if (label < 0 || (hidden && label === 0)) return 0;
    return set === 'traf' ? ofSet : ofSet * Math.min(3, (8 * (tokens(text).length + 2)) / (goldWords + 30));
  });
}

/** The forest of the first look: each segment by itself. */
export function trainFirst(model: ModelName, examples: readonly Example[]): ForestTable {
  return fit(
    examples.map((example) => ({ example, rows: example.rows })),
    featureNames.length,
    firstSettings,
    setWeights[model].first,
  );
}

/** The forest of the second look, fitted to what first forests say of pages that they have not seen. */
export function trainSecond(
  model: ModelName,
  examples: readonly Example[],
  firstFor: (example: Example) => ForestTable,
): ForestTable {
  return fit(
    examples.map((example) => ({ example, rows: secondRows(example, firstFor(example)) })),
    secondNames.length,
    secondSettings,
    setWeights[model].second,
  );
}

const onceOf = ({ rows }: Example, first: ForestTable): Float64Array => probabilities(first, rows, featureNames.length);

const secondRows = (example: Example, first: ForestTable): Float32Array =>
  secondLook(example.page.survey, onceOf(example, first), example.words).rows;

/** What the whole model says of a page. */
export function judge(example: Example, { first, second }: BlockModel): Float64Array {
  return bothLooks(onceOf(example, first), probabilities(second, secondRows(example, first), secondNames.length));
}

function fit(
  given: readonly { readonly example: Example; readonly rows: Float32Array }[],
  width: number,
  settings: Partial<Settings>,
  ofSets: SetWeights,
): ForestTable {
  const parts = given.map(({ example, rows }) => {
    const weights = weightsOf(example, ofSets);
    return { example, rows, weights, used: [...weights.keys()].filter((i) => weights[i]! > 0) };
  });
  const count = parts.reduce((sum, { used }) => sum + used.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const part of parts)
    for (const i of part.used) {
      rows.set(part.rows.subarray(i * width, (i + 1) * width), at * width);
      labels[at] = part.example.page.labels[i] === 1 ? 1 : 0;
      weights[at] = part.weights[i]!;
      at += 1;
    }
  return { features: width, ...boost(rows, width, labels, weights, settings) };
}

/** Same site, same fold. */
export function foldOf(site: string): number {
  let hash = 7;
  for (const c of site) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return (Math.imul(hash, 2654435761) >>> 0) % folds;
}

export const loadExamples = (): Example[] =>
  [...loadPages(), ...loadWrittenPages()].map((page) => ({
    page,
    rows: featuresOf(page.dom, page.survey).rows,
    words: page.survey.segments.map(({ text, hidden }) => (hidden ? 0 : wordsIn(text))),
  }));
