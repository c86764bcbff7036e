/**
 * Choose the segments of the article on a page of unknown make. The model looks at each segment by itself, then once more at
 * what it thinks of all of them, and gives each a probability; those are kept that make the expected F1 of the whole
 * largest. A page that the model is unsure of is thus kept more generously than one where article and boilerplate part
 * clearly.
 */
import type { PageDom } from '../../dom/index.ts';
import { readPackageTable } from '../../package-data.ts';
import { isVietnamese } from '../fields/language.ts';
import { featuresOf } from './features/index.ts';
import { wordsIn } from './features/text.ts';
import { type ForestTable, probabilities } from './forest.ts';
import { secondLook } from './second-look.ts';
import type { Segment, Survey } from './survey.ts';

/** A forest for each look at the page. */
export interface BlockModel {
  readonly first: ForestTable;
  readonly second: ForestTable;
}

/**
 * Pages in Vietnamese have a model of their own. Of the web elsewhere, where every second page is a shop, a list or a
 * thread, a forest learns that cards are the content, and would take a portal's short notice among boxes for one more box.
 */
export const modelNames = ['vietnamese', 'other'] as const;
export type ModelName = (typeof modelNames)[number];

export const modelFiles: Readonly<Record<ModelName, string>> = {
  vietnamese: 'block-model-vi.json',
  other: 'block-model.json',
};

const loaded = new Map<ModelName, BlockModel>();

/** The package's model, read when a page first asks for it: a file of its own costs less than text within the code. */
export function loadModel(name: ModelName): BlockModel {
  const model = loaded.get(name) ?? readPackageTable<BlockModel>(modelFiles[name]);
  loaded.set(name, model);
  return model;
}

/** Letters of running text that tell a page's language. */
const sampleLetters = 8000;

/** The model for the language that the page's texts are in; its menus have no say. */
export function modelNameOf({ segments }: Survey): ModelName {
  let sample = '';
  for (const { text, linkChars, hidden } of segments) {
    if (!hidden && linkChars * 2 < text.length) sample += `${text} `;
    if (sample.length > sampleLetters) break;
  }
  return isVietnamese(sample) ? 'vietnamese' : 'other';
}

export interface Choice {
  /** By segment: is it the article's? */
  readonly kept: readonly boolean[];
  readonly probability: Float64Array;
  /** Expected F1 of the choice, by the model's own probabilities. */
  readonly expectedF1: number;
}

export interface ChoiceOptions {
  /** Hidden segments are left out unless asked for. */
  readonly withHidden?: boolean;
  /**
   * Segments known to be the site's template: they have no say in where the line is drawn; what goes, the caller decides.
   */
  readonly without?: ReadonlySet<Segment>;
}

/** Choose the segments of the article. */
export function chooseSegments(
  page: PageDom,
  survey: Survey,
  { withHidden = false, without }: ChoiceOptions = {},
): Choice {
  const { first, second } = loadModel(modelNameOf(survey));
  const { rows, width } = featuresOf(page, survey);
  const isOut = ({ hidden }: Segment): boolean => hidden && !withHidden;
  const words = survey.segments.map((segment) => (isOut(segment) ? 0 : wordsIn(segment.text)));
  const once = probabilities(first, rows, width);
  const again = secondLook(survey, once, words);
  const probability = bothLooks(once, probabilities(second, again.rows, again.width));
  const isTemplate = survey.segments.map((segment) => without?.has(segment) === true);
  const drawn = drawLine(
    probability,
    words.map((count, i) => (isTemplate[i] ? 0 : count)),
  );
  // Template is judged as if nothing was known of the site: what is known of it is the caller's to use.
  const unknowing = without ? drawLine(probability, words) : drawn;
  return {
    kept: words.map((count, i) => count > 0 && probability[i]! >= (isTemplate[i] ? unknowing : drawn).sure),
    probability,
    expectedF1: drawn.expectedF1,
  };
}

/** The mean, by log-odds, of what the two looks say. */
export function bothLooks(once: ArrayLike<number>, again: ArrayLike<number>): Float64Array {
  return Float64Array.from(once, (p, i) => {
    const odds = Math.sqrt((p * again[i]!) / ((1 - p) * (1 - again[i]!)));
    return Number.isFinite(odds) ? odds / (1 + odds) : 1;
  });
}

/** Where the line is drawn, and how right what is above it is by the model's own word. */
export function drawLine(
  probability: Float64Array,
  weights: readonly number[],
): { readonly sure: number; readonly expectedF1: number } {
  const { threshold, expectedF1 } = bestThreshold(probability, weights);
  // Where the model is sure of the page, what it doubts is boilerplate: measured on folds, +.003 F1 on news.
  return { sure: Math.max(threshold, sureThreshold * expectedF1 ** 3), expectedF1 };
}

/** Probability asked of a segment on a page that the model has no doubt of. */
const sureThreshold = 0.7;

/**
 * The model errs by the page: on one of a make it has not seen, all its probabilities are too low, or too high. So a page is
 * looked at in several ways, each with all its log-odds moved; a normal spread of 2, in five steps.
 */
const views = [
  { shift: -4, weight: 0.054 },
  { shift: -2, weight: 0.244 },
  { shift: 0, weight: 0.404 },
  { shift: 2, weight: 0.244 },
  { shift: 4, weight: 0.054 },
];

/** If no line is likelier than this, the page has probably no article; shifted views would only keep boilerplate. */
const minHope = 0.35;

/** A probability with its log-odds moved. */
function moved(probability: number, shift: number): number {
  const odds = Math.exp(shift) * probability;
  return odds / (odds + 1 - probability);
}

/**
 * The threshold with the largest expected F1, 2 · kept and right ÷ (kept + right), over all cuts of the sorted list and the
 * mean of all views. `expectedF1` is the best by the model's own word.
 */
export function bestThreshold(
  probability: ArrayLike<number>,
  weights: readonly number[],
): { readonly threshold: number; readonly expectedF1: number } {
  const order = weights.map((_, i) => i).filter((i) => weights[i]! > 0);
  order.sort((a, b) => probability[b]! - probability[a]!);
  const hasHope = order[0] !== undefined && probability[order[0]]! >= minHope;
  const seen = views
    .filter(({ shift }) => hasHope || shift === 0)
    .map(({ shift, weight }) => {
      const right = order.map((i) => weights[i]! * moved(probability[i]!, shift));
      return { shift, weight, right, all: right.reduce((sum, words) => sum + words, 0), kept: 0 };
    });
  let keptWords = 0;
  let threshold = 1.1;
  let most = 0;
  let expectedF1 = 0;
  order.forEach((i, at) => {
    keptWords += weights[i]!;
    let mean = 0;
    for (const view of seen) {
      view.kept += view.right[at]!;
      const f1 = (2 * view.kept) / (keptWords + view.all);
      mean += view.weight * f1;
      if (view.shift === 0) expectedF1 = Math.max(expectedF1, f1);
    }
    if (mean > most) {
      most = mean;
      threshold = probability[i]!;
    }
  });
  return { threshold, expectedF1 };
}
