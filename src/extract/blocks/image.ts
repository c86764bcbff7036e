import { collapse, type Element, isElement, isText } from '../../dom/index.ts';
import type { Image } from '../../model/index.ts';
import { type Base, resolve } from './address.ts';

/** Where scripts that load pictures late keep the real address. */
const lateSources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-srcset',
  'srcset',
];
/** Addresses that stand in until the picture is loaded, and pictures that only make room. */
const placeholder =
  /^data:|(?:^|\/)(?:spacer|blank|pixel|transparent|clear|placeholder|loading|lazy|1x1|grey|magnify-clip)[\w-]*\.(?:gif|png|svg|jpe?g)(?:\?|$)/i;
/** What a CMS draws beside the link to a file: its kind. */
const fileIcon =
  /(?:^|\/)(?:(?:icons?|ico|file|mime)[-_]?)?(?:pdf|docx?|xlsx?|pptx?|zip|rar|word|excel|powerpoint|attach(?:ment)?s?)(?:[-_]?(?:icon|ico|small|\d{2}))*\.(?:gif|png|svg)(?:\?|$)/i;
/** One emoji, whatever it is made of. */
const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}{2})(?:\p{Emoji_Modifier}|\u200d|\ufe0f|\p{Extended_Pictographic})*$/u;
const fileName = /^[\p{L}\p{N}][\p{L}\p{N}._%()-]*\.(?:jpe?g|png|gif|bmp|webp)$/iu;

/** A title that says what a click does, not what the picture shows. */
const tooltip = /^(?:click|bấm|nhấn|nhấp|kích|phóng to|xem (?:ảnh|hình)|view|enlarge|zoom)(?!\p{L})/iu;
/** One word is the name of the file, which WordPress makes the title. */
const isTelling = (title: string): boolean => /\S\s+\S/u.test(title) && !tooltip.test(title.trim());

const pixels = (value: string | undefined): number | undefined => {
  const m = /^\s*(\d+)(?:px)?\s*$/.exec(value ?? '');
  return m ? Number(m[1]) : undefined;
};

/** The character that a picture of an emoji stands for. */
export function emojiOf(element: Element): string | undefined {
  const alt = element.attribs.alt?.trim();
  return alt && alt.length <= 12 && emoji.test(alt) ? alt : undefined;
}

/** Pictures of one or two pixels hold space or count readers. */
function isSpacer(element: Element): boolean {
  const width = pixels(element.attribs.width);
  const height = pixels(element.attribs.height);
  return (width !== undefined && width <= 2) || (height !== undefined && height <= 2);
}

/** Is a picture only the sign of a kind of file? */
export const isFileIcon = ({ attribs: { src = '' } }: Element): boolean => fileIcon.test(src.trim());

/**
 * What a picture says in its own words; a name of a file is none. What browsers show under the mouse says it where `alt`
 * does not, unless a script prints it as the caption.
 */
export function altOf(element: Element): string | undefined {
  const { alt, title } = element.attribs;
  const told = captionTold(element) === undefined && isTelling(title ?? '') ? title : undefined;
  return [alt, told].map((text = '') => collapse(text)).find((text) => text !== '' && !fileName.test(text));
}

/** The address that a `<noscript>` straight behind the placeholder has for browsers without scripts. */
function withoutScript(element: Element): string | undefined {
  let { next } = element;
  while (next && isText(next) && next.data.trim() === '') next = next.next;
  if (!isElement(next) || next.name !== 'noscript') return undefined;
  const src = next.children
    .filter(isElement)
    .find(({ name }) => name === 'img')
    ?.attribs.src?.trim();
  return src && !placeholder.test(src) ? src : undefined;
}

/**
 * The picture an `<img>` shows, or undefined for spacers, icons of files, placeholders without a real address, and addresses
 * that are not safe.
 */
export function toImage(element: Element, base: Base): Image | undefined {
  if (isSpacer(element)) return undefined;
  const { attribs } = element;
  const late = lateSources
    .map((name) => attribs[name]?.trim().split(/,\s|\s/)[0])
    .find((value) => value && !placeholder.test(value));
  const plain = attribs.src?.trim();
  const src =
    plain && !placeholder.test(plain) && !(late && attribs['data-src']) ? plain : (late ?? withoutScript(element));
  if (!src || fileIcon.test(src)) return undefined;
  const address = resolve(src, base);
  if (address === undefined) return undefined;
  const alt = altOf(element);
  return { kind: 'image', src: address, ...(alt && { alt }) };
}

/** `<img class="caption" title="…">`: Joomla's script prints the title under the picture. */
export function captionTold({ attribs: { class: classes = '', title = '' } }: Element): string | undefined {
  const caption = /(?:^|\s)caption(?:\s|$)/.test(classes) ? collapse(title) : '';
  return caption === '' ? undefined : caption;
}

/** A picture whose file name was left as text when the page was copied (`2692024.the.cds1.jpg`). */
export function imageNamed(text: string): Image | undefined {
  return fileName.test(text) ? { kind: 'image', src: text } : undefined;
}
