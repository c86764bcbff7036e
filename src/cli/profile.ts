import { readFileSync } from 'node:fs';
import { readError } from '../input/index.ts';
import { SachError, type SiteProfile } from '../model/index.ts';

/** Read a site profile (YAML or JSON). Throws SachError `not-found`, `cannot-read`, `bad-profile`. */
export async function readProfile(path: string): Promise<SiteProfile> {
  const { parse } = await import('yaml');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw readError(path, cause);
  }
  try {
    const profile: unknown = parse(text);
    if (isProfile(profile)) return profile;
  } catch (cause) {
    throw new SachError('bad-profile', { source: path, reason: String(cause) }, { cause });
  }
  throw new SachError('bad-profile', { source: path, reason: 'no “site:”' });
}

function isProfile(value: unknown): value is SiteProfile {
  return typeof value === 'object' && value !== null && 'site' in value && typeof value.site === 'string';
}
