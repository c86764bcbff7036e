import * as z from 'zod';
import { type MessageParams, SachError } from '../model/index.ts';
import { close } from '../text/index.ts';

/**
 * What people write by hand, configurations and the options of the library, is told in their language what is wrong with
 * it: a schema's own message is the id of what is accepted, said in `messages/` under `reason/type-…`.
 */

/**
 * An object with these keys and no others: a misspelt one would be silently not used. `type`: what is said of anything else.
 */
export const onlyKeys = <Shape extends z.ZodRawShape>(shape: Shape, type = 'type-object') =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : type),
  });

export const texts = z.array(z.string(), 'type-texts');

/**
 * Look whether data is as a schema has it. `source` is what is named in the error. Throws SachError `unknown-key`,
 * `missing-key`, `bad-value`.
 */
export function checked<Schema extends z.ZodType>(schema: Schema, data: unknown, source: string): z.infer<Schema> {
  const { data: sound, error } = schema.safeParse(data);
  // One mistake after the other: the next is often a consequence.
  const [first] = error?.issues ?? [];
  if (first === undefined) return sound as z.infer<Schema>;
  const issue = nearest(first);
  const key = issue.path.join('.') || 'type-all';
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    const known = issue.message.split(', ');
    const at = [...issue.path, name].join('.');
    throw new SachError('unknown-key', { source, key: at, expected: issue.message, ...similarTo(name, known) });
  }
  const value = issue.path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown>)[part], data);
  const expected = expectedBy(issue);
  if (value === undefined) throw new SachError('missing-key', { source, key, expected });
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  throw new SachError('bad-value', { source, key, value: told(value), expected, ...similarTo(value, choices) });
}

/** Of a value that may have several forms: what is wrong with the form it has, which says more than that it has none. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap(([first]) => first ?? [])
    .find(({ code, path }) => code === 'unrecognized_keys' || path.length > 0);
  return inner === undefined ? issue : nearest({ ...inner, path: [...issue.path, ...inner.path] });
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('type-')) return issue.message;
  if (issue.code === 'invalid_value') return issue.values.join(', ');
  return issue.code === 'invalid_type' ? `type-${issue.expected}` : issue.message;
}

function similarTo(typed: unknown, names: readonly string[]): MessageParams {
  const similar = typeof typed === 'string' ? close(typed, names) : undefined;
  return similar === undefined ? {} : { similar };
}

/** A value as its writer knows it, at a glance: a text in quotation marks, an object by its class. */
function told(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (typeof value === 'object' && value !== null) return value.constructor?.name ?? 'Object';
  return typeof value === 'function' ? 'Function' : String(value);
}
