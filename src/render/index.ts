import { type ArticleRecord, type CleanResult, imagesOf, layoutText } from '../model/index.ts';
import type { Format } from '../options.ts';

/** The published record of a result: the JSON contract. */
export function toRecord(result: CleanResult): ArticleRecord {
  const { article, source, encoding, edits, findings, provenance } = result;
  const { body, leadImages = [], evidence: _evidence, ...fields } = article;
  const { text } = layoutText(body);
  return {
    source,
    ...fields,
    text,
    markdown: text,
    html: '',
    images: [...leadImages, ...imagesOf(body)],
    encoding,
    edits: edits.map(({ why: _why, ...edit }) => edit),
    findings,
    provenance,
  };
}

/** Format → text of one result, ending in one newline. */
export const renderers: Readonly<Record<Format, (result: CleanResult) => string>> = {
  md: (result) => `${toRecord(result).markdown}\n`,
  json: (result) => `${JSON.stringify(toRecord(result), undefined, 2)}\n`,
  jsonl: (result) => `${JSON.stringify(toRecord(result))}\n`,
  html: (result) => `${toRecord(result).html}\n`,
  txt: (result) => `${toRecord(result).text}\n`,
};
