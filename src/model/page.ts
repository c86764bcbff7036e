import type { Notice } from './finding.ts';

/** What a stage hands on: its value, and what it noticed on the way. */
export interface Staged<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

/** How the bytes are to be read. `html` also covers `.aspx`, `.php` and the like. */
export type PageKind = 'html' | 'text' | 'markdown';

/** A page of more bytes than this is refused: no article is that long, and it would take gigabytes to parse. */
export const maxPageBytes = 32 * 1024 * 1024;

/** One page as it came: untouched bytes, and where and when they came from. */
export interface RawPage {
  /** The input as the user named it: path, URL, or `file.warc.gz#<record id>`. */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** Default `html`. */
  readonly kind?: PageKind | undefined;
  /** Absolute address, when known: the base for links. */
  readonly url?: string | undefined;
  /** The `Content-Type` header as sent. */
  readonly contentType?: string | undefined;
  /** HTTP status, when the page came over HTTP or from a capture. */
  readonly status?: number | undefined;
  /** ISO 8601. */
  readonly fetchedAt?: string | undefined;
  readonly warcRecordId?: string | undefined;
  /** What its compression told of it: the end is missing, or all is there and the checksum does not fit. */
  readonly damage?: 'cut' | 'checksum' | undefined;
}

/** How a page's bytes were read. */
export interface Encoding {
  /** Lower case: `utf-8`, `tcvn3`, `vni`, `viscii`, `vps`, `viqr`, `windows-1258`, `utf-16le`, … */
  readonly name: string;
  /** What the header or the page itself claimed, lower case. */
  readonly declared?: string;
  /** 0–1. */
  readonly confidence: number;
  /** Ids of the repairs that changed something, in order: `mojibake/utf-8-as-windows-1252`, … */
  readonly repairs: readonly string[];
}

/** A page as text: HTML source (or plain text, or Markdown), NFC. */
export interface TextPage {
  readonly source: string;
  readonly kind: PageKind;
  readonly url?: string;
  readonly status?: number;
  readonly text: string;
  readonly encoding: Encoding;
}
