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

/** Is there a part of a body, however deep, that one of these says yes to? */
export function someOfBody(
  body: readonly Block[],
  isIt: { readonly inline: (node: Inline) => boolean; readonly block: (node: Block) => boolean },
): boolean {
  const inline = (node: Inline): boolean => isIt.inline(node) || ('children' in node && node.children.some(inline));
  const block = (node: Block): boolean => isIt.block(node) || inside(node);
  const inside = (node: Block): boolean => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        return node.children.some(inline);
      case 'list':
        return node.items.some((item) => item.some(block));
      case 'table':
        return (
          node.caption?.some(inline) === true || node.rows.some((row) => row.some((cell) => cell.children.some(block)))
        );
      case 'figure':
        return node.caption?.some(inline) === true;
      case 'quote':
      case 'footnote':
        return node.children.some(block);
      case 'verse':
        return node.lines.some((line) => line.some(inline));
      case 'definitions':
        return node.items.some(({ term, definition }) => term.some(inline) || definition.some(block));
      case 'code':
      case 'embed':
      case 'rule':
        return false;
    }
  };
  return body.some(block);
}
