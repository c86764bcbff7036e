/** How numbers come into a row: on scales that mean the same on pages of any size. */

/** Write the next number of the row. */
export type Put = (value: number) => void;

/** Logarithmic scale for lengths and counts: ln(1 + x). */
export const log = (x: number): number => Math.log1p(Math.max(0, x));
/** Part ÷ whole, 0 of nothing. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
