import { closeSync, fstatSync, openSync, read, readFileSync } from 'node:fs';

/** Files of the package's `data/`, which stands beside `src/` and beside the bundle. */
const addressOf = (path: string): URL => new URL(`../data/${path}`, import.meta.url);
const readBefore = new Map<string, Uint8Array>();

export const languageModelFile = 'correct/ngrams.bin';

/** The whole file. */
export function readPackageData(path: string): Uint8Array {
  return readBefore.get(path) ?? readFileSync(addressOf(path));
}

/** A table of JSON. */
export const readPackageTable = <T>(path: string): T =>
  JSON.parse(new TextDecoder().decode(readPackageData(path))) as T;

/** A file of the page of `sach review`, which the build makes. */
export const readPageFile = (name: string): Uint8Array =>
  readFileSync(new URL(`../dist/review/${name}`, import.meta.url));

/** Read a file while other work goes on: when the promise is done, `readPackageData` has it. */
export function readPackageDataAhead(path: string): Promise<void> {
  const file = openSync(addressOf(path), 'r');
  const bytes = new Uint8Array(fstatSync(file).size);
  return new Promise((done) => {
    read(file, bytes, 0, bytes.length, 0, (error, count) => {
      closeSync(file);
      // What could not be read is read again, and told, where it is needed.
      if (!error && count === bytes.length) readBefore.set(path, bytes);
      done();
    });
  });
}
