/** Running text and its marks: the white space of HTML source is settled here, once. */
import { type AnyNode, type Element, isElement, isText, isUnseen, squeeze } from '../../dom/index.ts';
import type { Image, Inline } from '../../model/index.ts';
import { type Base, isOnPage, resolve } from './address.ts';
import { iconLabel } from './file-link.ts';
import type { Footnotes } from './footnotes.ts';
import { formulas } from './formula.ts';
import { captionTold, emojiOf, toImage } from './image.ts';

type MarkKind = 'strong' | 'emphasis' | 'strike' | 'sub' | 'sup';

const marks: Readonly<Record<string, MarkKind>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'sub',
  sup: 'sup',
};

const codes = new Set(['code', 'kbd', 'samp', 'tt', 'var']);

/** A mark around running text, carried into the blocks that stand inside it. */
export type Mark = { readonly kind: MarkKind } | { readonly kind: 'link'; readonly href: string };

/** The mark that an inline element makes, told by tag or by style. */
export function markOf(element: Element, base: Base): Mark | undefined {
  if (element.name === 'a') {
    const { href: written } = element.attribs;
    const href = written === undefined || isOnPage(written, base) ? undefined : resolve(written, base);
    return href === undefined || href.endsWith('#') ? undefined : { kind: 'link', href };
  }
  const kind = marks[element.name];
  if (kind) return { kind };
  const style = element.attribs.style;
  if (!style) return undefined;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return { kind: 'strong' };
  if (/font-style\s*:\s*italic/i.test(style)) return { kind: 'emphasis' };
  if (/vertical-align\s*:\s*super/i.test(style)) return { kind: 'sup' };
  if (/vertical-align\s*:\s*sub(?![\w-])/i.test(style)) return { kind: 'sub' };
  return undefined;
}

/** Put a mark around a run; nothing around nothing, and no mark twice. */
export function wrap(children: readonly Inline[], mark: Mark): readonly Inline[] {
  if (children.length === 0) return children;
  if (mark.kind === 'link') return [{ kind: 'link', href: mark.href, children }];
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.kind === mark.kind) return children;
  const reference = children.find((child) => child.kind === 'reference');
  // `<sup>[<a href="#ftn1">1</a>]</sup>`: the mark and its brackets are what is printed for the reference.
  if (reference && children.every((child) => child === reference || isBracket(child))) {
    const printed = children.flatMap((child) => (child === reference ? reference.children : [child]));
    return [{ ...reference, children: wrap(printed, mark) }];
  }
  return [{ kind: mark.kind, children }];
}

const isBracket = (node: Inline): boolean => node.kind === 'text' && /^[[\]()]?$/.test(node.value.trim());

export interface InlineContext {
  readonly base: Base;
  /** Of the page, and of the escapes of its addresses. */
  readonly encoding?: string | undefined;
  readonly told: Map<Image, string>;
  readonly dropped: ReadonlySet<AnyNode>;
  readonly rest: ReadonlyMap<AnyNode, string>;
  readonly footnotes: Footnotes;
  /** Addresses of files that links in words lead to. */
  readonly worded: () => ReadonlySet<string>;
}

/** Before there were style sheets, the first line of a paragraph was moved in with spaces that do not break. */
const indented = /^[ \t\r\n]*(?:[\u00A0\u3000][ \t]*){2,}/u;
const indent = '\u00A0';

/** Does a run begin with such a space? Kept by `inlinesOf` for those who part paragraphs; `settle` takes it away. */
export function beginsIndented(node: Inline): boolean {
  if (node.kind === 'text') return node.value.startsWith(indent);
  const first = 'children' in node ? node.children[0] : undefined;
  return first !== undefined && beginsIndented(first);
}

/** Inline content of one node, white space not yet settled. */
export function inlinesOf(node: AnyNode, context: InlineContext): readonly Inline[] {
  if (context.dropped.has(node)) return [];
  if (isText(node)) {
    const data = context.rest.get(node) ?? node.data;
    const squeezed = squeeze(data);
    const value = indented.test(data) ? indent + squeezed.slice(1) : squeezed;
    return value === '' ? [] : [{ kind: 'text', value }];
  }
  if (!isElement(node)) return [];
  if (node.name === 'br') return [{ kind: 'break' }];
  if (node.name === 'img') {
    const character = emojiOf(node);
    if (character) return [{ kind: 'text', value: character }];
    const image = toImage(node, context.base);
    const caption = captionTold(node);
    if (image && caption !== undefined) context.told.set(image, caption);
    return image ? [image] : [];
  }
  if (isUnseen(node)) return [];
  const formula = node.name.startsWith('m') || node.name.startsWith('annotation') ? formulas[node.name] : undefined;
  if (formula) return formula(node.children.filter(isElement).map((child) => inlinesOf(child, context)));
  const icon = node.name === 'a' ? iconText(node, context) : undefined;
  const children: readonly Inline[] =
    icon === undefined ? node.children.flatMap((child) => inlinesOf(child, context)) : [{ kind: 'text', value: icon }];
  if (codes.has(node.name)) {
    const value = plain(children).trim();
    return value === '' ? [] : [{ kind: 'code', value }];
  }
  if (node.name === 'q') return [{ kind: 'text', value: '“' }, ...children, { kind: 'text', value: '”' }];
  const label = context.footnotes.references.get(node);
  if (label !== undefined) return [{ kind: 'reference', label, children }];
  const mark = markOf(node, context.base);
  return mark ? wrap(children, mark) : children;
}

/** What stands for the icon of a link, unless another link to the same file says more. */
function iconText(link: Element, { worded, encoding }: InlineContext): string | undefined {
  const { href = '' } = link.attribs;
  const label = iconLabel(link, href, encoding);
  return label === undefined || worded().has(href) ? undefined : label;
}

function plain(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      node.kind === 'text' || node.kind === 'code'
        ? node.value
        : node.kind === 'break'
          ? '\n'
          : 'children' in node
            ? plain(node.children)
            : '',
    )
    .join('');
}

/** Settle white space: one space between words, none at the ends or beside a break; empty marks vanish. */
export function settle(nodes: readonly Inline[]): readonly Inline[] {
  const state = { space: true };
  const settled = tighten(nodes, state);
  return trimEnd(settled);
}

function tighten(nodes: readonly Inline[], state: { space: boolean }): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    switch (node.kind) {
      case 'text': {
        const spaced = node.value.replace(indent, ' ');
        const value = state.space && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
        if (value === '') break;
        state.space = value.endsWith(' ');
        const last = out.at(-1);
        if (last?.kind === 'text') out[out.length - 1] = { kind: 'text', value: last.value + value };
        else out.push({ kind: 'text', value });
        break;
      }
      case 'break':
        trimLast(out);
        out.push(node);
        state.space = true;
        break;
      case 'code':
      case 'image':
        out.push(node);
        state.space = false;
        break;
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'sub':
      case 'sup':
      case 'link':
      case 'reference': {
        const children = tighten(node.children, state);
        if (children.length > 0) out.push({ ...node, children });
      }
    }
  }
  return out;
}

/** Take the space off the end of the last piece. */
function trimLast(out: Inline[]): void {
  const last = out.at(-1);
  if (last?.kind === 'text') {
    const value = last.value.trimEnd();
    if (value === '') out.pop();
    else out[out.length - 1] = { kind: 'text', value };
  }
}

function trimEnd(nodes: readonly Inline[]): readonly Inline[] {
  const out = [...nodes];
  for (;;) {
    const last = out.at(-1);
    if (!last) return out;
    if (last.kind === 'break') {
      out.pop();
      continue;
    }
    if (last.kind === 'text') {
      const value = last.value.trimEnd();
      out.pop();
      if (value === '') continue;
      out.push({ kind: 'text', value });
      return out;
    }
    if ('children' in last) {
      const children = trimEnd(last.children);
      out.pop();
      if (children.length === 0) continue;
      out.push({ ...last, children });
    }
    return out;
  }
}

/** Bold is what a heading is anyway. */
export function unmark(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node) => (node.kind === 'strong' ? unmark(node.children) : [node]));
}
