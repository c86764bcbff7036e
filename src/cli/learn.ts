import { type PageInput, readPage } from '../input/index.ts';
import type { RawPage, SiteProfile } from '../model/index.ts';
import type { CleanOptions } from '../options.ts';
import { learnPages } from '../pipeline.ts';

/**
 * Learn the sites of the files at the head of a run. A file that cannot be read teaches nothing; it is told when its turn
 * comes.
 */
export function learnFrom(inputs: readonly PageInput[], options: CleanOptions): readonly SiteProfile[] {
  return learnPages(
    inputs.flatMap(({ file, source }) => (file === undefined ? [] : (readable(file, source) ?? []))),
    options,
  );
}

function readable(file: string, source: string): RawPage | undefined {
  try {
    return readPage(file, source);
  } catch {
    return undefined;
  }
}
