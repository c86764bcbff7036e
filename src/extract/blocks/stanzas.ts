/** Poems with an element for each line: what makes a stanza of them is only the empty line between two. */
import { type AnyNode, type Element, isElement, isText, textOf } from '../../dom/index.ts';
import { type BlockContext, hasDescendant, holdsBlocks } from './context.ts';

const lineTags = new Set(['p', 'div']);

/** Poems of five, seven and eight words a line, and six-eight; freer verse is not told from other short lines. */
const minWords = 4;
const maxWords = 9;
const minLines = 6;
const minStanzas = 2;
const minLinesInStanza = 2;
/** Lines of one poem have two lengths at most, but for one in ten. */
const minShareOfMetre = 0.9;
/** In names and addresses most words have a capital. */
const maxShareOfCapitals = 1 / 6;

interface Line {
  readonly node: Element;
  readonly text: string;
}

/** The lines of poems among sibling nodes, each with the number of its stanza. */
export function stanzasIn(nodes: readonly AnyNode[], context: BlockContext): ReadonlyMap<AnyNode, number> {
  const found = new Map<AnyNode, number>();
  if (nodes.length < minLines) return found;
  let count = 0;
  let stanzas: Line[][] = [[]];
  const close = (): void => {
    const full = stanzas.filter((lines) => lines.length > 0);
    if (isPoem(full))
      for (const lines of full) {
        count++;
        for (const { node } of lines) found.set(node, count);
      }
    stanzas = [[]];
  };
  for (const node of nodes) {
    if (isText(node) && node.data.trim() === '') continue;
    const text = lineOf(node, context);
    if (text === '') stanzas.push([]);
    else if (text !== undefined && isElement(node) && isVerse(text)) stanzas.at(-1)!.push({ node, text });
    else close();
  }
  close();
  return found;
}

/** The text of an element that is one line, '' of an empty one; undefined of all else. */
function lineOf(node: AnyNode, context: BlockContext): string | undefined {
  if (!isElement(node) || context.dropped.has(node) || context.sapo.has(node)) return undefined;
  if (node.name === 'br') return '';
  if (!lineTags.has(node.name) || holdsBlocks(node, context) || hasDescendant(node, 'img')) return undefined;
  const text = textOf(node).trim();
  return text !== '' && (hasDescendant(node, 'br') || hasDescendant(node, 'a')) ? undefined : text;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

function isVerse(text: string): boolean {
  if (!/^[“"]?\p{Lu}/u.test(text) || /[\d:;)/@]/u.test(text)) return false;
  const words = wordsOf(text).length;
  return words >= minWords && words <= maxWords;
}

/** Several stanzas of lines in a metre, none of which ends a sentence but at the end of its stanza. */
function isPoem(stanzas: readonly (readonly Line[])[]): boolean {
  const lines = stanzas.flat().map(({ text }) => wordsOf(text));
  if (stanzas.length < minStanzas || lines.length < minLines) return false;
  if (stanzas.some((stanza) => stanza.length < minLinesInStanza)) return false;
  if (stanzas.some((stanza) => stanza.slice(0, -1).some(({ text }) => /\.$/.test(text)))) return false;
  const lengths = new Map<number, number>();
  for (const { length } of lines) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [first = 0, second = 0] = [...lengths.values()].sort((a, b) => b - a);
  const inner = lines.flatMap((words) => words.slice(1));
  const capitals = inner.filter((word) => /^\p{Lu}/u.test(word)).length;
  return first + second >= minShareOfMetre * lines.length && capitals <= maxShareOfCapitals * inner.length;
}
