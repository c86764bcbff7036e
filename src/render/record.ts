import { type ArticleRecord, type CleanResult, imagesOf, layoutText, type Removed } from '../model/index.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';

/** How much of a dropped block the record shows; in UTF-16 units. */
const maxRemovedLength = 200;

/** Cut a text without cutting a surrogate pair. */
function cutRemoved({ rule, text }: Removed): Removed {
  if (text.length <= maxRemovedLength) return { rule, text };
  const cut = text.slice(0, maxRemovedLength);
  return { rule, text: /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut };
}

/** The published record of a result: the JSON contract, see `data/schema/article.schema.json`. */
export function toRecord(result: CleanResult): ArticleRecord {
  const { article, source, encoding, edits, findings, provenance } = result;
  const { body, leadImages = [], evidence: _evidence, removed, ...fields } = article;
  return {
    source,
    ...fields,
    text: layoutText(body).text,
    markdown: toMarkdown(body),
    html: toHtml(body),
    images: [...leadImages, ...imagesOf(body)].filter((image) => image.src !== ''),
    encoding,
    edits: edits.map(({ why: _why, ...edit }) => edit),
    removed: removed.map(cutRemoved),
    findings,
    provenance,
  };
}
