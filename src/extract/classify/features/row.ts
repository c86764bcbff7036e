/** How numbers come into a row: on scales that mean the same on pages of any size. */

/** Write the next number of the row. */
export type Put = (value: number) => void;

export const log = (x: number): number => Math.log1p(Math.max(0, x));
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
