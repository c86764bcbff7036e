/** Misspelt words of a document. */

import type { TextRange } from '../model/index.ts';
import { findConfused } from './confused.ts';
import { pairBits } from './context.ts';
import { DocumentEvidence, type PairCounts } from './evidence.ts';
import type { Choice, Spot } from './features.ts';
import { withForm } from './form-of-word.ts';
import { findJoints } from './joints.ts';
import { evidenceFor, likelihoodOf, type OddsEvidence } from './likelihood.ts';
import { loadModel, type Model } from './model.ts';
import type { Proposal } from './proposal.ts';
import { touches } from './protect.ts';
import { countPairs } from './register.ts';
import {
  addEvidence,
  findSpots,
  type OpenSpot,
  paragraphsOf,
  type ReadText,
  readText,
  ruleOf,
  setSlipRates,
} from './spots.ts';
import { isKnown, judge, judgeTogether, type Verdict } from './verdicts.ts';

/** Below this share no evidence helps; such cases were also left out of the fit. */
export const hopeless = 1e-5;
/** Less likely than this a proposal is not even a suggestion. */
const minShare = 0.3;

/** A paragraph taken apart: kept between the rounds, which change only a few. */
interface Paragraph {
  readonly reading: ReadText;
  readonly spots: readonly OpenSpot[];
  readonly known: PairCounts;
  /** Proposals that need no evidence from the document. */
  readonly plain: readonly Proposal[];
}
export type ParagraphCache = Map<string, Paragraph>;

/** A document judged: the verdicts on each paragraph of each text, and what all of them stand on. */
export interface Judged {
  readonly texts: readonly (readonly JudgedParagraph[])[];
  /** Slips known in the document, including those already corrected. */
  readonly slips: number;
  readonly doc: DocumentEvidence;
}

export interface JudgedParagraph {
  /** Where the paragraph begins in its text. */
  readonly start: number;
  readonly reading: ReadText;
  readonly verdicts: readonly Verdict[];
  readonly plain: readonly Proposal[];
}

/**
 * Judge every suspicious place of the texts of one document. `corrected`: how many slips were found before and stand no
 * longer there; a document does not become a cleaner one by that.
 */
export function judgeTexts(texts: readonly string[], corrected: number, cache: ParagraphCache): Judged {
  const model = loadModel();
  const doc = new DocumentEvidence();
  const parts = texts.map((text) =>
    paragraphsOf(text).map(({ start, end }) => {
      const paragraph = takeApart(text.slice(start, end), model, cache);
      addEvidence(paragraph.reading, doc, model.vocabulary);
      doc.addKnown(paragraph.known);
      return { start, ...paragraph };
    }),
  );
  setSlipRates(
    parts.flatMap((list) => list.flatMap(({ spots }) => spots)),
    corrected,
    doc,
  );
  const judged = parts.map((list) =>
    list.map(({ start, spots, reading, plain }): JudgedParagraph => {
      const alone = spots.map((open) => judge(open, reading, model, doc));
      return { start, reading, plain, verdicts: judgeTogether(alone, reading, model, doc) };
    }),
  );
  const known = judged.flatMap((list) => list.flatMap(({ verdicts }) => verdicts.filter(isKnown))).length;
  return { texts: judged, slips: corrected + known, doc };
}

/**
 * Find the misspelt words of the texts of one document; each list goes with the text of the same index. `corrected` as
 * above.
 */
export function findWords(
  texts: readonly string[],
  guarded: readonly (readonly TextRange[])[],
  corrected: number,
  cache: ParagraphCache,
): Proposal[][] {
  const judged = judgeTexts(texts, corrected, cache);
  return judged.texts.map((list, i) =>
    list.flatMap(({ start, reading, verdicts, plain }) =>
      [...plain, ...verdicts.flatMap((verdict) => propose(verdict, reading, judged))]
        .filter((one) => !touches(guarded[i] ?? [], start + one.start, start + one.end))
        .map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
    ),
  );
}

function takeApart(text: string, model: Model, cache: ParagraphCache): Paragraph {
  let paragraph = cache.get(text);
  if (paragraph === undefined) {
    const reading = readText(text, model);
    const confused = findConfused(reading, model);
    const { starts } = reading.tokens;
    const isConfused = (at: number): boolean => confused.some(({ start, end }) => start <= at && at < end);
    const spots = findSpots(reading, model).filter(({ token }) => !isConfused(starts[token] as number));
    paragraph = {
      reading,
      spots,
      known: countPairs(reading.sequence, spots, model),
      plain: [...confused.map(({ proposal }) => proposal), ...findJoints(reading, model)],
    };
    cache.set(text, paragraph);
  }
  return paragraph;
}

/** The evidence for the choice of a verdict, without its guards. */
export function evidenceOf(verdict: Verdict, choice: Choice, { slips, doc }: Judged): OddsEvidence {
  const { open, likely, guarded } = verdict;
  const odds = Math.log(likely / Math.max(1e-12, 1 - likely)) - Math.log(guarded);
  return evidenceFor(odds, open.spot, choice, slips - (isKnown(verdict) ? 1 : 0), doc);
}

/** What is proposed for one spot of a document. */
function propose(verdict: Verdict, reading: ReadText, judged: Judged): Proposal[] {
  const { open, moved, choice, likely, guarded } = verdict;
  if (moved !== undefined) return [moved];
  if (choice === undefined || likely < hopeless) return [];
  const share = likelihoodOf(likely, evidenceOf(verdict, choice, judged), guarded);
  if (share < minShare) return [];
  const model = loadModel();
  const start = reading.tokens.starts[open.token] as number;
  const end = reading.tokens.ends[open.token] as number;
  const before = reading.text.slice(start, end);
  const after = withForm(model.vocabulary.words[choice.id] as string, before);
  return [
    { rule: ruleOf(choice), start, end, before, after, confidence: share, why: reasonFor(open.spot, choice, model) },
  ];
}

/** “phát triển” 18204 : “phát triến” 0, on the side where the difference is greater. */
function reasonFor({ form, neighbours: n }: Spot, choice: Choice, model: Model): string {
  const { words } = model.vocabulary;
  const count = (a: number, b: number): number => Math.round(2 ** (pairBits(model, a, b) - 1) - 0.25);
  const meant = words[choice.id];
  const left = {
    text: (word?: string) => `${words[n.l1]} ${word}`,
    meant: count(n.l1, choice.id),
    is: count(n.l1, form.id),
  };
  const right = {
    text: (word?: string) => `${word} ${words[n.r1]}`,
    meant: count(choice.id, n.r1),
    is: count(form.id, n.r1),
  };
  const contrast = (side: typeof left): number => Math.log((side.meant + 1) / (side.is + 1));
  const sides = [left, right].filter(
    (_, i) => words[i === 0 ? n.l1 : n.r1] !== '' && words[i === 0 ? n.l1 : n.r1] !== undefined,
  );
  const side = sides.sort((a, b) => contrast(b) - contrast(a))[0];
  if (side === undefined || side.meant === 0) return `“${form.lower}” → “${meant}”`;
  return `“${side.text(meant)}” ${side.meant} : “${side.text(form.lower)}” ${side.is}`;
}
