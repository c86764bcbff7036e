/**
 * TOML front matter as far as drafts use it: plain keys, and values that are strings, dates or numbers. Lists and tables in
 * braces are passed over whole, and what looks like `key = "value"` within a string of several lines is that string's.
 */
import type { DraftField, Passage } from '../model/index.ts';
import type { FrontMatter, FrontMatterKeys } from './front-matter.ts';
import { PassageBuilder } from './passage-builder.ts';

const name = String.raw`(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')`;
const key = RegExp(String.raw`[ \t]*(${name}(?:[ \t]*\.[ \t]*${name})*)[ \t]*=[ \t]*`, 'y');
const restOfLine = /[^\r\n]*(?:\r\n?|\n|$)/y;
/** Whole strings, comments, brackets, line ends, and runs of anything else: one after the other they are a value. */
const token =
  /"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}|'''(?:[^']|'(?!''))*'{3,5}|"(?!"")(?:[^"\\\r\n]|\\.)*"|'(?!'')[^'\r\n]*'|#[^\r\n]*|[[{]|[\]}]|\r\n?|\n|[^"'#[\]{}\r\n]+/y;

interface Statement {
  readonly key: string;
  /** Where its value stands, when that is one string, date or number. */
  readonly start: number;
  readonly value: string;
}

/** The keys of a front matter with plain values; what follows on a value that has no end is left out. */
function* statementsOf(toml: string): Generator<Statement> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(toml);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < toml.length) {
    const named = take(key);
    if (!named) {
      take(restOfLine);
      continue;
    }
    const start = at;
    const parts: string[] = [];
    for (let depth = 0; at < toml.length; ) {
      const [part = ''] = take(token) ?? [];
      if (part === '') return;
      if (/^[[{]$/.test(part)) depth += 1;
      else if (/^[\]}]$/.test(part)) depth -= 1;
      else if (depth <= 0 && /^[\r\n]/.test(part)) break;
      parts.push(part);
    }
    const [value = '', ...more] = parts.filter((part) => !/^[ \t#]/.test(part));
    if (more.length === 0) yield { key: named[1] ?? '', start, value: value.trimEnd() };
  }
}

const written = /^(?:("""|''')(\r\n?|\n)?([\s\S]*)\1|(["'])([\s\S]*)\4|([\d-].*))$/;

/** Read TOML front matter: its values, and those that are text. Strings with escapes are left alone. */
export function readTomlFrontMatter(toml: string, start: number, keys: FrontMatterKeys): FrontMatter {
  const fields: DraftField[] = [];
  const passages: Passage[] = [];
  for (const { key: path, start: at, value: source } of statementsOf(toml)) {
    const [, long, newline = '', lines, quote, line, bare] = written.exec(source) ?? [];
    const value = lines ?? line ?? bare;
    const marks = long ?? quote;
    if (value === undefined || (marks?.startsWith('"') && value.includes('\\'))) continue;
    const from = start + at + (marks?.length ?? 0) + newline.length;
    fields.push({ key: path, value, start: from, end: from + value.length });
    const own = path.split('.').at(-1)?.trim() ?? '';
    const passage = marks !== undefined && keys.includes(own) ? passageOf(value, from) : undefined;
    if (passage) passages.push(passage);
  }
  return { fields, passages, notices: [] };
}

/** A value as a passage; its line ends stay, and the white space beside them. */
function passageOf(value: string, start: number): Passage | undefined {
  const builder = new PassageBuilder();
  const isLineEnd = (at: number): boolean => /^[\r\n]$/.test(value[at] ?? '');
  for (const { 0: part, index } of value.matchAll(/\r\n?|\n|[ \t]+|[^ \t\r\n]+/g)) {
    const end = index + part.length;
    const isEnd = isLineEnd(index);
    // However it is written, a line end is one unit to the reader.
    const text = isEnd ? '\n' : part;
    const places = Array.from({ length: text.length }, (_, i) => start + index + i);
    const isBeside = /^[ \t]/.test(part) && (isLineEnd(index - 1) || isLineEnd(end));
    builder.add(text, places, isEnd ? [start + end] : places.map((place) => place + 1), isEnd || isBeside);
  }
  return builder.build('field', { start, end: start + value.length });
}
