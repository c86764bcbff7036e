import type { Block, Inline } from './block.ts';

/** What becomes of each part of a body; the parts inside it are done already. Parts without a visitor stay. */
export interface BodyVisitor {
  readonly inline?: (node: Inline) => readonly Inline[];
  readonly block?: (node: Block) => readonly Block[];
}

/** Rebuild a body from the inside out. */
export function mapBody(body: readonly Block[], { inline, block }: BodyVisitor): Block[] {
  const inlines = (nodes: readonly Inline[]): readonly Inline[] =>
    inline === undefined
      ? nodes
      : nodes.flatMap((node) => inline('children' in node ? { ...node, children: inlines(node.children) } : node));
  const blocks = (nodes: readonly Block[]): Block[] =>
    nodes.flatMap((node) => {
      const mapped = inside(node);
      return block === undefined ? mapped : block(mapped);
    });
  const inside = (node: Block): Block => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        return { ...node, children: inlines(node.children) };
      case 'list':
        return { ...node, items: node.items.map(blocks) };
      case 'table':
        return {
          ...node,
          ...(node.caption && { caption: inlines(node.caption) }),
          rows: node.rows.map((row) => row.map((cell) => ({ ...cell, children: blocks(cell.children) }))),
        };
      case 'figure':
        return { ...node, ...(node.caption && { caption: inlines(node.caption) }) };
      case 'quote':
      case 'footnote':
        return { ...node, children: blocks(node.children) };
      case 'verse':
        return { ...node, lines: node.lines.map(inlines) };
      case 'definitions':
        return {
          ...node,
          items: node.items.map(({ term, definition }) => ({ term: inlines(term), definition: blocks(definition) })),
        };
      case 'code':
      case 'embed':
      case 'rule':
        return node;
    }
  };
  return blocks(body);
}
