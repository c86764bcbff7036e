/** What bytes alone tell: whether they are text at all, UTF-8, or UTF-16. */
import { isUtf8 } from 'node:buffer';
import { surfaceOf } from '../text/index.ts';

export { isUtf8 };

/**
 * First bytes of files that are no text but come under page names. Letters alone are no sign: a text may begin with “CWS”
 * too.
 */
const signatures: readonly (readonly [name: string, start: RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['zip', /^PK\u0003\u0004/],
  ['gzip', /^\u001f\u008b/],
  ['png', /^\u0089PNG\r\n/],
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['gif', /^GIF8[79]a/],
  ['ole', /^\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1/],
  ['rar', /^Rar!\u001a/],
  ['7z', /^7z\u00bc\u00af\u0027\u001c/],
  // Version, length (of less than 256 MB), and what packed data begin with.
  ['swf', /^CWS[\u0006-\u002f].{3}[\u0000-\u000f]x/s],
  ['webp', /^RIFF.{4}WEBP/s],
  // The kind of font that is packed.
  ['woff', /^wOF[F2](?:\u0000\u0001\u0000\u0000|OTTO|true|ttcf)/],
  ['elf', /^\u007fELF/],
  ['exe', /^MZ\u0090/],
  // Its version and the next control word.
  ['rtf', /^\{\\rtf\d?\s*[\\{]/],
];

const sampleBytes = 65_536;

/** What kind of file the bytes are when they are no text; undefined for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = surfaceOf(bytes.subarray(0, 16));
  const signature = signatures.find(([, start]) => start.test(head));
  if (signature !== undefined) return signature[0];
  const sample = bytes.subarray(0, sampleBytes);
  // Controls that no encoding of ours uses as a letter, and no text as a sign. Captures hold a stray one now and then.
  let controls = 0;
  for (let i = 0; i < sample.length; i++) controls += strayControls[sample[i] as number] as number;
  return controls > 8 && controls > sample.length / 100 ? 'data' : undefined;
}

/** VISCII, VPS and TCVN 5712 put capitals on 01–06, 10–17, 19, 1C–1E; ISO-2022 shifts with 1B. 1 for each of the others. */
const strayControls = new Uint8Array(0x100);
for (const code of [0x00, 0x07, 0x08, 0x0b, 0x0e, 0x0f, 0x18, 0x1a, 0x1f]) strayControls[code] = 1;

/** UTF-16 without a mark: markup and spaces make every other byte of a Latin text zero. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096 & ~1);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const pairs = sample.length / 2;
  if (pairs < 4) return undefined;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}

/** Count the letters that are right UTF-8, and the bytes that are not. */
export function utf8Census(bytes: Uint8Array): { readonly letters: number; readonly wrong: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  return { letters: (text.match(/[^\x00-\x7f]/gu)?.length ?? 0) - wrong, wrong };
}
