/** UTF-7 (RFC 2152): mail programs saved pages in it, and browsers read it no more. All of it is ASCII, so only a declaration tells. */

/** `X+AOM T+AOI-n` → “Xã Tân”: base64 of UTF-16 between `+` and the first sign that is none of it; `-` goes with it. */
const run = /\+([A-Za-z\d+/]*)-?/g;
/** A run that gives letters: two and two thirds of its digits a letter. */
const letters = /\+[A-Za-z\d+/]{3,}/;

/** Whether a text that is called UTF-7 holds any of it. */
export const hasUtf7 = (ascii: string): boolean => letters.test(ascii);

export const readUtf7 = (ascii: string): string =>
  ascii.replace(run, (whole, digits: string) => {
    if (digits === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(digits, 'base64');
    return bytes.length < 2
      ? whole
      : bytes
          .subarray(0, bytes.length & ~1)
          .swap16()
          .toString('utf16le');
  });
