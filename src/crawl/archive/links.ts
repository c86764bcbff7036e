import { posix } from 'node:path';
import { type Block, type CleanResult, type Inline, mapBody } from '../../model/index.ts';

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
      body: mapBody(article.body, {
        inline: (node) => [moveInline(node, to)],
        block: (block) => [moveBlock(block, to)],
      }),
      attachments: article.attachments.map((attachment) => ({ ...attachment, href: to(attachment.href) })),
    },
  };
}

type To = (url: string) => string;

function moveInline(node: Inline, to: To): Inline {
  if (node.kind === 'link') return { ...node, href: to(node.href) };
  return node.kind === 'image' ? { ...node, src: to(node.src) } : node;
}

function moveBlock(block: Block, to: To): Block {
  if (block.kind === 'embed') return { ...block, href: to(block.href) };
  if (block.kind !== 'figure') return block;
  const images = block.images.map(({ full, ...image }) => ({
    ...image,
    src: to(image.src),
    ...(full !== undefined && { full: to(full) }),
  }));
  return { ...block, images };
}
