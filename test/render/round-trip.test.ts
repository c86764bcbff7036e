import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairFootnotes } from '../../src/model/index.ts';
import { lower } from '../../src/render/lower.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { fuzz, fuzzTimeout } from '../fuzz.ts';
import { anyBody, anyInline } from './any-block.ts';
import { readMarkdown } from './read-markdown.ts';

describe('a GFM parser reads the same blocks back', () => {
  test(
    'from any running text',
    () => {
      fc.assert(
        fc.property(fc.array(anyInline, { maxLength: 6 }), (children) => {
          const body = [{ kind: 'paragraph', children } as const];
          expect(readMarkdown(toMarkdown(body))).toEqual(lower(pairFootnotes(body)));
        }),
        fuzz(300),
      );
    },
    fuzzTimeout,
  );
  test(
    'from any body',
    () => {
      fc.assert(
        fc.property(anyBody, (body) => {
          expect(readMarkdown(toMarkdown(body))).toEqual(lower(pairFootnotes(body)));
        }),
        fuzz(300),
      );
    },
    fuzzTimeout,
  );
});
