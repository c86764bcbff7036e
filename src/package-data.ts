import { readFileSync } from 'node:fs';

/** A file of the package's `data/`, which stands beside `src/` and beside the bundle. */
export function readPackageData(path: string): Uint8Array {
  return readFileSync(new URL(`../data/${path}`, import.meta.url));
}
