/** From edits of the plain text back to the blocks it was laid out from. */

import type { Block, Text } from '../model/block.ts';
import type { TextRange } from '../model/index.ts';
import { applyEdits, layoutText, replaceText, type TextLayout } from '../model/index.ts';
import type { Proposal } from './proposal.ts';

/**
 * The ranges of the laid-out text that nothing may change: what belongs to no text node (blank lines, cell gaps, code), and
 * the spaces on both sides of a picture, which would be one too many without it.
 */
export function gapsOf({ text, spans, pictures }: TextLayout): TextRange[] {
  const gaps: TextRange[] = [];
  let at = 0;
  for (const { start, node } of spans) {
    if (start > at) gaps.push({ start: at, end: start });
    at = start + node.value.length;
  }
  if (at < text.length) gaps.push({ start: at, end: text.length });
  for (const place of pictures)
    if (/^\s\s$/.test(text.slice(place - 1, place + 1))) gaps.push({ start: place - 1, end: place + 1 });
  return gaps;
}

/** The ranges of the laid-out text that are lines of verse. */
export function versesOf(body: readonly Block[], { spans }: TextLayout): TextRange[] {
  const nodes = new Set(verseBlocks(body).flatMap((block) => layoutText([block]).spans.map(({ node }) => node)));
  return spans
    .filter(({ node }) => nodes.has(node))
    .map(({ start, node }) => ({ start, end: start + node.value.length }));
}

const verseBlocks = (body: readonly Block[]): Block[] =>
  body.flatMap((block) =>
    block.kind === 'verse' ? [block] : block.kind === 'quote' ? verseBlocks(block.children) : [],
  );

/**
 * Put edits of the laid-out text into the body. Returns the new body and the edits that could be placed:
 * one that touches what is no text node, or would leave a node empty, is dropped.
 */
export function editBlocks(
  body: readonly Block[],
  layout: TextLayout,
  edits: readonly Proposal[],
): { readonly body: readonly Block[]; readonly edits: readonly Proposal[] } {
  const parts = new Map<Text, Proposal[]>();
  const placed: Proposal[] = [];
  for (const edit of edits) {
    const pieces = piecesOf(layout, edit);
    if (pieces === undefined) continue;
    placed.push(edit);
    for (const [node, piece] of pieces) {
      const others = parts.get(node);
      if (others) others.push(piece);
      else parts.set(node, [piece]);
    }
  }
  const values = new Map<Text, string>();
  for (const [node, pieces] of parts) values.set(node, applyEdits(node.value, pieces));
  return { body: replaceText(body, values), edits: placed };
}

/** An edit as one piece per node: the first takes the replacement, the others lose their letters. */
function piecesOf({ spans }: TextLayout, edit: Proposal): [Text, Proposal][] | undefined {
  const pieces: [Text, Proposal][] = [];
  let at = edit.start;
  for (let i = spanAt(spans, edit.start); i < spans.length; i++) {
    const { start, node } = spans[i] as TextLayout['spans'][number];
    const end = start + node.value.length;
    if (start > at) return undefined;
    const to = Math.min(end, edit.end);
    const after = pieces.length === 0 ? edit.after : '';
    if (to > at || edit.start === edit.end) {
      if (at === start && to === end && after === '') return undefined;
      const before = node.value.slice(at - start, to - start);
      pieces.push([node, { ...edit, start: at - start, end: to - start, before, after }]);
    }
    at = to;
    if (at === edit.end) return pieces;
  }
  return undefined;
}

/** Index of the last span that starts at or before `at` and, when it can, holds the letter at it. */
function spanAt(spans: TextLayout['spans'], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The body's text as it would be laid out; for checking that edits landed where they were meant. */
export const textOf = (body: readonly Block[]): string => layoutText(body).text;
