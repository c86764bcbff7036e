/**
 * How hard to fuzz. By default few cases from a fixed seed, so that a build never fails by chance; `SACH_FUZZ=100`
 * runs a hundred times as many from a fresh seed (fast-check prints the seed of a failure).
 */
const factor = process.env.SACH_FUZZ === undefined ? undefined : Number(process.env.SACH_FUZZ);

const fixedSeed = 20_241_126;

/** This many runs, and a fixed seed unless `SACH_FUZZ` asks for more. */
export const runs = (numRuns: number): { readonly numRuns: number; readonly seed?: number } =>
  factor === undefined ? { numRuns, seed: fixedSeed } : { numRuns };

/** So many times this many runs as `SACH_FUZZ` says. */
export const fuzz = (few: number) => runs(Math.ceil(few * (factor ?? 1)));

/** Time limit of a fuzzing test, in milliseconds. */
export const fuzzTimeout = 60_000 * Math.max(1, factor ?? 1);
