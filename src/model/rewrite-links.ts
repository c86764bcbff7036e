import type { CleanResult } from './article.ts';
import type { Block, Inline } from './block.ts';
import { mapBody } from './map-body.ts';

/** Address → path below the folder that is written; undefined when that does not hold it. */
export type Resolve = (url: string) => string | undefined;

/** Point the links, pictures and attachments of an article, written to `path`, at files beside it; others keep their address. */
export function rewriteLinks(result: CleanResult, path: string, resolve: Resolve): CleanResult {
  const to = (url: string): string => {
    const target = resolve(url);
    return target === undefined ? url : wayBetween(path, target);
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

/** `tin/a.md`, `van-ban/c.md` → `../van-ban/c.md`: the link in the first that leads to the second. */
function wayBetween(from: string, to: string): string {
  const [above, target] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < above.length && same < target.length - 1 && above[same] === target[same]) same += 1;
  return [...above.slice(same).map(() => '..'), ...target.slice(same)].join('/');
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
