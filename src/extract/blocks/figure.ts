/** Captions stand under their picture in many forms: `<figcaption>`, a table row, or just the next paragraph. */
import { type Block, type Inline, inlineText } from '../../model/index.ts';
import { type BlockContext, maxCaptionChars } from './context.ts';

/** A plain paragraph under a picture is its caption only when it is short and no sentence of the story. */
const maxPlainCaptionChars = 200;
/** Words that open a caption on portals: “Ảnh: …”, “Hình 2. …”. */
export const captionOpening =
  /^\(?\s*(?:ảnh|trong ảnh|hình ảnh|hình|ảnh minh họa|ảnh tư liệu|photo|foto|image)\s*(?:\d+\s*)?[:.)-]/iu;
/** A photographer's credit at its end: “… trong lễ khánh thành. Ảnh Minh Anh”, “(Ảnh: TL)”. */
const credit =
  /(?:^|[.…\s([])\(?(?:[Ảả]nh|[Nn]guồn ảnh|[Pp]hoto|[Ff]oto)\s*[:.]?\s*\p{Lu}[\p{L}\p{M}\s.,/&+-]{0,40}\)?\.?$/u;
/** A credit that stands alone, under the caption it belongs to. */
const creditAlone = /^\(?\s*(?:ảnh|nguồn ảnh|photo|foto)\s*[:.]?\s*[\p{L}\p{M}\s.,/&+-]{1,40}\)?\.?$/iu;
/** What begins a new part of the text: “1. …”, “a) …”, “Điều 5”, “- …”. */
const partOpening = /^(?:[-–•*+]|\(?\p{L}{1,3}[.)/]|\(?\d+(?:\.\d+)*[.)/]?\s|điều \d|chương |phần |mục )/iu;
const sentenceEnd = /[.!?:;…]["”’»)]?$/;

type Figure = Extract<Block, { kind: 'figure' }>;
type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** Join figures with the captions that follow them. `inFigure`: all text beside the picture is its caption. */
export function joinCaptions(blocks: readonly Block[], context: BlockContext, inFigure = false): readonly Block[] {
  const out: Block[] = [];
  blocks.forEach((block, i) => {
    const last = out.at(-1);
    const joined =
      last?.kind === 'figure'
        ? block.kind === 'figure'
          ? joinFigures(last, block)
          : block.kind === 'paragraph' && !block.role
            ? joinCaption(last, block, blocks[i + 1], context, inFigure)
            : isSmallPrint(block) && !last.caption
              ? { ...last, caption: block.children }
              : undefined
        : undefined;
    if (joined) out[out.length - 1] = joined;
    else out.push(block.kind === 'quote' ? { ...block, children: joinCaptions(block.children, context) } : block);
  });
  return out;
}

/** The smallest headings are used for their size: one that is a sentence, right under a picture, heads nothing. */
function isSmallPrint(block: Block): block is Extract<Block, { kind: 'heading' }> {
  if (block.kind !== 'heading' || block.level < smallLevel) return false;
  const text = inlineText(block.children).trim();
  return text.length <= maxPlainCaptionChars && /[^.]\.$/.test(text) && !partOpening.test(text);
}
const smallLevel = 5;

/** Pictures with nothing between them share the caption under the last. */
function joinFigures(last: Figure, next: Figure): Figure | undefined {
  return last.caption ? undefined : { ...next, images: [...last.images, ...next.images] };
}

function joinCaption(
  figure: Figure,
  paragraph: Paragraph,
  next: Block | undefined,
  context: BlockContext,
  inFigure: boolean,
): Figure | undefined {
  const text = inlineText(paragraph.children).trim();
  // A page saved by a browser holds what the script printed as well.
  if (figure.caption && inlineText(figure.caption).trim() === text) return figure;
  if (figure.caption)
    return creditAlone.test(text)
      ? { ...figure, caption: [...figure.caption, { kind: 'text', value: ' ' }, ...paragraph.children] }
      : undefined;
  return inFigure || isCaption(text, paragraph, next, context) ? { ...figure, caption: paragraph.children } : undefined;
}

function isCaption(text: string, paragraph: Paragraph, next: Block | undefined, context: BlockContext): boolean {
  if (text.length > maxCaptionChars) return false;
  const look = context.looks.get(paragraph);
  if (look?.caption || captionOpening.test(text)) return true;
  const strong = paragraph.children.every((node) => node.kind === 'strong');
  if (!strong && (look?.centred || isAll(paragraph.children, 'emphasis'))) return true;
  if (strong && look?.centred && isSaidOfPicture(text)) return true;
  // Unmarked, right under the picture, and followed by the running text that it is not.
  return (
    !strong &&
    text.length <= maxPlainCaptionChars &&
    !partOpening.test(text) &&
    (credit.test(text) || (!sentenceEnd.test(text) && (isRunningText(next) || isPart(next))))
  );
}

/** In bold type and centred a line under a picture may be a heading too: those are short, numbered, or in capitals. */
const isSaidOfPicture = (text: string): boolean =>
  text.split(' ').length >= minWordsInBold && !partOpening.test(text) && text !== text.toUpperCase();
const minWordsInBold = 6;

function isAll(children: readonly Inline[], kind: 'emphasis'): boolean {
  return children.every(
    (node) => node.kind === kind || node.kind === 'break' || (node.kind === 'text' && node.value.trim() === ''),
  );
}

/** The next part of the story opens with a heading, which some only make bold. */
const isPart = (block: Block | undefined): boolean =>
  block?.kind === 'heading' || (block?.kind === 'paragraph' && block.children.every(({ kind }) => kind === 'strong'));

/** Text of the story, or the next picture. */
function isRunningText(block: Block | undefined): boolean {
  if (block?.kind === 'figure') return true;
  if (block?.kind !== 'paragraph') return false;
  const text = inlineText(block.children);
  return text.length > 100 || (text.length > 60 && sentenceEnd.test(text));
}
