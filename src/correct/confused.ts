/** Finding runs of words that sound like what was meant: “lãi xuất”. */

import type { TextRange } from '../model/index.ts';
import { confusedRuns } from './confused-runs.ts';
import { inCompound } from './context.ts';
import { withForm } from './form-of-word.ts';
import { type Form, shape } from './forms.ts';
import type { LanguageModel } from './language-model.ts';
import type { Proposal } from './proposal.ts';
import type { ReadText } from './spots.ts';
import { edgeId, firstWord, unknownId, type Vocabulary } from './vocabulary.ts';

/** A run that is never right. */
interface Run {
  readonly ids: readonly number[];
  /** Which of its words are wrong, and what is meant. */
  readonly slips: readonly { readonly at: number; readonly meant: string }[];
  readonly why: string;
}

let table: Readonly<Record<string, readonly string[]>> | undefined;
const known = new WeakMap<Vocabulary, Map<number, readonly Run[]>>();

/** The runs that begin with a word, built when a text first contains it. */
function runsFrom(id: number, vocabulary: Vocabulary): readonly Run[] {
  const runs = known.get(vocabulary) ?? new Map<number, readonly Run[]>();
  known.set(vocabulary, runs);
  let found = runs.get(id);
  if (found === undefined) {
    table ??= JSON.parse(confusedRuns) as Readonly<Record<string, readonly string[]>>;
    const first = vocabulary.words[id] ?? '';
    found = (table[first] ?? []).map((told) => toRun(first, told, vocabulary));
    runs.set(id, found);
  }
  return found;
}

function toRun(first: string, told: string, vocabulary: Vocabulary): Run {
  const [rest = '', right = ''] = told.split(' → ');
  const words = [first, ...rest.split(' ')];
  const slips = right.split(' ').flatMap((meant, at) => (meant === words[at] ? [] : [{ at, meant }]));
  const ids = words.map((word) => vocabulary.ids.get(word) ?? unknownId);
  return { ids, slips, why: `“${words.join(' ')}” → “${right}”` };
}

const certain = 0.985;

/** A confused word with the run that shows it: nothing else in the run is a slip. */
export interface Confused extends TextRange {
  readonly proposal: Proposal;
}

/** Find the confused words of one text. */
export function findConfused({ text, tokens, sequence, forms }: ReadText, model: LanguageModel): Confused[] {
  const { ids } = sequence;
  const found: Confused[] = [];
  for (let at = 1; at < ids.length - 2; at++) {
    const runs = runsFrom(ids[at] as number, model.vocabulary);
    const run = runs.find((one) => one.ids.every((id, i) => ids[at + i] === id));
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
