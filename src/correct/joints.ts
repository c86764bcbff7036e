/** Spaces that are missing or too many inside words: “lậptức”, “đượ c”. */
import { markedLetter } from '../text/index.ts';
import { inCompound, pairBits } from './context.ts';
import { shape } from './forms.ts';
import type { LanguageModel } from './language-model.ts';
import type { Proposal } from './proposal.ts';
import { kind } from './scan.ts';
import type { ReadText } from './spots.ts';
import { edgeId, unknownId } from './vocabulary.ts';

/** Two words run together must be known to stand side by side at least so often: bits of the count. */
const minPairBits = 5;
const certain = 0.97;
const likely = 0.9;

/** Find joined and split words of one text. */
export function findJoints(reading: ReadText, model: LanguageModel): Proposal[] {
  const found: Proposal[] = [];
  const { ids, tokens } = reading.sequence;
  for (let at = 1; at < ids.length - 1; at++) {
    const token = tokens[at] as number;
    const form = reading.forms[token];
    if (form === undefined || form.id !== unknownId) continue;
    if (reading.tokens.kinds[token] !== kind.word) continue;
    const proposal =
      splitAfter(reading, at, model) ?? joinWithNext(reading, at, model) ?? joinWithNext(reading, at - 1, model);
    if (proposal !== undefined) found.push(proposal);
  }
  return found;
}

/** Loans that are written as one word as well as in parts. */
const loans = new Set(
  `ăngten axít balô băngrôn bêtông búpbê cáctông canô càphê căngtin cátxét côca côngtenơ côngtơ đôla ghita hécta kilô kilôgam kilômét
  kilôoát kiốt lôgic mácma mêtan môđem môđun môtơ môtô ôliu ôtô ôxít ôxy pianô phômai phômát phốtphát phốtpho prôtêin protêin rađa
  rađiô rôbốt rơmoóc sôcôla sơmi tắcxi têlêphôn vắcxin véctơ viđêô virút vôlăng ximăng xicôla xúcxích`.split(/\s+/),
);

/** “lậptức” → “lập tức”, “gọiParis” → “gọi Paris”; “Juan Ramón” is a name. */
function splitAfter(
  { text, tokens, sequence, forms }: ReadText,
  at: number,
  model: LanguageModel,
): Proposal | undefined {
  const token = sequence.tokens[at] as number;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const before = text.slice(start, end);
  if (before.length < 4 || before.length > 16 || before !== before.normalize('NFC')) return undefined;
  const make = (size: number, confidence: number, why: string): Proposal => {
    const after = `${before.slice(0, size)} ${before.slice(size)}`;
    return { rule: 'typo/joined', start, end, before, after, confidence, why };
  };
  const { ids, syllables } = model.vocabulary;
  const capital = /^(\p{L}[\p{Ll}]+)(\p{Lu}\p{Ll}+)$/u.exec(before);
  const [, left, right] = capital ?? [];
  if (left !== undefined && markedLetter.test(left) && (ids.get(left.toLowerCase()) ?? syllables) < syllables)
    return left === left.toLowerCase() ? make(left.length, likely, `“${left}” | “${right}”`) : undefined;
  const { lower = '', shape: written } = forms[token] ?? {};
  const isName = written === shape.capital && sequence.ids[at - 1] !== edgeId;
  if (written === shape.mixed || isName || !markedLetter.test(lower) || loans.has(lower)) return undefined;
  let best: Proposal | undefined;
  let bestBits = minPairBits;
  for (let size = 2; size < lower.length - 1; size++) {
    const a = ids.get(lower.slice(0, size)) ?? syllables;
    const b = ids.get(lower.slice(size)) ?? syllables;
    if (a >= syllables || b >= syllables) continue;
    const bits = pairBits(model, a, b) + (inCompound(model, a, b) ? 4 : 0);
    if (bits <= bestBits) continue;
    bestBits = bits;
    const sure = size > 1 && lower.length - size > 1 && bits >= minPairBits + 3;
    best = make(
      size,
      sure ? certain : likely,
      `“${lower.slice(0, size)} ${lower.slice(size)}” ${Math.round(2 ** bits)}`,
    );
  }
  return best;
}

/** “đượ c” → “được”: the two make an attested syllable, and one of them alone is none. */
function joinWithNext(
  { text, tokens, sequence, forms }: ReadText,
  at: number,
  model: LanguageModel,
): Proposal | undefined {
  const token = sequence.tokens[at] ?? -1;
  const next = sequence.tokens[at + 1] ?? -1;
  const [a, b] = [forms[token], forms[next]];
  if (a === undefined || b === undefined || b.shape !== shape.lower) return undefined;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[next] as number;
  const gap = text.slice(tokens.ends[token], tokens.starts[next]);
  if ((gap !== ' ' && gap !== '\u00a0') || a.lower.length + b.lower.length > 7) return undefined;
  const id = model.vocabulary.ids.get(a.lower + b.lower);
  if (id === undefined || id >= model.vocabulary.syllables || !markedLetter.test(a.lower)) return undefined;
  const left = pairBits(model, sequence.ids[at - 1] ?? unknownId, id);
  const right = pairBits(model, id, sequence.ids[at + 2] ?? unknownId);
  if (Math.max(left, right) < minPairBits) return undefined;
  const before = text.slice(start, end);
  const after = text.slice(start, tokens.ends[token]) + text.slice(tokens.starts[next], end);
  const confidence = Math.max(left, right) >= minPairBits + 3 ? certain : likely;
  return {
    rule: 'typo/split',
    start,
    end,
    before,
    after,
    confidence,
    why: `“${a.lower}” + “${b.lower}” → “${after}”`,
  };
}
