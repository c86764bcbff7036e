import { type Block, pairFootnotes } from '../model/index.ts';
import { lower, type MarkdownBlock, type MarkdownCell } from './lower.ts';
import { escapeLineStart } from './markdown-escapes.ts';
import { writeLines } from './markdown-inline.ts';
import type { Line } from './runs.ts';

/** Write a body as GitHub-flavoured Markdown, without front matter and without a final line end. */
export function toMarkdown(body: readonly Block[]): string {
  return writeBlocks(lower(pairFootnotes(body)));
}

type List = Extract<MarkdownBlock, { kind: 'list' }>;

/** Markers alternate between neighbours: two lists in a row with one marker would be one list. */
const markers = { bullet: ['-', '+'], number: ['.', ')'] } as const;

function writeBlocks(blocks: readonly MarkdownBlock[], gap = '\n\n'): string {
  let out = '';
  let alternate: 0 | 1 = 0;
  blocks.forEach((block, i) => {
    const previous = blocks[i - 1];
    const meetsList = block.kind === 'list' && previous?.kind === 'list' && previous.ordered === block.ordered;
    alternate = meetsList && alternate === 0 ? 1 : 0;
    out += (i === 0 ? '' : gap) + writeBlock(block, alternate);
  });
  return out;
}

/**
 * A backslash would be read as a part of a bare address; there two spaces make the hard break. Links and pictures end before
 * it.
 */
const endsInAddress = /(?:@|:\/\/|www\.)\S*$/i;
const endsInLink = /(?<!\\)\]\(\S*\)$/;
const hardBreak = (above: string): string => (endsInAddress.test(above) && !endsInLink.test(above) ? '  ' : '\\');

/** Only plain text can be taken for a block: marks, links and images open with characters that no block opens with. */
const startsWithText = ([first]: Line = []): boolean =>
  first?.kind === 'text' && first.marks === 0 && first.href === undefined;

function writeBlock(block: MarkdownBlock, alternate: 0 | 1): string {
  switch (block.kind) {
    case 'paragraph':
      return writeLines(block.lines, { inCell: false })
        .map((line, i) => (startsWithText(block.lines[i]) ? escapeLineStart(line, i > 0) : line))
        .reduce((above, line) => `${above}${hardBreak(above)}\n${line}`);
    case 'heading': {
      const [line = ''] = writeLines([block.line], { inCell: false });
      // Number signs at the end would be taken for the closing ones.
      return `${'#'.repeat(block.level)} ${line.replace(/(^| )(#+)$/, '$1\\$2')}`;
    }
    case 'list':
      return writeList(block, alternate);
    case 'table':
      return writeTable(block.rows);
    case 'quote':
      return writeBlocks(block.children)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'footnote':
      return `[^${block.label}]: ${writeBlocks(block.children).replace(/\n(?!\n|$)/g, '\n    ')}`;
    case 'code':
      return writeCodeBlock(block.language, block.value);
    case 'rule':
      // Not `---`: a body that opens with a rule must not look like front matter.
      return '***';
  }
}

/** A fence longer than any in the code. */
function writeCodeBlock(language: string, value: string): string {
  let fence = '```';
  while (value.includes(fence)) fence += '`';
  return `${fence}${language}\n${value === '' ? '' : `${value}\n`}${fence}`;
}

/** Tight: no item has more than one paragraph with lists under it. */
const isTight = ({ items }: List): boolean =>
  items.every((item) =>
    item.every((block, i) => {
      if (i === 0) return block.kind === 'paragraph';
      // An ordered list that does not start at 1 cannot follow a line of text at once; nor can an empty item.
      return (
        block.kind === 'list' &&
        isTight(block) &&
        block.start === 1 &&
        item[i - 1]?.kind === 'paragraph' &&
        (block.items[0]?.length ?? 0) > 0
      );
    }),
  );

function writeList(list: List, alternate: 0 | 1): string {
  const gap = isTight(list) ? '\n' : '\n\n';
  return list.items
    .map((item, i) => {
      const marker = list.ordered ? `${list.start + i}${markers.number[alternate]}` : markers.bullet[alternate];
      const indent = ' '.repeat(marker.length + 1);
      const body = writeBlocks(item, gap);
      return body === '' ? marker : `${marker} ${body.replace(/\n(?!\n|$)/g, `\n${indent}`)}`;
    })
    .join(gap);
}

const writeRow = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? '  ' : ` ${cell} `)).join('|')}|`;

function writeTable(rows: readonly (readonly MarkdownCell[])[]): string {
  const [header = [], ...body] = rows.map((row) => row.map((cell) => writeLines(cell, { inCell: true }).join('<br>')));
  return [writeRow(header), `|${header.map(() => '---|').join('')}`, ...body.map(writeRow)].join('\n');
}
