import type { Block, Footnote, Inline } from './block.ts';
import { mapBody, someOfBody } from './map-body.ts';

/** Blocks behind what is printed before them: `a.` of a legal text's point, `[1]` of a note. */
export function withMark(mark: string | undefined, blocks: readonly Block[]): readonly Block[] {
  if (mark === undefined) return blocks;
  const [first, ...rest] = blocks;
  const opening: Inline = { kind: 'text', value: `${mark} ` };
  return first?.kind === 'paragraph' || first?.kind === 'heading'
    ? [{ ...first, children: [opening, ...first.children] }, ...rest]
    : [{ kind: 'paragraph', children: [opening] }, ...blocks];
}

const printed = ({ mark, children }: Footnote): readonly Block[] => withMark(mark, children);

/** HTML and Markdown name the note by it. */
const safeLabel = (label: string): string => label.toLowerCase().replace(/[^a-z\d_-]+/g, '-');

const isReference = ({ kind }: Inline): boolean => kind === 'reference';
const isNote = ({ kind }: Block): boolean => kind === 'footnote';

/** Blocks with no notes among them. */
const plain = (blocks: readonly Block[]): Block[] =>
  mapBody(blocks, { block: (block) => (block.kind === 'footnote' ? printed(block) : [block]) });

/**
 * A body in which each note has a reference and each reference a note: a note that nothing leads to would not be shown, and
 * a reference to nothing would be shown as `[^1]`. What has no partner, a second note of one label, and a note in a table or
 * in another note, is printed as the page prints it.
 */
export function pairFootnotes(body: readonly Block[]): readonly Block[] {
  // Few articles have any.
  if (!someOfBody(body, { inline: isReference, block: isNote })) return body;
  const referred = new Set<string>();
  const told = new Set<string>();
  const settled = mapBody(body, {
    inline: (node) => {
      if (node.kind !== 'reference') return [node];
      const label = safeLabel(node.label);
      referred.add(label);
      return [{ ...node, label }];
    },
    block: (block) => {
      if (block.kind === 'footnote')
        return [{ ...block, label: safeLabel(block.label), children: plain(block.children) }];
      if (block.kind !== 'table') return [block];
      return [
        { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: plain(cell.children) }))) },
      ];
    },
  });
  const paired = mapBody(settled, {
    block: (block) => {
      if (block.kind !== 'footnote') return [block];
      const isPaired = referred.has(block.label) && !told.has(block.label) && block.children.length > 0;
      if (isPaired) told.add(block.label);
      return isPaired ? [block] : printed(block);
    },
  });
  return mapBody(paired, {
    inline: (node) => (node.kind === 'reference' && !told.has(node.label) ? node.children : [node]),
  });
}
