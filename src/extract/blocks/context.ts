import { type AnyNode, type Element, isElement, textOf } from '../../dom/index.ts';
import type { Block, Image, Removed } from '../../model/index.ts';
import type { Base } from './address.ts';
import { wordedLinks } from './file-link.ts';
import { type Footnotes, findFootnotes } from './footnotes.ts';

/** What a block looked like on the page; captions are told by it. */
export interface Look {
  readonly centred: boolean;
  readonly caption: boolean;
}

export interface BlockContext {
  readonly base: Base;
  /** Of the page, and of the escapes of its addresses. */
  readonly encoding: string | undefined;
  /** Nodes that do not belong to the article. */
  readonly dropped: ReadonlySet<AnyNode>;
  /** What text nodes say without the markup that is stuck to it. */
  readonly rest: ReadonlyMap<AnyNode, string>;
  /** Notes below the text, and the links to them. */
  readonly footnotes: Footnotes;
  /** The paragraph nodes that hold the sapo. */
  readonly sapo: ReadonlySet<AnyNode>;
  /** Elements that the site's profile calls captions. */
  readonly captions: ReadonlySet<AnyNode>;
  /** Elements that a link in the article shows: frames and players. */
  readonly shown: Set<AnyNode>;
  /** What the blocks leave out of what they are made of. */
  readonly removed: Removed[];
  readonly looks: Map<Block, Look>;
  /** What a script of the page shows under a picture: the caption in the picture's own attributes. */
  readonly told: Map<Image, string>;
  readonly blocky: Map<Element, boolean>;
  /** Addresses of files that links in words lead to. */
  readonly worded: () => ReadonlySet<string>;
}

/** What the block handlers share while they read the given nodes of a page: base address, what is dropped, footnotes. */
export function blockContext(given: {
  base?: Base;
  encoding?: string | undefined;
  dropped?: ReadonlySet<AnyNode>;
  rest?: ReadonlyMap<AnyNode, string>;
  sapo?: ReadonlySet<AnyNode>;
  captions?: ReadonlySet<AnyNode>;
  shown?: Set<AnyNode>;
  removed?: Removed[];
  nodes?: readonly AnyNode[];
}): BlockContext {
  const { nodes = [], rest = new Map<AnyNode, string>(), removed = [] } = given;
  const footnotes = findFootnotes(nodes, given.dropped ?? new Set(), given.base);
  const dropped = new Set([...(given.dropped ?? []), ...footnotes.dropped.keys()]);
  for (const text of footnotes.dropped.values()) if (text !== '') removed.push({ rule: 'boilerplate/note-link', text });
  let worded: ReadonlySet<string> | undefined;
  return {
    base: given.base,
    encoding: given.encoding,
    dropped,
    rest: footnotes.rest.size > 0 ? new Map([...rest, ...footnotes.rest]) : rest,
    footnotes,
    sapo: given.sapo ?? new Set(),
    captions: given.captions ?? new Set(),
    shown: given.shown ?? new Set(),
    removed,
    looks: new Map(),
    told: new Map(),
    blocky: new Map(),
    worded: () => {
      worded ??= wordedLinks(nodes, dropped);
      return worded;
    },
  };
}

/** Tags that begin a new paragraph-level part. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main marquee menu nav ol option optgroup p ' +
    'plaintext pre section summary table tbody td tfoot th thead tr ul xmp iframe video audio embed object'
  ).split(' '),
);

/** Does a paragraph-level element stand inside? (`<span><p>…` and `<a><div>…` are common and must not become one run.) */
export function holdsBlocks(element: Element, context: BlockContext): boolean {
  const known = context.blocky.get(element);
  if (known !== undefined) return known;
  const answer = element.children.some(
    (child) => isElement(child) && (blockTags.has(child.name) || isNamedCaption(child) || holdsBlocks(child, context)),
  );
  context.blocky.set(element, answer);
  return answer;
}

/** A longer text under a picture is no caption. */
export const maxCaptionChars = 260;

/** Class words that say “caption”. */
const captionWords =
  /caption|cthich|(?:^|[\s_-])cap(?:[\s_-]|$)|chuthich|chu-thich|photo-?desc|img-?desc|image-?desc|(?:img|image|photo|pic)-?note|picdesc/i;

/** Is an element called a caption? Joomla calls a picture that has one so too. */
export const isNamedCaption = ({ name, attribs }: Element): boolean =>
  name !== 'img' && attribs.class !== undefined && captionWords.test(attribs.class);

/** Is a node a picture, or a box or link with nothing but one? */
export const isOnlyPicture = (node: AnyNode | null): boolean =>
  node !== null &&
  isElement(node) &&
  (node.name === 'img' || (hasDescendant(node, 'img') && textOf(node).trim() === ''));

/** Is there an element of this name inside, at any depth? */
export function hasDescendant(root: Element, name: string): boolean {
  return root.children.some((child) => isElement(child) && (child.name === name || hasDescendant(child, name)));
}
