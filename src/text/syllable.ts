/**
 * The make-up of a Vietnamese syllable (*tiếng*): onset + nucleus + coda, and one tone mark on the nucleus.
 *
 *     nghiêng → ngh + iê + ng, no tone       quyển → qu + yê + n, hỏi       hòa / hoà → h + oa, huyền
 *
 * Facts from any grammar of the language; which syllables are possible follows from the tables below.
 */

/** The tones in the order of the usual tables: ngang, sắc, huyền, hỏi, ngã, nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** Combining marks of the tones 1–5. */
const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;

export interface Syllable {
  /** `''`, `b`, `c`, `ch`, …, `gi`, `qu`. */
  readonly onset: string;
  /** Vowels without tone mark, with vowel marks: `a`, `iê`, `oă`, `uyê`. */
  readonly nucleus: string;
  /** `''`, `c`, `ch`, `m`, `n`, `ng`, `nh`, `p`, `t`. */
  readonly coda: string;
  readonly tone: Tone;
}

const onsets = [
  'ngh',
  'ch',
  'gh',
  'gi',
  'kh',
  'ng',
  'nh',
  'ph',
  'qu',
  'th',
  'tr',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'x',
] as const; // prettier-ignore

/** Nucleus → the codas it takes; `-` is the open syllable. */
const rimes: Readonly<Record<string, string>> = {
  a: '- c ch m n ng nh p t',
  ă: 'c m n ng p t',
  â: 'c m n ng p t',
  e: '- c m n ng p t',
  ê: '- c ch m n nh p t ng',
  i: '- c ch m n nh p t',
  y: '- ch nh m n t c p',
  o: '- c m n ng p t',
  ô: '- c m n ng p t',
  ơ: '- m n p t ng',
  u: '- c m n ng p t',
  ư: '- c m n ng t p',
  ai: '-',
  ao: '-',
  au: '-',
  ay: '-',
  âu: '-',
  ây: '-',
  eo: '-',
  êu: '-',
  ia: '-',
  iu: '-',
  oi: '-',
  ôi: '-',
  ơi: '-',
  ua: '-',
  ui: '-',
  ưa: '-',
  ưi: '-',
  ưu: '-',
  iê: 'c m n ng p t',
  yê: 'm n ng t p',
  uô: 'c m n ng t p',
  ươ: 'c m n ng p t',
  oo: 'c ng n',
  ôô: 'ng',
  iêu: '-',
  yêu: '-',
  uôi: '-',
  ươi: '-',
  ươu: '-',
  oa: '- c ch m n ng nh p t',
  oă: 'c m n ng t p',
  oe: '- n t ng m c',
  uâ: 'n ng t c',
  uê: '- ch n nh t c',
  uy: '- ch nh n t p u c',
  uơ: '- n t',
  uyê: 'n t',
  uya: '-',
  uyu: '-',
  oai: '-',
  oao: '-',
  oay: '-',
  oeo: '-',
  uây: '-',
  uêu: '-',
}; // prettier-ignore

/** After `qu` the u belongs to the onset, so fewer nuclei follow. */
const afterQu = new Set([
  'a',
  'ă',
  'â',
  'e',
  'ê',
  'i',
  'y',
  'o',
  'ô',
  'ơ',
  'ai',
  'ao',
  'au',
  'ay',
  'ây',
  'eo',
  'êu',
  'iu',
  'yê',
  'ya',
  'yu',
  'ua',
  'uô',
  'oa',
  'ơi',
  'ôi',
]); // prettier-ignore
const extraRimes: Readonly<Record<string, string>> = { ya: '-', yu: '-' };

const codasOf = new Map(
  Object.entries({ ...rimes, ...extraRimes }).map(([nucleus, codas]) => [
    nucleus,
    new Set(codas.split(' ').map((coda) => (coda === '-' ? '' : coda))),
  ]),
);
/** Every onset, nucleus and coda of the language; the first of onsets and codas is the empty one. */
export const syllableParts = {
  onsets: ['', ...onsets] as readonly string[],
  nuclei: [...codasOf.keys()] as readonly string[],
  codas: ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'] as readonly string[],
};

const frontVowel = /^[eêiy]/u;
const stopCodas = new Set(['c', 'ch', 'p', 't']);

const isTone = new Map<string, Tone>(toneMarks.map((mark, i) => [mark, (i + 1) as Tone]));

/** Split letters into bare vowels and the tone: `ườ` → [`ươ`, 2]. Two tone marks give `undefined`. */
export function splitTone(word: string): readonly [string, Tone] | undefined {
  const { letters, tone, marks } = withoutTones(word);
  return marks > 1 ? undefined : [letters, tone];
}

/** The letters of a word without tone marks, wherever these stand, the last tone, and how many marks there were. */
export function withoutTones(word: string): { readonly letters: string; readonly tone: Tone; readonly marks: number } {
  let bare = '';
  let tone: Tone = 0;
  let marks = 0;
  for (const unit of word.normalize('NFD')) {
    const mark = isTone.get(unit);
    if (mark === undefined) bare += unit;
    else {
      tone = mark;
      marks += 1;
    }
  }
  return { letters: bare.normalize('NFC'), tone, marks };
}

/**
 * Take a word apart, whatever its case; `undefined` when its letters cannot be a Vietnamese syllable.
 * The place of the tone mark is not looked at: “hòa” and “hoà” (and “tóan”) give the same parts.
 */
export function parseSyllable(word: string): Syllable | undefined {
  if (word.length > 12) return undefined;
  const split = splitTone(word.toLowerCase());
  if (split === undefined) return undefined;
  const [bare, tone] = split;
  for (const onset of onsets) {
    if (!bare.startsWith(onset)) continue;
    const parts = parseRime(onset, bare.slice(onset.length), tone);
    if (parts !== undefined) return parts;
  }
  return parseRime('', bare, tone);
}

function parseRime(onset: string, rime: string, tone: Tone): Syllable | undefined {
  // “gì”, “gìn”, “giếng”: the i is onset and nucleus at once.
  const whole = onset === 'gi' && (rime === '' || /^[êmn]/u.test(rime) || rime === 'p') ? `i${rime}` : rime;
  const match = /^([aăâeêioôơuưy]+)(ng|nh|ch|c|m|n|p|t|)$/u.exec(whole);
  if (match === null) return undefined;
  const nucleus = match[1] as string;
  const coda = match[2] as string;
  if (codasOf.get(nucleus)?.has(coda) !== true) return undefined;
  if (onset === 'qu' ? !afterQu.has(nucleus) : nucleus in extraRimes) return undefined;
  const front = frontVowel.test(nucleus);
  if ((onset === 'k' || onset === 'gh' || onset === 'ngh') && !front) return undefined;
  if ((onset === 'c' || onset === 'g' || onset === 'ng') && front) return undefined;
  // A stop closes the syllable: only sắc and nặng can be sung on it.
  if (stopCodas.has(coda) && tone !== 1 && tone !== 5) return undefined;
  return { onset, nucleus, coda, tone };
}

/** Whether the letters can be a Vietnamese syllable, and its tone mark stands where one of the two styles puts it. */
export function isSyllable(word: string): boolean {
  const parts = parseSyllable(word);
  if (parts === undefined) return false;
  const lower = word.toLowerCase().normalize('NFC');
  return lower === writeSyllable(parts, 'old') || lower === writeSyllable(parts, 'new');
}

/**
 * Write a syllable in lower case. The styles differ only in open oa, oe, uy:
 * `old` marks the first letter (hòa, khỏe, thúy), `new` the second (hoà, khoẻ, thuý).
 */
export function writeSyllable({ onset, nucleus, coda, tone }: Syllable, style: 'old' | 'new' = 'old'): string {
  const at = tonePlace(onset, nucleus, coda, style);
  const marked =
    tone === 0
      ? nucleus
      : `${nucleus.slice(0, at + 1)}${toneMarks[tone - 1] as string}`.normalize('NFC') + nucleus.slice(at + 1);
  // The i of “gi” is written once when it is also the nucleus.
  return (onset === 'gi' && /^i(ê|m|n|p|$)/u.test(nucleus + coda) ? `g${marked}` : onset + marked) + coda;
}

/** Index of the vowel that carries the tone mark. */
function tonePlace(onset: string, nucleus: string, coda: string, style: 'old' | 'new'): number {
  for (let i = nucleus.length - 1; i >= 0; i--)
    if ('ăâêôơư'.includes(nucleus[i] as string) && !(nucleus[i] === 'ư' && nucleus[i + 1] === 'ơ')) return i;
  if (nucleus.length === 1) return 0;
  if (coda !== '') return nucleus.length - 1;
  if (nucleus.length === 3) return 1;
  if (onset === 'qu') return nucleus === 'ya' || nucleus === 'yu' ? 0 : nucleus === 'ua' ? 1 : 0;
  if (nucleus === 'oa' || nucleus === 'oe' || nucleus === 'uy') return style === 'new' ? 1 : 0;
  return 0;
}
