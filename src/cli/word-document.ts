import { existsSync } from 'node:fs';

/** Where a Word document is written, which is read only: as Markdown beside it. Undefined for what is none. */
export const markdownBeside = (path: string): string | undefined =>
  /\.docx$/i.test(path) ? path.replace(/\.docx$/i, '.md') : undefined;

/** The Markdown that stands beside a Word document already: from then on it is the draft. */
export function convertedDraft(path: string): string | undefined {
  const beside = markdownBeside(path);
  return beside !== undefined && existsSync(beside) ? beside : undefined;
}
