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

const blockTag =
  /^<\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|td|th|tr|table|caption|title|center|blockquote|body|br|hr|address|pre|option)\b/i;

/** Whether a paragraph, cell or line of its own begins with this piece. */
export function opensBlock(segments: readonly Segment[], index: number, kind: PageKind): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const segment = segments[i] as Segment;
    const { text, tag } = segment;
    if (kind !== 'html') return /^\s*$|[.!?:;]\s*$/.test(text);
    if (endsBlock(segment)) return true;
    if (!tag && text.trim() !== '') return false;
  }
  return true;
}

/** Does a tag end the paragraph? */
export const endsBlock = ({ text, tag }: Segment): boolean => tag && blockTag.test(text);
