import { decodeHTML } from 'entities';
import type { DraftKind } from '../model/index.ts';

/** Where each unit of a text is written. */
export interface Places {
  readonly from: number[];
  readonly to: number[];
}

const reference = /&(?:#[xX][0-9a-fA-F]{1,6};?|#\d{1,7};?|[a-zA-Z][a-zA-Z0-9]{0,31};?)/y;
const punctuation = /[!-/:-@[-`{-~]/;

/**
 * Find where each unit of a parsed text stands in its source between two offsets: character references, Markdown's
 * escapes, line ends and the markers of quotations and lists at the start of a line are told apart from the text.
 * Undefined when the two cannot be matched: such text is left alone.
 */
export function align(
  value: string,
  source: string,
  start: number,
  end: number,
  syntax: DraftKind,
): Places | undefined {
  const places: Places = { from: [], to: [] };
  const take = (units: number, from: number, to: number): void => {
    for (let i = 0; i < units; i++) {
      places.from.push(from);
      places.to.push(to);
    }
  };
  let at = start;
  for (let i = 0; i < value.length; ) {
    if (at >= end) return undefined;
    const letter = value[i] as string;
    if (letter === '\n') {
      const next = lineEnd(source, at, end, syntax);
      if (next === undefined) return undefined;
      take(1, at, next);
      at = next;
      i += 1;
      continue;
    }
    if (syntax === 'markdown' && source[at] === '\\' && punctuation.test(source[at + 1] ?? '')) {
      if (source[at + 1] !== letter) return undefined;
      take(1, at, at + 2);
      at += 2;
      i += 1;
      continue;
    }
    const referred = source[at] === '&' ? readReference(source, at, end, syntax) : undefined;
    if (referred !== undefined && value.startsWith(referred.text, i)) {
      take(referred.text.length, at, referred.end);
      at = referred.end;
      i += referred.text.length;
      continue;
    }
    if (source[at] !== letter && !(source[at] === '\0' && letter === '\ufffd')) return undefined;
    take(1, at, at + 1);
    at += 1;
    i += 1;
  }
  return places;
}

/** End of a line end and of what stands before the text of the next line; undefined when there is none. */
function lineEnd(source: string, at: number, end: number, syntax: DraftKind): number | undefined {
  const ahead = syntax === 'markdown' ? /[ \t]*(?:\r\n|\r|\n)[ \t>]*/y : /\r\n|\r|\n/y;
  ahead.lastIndex = at;
  const match = ahead.exec(source);
  return match === null || at + match[0].length > end ? undefined : ahead.lastIndex;
}

function readReference(source: string, at: number, end: number, syntax: DraftKind) {
  if (syntax === 'text') return undefined;
  reference.lastIndex = at;
  const written = reference.exec(source)?.[0];
  if (written === undefined || at + written.length > end) return undefined;
  if (syntax === 'markdown' && !written.endsWith(';')) return undefined;
  const text = decodeHTML(written);
  return text === written ? undefined : { text, end: at + written.length };
}
