/** Links to documents, and the icons of file kinds that some of them are. */
import { type AnyNode, type Element, isElement, textOf, walk } from '../../dom/index.ts';
import { decodePart } from '../../text/index.ts';
import { altOf, isFileIcon } from './image.ts';

export const fileKinds = 'docx?|xlsx?|pptx?|pdf|rtf|odt|ods|zip|rar|7z';
/**
 * What may follow the name of a file in an address; Liferay has the id of the version there:
 * `/documents/10/20/KH+24.pdf/5c1e…`.
 */
const afterFile = '(?:$|[?#&]|/[\\da-f]{8}-[\\da-f-]{27}(?:$|[/?#]))';
export const fileExtension = new RegExp(`\\.(${fileKinds})${afterFile}`, 'i');
/** The name of a file in an address. */
const namedFile = new RegExp(`(?:^|[/?#&=\\\\])([^/?#&=\\\\]{1,200}\\.(?:${fileKinds}))${afterFile}`, 'i');

/** Does an address lead to a file rather than to a page? */
export const isFileAddress = (href: string): boolean => fileExtension.test(href);

/**
 * What a link to a file says that shows nothing but an icon: the words for those who see no pictures, or the file's name,
 * whose escapes may be of the page's encoding.
 */
export function iconLabel(link: Element, href: string, encoding?: string): string | undefined {
  const [, name] = namedFile.exec(href) ?? [];
  if (link.name !== 'a' || name === undefined || textOf(link) !== '') return undefined;
  const icons: Element[] = [];
  walk(link, (node) => {
    if (isElement(node) && node.name === 'img') icons.push(node);
    return true;
  });
  if (icons.length === 0 || !icons.every(isFileIcon)) return undefined;
  return icons.map(altOf).find((alt) => alt !== undefined) ?? decodePart(name, encoding);
}

/** The addresses to which the nodes have links with words: an icon beside one says nothing more. */
export function wordedLinks(nodes: readonly AnyNode[], dropped: ReadonlySet<AnyNode>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes)
    walk(root, (node) => {
      if (dropped.has(node)) return false;
      const href = isElement(node) && node.name === 'a' ? node.attribs.href : undefined;
      if (isElement(node) && href !== undefined && isFileAddress(href) && textOf(node) !== '') found.add(href);
      return true;
    });
  return found;
}
