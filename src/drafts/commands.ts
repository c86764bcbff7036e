import type { TextRange } from '../model/index.ts';

/**
 * Liquid and Jinja commands of one line, `:shortcodes:`, `[[wiki links]]`, formulas (`$a$`, `\(a\)`), `%%comments%%` of Obsidian, `<% %>` and
 * the address of a link where Markdown is not read (in JSX and HTML) stand in running text and are none. A dollar that ends a
 * formula has no space before it and no digit behind it, or prices would be one: “5$ đến 10$”, “$5, $10”.
 */
const commands =
  /\{%[^%\n]{0,300}%\}|:[a-z0-9_+-]{2,40}:|\[\[[^[\]\n]{1,300}\]\]|\$\$[^$\n]+\$\$|\$(?!\s)[^$\n]{0,299}[^\s$]\$(?!\d)|\\\([^\n]{1,1000}?\\\)|\\\[[^\n]{1,1000}?\\\]|(?<![\d%])%%[^%\n]{1,1000}%%(?!%)|<%[^\n]{0,1000}?%>|(?<=\])\([^()\s]{1,1000}/g;

/** A longer part of a text in braces is prose that an odd brace stands before. */
const maxBraced = 1000;

/** What takes the place of what stands in braces while tags are looked for. */
const inBraces = '\u0001';

/**
 * A tag of JSX with something in braces: it is none of HTML, so that the parser leaves it in the text. Each attribute begins
 * with white space and holds none, but in quotation marks.
 */
const tag = new RegExp(
  `<[\\p{L}_$][\\w\\p{L}.:-]*(?:\\s+(?:${inBraces}+|[\\p{L}_$@:][\\w\\p{L}.:-]*(?:=(?:"[^"]{0,1000}"|'[^']{0,1000}'|${inBraces}+))?))*\\s*/?>`,
  'gu',
);

/**
 * The rest of a tag whose first `>` was taken for its end: `<div onClick={() => a()}>` is cut behind the arrow by whoever
 * reads HTML.
 */
const restOfTag = /^[^{}<>]{0,500}\}[^{}<>]{0,500}>/;

/** Find what stands in a text and is no prose of it: commands of templates, formulas, expressions and tags of JSX. */
export function findCommands(text: string): TextRange[] {
  const found = [...text.matchAll(commands)].map(rangeOf);
  const rest = restOfTag.exec(text);
  if (rest) found.push(rangeOf(rest));
  const braced = findBraced(text);
  if (braced.length === 0) return found;
  found.push(...braced);
  let masked = '';
  let at = 0;
  for (const { start, end } of braced) {
    masked += text.slice(at, start) + inBraces.repeat(end - start);
    at = end;
  }
  masked += text.slice(at);
  return [...found, ...[...masked.matchAll(tag)].map(rangeOf)];
}

const rangeOf = ({ 0: { length }, index }: RegExpExecArray): TextRange => ({ start: index, end: index + length });

/** An object of a JSON file: its strings are what the file is for. */
function isData(text: string, start: number): boolean {
  firstName.lastIndex = start;
  return firstName.test(text);
}
const firstName = /\{\s*"[^"\n]{0,100}"\s*:/y;

/** What stands in braces, the outermost only, in order. */
function findBraced(text: string): TextRange[] {
  const found: TextRange[] = [];
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    const end = index + 1;
    if (start === undefined || end - start > maxBraced || isData(text, start)) continue;
    while ((found.at(-1)?.start ?? -1) >= start) found.pop();
    found.push({ start, end });
  }
  return found;
}
