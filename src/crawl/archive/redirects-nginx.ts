import { escapeRegex } from '../../text/index.ts';
import { eitherCase, keyOf, type Redirect } from './redirect.ts';

/** What a key takes in the table beside its letters: pointers and padding. */
const bytesBesideKey = 64;
const smallestBucket = 512;

/**
 * A `map` from host and address, as they were asked for, to the new place. nginx compares such keys without regard to case,
 * and refuses two that differ in nothing else: where those lead to different places, each is a regular expression.
 */
export function nginx(redirects: readonly Redirect[]): string {
  const entries = redirects.map((redirect) => ({ key: keyOf(redirect), to: redirect.to }));
  const targets = new Map<string, Set<string>>();
  for (const { key, to } of entries) {
    const known = targets.get(key.toLowerCase()) ?? new Set<string>();
    targets.set(key.toLowerCase(), known.add(to));
  }
  const written = new Set<string>();
  const lines = entries.flatMap(({ key, to }) => {
    const isAlone = (targets.get(key.toLowerCase())?.size ?? 0) < 2;
    const name = isAlone ? key.toLowerCase() : key;
    if (written.has(name)) return [];
    written.add(name);
    return [`  ${quoted(isAlone ? key : `~^${eitherCase(escapeRegex(key))}$`)} ${quoted(to)};`];
  });
  const longest = Math.max(0, ...entries.map(({ key }) => Buffer.byteLength(key)));
  return [
    '# In the http block: include this file. In each server block: if ($sach_target) { return 301 $sach_target; }',
    `map_hash_bucket_size ${atLeast(longest + bytesBesideKey, smallestBucket)};`,
    `map_hash_max_size ${atLeast(2 * lines.length, 2048)};`,
    'map $host$request_uri $sach_target {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

/** The next power of two. */
const atLeast = (wanted: number, smallest: number): number => 2 ** Math.ceil(Math.log2(Math.max(wanted, smallest)));

/** nginx knows no other escapes in a string; a key is not searched for variables. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
