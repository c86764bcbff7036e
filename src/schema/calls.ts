import * as z from 'zod';
import type { CleanResult, RawPage, TextPage } from '../model/index.ts';
import { type CleanOptions, correctionLevels, formats } from '../options.ts';
import { isMoment, isWebAddress } from '../text/index.ts';
import { onlyKeys, texts } from './checked.ts';
import { profileSchema } from './profile.ts';
import { resultParts } from './result.ts';

/**
 * What each function of the library takes, looked at when it is called: JavaScript has no types, and what is wrong is told
 * where it was given, not where it first hurts.
 */

/** A schema for each key of a type. */
type Shape<T> = Readonly<Record<keyof T, z.ZodType>>;

const hasText = (value: unknown, key: string): boolean =>
  typeof (value as Readonly<Record<string, unknown>> | null | undefined)?.[key] === 'string';

/** Recognise an object by a required key, then validate all its keys. */
const having = <Output, Input>(has: (value: unknown) => boolean, keys: z.ZodType<Output, Input>) =>
  z.custom<Input>(has).pipe(keys);

const address = z.string('type-address').refine(isWebAddress, 'type-address');
const known = z.string().min(1, 'type-known');
const kind = z.enum(['html', 'text', 'markdown']);
const status = z.int('type-status').min(100, 'type-status').max(999, 'type-status');
const offset = z.int('type-whole').min(0, 'type-whole');

const rawPage = having(
  (value) => hasText(value, 'source') && (value as RawPage).bytes instanceof Uint8Array,
  z.object({
    source: known,
    bytes: z.instanceof(Uint8Array),
    kind: kind.optional(),
    url: address.optional(),
    contentType: z.string().optional(),
    status: status.optional(),
    fetchedAt: z.string('type-moment').refine(isMoment, 'type-moment').optional(),
    warcRecordId: known.optional(),
    damage: z.enum(['cut', 'checksum']).optional(),
  } satisfies Shape<RawPage>),
);
const bytes = z.union([z.instanceof(Uint8Array), rawPage], 'type-bytes');
const page = z.union([z.string(), z.instanceof(Uint8Array), rawPage], 'type-page');
const decodedPage = having(
  (value) => hasText(value, 'text'),
  z.object({
    source: z.string(),
    kind,
    url: address.optional(),
    status: status.optional(),
    text: z.string(),
    encoding: z.object({ name: z.string() }),
  } satisfies Shape<TextPage>),
);
const textPage = z.union([z.string(), decodedPage], 'type-text-page');
const result = z
  .custom<z.input<typeof resultParts>>(
    (value) => Array.isArray((value as Partial<CleanResult> | null | undefined)?.article?.body),
    'type-result',
  )
  .pipe(resultParts);
const edits = z.array(z.object({ start: offset, end: offset, before: z.string(), after: z.string() }), 'type-edits');

/** One set for all functions: who calls the stages one by one hands each the same. */
const options = onlyKeys({
  fix: z.boolean(),
  level: z.enum(correctionLevels),
  encoding: z.string(),
  url: address,
  profile: z.union([profileSchema, z.array(profileSchema)], 'type-profile'),
  learned: z.array(profileSchema, 'type-learned'),
  words: texts,
  lang: z.enum(['en', 'vi']),
  today: z.iso.date('type-day'),
} satisfies Shape<CleanOptions>).partial();

export const calls = {
  clean: z.object({ page, options }),
  decode: z.object({ bytes, options }),
  extract: z.object({ page: textPage, options }),
  correct: z.object({ text: z.string(), options }),
  learn: z.object({ pages: z.array(page, 'type-pages'), options }),
  render: z.object({ result, format: z.enum(formats) }),
  toRecord: z.object({ result }),
  applyEdits: z.object({ text: z.string(), edits }),
  invertEdits: z.object({ edits }),
};
