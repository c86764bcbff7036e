import { type CleanResult, layoutText } from '../model/index.ts';
import type { Format } from '../options.ts';
import { withoutControls } from '../text/index.ts';
import { toFrontMatter } from './front-matter.ts';
import { toHtmlPage } from './html-page.ts';
import { toMarkdown } from './markdown.ts';
import { toRecord } from './record.ts';

export { toHtml } from './html.ts';
export { toMarkdown } from './markdown.ts';
export { toRecord } from './record.ts';

const endLine = (text: string): string => `${text.trimEnd()}\n`;

/** Title and text, parted by a blank line: what a person would read aloud, and nothing that a terminal would obey. */
const toText = ({ article }: CleanResult): string =>
  withoutControls(
    [article.title, layoutText(article.body, { marks: true }).text]
      .filter(Boolean)
      .join('\n\n')
      .replace(/\r\n?/g, '\n'),
  );

/** Format → text of one result, ending in one newline. */
export const renderers: Readonly<Record<Format, (result: CleanResult) => string>> = {
  md: (result) => endLine(`${toFrontMatter(result)}\n${toMarkdown(result.article.body)}`),
  json: (result) => `${JSON.stringify(toRecord(result), undefined, 2)}\n`,
  jsonl: (result) => `${JSON.stringify(toRecord(result))}\n`,
  html: toHtmlPage,
  txt: (result) => endLine(toText(result)),
};
