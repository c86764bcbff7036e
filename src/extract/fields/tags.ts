import { type Element, isElement, type TextNode } from '../../dom/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type Metadata, metaOf } from './metadata.ts';

export interface FoundTags {
  readonly tags: readonly string[];
  readonly lines: readonly PageLine[];
  readonly rule: string;
}

const label = /^(?:tags?|từ khóa|từ khoá|tag từ khóa|keywords?|chủ đề|schlagwörter)\s*:?\s*/iu;
/** In a line of text a label needs its colon: “Keyword research remains essential” opens a sentence. */
const isLabelled = ({ text, linkShare }: PageLine): boolean => {
  const [head] = label.exec(text) ?? [];
  return head !== undefined && (head.trimEnd().endsWith(':') || linkShare > 0.5);
};
const maxTags = 20;

function tidy(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values
    .map((value) => value.replace(/^[\s#,;]+|[\s,;]+$/gu, ''))
    .filter(
      (value) =>
        value.length > 1 && value.length <= 60 && !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()),
    )
    .slice(0, maxTags);
}

function linkOf(node: TextNode): Element | undefined {
  for (let up = node.parent; up && isElement(up); up = up.parent) if (up.name === 'a') return up;
  return undefined;
}

/** The tags of one row: each link is one, whatever stands between them; a row without links is parted at its commas. */
function tagsOf({ text, texts }: PageLine): readonly string[] {
  const links = new Map<Element, string>();
  for (const node of texts) {
    const link = linkOf(node);
    if (link) links.set(link, `${links.get(link) ?? ''}${node.data}`);
  }
  const values = links.size > 1 ? [...links.values()].map((value) => value.replace(/\s+/gu, ' ').trim()) : [text];
  return values.flatMap((value) => value.replace(label, '').split(/(?:(?<!\s)\s+)?[,;#|]\s*/u));
}

/**
 * WordPress lists the tags of a post among the classes of its box, and calls the link to a category a tag too; a tag line is
 * a motto or who says it.
 */
const notTagRow = /(?:^|\s)(?:hentry|type-post|category|tagline)(?:\s|$)/u;

const tagHints = ({ hints }: PageLine): readonly string[] => hints.slice(0, 3).filter((hint) => !notTagRow.test(hint));

/** The row of tags under the article; without one, those that the metadata lists as tags. */
export function findTags(
  lines: readonly PageLine[],
  metadata: Metadata,
  from: number,
  marked: ReadonlySet<PageLine>,
): FoundTags | undefined {
  const rows = lines.filter(
    (line) =>
      line.index >= from &&
      line.zone !== 'nav' &&
      line.zone !== 'footer' &&
      line.text.length < 400 &&
      (marked.has(line) ||
        (isLabelled(line) && line.text.length > 8) ||
        (line.linkShare > 0.5 && hinted(tagHints(line), 'tags') > 0)),
  );
  const printed = tidy(rows.flatMap(tagsOf));
  if (printed.length > 0) return { tags: printed, lines: rows, rule: 'tags/row' };
  const told = metaOf(metadata, 'tags').filter(({ trust }) => trust >= 0.8);
  const tags = tidy(told.flatMap(({ value }) => value.split(/(?:(?<!\s)\s+)?[,;]\s*/u)));
  return tags.length > 0 ? { tags, lines: [], rule: `tags/${told[0]?.source ?? 'meta'}` } : undefined;
}
