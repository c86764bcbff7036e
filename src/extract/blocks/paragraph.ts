/** A run of inlines → paragraphs and figures. */
import type { AnyNode } from '../../dom/index.ts';
import { type Block, type Image, type Inline, inlineText } from '../../model/index.ts';
import type { BlockContext } from './context.ts';
import { captionOpening } from './figure.ts';
import { imageNamed } from './image.ts';
import { beginsIndented, type Mark, settle, unmark, wrap } from './inline.ts';

/** A run of inlines as paragraphs: parted where two breaks meet; pictures standing alone become figures. */
export function paragraphs(
  run: readonly Inline[],
  first: AnyNode | undefined,
  context: BlockContext,
  marks: readonly Mark[],
): Block[] {
  const isSapo = first !== undefined && isWithin(first, context.sapo);
  return partAtBreaks(run)
    .map((part) => settle(part))
    .filter((part) => part.length > 0)
    .flatMap((part) =>
      isSapo
        ? paragraph(plainLead(part), true, marks.filter(notStrong), context)
        : paragraph(part, false, marks, context),
    );
}

/** The address of a picture. */
const picture = /\.(?:jpe?g|png|gif|bmp|webp|tiff?)(?:[?#]|$)/iu;

const notStrong = ({ kind }: Mark): boolean => kind !== 'strong';

/** Where no class tells the lead, bold type does: the role says so now, as it does of a heading. */
const plainLead = (part: readonly Inline[]): readonly Inline[] =>
  part.every(({ kind }) => kind === 'strong') ? unmark(part) : part;

function isWithin(node: AnyNode, set: ReadonlySet<AnyNode>): boolean {
  if (set.size === 0) return false;
  for (let at: AnyNode | null = node; at; at = at.parent) if (set.has(at)) return true;
  return false;
}

function paragraph(part: readonly Inline[], isSapo: boolean, marks: readonly Mark[], context: BlockContext): Block[] {
  const text = inlineText(part).trim();
  const images = imagesIn(part);
  if (text === '') {
    const value = images.map((image) => context.told.get(image)).find((told) => told !== undefined);
    const caption: readonly Inline[] | undefined = value === undefined ? undefined : [{ kind: 'text', value }];
    return images.length > 0 ? [{ kind: 'figure', images, ...(caption && { caption }) }] : [];
  }
  const named = images.length === 0 ? imagesNamed(text) : undefined;
  if (named) return [{ kind: 'figure', images: named }];
  const children = marks.reduceRight<readonly Inline[]>((inner, mark) => wrap(inner, mark), part);
  const block: Block = { kind: 'paragraph', ...(isSapo && { role: 'sapo' as const }), children };
  const lead = withoutFileName(leadingImages(part));
  if (lead.images.length > 0 && lead.rest.length > 0) {
    const rest = marks.reduceRight<readonly Inline[]>((inner, mark) => wrap(inner, mark), lead.rest);
    return [
      { kind: 'figure', images: lead.images },
      { ...block, children: rest },
    ];
  }
  const tail = part.findLastIndex((node) => inlineText([node]).trim() !== '') + 1;
  const over = part.slice(0, tail);
  // “(Trong ảnh: …)”, a break, the picture: its caption stands over it.
  if (
    images.length > 0 &&
    captionOpening.test(text) &&
    part.slice(tail).some(({ kind }) => kind === 'break') &&
    imagesIn(over).length === 0
  )
    return [{ kind: 'figure', images, caption: settle(over) }];
  return [block];
}

/** The pictures that a text names by their files, one a line, where it says nothing else. */
function imagesNamed(text: string): readonly Image[] | undefined {
  const lines = text.split('\n');
  const named = lines.flatMap((line) => imageNamed(line.trim()) ?? []);
  return named.length === lines.length ? named : undefined;
}

/** Pictures, and what follows them. */
interface Lead {
  readonly images: readonly Image[];
  readonly rest: readonly Inline[];
}

/** The name of the file between a picture and its caption says what the picture's address says. */
function withoutFileName({ images, rest }: Lead): Lead {
  const end = rest.findIndex(({ kind }) => kind === 'break');
  const name = end < 0 ? '' : inlineText(rest.slice(0, end)).trim();
  const isName = name !== '' && images.some(({ src }) => src.endsWith(`/${encodeURI(name)}`));
  return isName ? { images, rest: settle(rest.slice(end + 1)) } : { images, rest };
}

/** Pictures at the head of a run, when a break parts them from the text. */
function leadingImages(part: readonly Inline[]): Lead {
  const at = part.findIndex((node) => inlineText([node]).trim() !== '');
  const head = part.slice(0, at);
  const images = imagesIn(head);
  const parted = head.some((node) => node.kind === 'break');
  return images.length > 0 && parted ? { images, rest: settle(part.slice(at)) } : { images: [], rest: [] };
}

function imagesIn(nodes: readonly Inline[]): Image[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'image') return [node];
    const inside = 'children' in node ? imagesIn(node.children) : [];
    return node.kind === 'link' && picture.test(node.href)
      ? inside.map((image) => (image.src === node.href ? image : { ...image, full: node.href }))
      : inside;
  });
}

/** A line of verse is shorter, and may be moved in too. */
const minProseLetters = 70;

/** Cut a run where two or more breaks stand together, or one before an indent after a full line; inside marks too. */
function partAtBreaks(run: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let breaks: Inline[] = [];
  for (const node of run) {
    if (node.kind === 'break') {
      breaks.push(node);
      continue;
    }
    if (node.kind === 'text' && node.value.trim() === '' && breaks.length > 0) continue;
    if (breaks.length >= 2 || (breaks.length === 1 && beginsIndented(node) && endsInProse(parts.at(-1)!)))
      parts.push([]);
    else if (breaks.length === 1 && parts.at(-1)!.length > 0) parts.at(-1)!.push(breaks[0]!);
    breaks = [];
    if ('children' in node) {
      const inner = partAtBreaks(node.children);
      inner.forEach((children, i) => {
        if (i > 0) parts.push([]);
        if (children.length > 0) parts.at(-1)!.push({ ...node, children });
      });
    } else parts.at(-1)!.push(node);
  }
  return parts;
}

const endsInProse = (part: readonly Inline[]): boolean =>
  inlineText(part.slice(part.findLastIndex(({ kind }) => kind === 'break') + 1)).length >= minProseLetters;
