/**
 * How people and scanners misspell: for each part of a syllable, what it costs to have meant another one than is written.
 * A cost is -ln of a share; equal parts cost nothing. Shares come from the edit classes counted in hand-labelled
 * Wikipedia errors (people) and in pages read by Tesseract (scanners); see data/SOURCES.md.
 */
import { syllableParts } from '../text/index.ts';

/** Costs of one written part against every part that may be meant, by index in `syllableParts`. */
export interface PartCosts {
  readonly typed: Float32Array;
  readonly scanned: Float32Array;
}

export const impossible = 99;
/** Costlier slips (in nats) are not considered. */
export const maxCost = 10;

type Pairs = Readonly<Record<string, string>>;

/** written → meant:weight …; weights are per hundred errors, much as counted, with 0.3–1 where none happened to be seen. */
const typedOnsets: Pairs = {
  s: 'x:6 tr:.4 ch:.2',
  x: 's:4 ch:.2',
  gi: 'd:6 r:1 v:.5 tr:.3 g:.5',
  d: 'gi:3 đ:2.5 r:1 v:.6 t:.2',
  đ: 'd:6 gi:.4',
  r: 'd:.8 gi:.8 g:.5 t:.3 l:.3',
  v: 'd:.5 gi:.3 c:.4 n:.3 b:.3',
  ch: 'tr:4 c:.6 h:.5 nh:.3 th:.2 kh:.2',
  tr: 'ch:3 t:.8 r:.5 s:.3 th:.3',
  l: 'n:1 t:.3 k:.2',
  n: 'l:1 nh:.6 ng:.5 m:.5 :.3 h:.2 b:.2',
  ng: 'n:.7 ngh:1 g:.5 nh:.3',
  ngh: 'ng:1 nh:.4',
  nh: 'n:.5 ng:.3 h:.3 kh:.1',
  g: 'gh:1 gi:.5 ng:.3 h:.4',
  gh: 'g:1 kh:.3',
  c: 'k:.6 ch:.6 :.8 v:.3 t:.1 qu:.2',
  k: 'c:.5 kh:.7 l:.2',
  kh: 'k:.5 h:.5 th:.5 ch:.2 nh:.1',
  ph: 'h:.6 p:.5 th:.1',
  p: 'ph:.6 b:.3',
  b: 'v:.3 p:.2 n:.2 l:.3 h:.1',
  th: 't:.7 h:.5 tr:.3 kh:.5 nh:.1 ch:.1',
  t: 'th:.8 tr:.8 r:.2 y:.1 d:.2 c:.1',
  h: 'kh:.4 th:.4 nh:.4 ph:.4 ch:.3 g:.3 b:.1',
  m: 'n:.5',
  qu: 'c:.3 q:.3',
  '': 'c:.3 h:.3 n:.3 ng:.1 v:.2 t:.2 l:.1 đ:.1',
};
const scannedOnsets: Pairs = {
  d: 'đ:8',
  đ: 'd:1',
  h: 'b:3 n:.3 l:.2',
  b: 'h:1.5',
  tr: 't:.4',
  t: 'l:.4 i:.2',
  s: 'x:.2',
  g: 'gi:.2 q:.2',
  n: 'm:.2 r:.2',
  m: 'n:.2 rn:.2',
  c: 'e:.2 o:.2',
  l: 't:.3 h:.1',
  th: 'tr:.2',
  ch: 'th:.1',
};
const typedCodas: Pairs = {
  c: 't:4 :1.2 ch:.5 ng:.3 n:.2',
  t: 'c:2.5 n:1 :.5 nh:.1 p:.2 ch:.4',
  n: ':2.6 ng:2.2 nh:1.6 m:1.2 p:.7 t:.5 c:.3',
  ng: 'n:2.6 nh:.9 g:.5 :.4 m:.4 c:.2',
  nh: 'ng:2 ch:1.2 n:1.2 :.4',
  ch: 'nh:.8 c:.5 t:.4 :.3',
  m: ':1.2 n:.9 ng:.5 p:.4',
  p: 't:.4 m:.5 :.3 n:.2 c:.2',
  '': 'c:.9 n:.9 ng:.6 t:.5 nh:.5 m:.5 p:.3 ch:.2',
};
const scannedCodas: Pairs = { m: 'n:.4', n: 'm:.3 u:.2', c: 'e:.2', ng: 'n:.2', t: 'l:.2', nh: 'n:.1' };

/** tone written (row) and meant (column): none, sắc, huyền, hỏi, ngã, nặng. */
const typedTones = [
  [0, 3.5, 2.2, 2, 0.8, 2.2],
  [2.6, 0, 1.9, 1, 1.5, 2.2],
  [4.5, 3.3, 0, 2.2, 1.2, 2.2],
  [2.6, 3.6, 2.2, 0, 4.5, 1.2],
  [3, 0.9, 0.5, 11, 0, 0.9],
  [8, 2.6, 0.9, 0.7, 0.9, 0],
];
const scannedTones = [
  [0, 6.5, 6, 7, 0.9, 2.1],
  [1.3, 0, 5.3, 2.4, 0.6, 0.3],
  [0.9, 0.4, 0, 7, 0.3, 0.3],
  [0.4, 0.9, 8.3, 0, 0.4, 0.2],
  [0.2, 0.6, 0.4, 0.4, 0, 0.1],
  [2.4, 0.9, 0.6, 0.3, 0.2, 0],
];

/** Vowel marks: letters written and meant. */
const typedLetters: Pairs = {
  a: 'â:6 ă:1.8 e:.3 o:.3 á:.1',
  ă: 'a:3.2 â:1.8',
  â: 'a:2.2 ă:.8 ê:.2',
  e: 'ê:1.2 a:.3 i:.2',
  ê: 'e:2.3 â:.2',
  i: 'y:.6 ê:.2 u:.3 o:.3',
  y: 'i:.6 u:.2',
  o: 'ô:1.2 ơ:1.4 u:.3 i:.3 a:.2',
  ô: 'o:3.8 ơ:.8',
  ơ: 'o:2.3 ô:.8 ư:.3',
  u: 'ư:1.8 o:.3 i:.3 y:.2',
  ư: 'u:4.2 ơ:.3 i:.2',
};
const scannedLetters: Pairs = {
  a: 'â:.9 ă:.9 o:.1',
  ă: 'a:.9 â:.9',
  â: 'a:.6 ă:.3',
  e: 'ê:.3 c:.1',
  ê: 'e:.3',
  i: 'l:.2 t:.1',
  o: 'ơ:.9 ô:.3',
  ô: 'o:.4 ơ:.3',
  ơ: 'o:.4 ô:.3',
  u: 'ư:1.8 n:.1',
  ư: 'u:.4',
};

/** Letters left out, typed twice, or changed for one beside them on the keyboard. */
const costOfDropped = 5;
const costOfDoubled = 4;
const costOfSwap = 5;
const costOfOther = 7.5;
const scannerSlip = 6.5;

/** A scanner takes the hat and the tone of a letter for others together, “ắ” for “ầ”: its commonest slip of all. */
export const costOfStack = 4;

const cost = (weight: number): number => -Math.log(weight / 100);

const toTable = (pairs: Pairs): Map<string, number> =>
  new Map(
    Object.entries(pairs).flatMap(([written, list]) =>
      list.split(' ').map((entry): [string, number] => {
        const [meant = '', weight = '1'] = entry.split(':');
        return [`${written}>${meant}`, cost(Number(weight))];
      }),
    ),
  );

const tables = {
  onsets: { typed: toTable(typedOnsets), scanned: toTable(scannedOnsets) },
  codas: { typed: toTable(typedCodas), scanned: toTable(scannedCodas) },
  nuclei: { typed: new Map<string, number>(), scanned: new Map<string, number>() },
  letters: { typed: toTable(typedLetters), scanned: toTable(scannedLetters) },
};
export type Part = 'onsets' | 'nuclei' | 'codas';

/** Costs of a written onset, nucleus or coda against all that may be meant. */
export function costsAgainst(part: Part, written: string): PartCosts {
  const against = (way: 'typed' | 'scanned'): Float32Array =>
    Float32Array.from(syllableParts[part], (meant) =>
      meant === written
        ? 0
        : Math.min(tables[part][way].get(`${written}>${meant}`) ?? impossible, distance(written, meant, way)),
    );
  return { typed: against('typed'), scanned: against('scanned') };
}

/** Cost of a tone against another. */
const toneCosts = (rows: number[][]): Float32Array =>
  Float32Array.from(rows.flatMap((row, i) => row.map((weight, j) => (i === j ? 0 : cost(weight)))));
export const tones = { typed: toneCosts(typedTones), scanned: toneCosts(scannedTones) };

/** Weighted edit distance of two short strings, neighbours swapped included. */
function distance(written: string, meant: string, way: 'typed' | 'scanned'): number {
  if (Math.abs(written.length - meant.length) > 2) return impossible;
  const letters = tables.letters[way];
  const dropped = way === 'typed' ? costOfDropped : scannerSlip;
  const width = meant.length + 1;
  const d = new Float32Array((written.length + 1) * width);
  for (let i = 0; i <= written.length; i++) {
    for (let j = 0; j <= meant.length; j++) {
      if (i === 0 && j === 0) continue;
      let best = impossible;
      const at = (y: number, x: number): number => d[y * width + x] as number;
      if (j > 0) best = Math.min(best, at(i, j - 1) + dropped);
      if (i > 0) {
        const doubled = i > 1 && written[i - 1] === written[i - 2];
        best = Math.min(best, at(i - 1, j) + (doubled ? costOfDoubled : dropped));
      }
      if (i > 0 && j > 0) {
        const [a, b] = [written[i - 1], meant[j - 1]];
        const change = a === b ? 0 : (letters.get(`${a}>${b}`) ?? costOfOther);
        best = Math.min(best, at(i - 1, j - 1) + change);
        if (way === 'typed' && i > 1 && j > 1 && a === meant[j - 2] && written[i - 2] === b)
          best = Math.min(best, at(i - 2, j - 2) + costOfSwap);
      }
      d[i * width + j] = best;
    }
  }
  return d[d.length - 1] as number;
}
