import type { Link, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Inline } from '../../src/model/index.ts';
import { toLines } from '../../src/render/lines.ts';
import type { MarkdownBlock, MarkdownCell } from '../../src/render/lower.ts';
import type { Line } from '../../src/render/runs.ts';

/** Read Markdown with a GFM parser that is not ours, into the shape that `lower` makes of an article. */
export function readMarkdown(markdown: string): MarkdownBlock[] {
  const tree: Root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return readBlocks(tree.children);
}

const readBlocks = (nodes: readonly RootContent[]): MarkdownBlock[] => nodes.map(readBlock);

function readBlock(node: RootContent): MarkdownBlock {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', lines: readLines(node.children) };
    case 'heading':
      return { kind: 'heading', level: node.depth, line: readLines(node.children)[0] ?? [] };
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered ?? false,
        start: node.start ?? 1,
        items: node.children.map((item) => {
          if (typeof item.checked === 'boolean') throw new Error('text became a checkbox');
          return readBlocks(item.children);
        }),
      };
    case 'blockquote':
      return { kind: 'quote', children: readBlocks(node.children) };
    case 'code':
      return { kind: 'code', language: node.lang ?? '', value: node.value };
    case 'footnoteDefinition':
      return { kind: 'footnote', label: node.identifier, children: readBlocks(node.children) };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'table': {
      const width = node.children[0]?.children.length ?? 0;
      return { kind: 'table', rows: node.children.map((row) => readRow(row, width)) };
    }
    default:
      throw new Error(`unexpected ${node.type}: ${JSON.stringify(node)}`);
  }
}

const readRow = (row: TableRow, width: number): MarkdownCell[] => {
  if (row.children.length !== width) throw new Error('a row has another number of cells than its header');
  return row.children.map((cell) => readLines(cell.children).filter((line) => line.length > 0));
};

const readLines = (nodes: readonly PhrasingContent[]): Line[] => toLines(readInlines(nodes));

type Open = { readonly tag: 'sub' | 'sup'; readonly children: Inline[] };

function readInlines(nodes: readonly PhrasingContent[]): Inline[] {
  const root: Inline[] = [];
  const stack: Open[] = [];
  const add = (node: Inline): void => {
    (stack.at(-1)?.children ?? root).push(node);
  };
  for (const node of nodes) {
    if (node.type !== 'html') {
      add(readInline(node));
      continue;
    }
    const tag = /^<(\/?)(sub|sup|br)>$/.exec(node.value);
    if (!tag) throw new Error(`live markup: ${node.value}`);
    if (tag[2] === 'br') add({ kind: 'break' });
    else if (tag[1] === '') stack.push({ tag: tag[2] as Open['tag'], children: [] });
    else {
      const open = stack.pop();
      if (!open) throw new Error(`closed without opening: ${node.value}`);
      add({ kind: open.tag, children: open.children });
    }
  }
  if (stack.length > 0) throw new Error('opened without closing');
  return root;
}

function readInline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return { kind: 'text', value: node.value };
    case 'strong':
    case 'emphasis':
      return { kind: node.type, children: readInlines(node.children) };
    case 'delete':
      return { kind: 'strike', children: readInlines(node.children) };
    case 'footnoteReference':
      return { kind: 'reference', label: node.identifier, children: [] };
    case 'inlineCode':
      return { kind: 'code', value: node.value };
    case 'break':
      return { kind: 'break' };
    case 'link':
      return isBareAddress(node)
        ? { kind: 'text', value: bareText(node) }
        : { kind: 'link', href: node.url, children: readInlines(node.children) };
    case 'image':
      return { kind: 'image', src: node.url, ...(node.alt && { alt: node.alt }) };
    default:
      throw new Error(`unexpected ${node.type}: ${JSON.stringify(node)}`);
  }
}

const bareText = ({ children: [only] }: Link): string => (only?.type === 'text' ? only.value : '');

/** GFM links bare addresses by itself, without brackets around them: to us they are text. */
const isBareAddress = (node: Link): boolean => {
  const { position } = node;
  if (position === undefined) return true;
  const { start, end } = position;
  return bareText(node) !== '' && (end.offset ?? 0) - (start.offset ?? 0) === bareText(node).length;
};
