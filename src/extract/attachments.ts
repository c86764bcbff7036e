import { type Element, isElement, textOf, walk } from '../dom/index.ts';
import type { Attachment } from '../model/index.ts';
import { resolve } from './blocks/index.ts';

const kinds = 'docx?|xlsx?|pptx?|pdf|rtf|odt|ods|zip|rar|7z';
const extension = new RegExp(`\\.(${kinds})(?:$|[?#&])`, 'i');
/** Does an address lead to a file rather than to a page? */
export const isFileAddress = (href: string): boolean => extension.test(href);
/** A link that says the name of a file and no more; a longer text only speaks of one. */
const fileName = new RegExp(`^.{1,120}\\.(${kinds})$`, 'i');

/** Elements that lead to a document, with the attributes that hold its address: a link, or a frame that shows it. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  iframe: ['src', 'data-src'],
  embed: ['src'],
  object: ['data'],
};

/** Links to documents inside the nodes, and frames that show one; the same document once. */
export function findAttachments(roots: readonly Element[], base: string | undefined): readonly Attachment[] {
  const found = new Map<string, Attachment>();
  for (const root of roots) collect(root, base, found);
  return [...found.values()];
}

function collect(root: Element, base: string | undefined, found: Map<string, Attachment>): void {
  walk(root, (node) => {
    if (!isElement(node)) return true;
    const names = addresses[node.name];
    const address =
      names && (opened(node) ?? names.map((name) => node.attribs[name]).find((value) => value !== undefined));
    if (address === undefined) return true;
    const type = typeOf(address, node);
    const href = type === undefined ? undefined : resolve(address, base);
    if (href && type && !found.has(href)) {
      const title = node.name === 'a' ? textOf(node) : '';
      found.set(href, { href, ...(title && { title }), type });
    }
    return true;
  });
}

/** `window.open('/upload/qd.pdf')`: a script opens the document, the link itself leads nowhere. */
function opened({ name, attribs: { href = '', onclick = '' } }: Element): string | undefined {
  if (name !== 'a' || !(/^(?:#|javascript:|$)/i.test(href) || onclick !== '')) return undefined;
  return [...`${href} ${onclick}`.matchAll(/['"]([^'"\s]{1,500})['"]/g)]
    .map(([, told = '']) => told)
    .find(isFileAddress);
}

/** The kind of document, by its address; of a download script (`?file=12`), by the file name that the link shows. */
function typeOf(address: string, node: Element): string | undefined {
  const told = extension.exec(address) ?? (isScript(address) ? fileName.exec(textOf(node).trim()) : null);
  return told?.[1]?.toLowerCase();
}

const isScript = (address: string): boolean => /[?&]|download|tai-?ve/i.test(address);
