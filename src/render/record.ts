import { type ArticleRecord, type CleanResult, layoutText } from '../model/index.ts';
import { cutText } from '../text/index.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import { safeAttachments, safeImages } from './safe-parts.ts';

/** How much of a dropped block the record shows; in UTF-16 units. */
const maxRemovedLength = 200;

/** The published record of a result: the JSON contract, see `data/schema/article.schema.json`. */
export function toRecord(result: CleanResult): ArticleRecord {
  const { article, source, encoding, edits, findings, provenance } = result;
  const { body, evidence: _evidence, removed, ...fields } = article;
  return {
    source,
    ...fields,
    attachments: safeAttachments(article),
    text: layoutText(body).text,
    markdown: toMarkdown(body),
    html: toHtml(body),
    images: safeImages(article),
    encoding,
    edits: edits.map(({ why: _why, ...edit }) => edit),
    removed: removed.map(({ rule, text }) => ({ rule, text: cutText(text, maxRemovedLength) })),
    findings,
    provenance,
  };
}
