/**
 * Which of some sets of characters a text holds, all found in one pass. Nearly every page holds none of those that repairs
 * look for, and a search for each of them would cost more than the rest of decoding.
 *
 * The sets hold only characters beyond ASCII, and NUL. Returns a function: text → a bit for each set that has a character in it, the
 * first set's the lowest.
 */
export function censusOf(sets: readonly RegExp[]): (text: string) => number {
  // What is known of each UTF-16 unit; a page has a few hundred different ones, so they are looked up when first seen.
  const known = new Uint32Array(0x10000);
  const isKnown = 1 << 31;
  const lookUp = (unit: number): number => {
    const sign = String.fromCharCode(unit);
    const bits = sets.reduce((sum, set, i) => sum | (set.test(sign) ? 1 << i : 0), isKnown);
    known[unit] = bits;
    return bits;
  };
  return (text) => {
    let found = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80 || unit === 0) found |= known[unit] || lookUp(unit);
    }
    return found & ~isKnown;
  };
}
