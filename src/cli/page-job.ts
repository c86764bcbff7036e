import { readPage } from '../input/index.ts';
import { explainError } from '../messages/index.ts';
import {
  type CleanResult,
  type Finding,
  type PageType,
  type RawPage,
  rewriteLinks,
  SachError,
  type SiteProfile,
} from '../model/index.ts';
import type { CleanOptions, Format } from '../options.ts';
import { cleanPage } from '../pipeline.ts';
import { renderers } from '../render/index.ts';
import { localLinks, localName, type Mirrored } from './local-links.ts';
import { stackOf } from './terminal.ts';

/** What is the same for all pages of a run. */
export interface JobSettings {
  readonly format: Format;
  readonly options: CleanOptions;
  /** Send removals and edits back too. */
  readonly explain: boolean;
  /** Send the whole result back instead of its output. */
  readonly keepResult?: boolean;
  /** Links between the run's pages lead to what is written of them. */
  readonly mirrored?: Mirrored;
}

/** A page to clean: already read, or a file to be read where the work is done. Plain data, as it crosses threads. */
export type PageJob =
  | { readonly page: RawPage; readonly learned?: readonly SiteProfile[] }
  | { readonly source: string; readonly file: string; readonly url?: string };

/** What comes back of a page: its output, and what there is to tell. */
export interface PageOutcome {
  readonly source: string;
  /** Absent when the page could not be cleaned. */
  readonly output?: string;
  readonly result?: CleanResult;
  readonly pageType?: PageType;
  readonly url?: string;
  readonly findings: readonly Finding[];
  /** The error that stopped this page, also told in `findings`. */
  readonly failure?: { readonly code: string; readonly params: SachError['params'] };
  readonly edits: number;
  readonly removed: number;
  readonly suggestions: number;
  readonly explanation?: Pick<CleanResult, 'edits' | 'suggestions'> &
    Pick<CleanResult['article'], 'removed' | 'evidence'>;
}

/** Read and clean one page. Whatever goes wrong with it is its outcome, a bug of ours too: one bad page stops no batch. */
export async function runPage(job: PageJob, settings: JobSettings): Promise<PageOutcome> {
  const source = 'page' in job ? job.page.source : job.source;
  try {
    const page = 'page' in job ? job.page : readPage(job.file, job.source);
    const { url } = settings.options;
    // Loaded for a draft only: most runs meet none.
    const markdown = page.kind === 'markdown' ? await import('../extract/markdown.ts') : undefined;
    // What came over the network or from a capture knows its address better.
    const isKnown = 'page' in job && page.url !== undefined;
    const located = url === undefined || isKnown ? page : { ...page, url };
    const result = cleanPage(located, optionsOf(job, settings), markdown?.extractMarkdown);
    return outcomeOf(mirroredIn(job, located.url, result, settings), settings);
  } catch (error) {
    return failed(source, error, settings);
  }
}

function mirroredIn(
  job: PageJob,
  url: string | undefined,
  result: CleanResult,
  { mirrored }: JobSettings,
): CleanResult {
  if (!mirrored || 'page' in job) return result;
  return rewriteLinks(result, localName(job.file, mirrored), localLinks(job.file, url, mirrored));
}

function optionsOf(job: PageJob, { options }: JobSettings): CleanOptions {
  return 'learned' in job && job.learned ? { ...options, learned: job.learned } : options;
}

/** The outcome of a page that could not be cleaned: a finding, so that the batch goes on. */
export function failed(source: string, cause: unknown, { options }: JobSettings): PageOutcome {
  const error = cause instanceof SachError ? cause : new SachError('page-crash', { source, reason: stackOf(cause) });
  const { message } = explainError(error, options.lang ?? 'en');
  return {
    source,
    findings: [{ rule: 'page/failed', level: 'error', message }],
    failure: { code: error.code, params: error.params },
    edits: 0,
    removed: 0,
    suggestions: 0,
  };
}

function outcomeOf(result: CleanResult, { format, explain, keepResult }: JobSettings): PageOutcome {
  const { article, edits, suggestions } = result;
  return {
    source: result.source,
    ...(keepResult ? { result } : { output: renderers[format](result) }),
    pageType: article.pageType,
    ...(article.url !== undefined && { url: article.url }),
    findings: result.findings,
    edits: edits.length,
    removed: article.removed.length,
    suggestions: suggestions.length,
    ...(explain && { explanation: { edits, suggestions, removed: article.removed, evidence: article.evidence } }),
  };
}
