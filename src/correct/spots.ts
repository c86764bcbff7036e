/** Places of a text that may hold a slip: everything that its neighbours do not vouch for, with what may be meant. */

import type { TextRange } from '../model/index.ts';
import { markedLetter } from '../text/index.ts';
import { slips } from './candidates.ts';
import { chooseFrom } from './choices.ts';
import {
  type Around,
  aroundOf,
  factorsOf,
  fillTerms,
  inCompound,
  logFit,
  type Neighbours,
  neighboursOf,
  pairBits,
  termCount,
  terms,
} from './context.ts';
import { weighContext } from './context-weights.ts';
import type { DocumentEvidence } from './evidence.ts';
import type { Choice, Spot } from './features.ts';
import { candidatesOf, type Form, formOf, hasForeignLetter, shape } from './forms.ts';
import type { LanguageModel } from './language-model.ts';
import type { Contextual } from './model.ts';
import { isReduplication } from './reduplication.ts';
import { isLetter, isWrap, kind, scan, type Tokens } from './scan.ts';
import { type Sequence, toSequence } from './sequence.ts';
import { isNumbered, readVni } from './telex.ts';
import { edgeId, unknownId, type Vocabulary } from './vocabulary.ts';

/** A text cut up and looked up. */
export interface ReadText {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sequence: Sequence;
  /** By token; `undefined` for what is no word. */
  readonly forms: readonly (Form | undefined)[];
}

/** A place with its likeliest candidates, best first. */
export interface OpenSpot {
  /** Index in the sequence. */
  readonly at: number;
  readonly token: number;
  readonly spot: Spot;
  readonly choices: readonly Choice[];
}

/**
 * Where the paragraphs of a text lie: they end at the line ends that are no wrapped lines. No run of words goes beyond one.
 */
export function paragraphsOf(text: string): TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (isWrap(text, end)) continue;
    if (end > start) found.push({ start, end });
    start = end + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** Cut a text up and look its words up. */
export function readText(text: string, model: LanguageModel): ReadText {
  const tokens = scan(text);
  const forms = tokens.kinds.map((what, i) =>
    what === kind.word || what === kind.mixed
      ? formOf(text.slice(tokens.starts[i], tokens.ends[i]), model.index)
      : undefined,
  );
  const idOf = (i: number): number => (isOfName(text, tokens, i) ? unknownId : (forms[i]?.id ?? unknownId));
  return { text, tokens, sequence: toSequence(tokens, idOf), forms };
}

/** Part of “mau_don.docx”: no word that says anything of its neighbours. */
const isOfName = (text: string, { starts, ends }: Tokens, i: number): boolean =>
  text[ends[i] as number] === '_' || text[(starts[i] as number) - 1] === '_';

/** Add what a text uses to what is known of its document. */
export function addEvidence({ sequence, forms }: ReadText, doc: DocumentEvidence, vocabulary: Vocabulary): void {
  let before = edgeId;
  for (let at = 0; at < sequence.ids.length; at++) {
    const id = sequence.ids[at] as number;
    const form = forms[sequence.tokens[at] ?? -1];
    if (form !== undefined) {
      doc.addWord(id, form.lower);
      if (id === unknownId && form.shape === shape.lower && isVietnamese(form.lower)) doc.misspelt++;
      if (/\d/.test(form.lower) && !isNumbered(form.lower, vocabulary) && readVni(form.lower) !== undefined)
        doc.keyed++;
    }
    doc.addPair(before, id);
    before = id;
  }
}

const isVietnamese = (word: string): boolean => markedLetter.test(word);

/**
 * Words that pass without a closer look: how often both pairs, or the run of three around the word, were counted (in
 * bits, 1 + log2), or how well it fits (log2 of each of the probabilities, fewer beside an unknown word). On the dev
 * texts 71 % of right words pass and 2 % of slips.
 */
const vouched = { pairs: 9, middle3: 5, fit: -6.67 };

const neighbours: Neighbours = { l1: 0, l2: 0, l3: 0, r1: 0, r2: 0, r3: 0 };
const own = new Float32Array(termCount);
const ofTwin = new Float32Array(termCount);

/** Whether a place can hold a slip that we would correct at all. */
function isOpen(reading: ReadText, at: number): boolean {
  const token = reading.sequence.tokens[at] as number;
  const form = reading.forms[token];
  if (form === undefined) return false;
  if (form.lower.length === 1 && form.lower < '\u0080') return false;
  if (form.id !== unknownId) return form.possible && !isHyphenated(reading, token);
  if (reading.tokens.kinds[token] === kind.mixed) return readVni(form.lower) !== undefined;
  if (form.shape === shape.mixed || hasForeignLetter(form.lower)) return false;
  if (form.shape !== shape.lower && !isVietnamese(form.lower)) return false;
  return form.lower.length <= 12 && !isHyphenated(reading, token) && !followsSlash(reading, token);
}

/** Part of an abbreviation: “V/vtăng”. */
const followsSlash = ({ text, tokens }: ReadText, token: number): boolean =>
  text[(tokens.starts[token] as number) - 1] === '/';

/** Part of “Mát-xcơ-va”, spelt after foreign sounds, or of a word cut up by a soft hyphen, which goes first. */
function isHyphenated({ text, tokens }: ReadText, token: number): boolean {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  return (
    (joining.has(text[start - 1] ?? '') && isWord(text[start - 2])) ||
    (joining.has(text[end] ?? '') && isWord(text[end + 1]))
  );
}
const joining = new Set(['-', "'", '’', '\u00ac', '\u00ad', '\u200b', '\u2060', '\ufeff']);
const isWord = (char: string | undefined): boolean => char !== undefined && isLetter(char.charCodeAt(0));

/** Find the places of a text that may hold a slip. */
export function findSpots(reading: ReadText, model: Contextual): OpenSpot[] {
  const found: OpenSpot[] = [];
  for (let at = 1; at < reading.sequence.ids.length - 1; at++) {
    const open = spotAt(reading, at, model);
    if (open !== undefined) found.push(open);
  }
  return found;
}

/** Look at one place of a text. */
export function spotAt(reading: ReadText, at: number, model: Contextual): OpenSpot | undefined {
  const { ids, tokens } = reading.sequence;
  const token = tokens[at] as number;
  if (token < 0 || !isOpen(reading, at)) return undefined;
  const form = reading.forms[token] as Form;
  neighboursOf(ids, at, neighbours);
  if (form.id !== unknownId && isVouched(model, neighbours, form.id)) return undefined;
  const n = { ...neighbours };
  const around = aroundOf(model, n);
  const { id: ownId, fit: ownFit } = weighOwn(model, n, around, form);
  const fits = (own[terms.middle3] as number) >= vouched.middle3 || ownFit >= vouched.fit * factorsOf(n);
  if (form.id !== unknownId && fits) return undefined;
  const choices = chooseFrom(candidatesOf(form, model.index), model, { form, n, around, own, ownFit });
  if (choices.length === 0) return undefined;
  const ownContext = weighContext(model.context(), ids, at, ownId, choices);
  const spot: Spot = {
    form,
    neighbours: n,
    own: own.slice(),
    ownFit,
    sentenceStart: n.l1 === edgeId,
    around,
    boundLeft: inCompound(model, n.l2, n.l1),
    boundRight: inCompound(model, n.r1, n.r2),
    strangers: strangersAround(ids, at),
    inUnmarked: isUnmarkedAround(reading, at),
    isReduplicated: isReduplicatedAt(reading, at),
    capitalBefore: isCapital(reading, at - 1),
    capitalAfter: isCapital(reading, at + 1),
    afterComma: followsComma(reading, token),
    slipRate: 0,
    ownContext,
  };
  return { at, token, spot, choices };
}

/**
 * Fill in the evidence for the word as written; returns the id and the fit that count for it. With i or with y a word is the
 * same: “lỳ lợm” is as right as “lì lợm”.
 */
function weighOwn(
  model: LanguageModel,
  n: Neighbours,
  around: Around,
  { id, twin }: Form,
): { id: number; fit: number } {
  fillTerms(model, n, id, own);
  const fit = logFit(n, around, own);
  if (twin === unknownId || own[terms.leftCompound] !== 0 || own[terms.rightCompound] !== 0) return { id, fit };
  fillTerms(model, n, twin, ofTwin);
  const fitOfTwin = logFit(n, around, ofTwin);
  if (fitOfTwin <= fit) return { id, fit };
  own.set(ofTwin);
  return { id: twin, fit: fitOfTwin };
}

/** Words before and after a place that are looked at for what kind of text it is. */
const nearby = 4;

function strangersAround(ids: readonly number[], at: number): number {
  let count = 0;
  for (let i = Math.max(0, at - nearby); i <= at + nearby; i++) if (i !== at && ids[i] === unknownId) count++;
  return count;
}

/** Whether there are words on both sides or several on one, and none of them has a mark: a line typed without. */
function isUnmarkedAround({ sequence: { tokens }, forms }: ReadText, at: number): boolean {
  let words = 0;
  for (let i = at - nearby; i <= at + nearby; i++) {
    const word = i === at ? undefined : forms[tokens[i] ?? -1]?.lower;
    if (word === undefined) continue;
    if (isVietnamese(word)) return false;
    words++;
  }
  return words >= nearby;
}

function isReduplicatedAt({ sequence: { tokens }, forms }: ReadText, at: number): boolean {
  const [before, word, after] = [at - 1, at, at + 1].map((i) => forms[tokens[i] ?? -1]?.lower ?? '');
  return isReduplication(before as string, word as string) || isReduplication(word as string, after as string);
}

const followsComma = ({ text, tokens }: ReadText, token: number): boolean =>
  text[tokens.starts[token - 1] ?? -1] === ',';

function isCapital({ sequence, forms }: ReadText, at: number): boolean {
  const form = forms[sequence.tokens[at] ?? -1];
  return form !== undefined && form.shape !== shape.lower;
}

/** The cheapest bound: two look-ups. */
function isVouched(model: LanguageModel, n: Neighbours, w: number): boolean {
  return pairBits(model, n.l1, w) >= vouched.pairs && pairBits(model, w, n.r1) >= vouched.pairs;
}

/** A gain from which a place counts as a likely slip in what is estimated of the document. */
const likelySlip = 6;
export const isLikely = ({ choices }: OpenSpot): boolean => (choices[0]?.gain ?? 0) > likelySlip;

/** Tell every spot how many others of the document look wrong, or did so before they were corrected. */
export function setSlipRates(spots: readonly OpenSpot[], corrected: number, doc: DocumentEvidence): void {
  const likely = (one: OpenSpot): number => (isLikely(one) ? 1 : 0);
  const all = spots.reduce((sum, one) => sum + likely(one), corrected);
  for (const one of spots) one.spot.slipRate = Math.log2(doc.shareOf(all - likely(one), 0.3));
}

/** Name of the rule of a choice. */
export const ruleOf = (choice: Choice): string => slips[choice.slip] ?? 'typo/letters';
