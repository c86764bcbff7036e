/** Making slips in clean text the way people and scanners make them, to learn decisions from. */
import { type Part, tones } from '../../src/correct/channel.ts';
import { withForm } from '../../src/correct/form-of-word.ts';
import { partCosts } from '../../src/correct/part-costs.ts';
import { kind, scan } from '../../src/correct/scan.ts';
import { parseSyllable, type Syllable, syllableParts, type Tone, writeSyllable } from '../../src/text/index.ts';
import { draw } from './random.ts';

export type Style = 'typed' | 'marks' | 'mixed' | 'scanned';

export interface Damaged {
  readonly text: string;
  /** Token index → the word that stood there, lower case. */
  readonly truth: ReadonlyMap<number, string>;
}

type Next = () => number;
type Attested = ReadonlyMap<string, number>;

/** written parts that a meant part may have become, with weights: the costs read backwards. */
const reverse = new Map<string, { readonly written: readonly string[]; readonly weights: readonly number[] }>();
function writtenFor(
  part: Part,
  meant: string,
  way: 'typed' | 'scanned',
): { readonly written: readonly string[]; readonly weights: readonly number[] } {
  const key = `${part} ${meant} ${way}`;
  let found = reverse.get(key);
  if (found === undefined) {
    const index = syllableParts[part].indexOf(meant);
    const written = syllableParts[part].filter(
      (other) => other !== meant && (partCosts(part, other)[way][index] ?? 99) < 9,
    );
    found = { written, weights: written.map((other) => Math.exp(-(partCosts(part, other)[way][index] as number))) };
    reverse.set(key, found);
  }
  return found;
}

const sum = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);

/** One slip in one part of a syllable, in proportion to how common each is. */
function slipIn(parts: Syllable, way: 'typed' | 'scanned', next: Next, only?: 'marks'): Syllable {
  const toneWeights = [0, 1, 2, 3, 4, 5].map((tone) =>
    tone === parts.tone ? 0 : Math.exp(-(tones[way][tone * 6 + parts.tone] as number)) ** (only ? 0.5 : 1),
  );
  const sides = (['onsets', 'nuclei', 'codas'] as const).map((part) => {
    const meant = part === 'onsets' ? parts.onset : part === 'nuclei' ? parts.nucleus : parts.coda;
    const { written, weights } = writtenFor(part, meant, way);
    const flat = only
      ? weights.map((w, i) => (bare(written[i] as string) === bare(meant) ? Math.sqrt(w) : 0))
      : weights;
    return { written, weights: flat };
  });
  const which = draw([sum(toneWeights), ...sides.map(({ weights }) => sum(weights))], next);
  if (which === 0) return { ...parts, tone: draw(toneWeights, next) as Tone };
  const side = sides[which - 1];
  const written = side?.written[draw(side.weights, next)] ?? '';
  return which === 1
    ? { ...parts, onset: written }
    : which === 2
      ? { ...parts, nucleus: written }
      : { ...parts, coda: written };
}

const bare = (letters: string): string => letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

const telexTone = ['', 's', 'f', 'r', 'x', 'j'];
const telexLetter: Readonly<Record<string, string>> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const toTelex = ({ onset, nucleus, coda, tone }: Syllable): string =>
  [...`${onset}${nucleus}${coda}`].map((letter) => telexLetter[letter] ?? letter).join('') + telexTone[tone];

/** A letter lost, doubled, swapped or changed, without regard to syllables. */
function garble(word: string, next: Next): string {
  const at = Math.floor(next() * word.length);
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảạấầếềộớờứừ';
  switch (Math.floor(next() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at] + word.slice(at);
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
    default:
      return word.slice(0, at) + letters[Math.floor(next() * letters.length)] + word.slice(at + 1);
  }
}

/** Move the tone mark to another vowel. */
function misplace(word: string, next: Next): string {
  const units = [...word.normalize('NFD')];
  const from = units.findIndex((unit) => '\u0301\u0300\u0309\u0303\u0323'.includes(unit));
  if (from < 0) return word;
  const [mark = ''] = units.splice(from, 1);
  const vowels = units.flatMap((unit, i) => ('aeiouy'.includes(unit) ? [i] : []));
  const at = vowels[Math.floor(next() * vowels.length)] ?? 0;
  let end = at + 1;
  while (/\p{M}/u.test(units[end] ?? '')) end++;
  units.splice(end, 0, mark);
  return units.join('').normalize('NFC');
}

/** The marks and the tone of the vowels taken for others together. */
function restack(parts: Syllable, next: Next): Syllable {
  const others = syllableParts.nuclei.filter((other) => other !== parts.nucleus && bare(other) === bare(parts.nucleus));
  const nucleus = others[Math.floor(next() * others.length)] ?? parts.nucleus;
  return { ...parts, nucleus, tone: Math.floor(next() * 6) as Tone };
}

const realShare = { typed: 0.25, marks: 0, mixed: 0.5, scanned: 0.7 } as const;

/** A misspelling of a lower-case syllable, or `undefined` when none came out. */
export function misspell(word: string, style: Style, attested: Attested, next: Next): string | undefined {
  const parts = parseSyllable(word);
  if (parts === undefined) return undefined;
  for (let tries = 0; tries < 12; tries++) {
    const made = make(word, parts, style, next);
    if (made === word || made.length === 0 || /[^\p{L}]/u.test(made)) continue;
    const other = parseSyllable(made);
    if (other !== undefined && writeSyllable(other) === writeSyllable(parts) && attested.has(made)) continue;
    if (attested.has(made) || next() < realShare[style]) return made;
  }
  return undefined;
}

function make(word: string, parts: Syllable, style: Style, next: Next): string {
  const luck = next();
  if (style === 'marks') return writeSyllable(slipIn(parts, 'typed', next, 'marks'));
  if (style === 'scanned') {
    const once = slipIn(parts, 'scanned', next);
    if (luck < 0.04) return garble(word, next);
    if (luck > 0.85) return writeSyllable(restack(parts, next));
    return writeSyllable(luck < 0.35 ? slipIn(once, 'scanned', next) : once);
  }
  const odd = style === 'mixed' ? 0.35 : 0.12;
  if (luck < odd * 0.15) return toTelex(parts);
  if (luck < odd * 0.4) return misplace(word, next);
  if (luck < odd) return garble(word, next);
  const once = slipIn(parts, 'typed', next);
  return writeSyllable(luck > 0.95 ? slipIn(once, 'typed', next) : once);
}

/** How much rarer slips are in capitalised words than in lower-case ones. */
const capitalShare = 0.35;
/** How often a writer who misspelt a word misspells it again in the same company. */
const habit = 0.12;

/** Make slips in a text at a rate per word. */
export function damage(text: string, style: Style, rate: number, attested: Attested, next: Next): Damaged {
  const { kinds, starts, ends } = scan(text);
  const words = kinds.map((what, i) => (what === kind.word ? text.slice(starts[i], ends[i]) : ''));
  const truth = new Map<number, string>();
  const made = new Map<number, string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '' || made.has(i)) continue;
    const lower = word.toLowerCase();
    if (next() > rate * (word === lower ? 1 : capitalShare) || !attested.has(lower)) continue;
    const slip = misspell(lower, style, attested, next);
    if (slip === undefined) continue;
    const again = next() < habit ? sameCompany(words, i) : [i];
    for (const j of again) {
      if (j !== i && next() > 0.8) continue;
      truth.set(j, lower);
      made.set(j, withForm(slip, words[j] as string));
    }
  }
  let out = '';
  let at = 0;
  for (const i of [...made.keys()].sort((a, b) => a - b)) {
    out += text.slice(at, starts[i]) + made.get(i);
    at = ends[i] as number;
  }
  return { text: out + text.slice(at), truth };
}

function sameCompany(words: readonly string[], i: number): number[] {
  const lower = (j: number): string => (words[j] ?? '').toLowerCase();
  return words.flatMap((_, j) =>
    lower(j) === lower(i) && (lower(j - 1) === lower(i - 1) || lower(j + 1) === lower(i + 1)) ? [j] : [],
  );
}
