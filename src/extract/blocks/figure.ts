/** Captions stand under their picture in many forms: `<figcaption>`, a table row, or just the next paragraph. */
import { type Block, type Inline, inlineText } from '../../model/index.ts';
import type { BlockContext } from './context.ts';

const maxCaptionChars = 260;
/** Words that open a caption on portals. */
const captionOpening = /^(?:ảnh|hình ảnh|hình|ảnh minh họa|ảnh tư liệu|\(?\s*ảnh)\s*(?:\d+\s*)?[:.)-]/iu;

/** Join figures with the captions that follow them. `inFigure`: all text beside the picture is its caption. */
export function joinCaptions(blocks: readonly Block[], context: BlockContext, inFigure = false): readonly Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (
      last?.kind === 'figure' &&
      !last.caption &&
      block.kind === 'paragraph' &&
      !block.role &&
      isCaption(block.children, block, context, inFigure)
    ) {
      out[out.length - 1] = { ...last, caption: block.children };
      continue;
    }
    if (last?.kind === 'figure' && !last.caption && block.kind === 'figure') {
      out[out.length - 1] = { ...block, images: [...last.images, ...block.images] };
      continue;
    }
    out.push(block.kind === 'quote' ? { ...block, children: joinCaptions(block.children, context) } : block);
  }
  return out;
}

function isCaption(children: readonly Inline[], block: Block, context: BlockContext, inFigure: boolean): boolean {
  const text = inlineText(children).trim();
  if (text.length > maxCaptionChars) return false;
  if (inFigure) return true;
  const look = context.looks.get(block);
  if (look?.caption) return true;
  if (captionOpening.test(text)) return true;
  const italic = children.every(
    (node) => node.kind === 'emphasis' || node.kind === 'break' || (node.kind === 'text' && node.value.trim() === ''),
  );
  return italic || (look?.centred === true && !children.every((node) => node.kind === 'strong'));
}
