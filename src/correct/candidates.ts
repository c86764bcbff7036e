/** What may have been meant by a written word: attested syllables near it, with the cost of the slip. */
import { bare, isSyllable, parseSyllable, syllableParts, withoutTones, writeSyllable } from '../text/index.ts';
import { costOfStack, impossible, maxCost, tones } from './channel.ts';
import { partCosts } from './part-costs.ts';
import { type Reading, readings, rearranged } from './readings.ts';
import { readTelex, readVni } from './telex.ts';
import { variantsOf } from './variants.ts';
import { firstWord, type Vocabulary } from './vocabulary.ts';

/** Kinds of slip, by what differs. The names are the rules that edits are reported under. */
export const slips = [
  'typo/tone',
  'typo/vowel-mark',
  'typo/initial',
  'typo/final',
  'typo/vowel',
  'typo/letters',
  'typo/tone-place',
  'typo/telex',
] as const;
const slip = { tone: 0, mark: 1, initial: 2, final: 3, vowel: 4, letters: 5, place: 6, telex: 7 } as const;

export interface Candidates {
  /** Vocabulary ids, cheapest slip first. */
  readonly ids: readonly number[];
  /** Cost of the slip for people and for scanners: -ln of its share among slips. */
  readonly typed: readonly number[];
  readonly scanned: readonly number[];
  /** Index in `slips`. */
  readonly slips: readonly number[];
}

/**
 * Attested syllables grouped by onset and nucleus: those of a pair are at the indices from `first[pair]` up to, not
 * including, `first[pair + 1]`.
 */
export interface SyllableIndex {
  readonly vocabulary: Vocabulary;
  readonly first: Uint16Array;
  readonly ids: Uint16Array;
  readonly codas: Uint8Array;
  readonly tones: Uint8Array;
}

const nucleusCount = syllableParts.nuclei.length;
/** Pairs of onset and nucleus. */
export const pairCount = syllableParts.onsets.length * nucleusCount;

/** Index the attested syllables of a vocabulary. */
export function indexSyllables(vocabulary: Vocabulary): SyllableIndex {
  const position = (list: readonly string[]): Map<string, number> => new Map(list.map((part, i) => [part, i]));
  const onsets = position(syllableParts.onsets);
  const nuclei = position(syllableParts.nuclei);
  const codas = position(syllableParts.codas);
  const entries: { readonly pair: number; readonly id: number; readonly coda: number; readonly tone: number }[] = [];
  for (let id = firstWord; id < vocabulary.syllables; id++) {
    const parts = parseSyllable(vocabulary.words[id] as string);
    if (parts === undefined) continue;
    const pair = (onsets.get(parts.onset) ?? 0) * nucleusCount + (nuclei.get(parts.nucleus) ?? 0);
    entries.push({ pair, id, coda: codas.get(parts.coda) ?? 0, tone: parts.tone });
  }
  entries.sort((a, b) => a.pair - b.pair || a.id - b.id);
  const first = new Uint16Array(pairCount + 1);
  for (const { pair } of entries) first[pair + 1] = (first[pair + 1] as number) + 1;
  for (let pair = 1; pair < first.length; pair++) first[pair] = (first[pair] as number) + (first[pair - 1] as number);
  return {
    vocabulary,
    first,
    ids: Uint16Array.from(entries, ({ id }) => id),
    codas: Uint8Array.from(entries, ({ coda }) => coda),
    tones: Uint8Array.from(entries, ({ tone }) => tone),
  };
}

export const maxCandidates = 72;
const costOfPlace = 0.5;
const costOfTelex = 2;
const costOfTransposed = 4;

interface Found {
  readonly id: number;
  readonly typed: number;
  readonly scanned: number;
  readonly slip: number;
}

const least = (one: Found): number => Math.min(one.typed, one.scanned);

/** Find what a lower-case NFC word may stand for. The word itself and its accepted variants are not among them. */
export function findCandidates(word: string, index: SyllableIndex): Candidates {
  const { words, ids, syllables } = index.vocabulary;
  const found: Found[] = [];
  const digits = /\d/.test(word);
  if (!digits) for (const reading of readings(word)) addNear(reading, index, found);
  const add = (other: string, typed: number, scanned: number, what: number): void => {
    const id = ids.get(other) ?? syllables;
    if (id < syllables) found.push({ id, typed, scanned, slip: what });
  };
  const meant = readTelex(word) ?? readVni(word);
  if (meant !== undefined) add(meant, costOfTelex, impossible, slip.telex);
  if (!digits && !isSyllable(word)) {
    const { letters, tone } = withoutTones(word);
    for (const other of rearranged(letters)) {
      const parts = parseSyllable(other);
      if (parts !== undefined) add(writeSyllable({ ...parts, tone }), costOfTransposed, 6, slip.letters);
    }
  }

  const own = ids.get(word);
  const variants = variantsOf(word);
  const seen = new Set(own === undefined ? [] : [own]);
  const best: Found[] = [];
  for (const one of found.sort((a, b) => least(a) - least(b) || a.id - b.id)) {
    if (best.length === maxCandidates) break;
    if (seen.has(one.id) || variants.includes(words[one.id] as string)) continue;
    seen.add(one.id);
    best.push(one);
  }
  return {
    ids: best.map(({ id }) => id),
    typed: best.map(({ typed }) => typed),
    scanned: best.map(({ scanned }) => scanned),
    slips: best.map((one) => one.slip),
  };
}

/** Every attested syllable whose parts cost together at most `maxCost`. */
function addNear(written: Reading, index: SyllableIndex, found: Found[]): void {
  const onsets = partCosts('onsets', written.onset);
  const nuclei = partCosts('nuclei', written.nucleus);
  const codas = partCosts('codas', written.coda);
  const extra = written.cost ?? 0;
  const letters = bareOf(written.nucleus);
  for (let i = 0; i < onsets.near.length; i++) {
    const onset = onsets.near[i] as number;
    const typedOnset = extra + (onsets.typed[onset] as number);
    const scannedOnset = extra + (onsets.scanned[onset] as number);
    if (typedOnset > maxCost && scannedOnset > maxCost) continue;
    for (let j = 0; j < nuclei.near.length; j++) {
      const nucleus = nuclei.near[j] as number;
      const typedPair = typedOnset + (nuclei.typed[nucleus] as number);
      const scannedPair = scannedOnset + (nuclei.scanned[nucleus] as number);
      if (typedPair > maxCost && scannedPair > maxCost) continue;
      const stacked =
        nuclei.scanned[nucleus] !== 0 && bareNuclei[nucleus] === letters ? scannedOnset + costOfStack : impossible;
      const pair = onset * nucleusCount + nucleus;
      const end = index.first[pair + 1] as number;
      for (let at = index.first[pair] as number; at < end; at++) {
        const coda = index.codas[at] as number;
        const tone = index.tones[at] as number;
        const change = written.tone * 6 + tone;
        const typed = typedPair + (codas.typed[coda] as number) + (tones.typed[change] as number);
        const apart = scannedPair + (tones.scanned[change] as number);
        const marks = tone === written.tone ? apart : Math.min(apart, stacked);
        const scanned = marks + (codas.scanned[coda] as number);
        if (typed > maxCost && scanned > maxCost) continue;
        const same = typed === 0;
        found.push({
          id: index.ids[at] as number,
          typed: same ? costOfPlace : typed,
          scanned: same ? costOfPlace : scanned,
          slip: same ? slip.place : slipOf(written, onset, nucleus, coda, tone),
        });
      }
    }
  }
}

const bareOnsets = syllableParts.onsets.map(bare);
const bareNuclei = syllableParts.nuclei.map(bare);
const plain = new Map<string, string>();

function bareOf(part: string): string {
  let letters = plain.get(part);
  if (letters === undefined) {
    letters = bare(part);
    if (plain.size > 5000) plain.clear();
    plain.set(part, letters);
  }
  return letters;
}

function slipOf(written: Reading, onset: number, nucleus: number, coda: number, tone: number): number {
  const otherOnset = syllableParts.onsets[onset] !== written.onset;
  const otherNucleus = syllableParts.nuclei[nucleus] !== written.nucleus;
  const otherCoda = syllableParts.codas[coda] !== written.coda;
  const otherTone = tone !== written.tone;
  if (+otherOnset + +otherNucleus + +otherCoda + +otherTone !== 1) return slip.letters;
  if (otherTone) return slip.tone;
  if (otherOnset) return bareOnsets[onset] === bareOf(written.onset) ? slip.mark : slip.initial;
  if (otherCoda) return slip.final;
  return bareNuclei[nucleus] === bareOf(written.nucleus) ? slip.mark : slip.vowel;
}
