/** Whether a choice makes a known term of the words around its place: evidence that no count of older text can give. */
import { bare } from '../text/index.ts';
import { terms } from './context.ts';
import type { Choice, Spot } from './features.ts';
import { type Phrase, phrases } from './phrases.ts';
import type { Sequence } from './sequence.ts';
import { unknownId, type Vocabulary } from './vocabulary.ts';

/** A word of a phrase: where it stands among the others. */
interface Part {
  readonly phrase: Phrase;
  readonly ids: readonly number[];
  readonly at: number;
}

/** Terms of two words are too ambiguous. */
const minWords = 3;
const indexes = new WeakMap<Vocabulary, ReadonlyMap<number, readonly Part[]>>();

function indexOf(vocabulary: Vocabulary): ReadonlyMap<number, readonly Part[]> {
  let index = indexes.get(vocabulary);
  if (index === undefined) {
    const made = new Map<number, Part[]>();
    for (const phrase of phrases) {
      const ids = phrase.text.split(' ').map((word) => vocabulary.ids.get(word) ?? unknownId);
      if (ids.length < minWords || ids.includes(unknownId)) continue;
      ids.forEach((id, at) => {
        made.set(id, [...(made.get(id) ?? []), { phrase, ids, at }]);
      });
    }
    index = made;
    indexes.set(vocabulary, index);
  }
  return index;
}

/** What a choice's score gains, as ln of odds, when it makes a term; or loses, when the paragraph means something else. */
const gain = Math.log(100_000);

/** What the terms say of a choice: 0 when it makes none. */
export function phraseEvidence(
  spot: Spot,
  choice: Choice,
  { ids }: Sequence,
  at: number,
  text: string,
  vocabulary: Vocabulary,
): number {
  const parts = indexOf(vocabulary).get(choice.id);
  if (parts === undefined || bare(vocabulary.words[choice.id] as string) !== bare(spot.form.lower)) return 0;
  const found = parts.find((part) => stands(part, ids, at) && !isWordBeyond(part, spot) && !isCounted(part, spot));
  if (found === undefined) return 0;
  return found.phrase.unless?.some((word) => hasWord(text, word)) ? -gain : gain;
}

const stands = (part: Part, ids: readonly number[], at: number): boolean =>
  part.ids.every((id, i) => i === part.at || ids[at - part.at + i] === id);

/** Whether the word as written makes a word with what stands outside of the phrase: “chính quyền | sở tại”. */
const isWordBeyond = ({ at, ids }: Part, { own }: Spot): boolean =>
  (at === 0 && own[terms.leftCompound] === 1) || (at === ids.length - 1 && own[terms.rightCompound] === 1);

/** Whether the word as written was met between or beside the words of the phrase. */
function isCounted({ at, ids }: Part, { own }: Spot): boolean {
  const seen = at === 0 ? terms.right3 : at === ids.length - 1 ? terms.left3 : terms.middle3;
  return (own[seen] as number) > 0;
}

const hasWord = (text: string, word: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ' ')} `.includes(` ${word} `);
