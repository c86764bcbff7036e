import type { Block } from './block.ts';
import type { Edit } from './edit.ts';
import type { Finding, Removed } from './finding.ts';
import type { Encoding } from './page.ts';

export type PageType = 'article' | 'listing' | 'error' | 'empty';

export interface ArticleImage {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
}

export interface Attachment {
  readonly href: string;
  readonly title?: string;
  /** Lower-case file extension: `pdf`, `docx`, … */
  readonly type?: string;
}

/** Newsroom parts of an article. Unknown is absent, never `''`. */
export interface ArticleFields {
  readonly title?: string;
  readonly kicker?: string;
  readonly sapo?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly section?: string;
  /** ISO 8601; a date alone when no time is printed; Vietnamese time is +07:00. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly tags?: readonly string[];
  /** BCP 47. */
  readonly language?: string;
}

/** Why a decision was made, for `--explain`. */
export interface Evidence {
  /** What was decided: `title`, `publishedAt`, `body`, `pageType`, … */
  readonly about: string;
  readonly rule: string;
  readonly value: string;
  readonly score?: number;
  /** It was considered, and the answer is another. */
  readonly isRejected?: true;
}

/** Articles below this confidence are looked at by a person: of ten at 0.5, five are wrong. */
export const lowConfidence = 0.5;

/** What the journalist wrote: plain data, no DOM. */
export interface Article extends ArticleFields {
  readonly url?: string;
  readonly site?: string;
  readonly template?: string;
  readonly pageType: PageType;
  /** 0–1, calibrated. */
  readonly confidence: number;
  /** Reading order; the sapo stands in it as a paragraph of role `sapo`; title and byline do not. */
  readonly body: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly removed: readonly Removed[];
  readonly evidence: readonly Evidence[];
}

/** An article after correction, and what was changed. */
export interface Correction {
  readonly article: Article;
  /** Applied, in order of field and place. */
  readonly edits: readonly Edit[];
  /** Likely, but below the level asked for: shown, never written. Offsets as in `edits`. */
  readonly suggestions: readonly Edit[];
}

export interface Provenance {
  /** Of the input bytes, hexadecimal. */
  readonly sha256: string;
  readonly fetchedAt?: string;
  readonly warcRecordId?: string;
  /** `sach/<version>` */
  readonly tool: string;
}

/** All that is known of one page at the end of the pipeline; what renderers and reports read. */
export interface CleanResult extends Correction {
  readonly source: string;
  readonly encoding: Encoding;
  readonly findings: readonly Finding[];
  readonly provenance: Provenance;
}

/** The article as JSON: the published contract, checked against `data/schema/article.schema.json`. */
export interface ArticleRecord extends ArticleFields {
  readonly source: string;
  readonly url?: string;
  readonly site?: string;
  readonly template?: string;
  readonly pageType: PageType;
  readonly confidence: number;
  readonly text: string;
  readonly markdown: string;
  readonly html: string;
  readonly images: readonly ArticleImage[];
  readonly attachments: readonly Attachment[];
  readonly encoding: Encoding;
  readonly edits: readonly Omit<Edit, 'why'>[];
  readonly removed: readonly Removed[];
  readonly findings: readonly Finding[];
  readonly provenance: Provenance;
}
