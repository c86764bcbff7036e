import type { List, TableCell as MarkdownCell, PhrasingContent, RootContent } from 'mdast';
import { type AnyNode, bodyOf, parseHtml } from '../dom/index.ts';
import { parseMarkdown } from '../markdown/index.ts';
import {
  type Article,
  type Block,
  type Inline,
  inlineText,
  type Removed,
  type Staged,
  type TableCell,
  type TextPage,
} from '../model/index.ts';
import { safeUrl } from '../text/index.ts';
import { toBlocks } from './blocks/index.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { counted, findLeftOut, permalinksIn, refusedPicture } from './left-out.ts';
import { addressOf } from './site-of.ts';

/** Read a Markdown draft as an article: front matter to fields, GitHub-flavoured Markdown to blocks. Nothing is dropped. */
export function extractMarkdown(page: TextPage): Staged<Article> {
  const {
    value: { children },
    notices,
  } = parseMarkdown(page.text, ['yaml']);
  const [first] = children;
  const fields: FrontMatter = (first?.type === 'yaml' && readFrontMatter(first.value)) || {};
  const { url, ...told } = { ...fields, ...(page.url !== undefined && { url: page.url }) };
  const context = toContext(children, page);
  const { title, body } = takeTitle(blocksOf(children, context), told.title);
  const empty = body.length === 0;
  return {
    value: {
      ...told,
      ...(title !== undefined && { title }),
      ...addressOf(url),
      pageType: empty ? 'empty' : 'article',
      confidence: 1,
      body: markSapo(body, told.sapo),
      attachments: [],
      removed: context.removed,
      evidence: [],
    },
    notices: [
      ...notices,
      ...(empty ? [{ rule: 'page/empty', level: 'error', params: { reason: 'no-text' } } as const] : []),
    ],
  };
}

/** The title is told in the front matter, or is the heading that opens the text; it is no part of the body. */
function takeTitle(body: readonly Block[], title: string | undefined): { title?: string; body: readonly Block[] } {
  const [first, ...rest] = body;
  if (first?.kind !== 'heading' || first.level !== 1) return { ...(title !== undefined && { title }), body };
  const heading = inlineText(first.children);
  return title === undefined || title === heading ? { title: heading, body: rest } : { title, body };
}

/** A description that opens the text is its sapo. */
function markSapo(body: readonly Block[], sapo: string | undefined): readonly Block[] {
  const [first, ...rest] = body;
  return first?.kind === 'paragraph' && sapo !== undefined && inlineText(first.children) === sapo
    ? [{ ...first, role: 'sapo' }, ...rest]
    : body;
}

/** What the parts of a draft are read with: the addresses of its reference links, and where its HTML stands. */
interface Context {
  readonly definitions: ReadonlyMap<string, string>;
  readonly page: TextPage;
  /** Pictures whose address is not safe: what is told of them. */
  readonly removed: Removed[];
}

function toContext(nodes: readonly RootContent[], page: TextPage): Context {
  const definitions = nodes.flatMap((node) =>
    node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
  );
  return { definitions: new Map(definitions), page, removed: [] };
}

const blocksOf = (nodes: readonly RootContent[], context: Context): Block[] =>
  nodes.flatMap((node) => blockOf(node, context));

function blockOf(node: RootContent, context: Context): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(inlinesOf(node.children, context))];
    case 'heading':
      return [{ kind: 'heading', level: node.depth, children: inlinesOf(node.children, context) }];
    case 'list':
      return [list(node, context)];
    case 'table':
      return [{ kind: 'table', rows: node.children.map((row, i) => row.children.map((one) => cell(one, i, context))) }];
    case 'blockquote':
      return [{ kind: 'quote', children: blocksOf(node.children, context) }];
    case 'code':
      return [{ kind: 'code', ...(node.lang && { language: node.lang }), value: node.value }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'html':
      return html(node.value, context);
    case 'footnoteDefinition':
      return [
        {
          kind: 'footnote',
          label: node.identifier,
          mark: `[${node.identifier}]`,
          children: blocksOf(node.children, context),
        },
      ];
    default:
      return [];
  }
}

function list({ ordered, start, children }: List, context: Context): Block {
  const items = children.map((item) => blocksOf(item.children, context));
  if (!ordered) return { kind: 'list', ordered: false, items };
  return { kind: 'list', ordered: true, ...(start && start !== 1 && { start }), items };
}

function cell({ children }: MarkdownCell, row: number, context: Context): TableCell {
  const text = inlinesOf(children, context);
  return { header: row === 0, colspan: 1, rowspan: 1, children: text.length > 0 ? [paragraph(text)] : [] };
}

/** Pictures alone, with a caption in emphasis under them or none, are a figure: so `render` writes one. */
function paragraph(children: readonly Inline[]): Block {
  const parts = children.filter((node) => node.kind !== 'break' && !(node.kind === 'text' && node.value.trim() === ''));
  const images = parts.filter((node) => node.kind === 'image');
  const [caption, ...rest] = parts.slice(images.length);
  const isFigure = images.length > 0 && parts[images.length - 1]?.kind === 'image' && rest.length === 0;
  if (isFigure && caption === undefined) return { kind: 'figure', images };
  if (isFigure && caption?.kind === 'emphasis') return { kind: 'figure', images, caption: caption.children };
  return { kind: 'paragraph', children };
}

function html(text: string, { page, removed }: Context): readonly Block[] {
  const body = bodyOf(parseHtml({ ...page, kind: 'html', text }).value.document);
  if (!body) return [];
  const shown = new Set<AnyNode>();
  const signs: Removed[] = [];
  const blocks = toBlocks([body], { shown, removed: signs });
  removed.push(...findLeftOut(body, shown), ...counted([...signs, ...permalinksIn([body])]));
  return blocks;
}

/** Running text. A tag that stands in it (`<sub>`, `<br>`) is a node of its own to a Markdown parser, as is its end. */
function inlinesOf(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  const root: Inline[] = [];
  const open: { readonly kind: 'sub' | 'sup'; readonly children: Inline[] }[] = [];
  for (const node of nodes) {
    const [, slash, name] = (node.type === 'html' && /^<(\/?)(br|sub|sup)\s*\/?>$/i.exec(node.value)) || [];
    const kind = name?.toLowerCase();
    const into = open.at(-1)?.children ?? root;
    if (kind === 'br') into.push({ kind: 'break' });
    else if ((kind === 'sub' || kind === 'sup') && slash === '') {
      const mark: (typeof open)[number] = { kind, children: [] };
      into.push(mark);
      open.push(mark);
    } else if (kind !== undefined) open.pop();
    else into.push(...inlineOf(node, context));
  }
  return root;
}

function inlineOf(node: PhrasingContent, context: Context): Inline[] {
  const { definitions } = context;
  switch (node.type) {
    case 'text':
      // A line end in Markdown's running text is a space.
      return [{ kind: 'text', value: node.value.replace(/(?:(?<! ) +)?\n */g, ' ') }];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: inlinesOf(node.children, context) }];
    case 'delete':
      return [{ kind: 'strike', children: inlinesOf(node.children, context) }];
    case 'inlineCode':
      return [{ kind: 'code', value: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return link(node.url, inlinesOf(node.children, context));
    case 'linkReference':
      return link(definitions.get(node.identifier), inlinesOf(node.children, context));
    case 'image':
      return image(node.url, node.alt ?? '', context);
    case 'imageReference':
      return image(definitions.get(node.identifier), node.alt ?? '', context);
    case 'footnoteReference':
      return [
        {
          kind: 'reference',
          label: node.identifier,
          children: [{ kind: 'sup', children: [{ kind: 'text', value: `[${node.identifier}]` }] }],
        },
      ];
    case 'html':
      return [];
  }
}

function link(href: string | undefined, children: Inline[]): Inline[] {
  return href === undefined || safeUrl(href) === undefined ? children : [{ kind: 'link', href, children }];
}

function image(src: string | undefined, alt: string, { removed }: Context): Inline[] {
  if (src === undefined) return [];
  if (safeUrl(src) !== undefined) return [{ kind: 'image', src, ...(alt !== '' && { alt }) }];
  const text = refusedPicture(src, alt);
  if (text !== undefined) removed.push({ rule: 'boilerplate/picture', text });
  return [];
}
