import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { readError } from '../input/index.ts';
import { SachError, type SiteProfile } from '../model/index.ts';
import { checked } from '../schema/checked.ts';
import { profileSchema } from '../schema/profile.ts';

/**
 * Read the site profiles of a file: YAML with a document a site, or JSON. Throws SachError `not-found`, `cannot-read`,
 * `bad-profile` for no YAML, and what `checked` throws naming the key that is wrong.
 */
export function readProfiles(path: string): readonly SiteProfile[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw readError(path, cause);
  }
  const values = [parseAllDocuments(text, { version: '1.1' })].flat().flatMap((document): unknown[] => {
    const [broken] = document.errors;
    if (broken) throw new SachError('bad-profile', { source: path, reason: broken.message.split('\n', 1)[0] ?? '' });
    return [document.toJS()].flat();
  });
  // A file without a document lacks what every profile has.
  return (values.length === 0 ? [{}] : values).map(
    (value) => checked(profileSchema, withLists(value), path) as SiteProfile,
  );
}

/** A part's only selector may be written without a list. */
function withLists(value: unknown): unknown {
  const { selectors } = (value ?? {}) as { readonly selectors?: unknown };
  if (typeof selectors !== 'object' || selectors === null) return value;
  const lists = Object.entries(selectors).map(([part, given]) => [part, typeof given === 'string' ? [given] : given]);
  return { ...(value as object), selectors: Object.fromEntries(lists) };
}
