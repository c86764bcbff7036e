import { type ArticleRecord, type CleanResult, imagesOf, layoutText } from '../model/index.ts';
import { cutText, safeUrl } from '../text/index.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';

/** How much of a dropped block the record shows; in UTF-16 units. */
const maxRemovedLength = 200;

/** The published record of a result: the JSON contract, see `data/schema/article.schema.json`. */
export function toRecord(result: CleanResult): ArticleRecord {
  const { article, source, encoding, edits, findings, provenance } = result;
  const { body, evidence: _evidence, removed, ...fields } = article;
  return {
    source,
    ...fields,
    attachments: fields.attachments.flatMap((attachment) => {
      const href = safeUrl(attachment.href);
      return href === undefined ? [] : [{ ...attachment, href }];
    }),
    text: layoutText(body).text,
    markdown: toMarkdown(body),
    html: toHtml(body),
    images: imagesOf(body).flatMap((image) => {
      const src = safeUrl(image.src);
      return src === undefined ? [] : [{ ...image, src }];
    }),
    encoding,
    edits: edits.map(({ why: _why, ...edit }) => edit),
    removed: removed.map(({ rule, text }) => ({ rule, text: cutText(text, maxRemovedLength) })),
    findings,
    provenance,
  };
}
