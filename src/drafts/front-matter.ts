import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { DraftField, Notice, Passage } from '../model/index.ts';
import { alignScalar, type WrittenScalar } from './front-matter-scalar.ts';
import { PassageBuilder } from './passage-builder.ts';

/** Names of front-matter keys whose values are text to read; whatever depth they stand at. */
export type FrontMatterKeys = readonly string[];

export const textKeys: FrontMatterKeys = ['title', 'subtitle', 'description', 'summary', 'excerpt', 'caption', 'alt'];

export interface FrontMatter {
  readonly fields: readonly DraftField[];
  readonly passages: readonly Passage[];
  readonly notices: readonly Notice[];
}

/** Read YAML front matter that stands at `start` of the draft: its values, and those that are text. */
export function readFrontMatter(yaml: string, start: number, keys: FrontMatterKeys): FrontMatter {
  // The YAML parser knows no line ends of the old Mac; every place stays where it is.
  const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), {
    version: '1.1',
    strict: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error)
    return { fields: [], passages: [], notices: [badFrontMatter(error.message, (error.linePos?.[0].line ?? 1) + 1)] };
  const fields: DraftField[] = [];
  const passages: Passage[] = [];

  const visit = (node: unknown, path: string, key: string): void => {
    if (isMap(node)) {
      for (const { key: name, value } of node.items) {
        const next = isScalar(name) ? String(name.value) : '';
        visit(value, path === '' ? next : `${path}.${next}`, next);
      }
    } else if (isSeq(node)) {
      for (const [i, item] of node.items.entries()) visit(item, `${path}[${i}]`, key);
    } else if (isScalar(node) && node.value !== null && node.range) {
      const range = { start: start + node.range[0], end: start + node.range[1] };
      const value = textOfScalar(node, yaml);
      fields.push({ key: path, value, ...range });
      const passage = keys.includes(key) && typeof node.value === 'string' ? toPassage(node, yaml, start) : undefined;
      if (passage) passages.push(passage);
    }
  };
  visit(document.contents, '', '');
  return { fields, passages, notices: [] };
}

/** Dates and numbers as they are written. */
function textOfScalar(node: Scalar, yaml: string): string {
  if (typeof node.value === 'string') return node.value;
  return node.range ? yaml.slice(node.range[0], node.range[1]) : String(node.value);
}

/** The value as a passage; its line ends stay. */
function toPassage(node: Scalar, yaml: string, start: number): Passage | undefined {
  const written = alignScalar(node, yaml);
  const first = written?.from[0];
  const last = written?.to.at(-1);
  if (!written || first === undefined || last === undefined) return undefined;
  const builder = new PassageBuilder();
  for (const { from, to } of fixedRuns(written))
    builder.add(
      written.text.slice(from, to),
      written.from.slice(from, to).map((place) => start + place),
      written.to.slice(from, to).map((place) => start + place),
      written.isFixed[from],
    );
  return builder.build('field', { start: start + first, end: start + last });
}

/** The runs of units that are all to stay, or all not. */
function fixedRuns({ isFixed }: WrittenScalar): { readonly from: number; readonly to: number }[] {
  const edges = isFixed.flatMap((one, i) => (i === 0 || one !== isFixed[i - 1] ? [i] : []));
  return edges.map((from, i) => ({ from, to: edges[i + 1] ?? isFixed.length }));
}

/** It cannot be read; `line` is a line of the draft. */
export function badFrontMatter(reason: string, line: number): Notice {
  const [first = ''] = reason.split('\n');
  return { rule: 'markup/front-matter', level: 'error', params: { reason: first }, line };
}
