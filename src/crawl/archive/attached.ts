import { type Article, type Attachment, type Block, type Inline, inlineText } from '../../model/index.ts';
import { canonicalUrl } from '../url.ts';

type Link = Extract<Inline, { readonly kind: 'link' }>;
type Embed = Extract<Block, { readonly kind: 'embed' }>;

/**
 * Add the documents that a text links to by addresses that do not tell (`download.aspx?id=1`): what the server sent does.
 * `typeAt`: what kind of document an address gave.
 */
export function withDocuments(article: Article, typeAt: (url: string) => string | undefined): Article {
  const keyOf = (href: string): string => (URL.canParse(href) ? canonicalUrl(href) : href);
  const all = new Map<string, Attachment>(
    article.attachments.map((attachment) => [keyOf(attachment.href), attachment]),
  );
  for (const { href, children } of linksIn(article.body)) {
    const type = typeAt(href);
    if (type === undefined || all.has(keyOf(href))) continue;
    const title = inlineText(children).trim();
    all.set(keyOf(href), { href, ...(title && { title }), type });
  }
  return all.size === article.attachments.length ? article : { ...article, attachments: [...all.values()] };
}

/** In reading order, however deep they stand. */
export const linksIn = (body: Article['body']): readonly Link[] => nodesIn(body, isLink);

/** Films and the like, by their addresses. */
export const embedsIn = (body: Article['body']): readonly string[] => nodesIn(body, isEmbed).map(({ href }) => href);

function nodesIn<Node>(node: unknown, isWanted: (node: object) => node is Node & object): readonly Node[] {
  if (typeof node !== 'object' || node === null) return [];
  return isWanted(node) ? [node] : Object.values(node).flatMap((part) => nodesIn(part, isWanted));
}

const isLink = (node: object): node is Link => 'kind' in node && node.kind === 'link';
const isEmbed = (node: object): node is Embed => 'kind' in node && node.kind === 'embed';
