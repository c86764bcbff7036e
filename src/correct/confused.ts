/** Finding runs of words that sound like what was meant: “lãi xuất”. */
import { confusions, pairsOf } from './confusions/index.ts';
import { inCompound } from './context.ts';
import { withForm } from './form-of-word.ts';
import { type Form, shape } from './forms.ts';
import type { LanguageModel } from './model.ts';
import { half } from './ngrams.ts';
import type { Proposal } from './proposal.ts';
import type { Range } from './protect.ts';
import type { Reading } from './spots.ts';
import { edgeId, firstWord, unknownId, type Vocabulary } from './vocabulary.ts';

/** A run that is never right. */
interface Run {
  readonly ids: readonly number[];
  /** Which of its words are wrong, and what is meant. */
  readonly slips: readonly { readonly at: number; readonly meant: string }[];
  readonly why: string;
}

const indexes = new WeakMap<Vocabulary, ReadonlyMap<number, readonly Run[]>>();

/** Runs by their first two words. */
function indexOf(vocabulary: Vocabulary): ReadonlyMap<number, readonly Run[]> {
  let index = indexes.get(vocabulary);
  if (index === undefined) {
    const made = new Map<number, Run[]>();
    for (const [wrong, right] of confusions.flatMap(pairsOf)) {
      const words = wrong.split(' ');
      const slips = right.split(' ').flatMap((meant, at) => (meant === words[at] ? [] : [{ at, meant }]));
      const ids = words.map((word) => vocabulary.ids.get(word) ?? unknownId);
      const key = half(ids[0] as number, ids[1] as number);
      const run = { ids, slips, why: `“${wrong}” → “${right}”` };
      made.set(key, [...(made.get(key) ?? []), run]);
    }
    index = made;
    indexes.set(vocabulary, index);
  }
  return index;
}

const certain = 0.985;

/** A confused word with the run that shows it: nothing else in the run is a slip. */
export interface Confused extends Range {
  readonly proposal: Proposal;
}

/** Find the confused words of one text. */
export function findConfused({ text, tokens, sequence, forms }: Reading, model: LanguageModel): Confused[] {
  const index = indexOf(model.vocabulary);
  const { ids } = sequence;
  const found: Confused[] = [];
  for (let at = 1; at < ids.length - 2; at++) {
    const runs = index.get(half(ids[at] as number, ids[at + 1] as number));
    const run = runs?.find((one) => one.ids.every((id, i) => ids[at + i] === id));
    if (run === undefined || isWordBeyond(ids, at, run, model)) continue;
    const words = run.ids.map((_, i) => forms[sequence.tokens[at + i] as number]);
    if (!words.every((form, i) => isPlain(form, i === 0 && ids[at - 1] === edgeId))) continue;
    if (isByline(words, ids[at - 1], ids[at + run.ids.length])) continue;
    const place = {
      start: tokens.starts[sequence.tokens[at] as number] as number,
      end: tokens.ends[sequence.tokens[at + run.ids.length - 1] as number] as number,
    };
    for (const slip of run.slips) {
      const token = sequence.tokens[at + slip.at] as number;
      const start = tokens.starts[token] as number;
      const end = tokens.ends[token] as number;
      const before = text.slice(start, end);
      const after = withForm(slip.meant, before);
      found.push({
        ...place,
        proposal: { rule: 'typo/confused', start, end, before, after, confidence: certain, why: run.why },
      });
    }
  }
  return found;
}

/** Whether a word of the run belongs with its neighbour outside: “bài tập | chung”, “lưu | dữ liệu”. */
function isWordBeyond(ids: readonly number[], at: number, run: Run, model: LanguageModel): boolean {
  const last = at + run.ids.length - 1;
  return (
    inCompound(model, ids[at - 1] as number, ids[at] as number) ||
    inCompound(model, ids[last] as number, ids[last + 1] as number)
  );
}

/** Capitals alone between marks are no heading: “Ảnh: CHÍ TUỆ”. */
const isByline = (words: readonly (Form | undefined)[], before = edgeId, after = edgeId): boolean =>
  words[0]?.shape === shape.upper && [before, after].every((id) => id !== unknownId && id < firstWord);

/** No name: in lower case, or in capitals like a heading; a capital only where a sentence begins. */
const isPlain = (form: Form | undefined, first: boolean): boolean =>
  form !== undefined &&
  (form.shape === shape.lower || form.shape === shape.upper || (first && form.shape === shape.capital));
