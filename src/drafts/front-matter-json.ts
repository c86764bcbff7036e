/** JSON front matter, as Hugo and Eleventy read it: an object over the text, bare or between fences. */
import type { Notice, TextRange } from '../model/index.ts';
import { badFrontMatter, type FrontMatter, type FrontMatterKeys, readFrontMatter } from './front-matter.ts';

export interface JsonFrontMatter {
  /** Where the object stands. */
  readonly json: TextRange;
  /** Where the text begins. */
  readonly end: number;
}

/** An object with a first name: `{{< anh >}}` and `{% raw %}` are commands, `{a, b}` is text. */
const opening = /^(?:(;;;|---json)[ \t]*(?:\r\n?|\n)\s*)?\{\s*"[^"\r\n]{1,100}"\s*:/;
const stringOrBrace = /"(?:[^"\\\r\n]|\\.)*"|[{}]/g;
const restOfLine = /[ \t]*(?:\r\n?|\n|$)/y;

/** Find the object that stands over a text; undefined when there is none. */
export function findJsonFrontMatter(text: string): JsonFrontMatter | undefined {
  const [head, fence] = opening.exec(text) ?? [];
  if (head === undefined) return undefined;
  const start = head.indexOf('{');
  return fence === undefined ? bare(text, start) : fenced(text, start, fence === ';;;' ? ';;;' : '---');
}

function bare(text: string, start: number): JsonFrontMatter | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(stringOrBrace)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    if (depth > 0) continue;
    const end = start + index + 1;
    restOfLine.lastIndex = end;
    return restOfLine.test(text) ? { json: { start, end }, end: restOfLine.lastIndex } : undefined;
  }
  return undefined;
}

function fenced(text: string, start: number, fence: string): JsonFrontMatter | undefined {
  const closing = new RegExp(`(?:\\r\\n?|\\n)${fence}[ \\t]*(?:\\r\\n?|\\n|$)`, 'g');
  closing.lastIndex = start;
  const match = closing.exec(text);
  return match ? { json: { start, end: match.index }, end: closing.lastIndex } : undefined;
}

/** Read it: JSON is YAML, and what JSON does not allow is told and left alone. */
export function readJsonFrontMatter(json: string, start: number, line: number, keys: FrontMatterKeys): FrontMatter {
  try {
    JSON.parse(json);
  } catch (error) {
    const notices: readonly Notice[] = [badFrontMatter((error as Error).message, line)];
    return { fields: [], passages: [], notices };
  }
  return { ...readFrontMatter(json, start, keys), notices: [] };
}
