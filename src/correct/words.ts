/** Misspelt words of a document. */

import { findConfused } from './confused.ts';
import { pairBits } from './context.ts';
import { rateOdds, withRate } from './document-rate.ts';
import { DocumentEvidence, type PairCounts } from './evidence.ts';
import type { Choice, Spot } from './features.ts';
import { withForm } from './form-of-word.ts';
import { findJoints } from './joints.ts';
import { loadModel, type Model } from './model.ts';
import type { Proposal } from './proposal.ts';
import { type Range, touches } from './protect.ts';
import { countPairs } from './register.ts';
import {
  addEvidence,
  findSpots,
  type OpenSpot,
  paragraphsOf,
  type Reading,
  readText,
  ruleOf,
  setSlipRates,
} from './spots.ts';
import { isKnown, judge, judgeTogether, type Verdict } from './verdicts.ts';

/** Less likely than this a proposal is not even a suggestion. */
const minShare = 0.3;

/** A paragraph taken apart: kept between the rounds, which change only a few. */
interface Paragraph {
  readonly reading: Reading;
  readonly spots: readonly OpenSpot[];
  readonly known: PairCounts;
  /** What needs no evidence of the document. */
  readonly plain: readonly Proposal[];
}
export type ParagraphCache = Map<string, Paragraph>;

/**
 * Find the misspelt words of the texts of one document; each list goes with the text of the same index. `corrected`: how many
 * were found before and stand no longer there; a document does not become a cleaner one by that.
 */
export function findWords(
  texts: readonly string[],
  guarded: readonly (readonly Range[])[],
  corrected: number,
  cache: ParagraphCache,
): Proposal[][] {
  const model = loadModel();
  const doc = new DocumentEvidence();
  const parts = texts.map((text) =>
    paragraphsOf(text).map(({ start, end }) => {
      const paragraph = takeApart(text.slice(start, end), model, cache);
      addEvidence(paragraph.reading, doc);
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
    list.map(({ spots, reading, ...rest }) => ({
      ...rest,
      reading,
      verdicts: judgeTogether(
        spots.map((open) => judge(open, reading, model, doc)),
        reading,
        model,
        doc,
      ),
    })),
  );
  const known = judged.flatMap((list) => list.flatMap(({ verdicts }) => verdicts.filter(isKnown))).length;
  const slips = corrected + known;
  return judged.map((list, i) =>
    list.flatMap(({ start, reading, verdicts, plain }) =>
      [...plain, ...verdicts.flatMap((verdict) => propose(verdict, slips, reading, model, doc))]
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

/** What is proposed for one spot of a document in which so many slips are known. */
function propose(verdict: Verdict, slips: number, reading: Reading, model: Model, doc: DocumentEvidence): Proposal[] {
  const { open, moved, choice, likely } = verdict;
  if (moved !== undefined) return [moved];
  if (choice === undefined) return [];
  const others = slips - (isKnown(verdict) ? 1 : 0);
  const share = withRate(sharpened(likely), rateOdds(choice, others, doc));
  if (share < minShare) return [];
  const start = reading.tokens.starts[open.token] as number;
  const end = reading.tokens.ends[open.token] as number;
  const before = reading.text.slice(start, end);
  const after = withForm(model.vocabulary.words[choice.id] as string, before);
  return [
    { rule: ruleOf(choice), start, end, before, after, confidence: share, why: reasonFor(open.spot, choice, model) },
  ];
}

/**
 * What the network and the guards give .9 was right 96 times in a hundred on the development texts, read one by one:
 * their odds are to be raised by this exponent.
 */
const sharpness = 4 / 3;
const sharpened = (share: number): number => share ** sharpness / (share ** sharpness + (1 - share) ** sharpness);

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
