import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { isSelector } from '../dom/index.ts';
import { readError } from '../input/index.ts';
import { SachError, type SiteProfile } from '../model/index.ts';

const selector = z.string().refine(isSelector, { error: (issue) => `no selector: ${JSON.stringify(issue.input)}` });
const selectors = z.union([z.array(selector), selector.transform((one) => [one])]).optional();

/** Strict: a key that is misspelt would be knowledge that is silently not used. */
const profileSchema = z.strictObject({
  site: z.string(),
  pages: z.int().min(1).optional(),
  selectors: z
    .strictObject({
      title: selectors,
      sapo: selectors,
      byline: selectors,
      date: selectors,
      section: selectors,
      body: selectors,
      caption: selectors,
    })
    .optional(),
  repeated: z
    .array(
      z.object({
        hash: z.string(),
        text: z.string().default(''),
        pages: z.number().default(1),
        times: z.int().min(1).optional(),
        anywhere: z.boolean().optional(),
      }),
    )
    .optional(),
});

/** Read the site profiles of a file: YAML with a document a site, or JSON. Throws SachError `not-found`, `cannot-read`, `bad-profile`. */
export function readProfiles(path: string): readonly SiteProfile[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw readError(path, cause);
  }
  const bad = (reason: string) => new SachError('bad-profile', { source: path, reason });
  const documents = [parseAllDocuments(text, { version: '1.1' })].flat();
  const values = documents.flatMap((document) => {
    const [broken] = document.errors;
    if (broken) throw bad(broken.message.split('\n', 1)[0] ?? '');
    const value: unknown = document.toJS();
    return Array.isArray(value) ? value : [value];
  });
  if (values.length === 0) throw bad('no “site:”');
  return values.map((value) => {
    const read = profileSchema.safeParse(value);
    if (read.success) return read.data as SiteProfile;
    const [issue] = read.error.issues;
    throw bad(`${issue?.path.join('.') || 'site'}: ${issue?.message}`);
  });
}
