/** Misspelt words of a document. */

import { under } from './careful.ts';
import { pairBits, terms } from './context.ts';
import { DocumentEvidence } from './evidence.ts';
import { type Choice, describe, featureCount, type Spot } from './features.ts';
import { withForm } from './form-of-word.ts';
import { shape } from './forms.ts';
import { findJoints } from './joints.ts';
import { loadModel, type Model } from './model.ts';
import { scoreOf } from './net.ts';
import type { Proposal } from './proposal.ts';
import { type Range, touches } from './protect.ts';
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
import { replaceMarks } from './tone-place.ts';
import { unknownId } from './vocabulary.ts';

/** Less likely than this a proposal is not even a suggestion. */
const minShare = 0.3;

const features = new Float32Array(featureCount);

/** A paragraph taken apart: kept between the rounds, which change only a few. */
interface Paragraph {
  readonly reading: Reading;
  readonly spots: readonly OpenSpot[];
  readonly joints: readonly Proposal[];
}
export type ParagraphCache = Map<string, Paragraph>;

/** Find the misspelt words of the texts of one document; each list goes with the text of the same index. */
export function findWords(
  texts: readonly string[],
  guarded: readonly (readonly Range[])[],
  cache: ParagraphCache,
): Proposal[][] {
  const model = loadModel();
  const doc = new DocumentEvidence();
  const parts = texts.map((text) =>
    paragraphsOf(text).map(({ start, end }) => {
      const paragraph = takeApart(text.slice(start, end), model, cache);
      addEvidence(paragraph.reading, doc);
      return { start, ...paragraph };
    }),
  );
  setSlipRates(
    parts.flatMap((list) => list.flatMap(({ spots }) => spots)),
    doc,
  );
  return parts.map((list, i) =>
    list.flatMap(({ start, reading, spots, joints }) =>
      [...joints, ...spots.flatMap((open) => judge(open, reading, model, doc))]
        .filter((one) => !touches(guarded[i] ?? [], start + one.start, start + one.end))
        .map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
    ),
  );
}

function takeApart(text: string, model: Model, cache: ParagraphCache): Paragraph {
  let paragraph = cache.get(text);
  if (paragraph === undefined) {
    const reading = readText(text, model);
    paragraph = { reading, spots: findSpots(reading, model), joints: findJoints(reading, model) };
    cache.set(text, paragraph);
  }
  return paragraph;
}

/** What is proposed for one spot. */
function judge(open: OpenSpot, reading: Reading, model: Model, doc: DocumentEvidence): Proposal[] {
  const moved = movedMarks(open, reading, model);
  if (moved !== undefined) return [moved];
  const [choice, likely] = decide(open, model, doc);
  const odds = oddsOf(open.spot, choice, doc);
  const share = odds === 1 ? likely : under(likely, odds);
  if (choice === undefined || share < minShare) return [];
  const start = reading.tokens.starts[open.token] as number;
  const end = reading.tokens.ends[open.token] as number;
  const before = reading.text.slice(start, end);
  const after = withForm(model.vocabulary.words[choice.id] as string, before);
  return [
    { rule: ruleOf(choice), start, end, before, after, confidence: share, why: reasonFor(open.spot, choice, model) },
  ];
}

/** No context makes “đưọc” right, and nothing but “được” has its letters: this needs no evidence of neighbours. */
const movedMarksShare = 0.99;

/** A word that is no syllable as typed, and an attested one when its marks move to their place. */
function movedMarks({ spot, token }: OpenSpot, { tokens, text }: Reading, { vocabulary }: Model): Proposal | undefined {
  const after = replaceMarks(spot.form.lower);
  if (after === undefined || (vocabulary.ids.get(after) ?? vocabulary.syllables) >= vocabulary.syllables)
    return undefined;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const before = text.slice(start, end);
  return {
    rule: 'typo/tone-place',
    start,
    end,
    before,
    after: withForm(after, before),
    confidence: movedMarksShare,
    why: `“${before}” → “${after}”`,
  };
}

/** The likeliest choice and its probability against keeping the word and against the other choices. */
function decide(
  { spot, choices }: OpenSpot,
  model: Model,
  doc: DocumentEvidence,
): readonly [Choice | undefined, number] {
  let best: Choice | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const scores = choices.map((choice) => {
    describe(spot, choice, doc, features);
    const score = scoreOf(model.net, features);
    if (score > bestScore) {
      best = choice;
      bestScore = score;
    }
    return score;
  });
  const total = scores.reduce((sum, score) => sum + Math.exp(score - bestScore), Math.exp(-bestScore));
  return [best, 1 / total];
}

/** Odds of a correction inside a name: people are called Thành and Thạnh, Ánh and Anh; “Ngyễn” is nobody's name. */
const oddsInName = { known: 0.02, unknown: 0.2 };

/** A rare word that the document uses so often is its own: “cạc” is a card. */
const habitual = { uses: 3, commonBits: 10, odds: 0.05 };
/** A correction that repeats the word beside it is more likely a word typed twice. */
const oddsOfRepeating = 0.05;

/** By how much the odds of a correction are changed for what the network does not see. */
function oddsOf(spot: Spot, choice: Choice | undefined, doc: DocumentEvidence): number {
  const { form, neighbours: n, own } = spot;
  const known = form.id !== unknownId;
  let odds = isName(spot, doc) ? (known ? oddsInName.known : oddsInName.unknown) : 1;
  if (known && (own[terms.own] as number) < habitual.commonBits && doc.wordCount(form.id, form.lower) >= habitual.uses)
    odds *= habitual.odds;
  if (choice !== undefined && (choice.id === n.l1 || choice.id === n.r1)) odds *= oddsOfRepeating;
  return odds;
}

/** A capitalised syllable beside another in running text; a name in capitals cannot be told from a heading. */
function isName(
  { form, capitalBefore, capitalAfter, sentenceStart, neighbours: n }: Spot,
  doc: DocumentEvidence,
): boolean {
  if (form.shape !== shape.capital) return false;
  const repeated = doc.pairCount(n.l1, form.id) > 1 || doc.pairCount(form.id, n.r1) > 1;
  return (capitalBefore && !sentenceStart) || capitalAfter || repeated;
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
