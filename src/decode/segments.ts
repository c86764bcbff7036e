/** Cut a page into the pieces that can have an encoding of their own: text between tags, tags, lines of plain text. */
import type { PageKind } from '../model/index.ts';

export interface Segment {
  readonly text: string;
  /** A tag with its attributes: its `alt` and `title` are text too. */
  readonly tag: boolean;
}

const markup = /<[!/?A-Za-z][^<>]*>|[^<]+|</g;
const lines = /[^\n]+\n?|\n/g;

export function segmentsOf(text: string, kind: PageKind): Segment[] {
  if (kind !== 'html') return (text.match(lines) ?? []).map((line) => ({ text: line, tag: false }));
  return (text.match(markup) ?? []).map((piece) => ({ text: piece, tag: piece.length > 1 && piece.startsWith('<') }));
}
