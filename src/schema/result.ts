import * as z from 'zod';
import type {
  Article,
  Attachment,
  Block,
  CleanResult,
  Edit,
  Encoding,
  Finding,
  Inline,
  Removed,
  TableCell,
} from '../model/index.ts';

/**
 * What `render` and `toRecord` need of a result. A program may have made it, or changed what `clean` made: of each part that
 * is written its form is looked at.
 */

/** A schema for each key of a type, but for those that are not written. */
type Shape<T, Unwritten extends keyof T = never> = Readonly<Record<Exclude<keyof T, Unwritten>, z.ZodType>>;

const text = z.string();
const texts = z.array(text);
const count = z.int('type-whole').min(0, 'type-whole');
const share = z.number('type-share').min(0, 'type-share').max(1, 'type-share');

/** Union discriminated by `kind`; an unknown kind's error lists the known ones. */
function byKind(shapes: Readonly<Record<string, z.ZodRawShape>>): z.ZodType {
  const [first, ...rest] = Object.entries(shapes).map(([kind, shape]) =>
    z.looseObject({ kind: z.literal(kind), ...shape }),
  );
  const error: z.core.$ZodErrorMap = ({ code }) =>
    code === 'invalid_union' ? Object.keys(shapes).join(', ') : 'type-object';
  return z.discriminatedUnion('kind', [first as z.ZodObject<{ kind: z.ZodLiteral<string> }>, ...rest], { error });
}

const inlines: z.ZodType = z.array(z.lazy(() => inline));
const blocks: z.ZodType = z.array(z.lazy(() => block));
const image = { src: text, alt: text.optional(), full: text.optional() };
const inline = byKind({
  text: { value: text },
  code: { value: text },
  break: {},
  image,
  link: { href: text, children: inlines },
  reference: { label: text, children: inlines },
  ...Object.fromEntries(['strong', 'emphasis', 'strike', 'sub', 'sup'].map((kind) => [kind, { children: inlines }])),
} satisfies Readonly<Partial<Record<Inline['kind'], z.ZodRawShape>>>);
const cell = z.looseObject({
  header: z.boolean(),
  colspan: count,
  rowspan: count,
  children: blocks,
} satisfies Shape<TableCell>);
const block = byKind({
  paragraph: { children: inlines },
  heading: { level: z.literal([1, 2, 3, 4, 5, 6]), children: inlines },
  list: {
    ordered: z.boolean(),
    start: z.number().optional(),
    numbering: z.enum(['a', 'A', 'i', 'I']).optional(),
    reversed: z.boolean().optional(),
    numbers: z.array(z.number()).optional(),
    items: z.array(blocks),
  },
  table: { caption: inlines.optional(), rows: z.array(z.array(cell)) },
  figure: { images: z.array(z.looseObject(image)), caption: inlines.optional() },
  quote: { children: blocks },
  code: { language: text.optional(), value: text },
  verse: { lines: z.array(inlines) },
  definitions: { items: z.array(z.looseObject({ term: inlines, definition: blocks })) },
  footnote: { label: text, mark: text.optional(), children: blocks },
  embed: { href: text, title: text.optional() },
  rule: {},
} satisfies Readonly<Record<Block['kind'], z.ZodRawShape>>);

const article = z.looseObject({
  url: text.optional(),
  site: text.optional(),
  template: text.optional(),
  title: text.optional(),
  kicker: text.optional(),
  sapo: text.optional(),
  byline: text.optional(),
  dateline: text.optional(),
  section: text.optional(),
  publishedAt: text.optional(),
  modifiedAt: text.optional(),
  tags: texts.optional(),
  language: text.optional(),
  pageType: z.enum(['article', 'listing', 'error', 'empty']),
  confidence: share,
  body: blocks,
  attachments: z.array(
    z.looseObject({ href: text, title: text.optional(), type: text.optional() } satisfies Shape<Attachment>),
  ),
  removed: z.array(z.looseObject({ rule: text, text } satisfies Shape<Removed>)),
} satisfies Shape<Article, 'evidence'>);

const encoding = z.looseObject({
  name: text,
  declared: text.optional(),
  confidence: share,
  repairs: texts,
} satisfies Shape<Encoding>);

const edit = z.looseObject({
  rule: text,
  field: z.enum(['title', 'kicker', 'sapo', 'text']),
  start: count,
  end: count,
  before: text,
  after: text,
  confidence: share,
} satisfies Shape<Edit, 'why'>);

const finding = z.looseObject({
  rule: text,
  level: z.enum(['error', 'warning', 'info']),
  message: text,
  line: count.optional(),
  column: count.optional(),
} satisfies Shape<Finding>);

export const resultParts = z.looseObject({
  source: text,
  article,
  encoding,
  edits: z.array(edit),
  findings: z.array(finding),
  // Its digest is made when it is asked for: only that it can be is looked at.
  provenance: z.custom<object>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      'sha256' in value &&
      'tool' in value &&
      typeof value.tool === 'string',
    'type-provenance',
  ),
} satisfies Shape<CleanResult, 'suggestions'>);
