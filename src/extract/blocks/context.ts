import { type AnyNode, type Element, isElement } from '../../dom/index.ts';
import type { Block } from '../../model/index.ts';
import type { Base } from './address.ts';

/** What a block looked like on the page; captions are told by it. */
export interface Look {
  readonly centred: boolean;
  readonly caption: boolean;
}

export interface BlockContext {
  readonly base: Base;
  /** Nodes that do not belong to the article. */
  readonly dropped: ReadonlySet<AnyNode>;
  /** The paragraph nodes that hold the sapo. */
  readonly sapo: ReadonlySet<AnyNode>;
  /** Elements that the site's profile calls captions. */
  readonly captions: ReadonlySet<AnyNode>;
  readonly looks: Map<Block, Look>;
  readonly blocky: Map<Element, boolean>;
}

export function blockContext(given: {
  base?: Base;
  dropped?: ReadonlySet<AnyNode>;
  sapo?: ReadonlySet<AnyNode>;
  captions?: ReadonlySet<AnyNode>;
}): BlockContext {
  return {
    base: given.base,
    dropped: given.dropped ?? new Set(),
    sapo: given.sapo ?? new Set(),
    captions: given.captions ?? new Set(),
    looks: new Map(),
    blocky: new Map(),
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
    (child) => isElement(child) && (blockTags.has(child.name) || holdsBlocks(child, context)),
  );
  context.blocky.set(element, answer);
  return answer;
}

/** Class words that say “caption”. */
export const captionWords =
  /caption|(?:^|[\s_-])cap(?:[\s_-]|$)|chuthich|chu-thich|photo-?desc|img-?desc|image-?desc|(?:img|image|photo|pic)-?note|picdesc/i;
