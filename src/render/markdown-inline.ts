import { firstChar, lastChar, sideOf } from './fit-marks.ts';
import { escapeText } from './markdown-escapes.ts';
import { type Nest, nestMarks } from './nest-marks.ts';
import { type Line, mark } from './runs.ts';

/** A written piece of a line, or a delimiter whose character is settled when its neighbours are known. */
type Piece = string | { readonly edge: 'open' | 'close'; readonly delimiter: { value: string } };

const tags = { sub: ['<sub>', '</sub>'], sup: ['<sup>', '</sup>'] } as const;

/** Code between backticks, as many as stand nowhere in it. */
function writeCode(value: string, inCell: boolean): string {
  const inside = new Set(value.match(/`+/g));
  let fence = '`';
  while (inside.has(fence)) fence += '`';
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  const written = `${fence}${pad}${value}${pad}${fence}`;
  return inCell ? written.replaceAll('|', '\\|') : written;
}

/** Parentheses may stand in an address when each one is closed. */
function isBalanced(address: string): boolean {
  let depth = 0;
  for (const char of address) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    if (depth < 0 || depth > 3) return false;
  }
  return depth === 0;
}

/** The address of a link or image. A character reference would be decoded there: `javascript&colon;` must stay text. */
function writeAddress(address: string, inCell: boolean): string {
  const escaped = address
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/&(?=#?[A-Za-z\d]+;)/g, '\\&')
    .replace(isBalanced(address) ? /(?!)/ : /[()]/g, '\\$&');
  return inCell ? escaped.replaceAll('|', '\\|') : escaped;
}

/** `<https://…>` for a link that shows its own address, when no character in it needs care. */
function autolink(node: Extract<Nest, { kind: 'link' }>): string | undefined {
  const only = node.children.length === 1 ? node.children[0] : undefined;
  if (only?.kind !== 'run' || only.run.kind !== 'text') return undefined;
  const { value } = only.run;
  const isAddress = /^(?:https?|ftp):[^\s<>|\\&]+$/.test(value) && value === node.href;
  const isMail = /^[\w.+-]+@[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+$/.test(value) && node.href === `mailto:${value}`;
  return isAddress || isMail ? `<${value}>` : undefined;
}

/** An address beside the delimiter: readers that link bare addresses take an underscore for a part of it. */
const touchesAddress = { open: /^[\w.+-]*@|^[a-z]+:\/\/|^www\./i, close: /(?:@|:\/\/|www\.)[^\s()]*$/i } as const;

/** Is this delimiter of emphasis at a place where only a star works? */
function isStarred(pieces: readonly Piece[], index: number): boolean {
  const own = pieces[index] as Exclude<Piece, string>;
  const step = own.edge === 'open' ? -1 : 1;
  const inside = pieces[index - step];
  if (typeof inside === 'string' && touchesAddress[own.edge].test(inside)) return true;
  let at = index + step;
  for (let piece = pieces[at]; piece !== undefined && typeof piece !== 'string'; piece = pieces[at]) {
    // A delimiter of the other kind stands between: the letter beyond it is not seen.
    if (piece.edge !== own.edge) return false;
    at += step;
  }
  const beyond = pieces[at];
  if (typeof beyond !== 'string') return false;
  return sideOf(own.edge === 'open' ? lastChar(beyond) : firstChar(beyond)) === 'letter';
}

/** Underscores read better, but open and close only at the edge of a word: inside one, emphasis takes stars. */
function settleDelimiters(pieces: readonly Piece[]): string {
  pieces.forEach((piece, i) => {
    if (typeof piece !== 'string' && piece.delimiter.value === '_' && isStarred(pieces, i)) piece.delimiter.value = '*';
  });
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.delimiter.value)).join('');
}

/** The delimiters that have no partner in these lines: one alone is text. */
function loneDelimiters(lines: readonly Line[]): string {
  const runs = lines.flat();
  const text = runs.map((run) => (run.kind === 'code' ? '' : run.value)).join('\n');
  const marked = (bits: number): boolean => runs.some((run) => (run.marks & bits) !== 0);
  const isLone = (char: string): boolean => {
    const first = text.indexOf(char);
    let end = first;
    while (text[end] === char) end++;
    return text.indexOf(char, end) < 0;
  };
  return [
    marked(mark.strong | mark.emphasis) ? '' : '*',
    marked(mark.emphasis) ? '' : '_',
    marked(mark.strike) ? '' : '~',
    runs.some((run) => run.kind === 'code') ? '' : '`',
  ]
    .filter((char) => char !== '' && isLone(char))
    .join('');
}

/** Write the lines of one paragraph, heading or cell; each result is one line of Markdown. */
export function writeLines(lines: readonly Line[], { inCell }: { readonly inCell: boolean }): string[] {
  const lone = loneDelimiters(lines);
  return lines.map((line) => {
    const [only] = line;
    if (line.length === 1 && only && only.kind === 'text' && only.marks === 0 && only.href === undefined)
      return escapeText(only.value, { lone, inLink: false, inCell, enclosed: false });
    const pieces: Piece[] = [];
    const write = (nodes: readonly Nest[], inLink: boolean): void => {
      for (const node of nodes) {
        switch (node.kind) {
          case 'run': {
            const { run, before, after } = node;
            const enclosed = inLink || run.marks !== 0;
            const place = { lone, inLink, inCell, enclosed, ...(before && { before }), ...(after && { after }) };
            if (run.kind === 'text') pieces.push(escapeText(run.value, place));
            else if (run.kind === 'code') pieces.push(writeCode(run.value, inCell));
            else if (run.kind === 'reference') pieces.push(`[^${run.value}]`);
            else {
              const alt = escapeText(run.value, { lone: '', inLink: true, inCell, enclosed: true });
              pieces.push(`![${alt}](${writeAddress(run.src ?? '', inCell)})`);
            }
            break;
          }
          case 'link': {
            const short = autolink(node);
            if (short !== undefined) pieces.push(short);
            else {
              pieces.push('[');
              write(node.children, true);
              pieces.push(`](${writeAddress(node.href, inCell)})`);
            }
            break;
          }
          case 'sub':
          case 'sup':
            pieces.push(tags[node.kind][0]);
            write(node.children, inLink);
            pieces.push(tags[node.kind][1]);
            break;
          case 'strong':
          case 'emphasis':
          case 'strike': {
            const delimiter = { value: { strong: '**', emphasis: '_', strike: '~~' }[node.kind] };
            pieces.push({ edge: 'open', delimiter });
            write(node.children, inLink);
            pieces.push({ edge: 'close', delimiter });
            break;
          }
        }
      }
    };
    write(nestMarks(line), false);
    return settleDelimiters(pieces);
  });
}
