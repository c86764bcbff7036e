import { bodyOf, isElement, parseHtml } from '../dom/index.ts';
import type { Article, Block, Inline, Removed, Staged, TextPage } from '../model/index.ts';
import { findJunkLines } from './junk/index.ts';
import { addressOf } from './site-of.ts';
import { findTextFields } from './text-fields.ts';

/**
 * Read plain text as an article: blank lines part paragraphs, other line ends stay line breaks. What a portal's frame leaves
 * above and below a copied article is dropped by the rules for pages, title and day become fields; nothing else is taken.
 * `today`: later days are not believed.
 */
export function extractText(page: TextPage, { today }: { readonly today?: string | undefined } = {}): Staged<Article> {
  const lines = linesOf(page.text);
  const junk = frameJunk(lines);
  const found = findTextFields(
    lines.map((line, index) => (junk.has(index) ? '' : line)),
    today,
  );
  const taken = new Map([...junk, ...found.lines]);
  const body = toParagraphs(lines.filter((_, index) => !taken.has(index)));
  const empty = body.length === 0;
  return {
    value: {
      ...addressOf(page.url),
      ...found.fields,
      pageType: empty ? 'empty' : 'article',
      confidence: 1,
      body,
      attachments: [],
      removed: [...taken].map(([index, rule]): Removed => ({ rule, text: lines[index] ?? '' })),
      evidence: [],
    },
    notices: empty ? [{ rule: 'page/empty', level: 'error', params: { reason: 'no-text' } }] : [],
  };
}

/** Lines this long are running text. */
const proseLetters = 80;
/** One line may be the title of a text about just that; two say that a page was copied with its frame. */
const minJunkLines = 2;
/** More lines than this over or under the text are no frame of a page but a text of short lines. */
const maxFrameLines = 100;

/**
 * Junk over the first and under the last running text, by line. Between them nothing is certain: plain text has no marks by
 * which an article that quotes an error message would differ from a page that leaks one.
 */
function frameJunk(lines: readonly string[]): ReadonlyMap<number, string> {
  const first = lines.findIndex((line) => line.length >= proseLetters);
  if (first < 0) return new Map();
  const last = lines.findLastIndex((line) => line.length >= proseLetters);
  return new Map([...junkAmong(lines, 0, first), ...junkAmong(lines, last + 1, lines.length)]);
}

/** The lines of one part that the rules for pages take, as if they stood in a page of their own. */
function junkAmong(lines: readonly string[], from: number, to: number): readonly (readonly [number, string])[] {
  const frame = [...lines.slice(from, to).entries()].filter(([, line]) => line !== '');
  if (frame.length < minJunkLines || frame.length > maxFrameLines) return [];
  const text = frame.map(([, line]) => `<p>${line.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')}</p>`).join('');
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
  const root = bodyOf(parseHtml({ source: '', kind: 'html', text, encoding }).value.document);
  if (!root) return [];
  const indexOf = new Map(root.children.filter(isElement).map((element, i) => [element, from + (frame[i]?.[0] ?? 0)]));
  const found = [...findJunkLines(root)].flatMap(([{ element }, rule]) => {
    const index = indexOf.get(element);
    return index === undefined ? [] : [[index, rule] as const];
  });
  return found.length < minJunkLines ? [] : found.sort(([a], [b]) => a - b);
}

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?|\f|\u2028/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .split('\n')
    .map((line) => line.trim());

/** Blank lines part paragraphs. */
function toParagraphs(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  for (const value of [...lines, '']) {
    if (value !== '') run.push(...(run.length > 0 ? [{ kind: 'break' } as const] : []), { kind: 'text', value });
    else if (run.length > 0) {
      blocks.push({ kind: 'paragraph', children: run });
      run = [];
    }
  }
  return blocks;
}
