import { posix } from 'node:path';
import type { Block, CleanResult, Inline } from '../../model/index.ts';

/** Address → path from the archive's root; undefined when the archive does not hold it. */
export type Resolve = (url: string) => string | undefined;

/** Point an article's links, pictures and attachments at the archive's own files; what is not there keeps its address. */
export function rewriteLinks(result: CleanResult, path: string, resolve: Resolve): CleanResult {
  const to = (url: string): string => {
    const target = resolve(url);
    return target === undefined ? url : posix.relative(posix.dirname(path), target);
  };
  const { article } = result;
  return {
    ...result,
    article: {
      ...article,
      body: article.body.map((block) => mapBlock(block, to)),
      attachments: article.attachments.map((attachment) => ({ ...attachment, href: to(attachment.href) })),
    },
  };
}

type To = (url: string) => string;

function mapInlines(inlines: readonly Inline[], to: To): Inline[] {
  return inlines.map((inline) => mapInline(inline, to));
}

function mapInline(inline: Inline, to: To): Inline {
  switch (inline.kind) {
    case 'link':
      return { ...inline, href: to(inline.href), children: mapInlines(inline.children, to) };
    case 'image':
      return { ...inline, src: to(inline.src) };
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'sub':
    case 'sup':
      return { ...inline, children: mapInlines(inline.children, to) };
    case 'text':
    case 'code':
    case 'break':
      return inline;
  }
}

function mapBlock(block: Block, to: To): Block {
  const inlines = (list: readonly Inline[]) => mapInlines(list, to);
  const blocks = (list: readonly Block[]) => list.map((child) => mapBlock(child, to));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'list':
      return { ...block, items: block.items.map(blocks) };
    case 'table':
      return {
        ...block,
        ...(block.caption && { caption: inlines(block.caption) }),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: blocks(cell.children) }))),
      };
    case 'figure':
      return {
        ...block,
        images: block.images.map(({ full, ...image }) => ({
          ...image,
          src: to(image.src),
          ...(full !== undefined && { full: to(full) }),
        })),
        ...(block.caption && { caption: inlines(block.caption) }),
      };
    case 'quote':
      return { ...block, children: blocks(block.children) };
    case 'verse':
      return { ...block, lines: block.lines.map(inlines) };
    case 'definitions':
      return {
        ...block,
        items: block.items.map(({ term, definition }) => ({ term: inlines(term), definition: blocks(definition) })),
      };
    case 'embed':
      return { ...block, href: to(block.href) };
    case 'code':
    case 'rule':
      return block;
  }
}
