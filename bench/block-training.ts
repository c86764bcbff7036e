/** Fitting the block classifier to labelled pages: shared by what writes the table and what measures on folds. */
import { featureNames, featuresOf } from '../src/extract/classify/features/index.ts';
import { wordsIn } from '../src/extract/classify/features/text.ts';
import { type ForestTable, probabilities } from '../src/extract/classify/forest.ts';
import { type BlockModel, bothLooks } from '../src/extract/classify/index.ts';
import { secondLook, secondNames } from '../src/extract/classify/second-look.ts';
import { tokens } from './align.ts';
import { type EvalPage, loadPages, type SetName } from './eval-set.ts';
import { boost, type Settings } from './gbdt.ts';

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

type SetWeights = Readonly<Record<SetName, number>>;
/** What each set counts for: the synthetic frames repeat themselves, the snippets of `traf` label few segments. */
const firstWeights: SetWeights = { pages: 1.5, aeb: 1, wcxb: 1, traf: 0.5, cn: 1, vi: 0.3 };
/** How far a first forest is to be trusted differs between portals and the rest, and portals are few. */
const secondWeights: SetWeights = { pages: 3, aeb: 1, wcxb: 1, traf: 0.4, cn: 2, vi: 0.9 };

/** A segment counts by its share of the page's article, so that every page counts alike. */
function weightsOf({ page }: Example, setWeights: SetWeights): Float32Array {
  return Float32Array.from(page.labels, (label, i) => {
    const { text, hidden } = page.survey.segments[i]!;
    if (label < 0 || (hidden && label === 0)) return 0;
    if (page.set === 'traf') return setWeights.traf;
    return setWeights[page.set] * Math.min(3, (8 * (tokens(text).length + 2)) / (page.goldWords + 30));
  });
}

/** The forest of the first look: each segment by itself. */
export function trainFirst(examples: readonly Example[]): ForestTable {
  return fit(
    examples.map((example) => ({ example, rows: example.rows })),
    featureNames.length,
    firstSettings,
    firstWeights,
  );
}

/** The forest of the second look, fitted to what first forests say of pages that they have not seen. */
export function trainSecond(examples: readonly Example[], firstFor: (example: Example) => ForestTable): ForestTable {
  return fit(
    examples.map((example) => ({ example, rows: secondRows(example, firstFor(example)) })),
    secondNames.length,
    secondSettings,
    secondWeights,
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
  setWeights: SetWeights,
): ForestTable {
  const parts = given.map(({ example, rows }) => {
    const weights = weightsOf(example, setWeights);
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
  loadPages().map((page) => ({
    page,
    rows: featuresOf(page.dom, page.survey).rows,
    words: page.survey.segments.map(({ text, hidden }) => (hidden ? 0 : wordsIn(text))),
  }));
