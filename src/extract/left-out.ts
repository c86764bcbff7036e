/**
 * What stands in the article's node and is neither text nor picture with an address, nor shown by a link: nobody reads
 * the article with it, so it is told as left out.
 */
import { type AnyNode, type Element, isElement, isPermalink, rawText, textOf, walk } from '../dom/index.ts';
import type { Removed } from '../model/index.ts';
import { cutText, safeUrl } from '../text/index.ts';
import { embedded, isFileAddress } from './blocks/index.ts';

/**
 * Removals that say the same as one row with their count, `↩ (×12)`: a text of a wiki has a hundred such signs, and as many
 * rows would hide what a reader of the record looks for.
 */
export function counted(removed: readonly Removed[]): readonly Removed[] {
  const counts = new Map<string, Removed & { readonly count: number }>();
  for (const { rule, text } of removed) {
    const key = `${rule} ${text}`;
    counts.set(key, { rule, text, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ rule, text, count }) => ({
    rule,
    text: count > 1 ? `${text} (×${count})` : text,
  }));
}

/** The signs to copy the addresses of headings by, which are no text to any reader of the page. */
export function permalinksIn(roots: readonly AnyNode[]): readonly Removed[] {
  const found: Removed[] = [];
  for (const root of roots)
    walk(root, (node) => {
      const isSign = isElement(node) && isPermalink(node);
      if (isSign) found.push({ rule: 'boilerplate/permalink', text: textOf(node) });
      return !isSign;
    });
  return found;
}

const frames = new Set(['iframe', 'embed', 'object', 'video', 'audio', 'applet']);
/** A picture in the page's own source with fewer letters only makes room. */
const minInlinePicture = 100;
const maxToldLetters = 200;

/**
 * Frames, players, typed-in forms, links of maps and pictures within the source, but for those that the article shows and
 * for attachments.
 */
export function findLeftOut(root: Element, shown: ReadonlySet<AnyNode>): readonly Removed[] {
  const found: Removed[] = [];
  const tell = (rule: string, text: string | undefined): void => {
    const short = text?.trim();
    if (short) found.push({ rule, text: cutText(short, maxToldLetters) });
  };
  walk(root, (node) => {
    if (!isElement(node)) return true;
    if (frames.has(node.name)) {
      const address = embedded(node);
      if (!shown.has(node) && !isFileAddress(address ?? '')) tell('boilerplate/embed', address);
      // Within `<object>` stands the same again, for other browsers.
      return false;
    }
    if (node.name === 'textarea') tell('boilerplate/form', rawText(node));
    if (node.name === 'area') tell('boilerplate/map', areaOf(node));
    if (node.name === 'img') tell('boilerplate/picture', toldPicture(node));
    return true;
  });
  return found;
}

/** “Thôn Bến (/thon/ben.html)”, of a part of a picture that is a link. */
function areaOf({ attribs: { href = '', alt = '', title = '' } }: Element): string | undefined {
  const name = alt.trim() || title.trim();
  return name === '' || isFileAddress(href) ? undefined : `${name} (${href})`;
}

/** What is told of a picture of the page: nothing where a script would load it from another address. */
const toldPicture = ({ attribs: { src = '', alt = '', ...attribs } }: Element): string | undefined =>
  Object.keys(attribs).some((name) => name.startsWith('data-')) ? undefined : refusedPicture(src, alt);

/**
 * “Sơ đồ cầu (data:image/png, 12 KB)” of a picture within the source, “Sơ đồ cầu (file:)” of one whose address is not safe;
 * undefined of one that is shown, and of one that has nothing to tell.
 */
export function refusedPicture(src: string, alt: string): string | undefined {
  const [, type] = /^data:(image\/[\w.+-]+)/i.exec(src) ?? [];
  if (type !== undefined && (src.length >= minInlinePicture || alt !== ''))
    return `${alt} (data:${type}, ${Math.ceil((src.length * 3) / 4 / 1024)} KB)`.trim();
  const isRefused = type === undefined && alt.trim() !== '' && src.trim() !== '' && safeUrl(src) === undefined;
  const scheme = isRefused ? cutText(src.replace(/[\s\p{Cc}]/gu, ''), maxToldLetters).split(':', 1)[0] : undefined;
  return scheme === undefined ? undefined : `${alt.trim()} (${scheme}:)`;
}
