import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type Metadata, metaOf } from './metadata.ts';

export interface FoundTags {
  readonly tags: readonly string[];
  readonly lines: readonly PageLine[];
  readonly rule: string;
}

const label = /^(?:tags?|từ khóa|từ khoá|tag từ khóa|keywords?|chủ đề|schlagwörter)\s*:?\s*/iu;
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
        (label.test(line.text) && line.text.length > 8) ||
        (hinted(line.hints.slice(0, 3), 'tags') > 0 && line.linkShare > 0.5)),
  );
  const printed = tidy(rows.flatMap((line) => line.text.replace(label, '').split(/(?:(?<!\s)\s+)?[,;#|]\s*/u)));
  if (printed.length > 0) return { tags: printed, lines: rows, rule: 'tags/row' };
  const told = metaOf(metadata, 'tags').filter(({ trust }) => trust >= 0.8);
  const tags = tidy(told.flatMap(({ value }) => value.split(/(?:(?<!\s)\s+)?[,;]\s*/u)));
  return tags.length > 0 ? { tags, lines: [], rule: `tags/${told[0]?.source ?? 'meta'}` } : undefined;
}
