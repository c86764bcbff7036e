import type { Finding, Level, MessageParams, Notice } from './finding.ts';
import type { ApartRange } from './object-mark.ts';
import type { TextRange } from './text-range.ts';

export type DraftKind = 'markdown' | 'html' | 'text';

/**
 * A stretch of running text of a draft (paragraph, heading, table cell, front-matter value), and where each unit of it is
 * written.
 */
export interface Passage extends TextRange {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'field';
  /** As a reader sees it: NFC, references and escapes resolved, marks left out. */
  readonly text: string;
  /**
   * Unit `i` of `text` is written at `from[i]`–`to[i]` of the draft; -1 when it is not written as text (inline code, a
   * break).
   */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Ranges of `text` that are no prose: inline code, template commands. */
  readonly fixed: readonly TextRange[];
  /** Ranges of `text` in emphasis: mostly a word that is spoken of. */
  readonly emphasis: readonly TextRange[];
  /** Ranges of `text` that are of no word, whatever they touch: inline code, the raised number of a note. */
  readonly apart: readonly ApartRange[];
}

export interface DraftHeading extends TextRange {
  readonly level: number;
  readonly text: string;
}

export interface DraftLink extends TextRange {
  readonly href: string;
  readonly text: string;
}

export interface DraftImage extends TextRange {
  readonly src: string;
  readonly alt: string;
}

/** A value of the front matter (Markdown) or of the head (HTML). */
export interface DraftField extends TextRange {
  /** `title`, `images[0].caption`, … */
  readonly key: string;
  readonly value: string;
}

/** A finished text as an editor has it: read with the place of everything, written back byte for byte. */
export interface Draft {
  readonly source: string;
  readonly kind: DraftKind;
  /** The file as it is: BOM, line ends and all. */
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly headings: readonly DraftHeading[];
  readonly links: readonly DraftLink[];
  readonly images: readonly DraftImage[];
  /** Front matter, in order; absent when the draft has none. */
  readonly fields?: readonly DraftField[];
  /** HTML tags in Markdown, by name. */
  readonly tags: readonly (TextRange & { readonly name: string })[];
  /** Comments, markers included. */
  readonly comments: readonly TextRange[];
  /** The kinds of the nodes, nested: tells whether two texts are marked up alike. */
  readonly outline?: string;
  /** What could not be read as it should. */
  readonly notices: readonly Notice[];
}

/** One replacement in a draft's own text, BOM and marks counted. */
export interface DraftEdit extends TextRange {
  readonly before: string;
  readonly after: string;
}

/** One correction: what a reader sees of it, and the edits that make it. */
export interface DraftChange extends TextRange {
  readonly rule: string;
  /** As read: NFC, without marks. */
  readonly before: string;
  readonly after: string;
  /** 0–1. */
  readonly confidence: number;
  readonly why?: string;
  readonly edits: readonly DraftEdit[];
  /** Its edits are made together or not at all. */
  readonly isWhole?: true;
}

/** What a rule found in a draft, before anybody's language. */
export interface DraftHit extends TextRange {
  readonly rule: string;
  readonly level: Level;
  readonly params?: MessageParams;
  /** What would put it right. */
  readonly changes?: readonly DraftChange[];
  /** The change would break the markup: it is told, and nobody but a person may make it. */
  readonly isRefused?: true;
}

/** A finding on a draft: place, the line it stands on, and the fix. */
export interface DraftFinding extends Finding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
  /** The line it begins on. */
  readonly excerpt: string;
  /** Column at which the excerpt begins, when it is not 1. */
  readonly excerptColumn?: number;
  /**
   * The replacement as read, how certain it is (0–1) and why, and the edits that make it: none where they would break the
   * markup.
   */
  readonly fix?: Pick<DraftChange, 'before' | 'after' | 'edits' | 'confidence' | 'why'>;
  /** `--fix` may make the fix without asking. */
  readonly isCertain: boolean;
  /** The same finding after lines before it came or went. */
  readonly fingerprint: string;
  /** Known already: recorded in the baseline. */
  readonly isKnown?: boolean;
}
