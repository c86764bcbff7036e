/** What is thought of each spot: whether it is a slip, and of what. */
import { under } from './careful.ts';
import { maxChoices } from './choices.ts';
import { reach } from './context-net.ts';
import type { DocumentEvidence } from './evidence.ts';
import { type Choice, describe, featureCount } from './features.ts';
import { withForm } from './form-of-word.ts';
import { shape } from './forms.ts';
import { guardedOdds } from './guards.ts';
import type { Model } from './model.ts';
import { scoresOf } from './net.ts';
import { phraseEvidence } from './phrase-evidence.ts';
import type { Proposal } from './proposal.ts';
import { type OpenSpot, type ReadText, spotAt } from './spots.ts';
import { isKeyedOnly, readTelex } from './telex.ts';
import { replaceMarks } from './tone-place.ts';
import { edgeId, unknownId } from './vocabulary.ts';

const features = new Float32Array(maxChoices * featureCount);

/** What is thought of one spot: its likeliest choice and how likely that is, or what needs no choice. */
export interface Verdict {
  readonly open: OpenSpot;
  /** Marks that only stand in a wrong place, keys that spell one word. */
  readonly moved?: Proposal | undefined;
  readonly choice?: Choice | undefined;
  readonly likely: number;
  /** Factor of the guards on the odds; already part of `likely`. */
  readonly guarded: number;
  /** The next likeliest, which another word beside it may speak for. */
  readonly next?: Pick<Verdict, 'choice' | 'likely' | 'guarded'>;
}

/** Judge one spot by itself. */
export function judge(open: OpenSpot, reading: ReadText, model: Model, doc: DocumentEvidence): Verdict {
  const moved = movedMarks(open, reading, model) ?? onlyKeyed(open, reading, model);
  if (moved !== undefined) return { open, moved, likely: moved.confidence, guarded: 1 };
  const underGuards = ({ choice, share }: Ranked): Pick<Verdict, 'choice' | 'likely' | 'guarded'> => {
    const guarded = guardedOdds(open.spot, choice, doc, model.vocabulary);
    return { choice, likely: under(share, guarded), guarded };
  };
  const [best, next] = decide(open, reading, model, doc);
  if (best === undefined) return { open, likely: 0, guarded: 1 };
  return { open, ...underGuards(best), ...(next && { next: underGuards(next) }) };
}

/** From this probability on a slip counts as known. */
const knownFrom = 0.9;
/** Whether a verdict stands without any other. */
export const isKnown = ({ likely }: Verdict): boolean => likely >= knownFrom;

/** No context makes “đưọc” right, and nothing but “được” has its letters: this needs no evidence of neighbours. */
const movedMarksShare = 0.99;

/** A capital beside an unknown capital: “Leó Szilárd” has the marks of another language. */
const isForeignName = ({ form, neighbours: n, capitalBefore, capitalAfter }: OpenSpot['spot']): boolean =>
  form.shape === shape.capital && ((capitalBefore && n.l1 === unknownId) || (capitalAfter && n.r1 === unknownId));

/** A word that is no syllable as typed, and an attested one when its marks move to their place. */
const movedMarks = (open: OpenSpot, reading: ReadText, model: Model): Proposal | undefined =>
  readAs(replaceMarks(open.spot.form.lower), 'typo/tone-place', open, reading, model);

/** The keys of Telex that spell a word, where they can be nothing else. */
function onlyKeyed(open: OpenSpot, reading: ReadText, model: Model): Proposal | undefined {
  const { id, lower } = open.spot.form;
  if (id !== unknownId || !isKeyedOnly(lower)) return undefined;
  return readAs(readTelex(lower), 'typo/telex', open, reading, model);
}

/** A word that needs no neighbours to be told, unless it is that of another language. */
function readAs(
  after: string | undefined,
  rule: string,
  { spot, token }: OpenSpot,
  { tokens, text }: ReadText,
  { vocabulary }: Model,
): Proposal | undefined {
  if (after === undefined || isForeignName(spot)) return undefined;
  if ((vocabulary.ids.get(after) ?? vocabulary.syllables) >= vocabulary.syllables) return undefined;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const before = text.slice(start, end);
  return {
    rule,
    start,
    end,
    before,
    after: withForm(after, before),
    confidence: movedMarksShare,
    why: `“${before}” → “${after}”`,
  };
}

interface Ranked {
  readonly choice: Choice;
  readonly share: number;
}

/** The two likeliest choices, each with its probability against keeping the word and against the other choices. */
function decide(
  { spot, choices, at }: OpenSpot,
  { sequence, text }: ReadText,
  model: Model,
  doc: DocumentEvidence,
): readonly Ranked[] {
  choices.forEach((choice, i) => {
    describe(spot, choice, doc, features, i * featureCount);
  });
  const scored = scoresOf(model.ensemble, features, choices.length).map((number, i) => {
    const choice = choices[i] as Choice;
    return { choice, score: number + phraseEvidence(spot, choice, sequence, at, text, model.vocabulary) };
  });
  scored.sort((a, b) => b.score - a.score);
  const most = scored[0]?.score ?? 0;
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - most), Math.exp(-most));
  return scored.slice(0, 2).map(({ choice, score }) => ({ choice, share: Math.exp(score - most) / total }));
}

/** Slips this close to each other hide each other. */
const apart = 2;
/** Corrections below this probability are not tried together with a neighbour’s. */
const minAlone = 0.01;

/**
 * Two slips side by side speak for each other: in “đo về bẩn đồ”, for “đo vẽ bản đồ”, neither is certain beside the other
 * wrong word. So one of two neighbours is taken as corrected and the other judged anew; the odds of both together
 * are those of the first alone times those of the second beside it. A slip that is known by itself is left to the next
 * round: beside “ơn” for “on”, “cám” is right.
 */
export function judgeTogether(
  verdicts: readonly Verdict[],
  reading: ReadText,
  model: Model,
  doc: DocumentEvidence,
): Verdict[] {
  const out = [...verdicts];
  for (let i = 0; i + 1 < out.length; i++) {
    const [left, right] = [out[i] as Verdict, out[i + 1] as Verdict];
    if (right.open.at - left.open.at > apart || isKnown(left) || isKnown(right)) continue;
    if (amongStrangers(left, right) || amongStrangers(right, left)) continue;
    const ways = [
      ...readingsOf(left).map((first) => together(first, right, reading, model, doc)),
      ...readingsOf(right).map((first) => together(first, left, reading, model, doc)),
    ];
    const best = ways.reduce((a, b) => ((b?.odds ?? 0) > (a?.odds ?? 0) ? b : a));
    for (const verdict of best?.verdicts ?? []) {
      const at = verdict.open.at === left.open.at ? i : i + 1;
      if (verdict.likely > (out[at] as Verdict).likely) out[at] = verdict;
    }
  }
  return out;
}

/** Beside yet another unknown word a text may be no Vietnamese that we know: a line without marks, a Tày song. */
const amongStrangers = ({ open: { spot } }: Verdict, other: Verdict): boolean =>
  spot.strangers > (other.open.spot.form.id === unknownId ? 1 : 0);

/** A verdict, and the same for its second choice. */
const readingsOf = (verdict: Verdict): readonly Verdict[] =>
  verdict.next ? [verdict, { ...verdict, ...verdict.next, next: verdict }] : [verdict];

/** Judge `second` with `first` corrected, and update `first` accordingly. */
function together(
  first: Verdict,
  second: Verdict,
  reading: ReadText,
  model: Model,
  doc: DocumentEvidence,
): { readonly odds: number; readonly verdicts: readonly Verdict[] } | undefined {
  const { choice } = first;
  if (choice === undefined || first.likely < minAlone || second.moved !== undefined) return undefined;
  const nearby = correctedBeside(reading, second.open.at, first.open.at, choice.id);
  const open = spotAt(nearby, reach, model);
  if (open === undefined) return undefined;
  open.spot.slipRate = second.open.spot.slipRate;
  const beside = judge(open, nearby, model, doc);
  if (beside.choice === undefined) return undefined;
  const [alone, other] = [oddsOf(first.likely), oddsOf(second.likely)];
  const odds = alone * oddsOf(beside.likely);
  const all = 1 + alone + other + odds + oddsOf(first.next?.likely ?? 0);
  const same = beside.choice.id === second.choice?.id ? other : 0;
  return {
    odds,
    verdicts: [
      { ...first, likely: (alone + odds) / all },
      { ...beside, open: second.open, likely: (odds + same) / all },
    ],
  };
}

/** What stands around `centre`, as far as anything looks, with another word at `at`. The centre is at `reach`. */
function correctedBeside(reading: ReadText, centre: number, at: number, id: number): ReadText {
  const { ids, tokens } = reading.sequence;
  const places = Array.from({ length: 2 * reach + 1 }, (_, i) => centre - reach + i);
  return {
    ...reading,
    sequence: {
      ids: places.map((place) => (place === at ? id : (ids[place] ?? edgeId))),
      tokens: places.map((place) => tokens[place] ?? -1),
    },
  };
}

const oddsOf = (share: number): number => share / Math.max(1e-6, 1 - share);
