import { type Element, isElement, textOf, walk } from '../dom/index.ts';
import type { Attachment } from '../model/index.ts';
import { resolve } from './blocks/index.ts';

const extension = /\.(docx?|xlsx?|pptx?|pdf|rtf|odt|ods|zip|rar|7z)(?:$|[?#&])/i;

/** Links to documents inside the nodes; the same document once. */
export function findAttachments(roots: readonly Element[], base: string | undefined): readonly Attachment[] {
  const found = new Map<string, Attachment>();
  for (const root of roots) collect(root, base, found);
  return [...found.values()];
}

function collect(root: Element, base: string | undefined, found: Map<string, Attachment>): void {
  walk(root, (node) => {
    if (isElement(node) && (node.name === 'a' || node.name === 'iframe')) {
      const address = node.attribs.href ?? node.attribs.src;
      const type = address === undefined ? undefined : extension.exec(address)?.[1]?.toLowerCase();
      const href = type && address ? resolve(address, base) : undefined;
      if (href && type && !found.has(href)) {
        const title = textOf(node);
        found.set(href, { href, ...(title && { title }), type });
      }
    }
    return true;
  });
}
