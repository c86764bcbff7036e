import { type Element, isElement, textOf, walk } from '../dom/index.ts';
import type { Attachment } from '../model/index.ts';
import { fileExtension, fileKinds, iconLabel, isFileAddress, resolve } from './blocks/index.ts';

/** A link that says the name of a file and no more; a longer text only speaks of one. */
const fileName = new RegExp(`^.{1,120}\\.(${fileKinds})$`, 'i');

/** Elements that lead to a document, with the attributes that hold its address: a link, or a frame that shows it. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  iframe: ['src', 'data-src'],
  embed: ['src'],
  object: ['data'],
};

/**
 * Links to documents inside the nodes, and frames that show one; the same document once, by the first words that name it.
 * `encoding`: of the page, and so of the escapes of its addresses.
 */
export function findAttachments(
  roots: readonly Element[],
  base: string | undefined,
  encoding?: string,
): readonly Attachment[] {
  const found = new Map<string, Attachment>();
  /** What the icons say that lead to documents, for those that nothing else names. */
  const icons = new Map<string, string>();
  for (const root of roots) collect(root, { base, encoding }, found, icons);
  return [...found.values()].map((attachment) => {
    const { href, title = icons.get(href), ...rest } = attachment;
    return { href, ...(title && { title }), ...rest };
  });
}

function collect(
  root: Element,
  { base, encoding }: { readonly base: string | undefined; readonly encoding: string | undefined },
  found: Map<string, Attachment>,
  icons: Map<string, string>,
): void {
  walk(root, (node) => {
    if (!isElement(node)) return true;
    const names = addresses[node.name];
    const address =
      names && (opened(node) ?? names.map((name) => node.attribs[name]).find((value) => value !== undefined));
    if (address === undefined) return true;
    const type = typeOf(address, node);
    const href = type === undefined ? undefined : resolve(address, base);
    if (!href || !type) return true;
    const title = node.name === 'a' ? textOf(node) : '';
    const icon = iconLabel(node, address, encoding);
    if (icon !== undefined && !icons.has(href)) icons.set(href, icon);
    if (!found.get(href)?.title) found.set(href, { href, ...(title && { title }), type });
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
  const told = fileExtension.exec(address) ?? (isScript(address) ? fileName.exec(textOf(node).trim()) : null);
  return told?.[1]?.toLowerCase();
}

const isScript = (address: string): boolean => /[?&]|download|tai-?ve/i.test(address);
