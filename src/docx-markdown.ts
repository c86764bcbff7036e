import { bodyOf, parseHtml } from './dom/index.ts';
import { toBlocks } from './extract/index.ts';
import type { Notice } from './model/index.ts';
import { toMarkdown } from './render/index.ts';

/** A reference to a note in the HTML of Word's reader, its id and its number. */
const reference = /(?:<sup>)*<a href="#((?:foot|end)note-[^"]+)" id="[^"]*">\[(\d+)\]<\/a>(?:<\/sup>)*/g;
/** Where the notes begin, behind all text; and each of them. */
const notesList = /<ol>(?=<li id="(?:foot|end)note-)/;
const note = /<li id="((?:foot|end)note-[^"]+)">([\s\S]*?)(?=<li id="(?:foot|end)note-|$)/g;
const backToText = /\s*<a href="#(?:foot|end)note-ref-[^"]+">↑<\/a>/g;
/** Stands for a reference until the text has its escapes: no letter of any text. */
const marked = /\ufdd0(\d+)\ufdd1/g;

/** A Word document, as the HTML that its reader makes of it, as Markdown: with footnotes for its notes. */
export function docxToMarkdown(html: string): string {
  const numbers = new Map<string, string>();
  const withMarks = html.replace(reference, (_, id: string, number: string) => {
    numbers.set(id, number);
    return `\ufdd0${number}\ufdd1`;
  });
  const [text = '', notes = ''] = withMarks.split(notesList);
  const footnotes = [...notes.matchAll(note)].map(
    ([, id = '', inner = '']) =>
      `[^${numbers.get(id) ?? id}]: ${convert(inner.replace(backToText, '')).replace(/\n(?=.)/g, '\n    ')}`,
  );
  const markdown = [convert(text), ...footnotes].filter((part) => part !== '').join('\n\n');
  return `${markdown.replace(marked, '[^$1]')}\n`;
}

function convert(html: string): string {
  const { value } = parseHtml({
    source: '',
    kind: 'html',
    text: html.normalize('NFC'),
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  });
  const body = bodyOf(value.document);
  return toMarkdown(toBlocks(body ? [body] : [])).trim();
}

/** What Word writes for the older readers of what stands before it. */
const forOlderReaders = /<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/g;
/** An object of another program: its picture is no picture of the text. */
const object = /<w:object\b[\s\S]*?<\/w:object>/g;

/** Count what stands in the text of a Word document (`word/document.xml`) and is not in its Markdown. */
export function lostOfDocx(xml: string): Notice[] {
  const once = xml.replace(forOlderReaders, '');
  const objects = once.match(object) ?? [];
  const rest = once.replace(object, '');
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const formulas = objects.filter((one) => /ProgID="(?:Equation|MathType)/i.test(one)).length;
  const lost = {
    pictures: count(rest, /<(?:a:blip|v:imagedata)\b/g),
    formulas: count(rest, /<m:oMath[ >]/g) + formulas,
    objects: count(rest, /<(?:c:chart|dgm:relIds)\b/g) + objects.length - formulas,
  };
  return Object.entries(lost)
    .filter(([, found]) => found > 0)
    .map(([what, found]) => ({
      rule: 'markup/not-converted',
      level: 'warning',
      params: { what, count: found },
    }));
}
