/**
 * Markdown read to its tree: GitHub's flavour and front matter, within limits. Drafts and pages are read by this one parser.
 */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Notice, Staged } from '../model/index.ts';
import { quickAutolinks } from './autolinks.ts';
import { limitDepth, maxLevels } from './depth.ts';
import { limitMarks, maxMarks } from './marks.ts';

/**
 * Bare addresses are found by the parser proper; the later pass for mail addresses would cut text into nodes without a
 * place.
 */
const withoutTransforms = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** Fences at the start of a text that are closed. */
const frontMatter = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[\s\S]*?[\r\n])?\1[ \t]*(?:[\r\n]|$)/;

/**
 * Read a text; what is over a limit is text, and told. The extension for front matter is asked only where there is some:
 * after an opening fence that is never closed (a rule at the top) it reads the lists below as paragraphs, whose markers
 * would then be taken for text.
 */
export function parseMarkdown(text: string, frontMatterKinds: readonly ('yaml' | 'toml')[]): Staged<Root> {
  const notices: Notice[] = [];
  const tell = (rule: string, limit: number, line: number): number =>
    notices.push({ rule, level: 'warning', params: { limit }, line });
  const limits = [
    limitMarks((line) => tell('markup/too-many-marks', maxMarks, line)),
    limitDepth((line) => tell('markup/too-many-levels', maxLevels, line)),
  ];
  const kinds = frontMatter.test(text) ? [...frontMatterKinds] : [];
  const value = fromMarkdown(text, {
    extensions: [quickAutolinks(gfm()), ...limits, frontmatter(kinds)],
    mdastExtensions: [...withoutTransforms, frontmatterFromMarkdown(kinds)],
  });
  return { value, notices };
}
