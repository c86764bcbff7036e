import {
  type Block,
  type Image,
  type Inline,
  jumpsOf,
  type List,
  numbersOf,
  pairFootnotes,
  type TableCell,
  withMark,
} from '../model/index.ts';
import { escapeHtml, safeUrl } from '../text/index.ts';

/**
 * Sanitised, semantic HTML. Safe by construction: only the elements and attributes named in this file are ever
 * written, text is escaped, and addresses pass `safeUrl`; no markup of the page is copied.
 */
export function toHtml(body: readonly Block[]): string {
  return writeBlocks(pairFootnotes(body));
}

const writeBlocks = (blocks: readonly Block[]): string => blocks.map(writeBlock).filter(Boolean).join('\n');

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined || value === '' ? '' : ` ${name}="${escapeHtml(String(value))}"`;

const inlineTags = { strong: 'strong', emphasis: 'em', strike: 'del', sub: 'sub', sup: 'sup' } as const;

function writeImage({ src, alt }: Image): string {
  const address = safeUrl(src);
  return address === undefined
    ? escapeHtml(alt ?? '')
    : `<img${attribute('src', address)} alt="${escapeHtml(alt ?? '')}">`;
}

/** A picture of a figure, with a link to its full size. */
function writePicture(image: Image): string {
  const full = safeUrl(image.full ?? '');
  return image.full === undefined || full === undefined
    ? writeImage(image)
    : `<a${attribute('href', full)}>${writeImage(image)}</a>`;
}

function writeInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.value);
    case 'code':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'image':
      return writeImage(node);
    case 'link': {
      const href = safeUrl(node.href);
      const text = writeInlines(node.children);
      return href === undefined || text === '' ? text : `<a${attribute('href', href)}>${text}</a>`;
    }
    case 'reference':
      return `<a${attribute('href', `#fn-${node.label}`)} role="doc-noteref">${writeInlines(node.children)}</a>`;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'sub':
    case 'sup': {
      const text = writeInlines(node.children);
      return text === '' ? '' : `<${inlineTags[node.kind]}>${text}</${inlineTags[node.kind]}>`;
    }
  }
}

const writeInlines = (nodes: readonly Inline[]): string => nodes.map(writeInline).join('');

/** A list item or cell that is one paragraph needs no `<p>`. */
function writeFlow(blocks: readonly Block[]): string {
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'paragraph') return writeInlines(only.children);
  return writeBlocks(blocks);
}

const span = (name: string, count: number): string => (count > 1 ? attribute(name, count) : '');

function writeRow(row: readonly TableCell[]): string {
  const cells = row.map((cell) => {
    const tag = cell.header ? 'th' : 'td';
    return `<${tag}${span('colspan', cell.colspan)}${span('rowspan', cell.rowspan)}>${writeFlow(cell.children)}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function writeTable({ caption, rows }: Extract<Block, { kind: 'table' }>): string {
  const isHeader = (row: readonly TableCell[]): boolean => row.length > 0 && row.every((cell) => cell.header);
  const firstBodyRow = rows.findIndex((row) => !isHeader(row));
  const head = rows.slice(0, firstBodyRow < 0 ? rows.length : firstBodyRow);
  const body = rows.slice(head.length);
  return [
    '<table>',
    caption ? `<caption>${writeInlines(caption)}</caption>` : '',
    head.length > 0 ? `<thead>\n${head.map(writeRow).join('\n')}\n</thead>` : '',
    body.length > 0 ? `<tbody>\n${body.map(writeRow).join('\n')}\n</tbody>` : '',
    '</table>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** How a list counts is said only where it does not as all do: 1, 2, 3. */
function writeList(list: List): string {
  const { ordered, numbering, reversed = false, items } = list;
  const numbers = ordered ? numbersOf(list) : [];
  const jumps = ordered ? jumpsOf(list) : [];
  const [start = 1] = numbers;
  const counting = ordered
    ? [
        attribute('type', numbering),
        start !== 1 || reversed ? attribute('start', start) : '',
        reversed ? ' reversed' : '',
      ]
    : [];
  const written = items.map(
    (item, i) => `<li${jumps[i] ? attribute('value', numbers[i]) : ''}>${writeFlow(item)}</li>`,
  );
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}${counting.join('')}>\n${written.join('\n')}\n</${tag}>`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${attribute('class', block.role)}>${writeInlines(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${writeInlines(block.children)}</h${block.level}>`;
    case 'list':
      return writeList(block);
    case 'table':
      return writeTable(block);
    case 'figure': {
      const caption = block.caption ? `\n<figcaption>${writeInlines(block.caption)}</figcaption>` : '';
      return `<figure>\n${block.images.map(writePicture).join('\n')}${caption}\n</figure>`;
    }
    case 'quote':
      return `<blockquote>\n${writeBlocks(block.children)}\n</blockquote>`;
    case 'footnote':
      return `<div${attribute('id', `fn-${block.label}`)} role="doc-footnote">\n${writeBlocks(withMark(block.mark ?? `${block.label}.`, block.children))}\n</div>`;
    case 'code': {
      const language = block.language?.replace(/[^\w+#.-]/g, '');
      return `<pre><code${language ? attribute('class', `language-${language}`) : ''}>${escapeHtml(block.value)}\n</code></pre>`;
    }
    case 'verse':
      return `<p class="verse">${block.lines.map(writeInlines).join('<br>\n')}</p>`;
    case 'definitions': {
      const items = block.items.map(
        ({ term, definition }) => `<dt>${writeInlines(term)}</dt>\n<dd>${writeFlow(definition)}</dd>`,
      );
      return `<dl>\n${items.join('\n')}\n</dl>`;
    }
    case 'embed': {
      const href = safeUrl(block.href);
      const text = escapeHtml(block.title ?? block.href);
      return `<p>${href === undefined ? text : `<a${attribute('href', href)}>${text}</a>`}</p>`;
    }
    case 'rule':
      return '<hr>';
  }
}
