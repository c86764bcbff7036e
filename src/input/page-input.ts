import type { RawPage } from '../model/index.ts';

/** A page to come: found, not yet read. */
export interface PageInput {
  /** As the user named it: path, URL, or `-`. */
  readonly source: string;
  /** How messages name it, when not by its source. */
  readonly label?: string;
  /** Where its output belongs in an output folder: relative, `/` between, no extension. */
  readonly name: string;
  /** Extension of its output, when it is not the format's. */
  readonly extension?: string;
  /** The file it is read from; absent when it is none. */
  readonly file?: string;
  /** Read it. Throws SachError when it is no page or cannot be reached. */
  readonly load: () => RawPage | Promise<RawPage>;
}

export interface InputOptions {
  /** Gets a page from the network; the stage that can is another one. */
  readonly fetchPage: (url: string) => Promise<RawPage>;
  /** Real paths of folders that are not walked: where the output goes. */
  readonly skip?: ReadonlySet<string>;
  /** Which files of a folder are taken. Default: pages and captures. */
  readonly accepts?: (path: string) => boolean;
  /**
   * Told of each record of a capture and each file of a folder that is no page: pictures, scripts, redirects; and of pages
   * that a capture names without holding them.
   */
  readonly onSkipped?: (what: 'records' | 'files' | 'revisits') => void;
}
