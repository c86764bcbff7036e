import { type AnyNode, isElement, isUnseen } from '../../dom/index.ts';
import type { BlockContext } from './context.ts';
import type { BlockHandler } from './handler.ts';

/** `<pre>` → code, with the language that a class names. */
export const preformatted: BlockHandler = (el, { context }) => {
  if (context.dropped.has(el)) return [];
  const code = el.children.filter(isElement).find((child) => child.name === 'code');
  const language = /(?:^|\s)(?:language|lang|brush:)-?\s*([\w+#-]+)/.exec(
    `${code?.attribs.class ?? ''} ${el.attribs.class ?? ''}`,
  )?.[1];
  const value = preText(el, context).replace(/^\n/, '').trimEnd();
  return value.trim() === '' ? [] : [{ kind: 'code', ...(language && { language }), value }];
};

function preText(node: AnyNode, context: BlockContext): string {
  if (context.dropped.has(node)) return '';
  if (node.type === 'text') return node.data;
  if (!isElement(node) || isUnseen(node)) return '';
  return node.name === 'br' ? '\n' : node.children.map((child) => preText(child, context)).join('');
}
