import { bodyOf, parseHtml } from '../dom/index.ts';
import { toBlocks } from '../extract/index.ts';
import type { Notice } from '../model/index.ts';
import { toMarkdown } from '../render/index.ts';

/** A Word document, as the HTML that its reader makes of it, as Markdown. */
export function docxToMarkdown(html: string): string {
  const { value } = parseHtml({
    source: '',
    kind: 'html',
    text: html.normalize('NFC'),
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  });
  const body = bodyOf(value.document);
  return `${toMarkdown(toBlocks(body ? [body] : [])).trim()}\n`;
}

/** Word's fallback copy for older readers. */
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
