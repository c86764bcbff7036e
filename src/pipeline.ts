import { createHash } from 'node:crypto';
import { correctArticle } from './correct/index.ts';
import { decode } from './decode/index.ts';
import { parseHtml } from './dom/index.ts';
import { extract } from './extract/index.ts';
import { toFinding } from './messages/index.ts';
import type { CleanResult, RawPage } from './model/index.ts';
import type { CleanOptions } from './options.ts';
import { version } from './version.ts';

/** Clean one page: the only function that knows the order of the stages. */
export function clean(page: RawPage, options: CleanOptions = {}): CleanResult {
  const text = decode(page, options);
  const dom = parseHtml(text.value);
  const found = extract(dom.value, options);
  const fixed =
    options.fix === false
      ? { value: { article: found.value, edits: [], suggestions: [] }, notices: [] }
      : correctArticle(found.value, options);
  return {
    ...fixed.value,
    source: page.source,
    encoding: text.value.encoding,
    findings: [text, dom, found, fixed].flatMap((stage) =>
      stage.notices.map((n) => toFinding(n, options.lang ?? 'en')),
    ),
    provenance: {
      sha256: createHash('sha256').update(page.bytes).digest('hex'),
      ...(page.fetchedAt !== undefined && { fetchedAt: page.fetchedAt }),
      ...(page.warcRecordId !== undefined && { warcRecordId: page.warcRecordId }),
      tool: `sach/${version}`,
    },
  };
}
