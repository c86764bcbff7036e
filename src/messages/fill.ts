import type { MessageParams } from '../model/index.ts';

/**
 * A sentence with its blanks filled in: `{name}` from the params, `{count|page|pages}` by whether `count` is 1. `wordFor`:
 * what a value is called, where it has words of its own.
 */
export const fill = (
  sentence: string,
  params: MessageParams,
  wordFor: (value: string) => string | undefined = () => undefined,
): string =>
  sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return value === undefined ? whole : (wordFor(String(value)) ?? String(value));
  });
