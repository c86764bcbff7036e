/** What the header, the byte-order mark or the page itself says its encoding is. */
import type { RawPage } from '../model/index.ts';
import { surfaceOf } from '../text/index.ts';

/** Browsers look for `<meta charset>` in the first 1024 bytes; old portals put long comments and scripts before it. */
const prescanBytes = 16_384;

const charsetParameter = /charset\s*=\s*["']?\s*([^\s"'/>;,]{1,40})/i;
const metaTag = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([^\s"'/>;,]{1,40})/i;
const xmlDeclaration = /^\s{0,20}<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/i;

/** Pages kept in a corpus often carry the encoding on an element of its own: `<text encoding="gb2312">`. */
const wrapper = /^\s{0,20}<\w{1,20}\s[^>]{0,800}?\sencoding\s*=\s*["']([^"']{1,40})["']/;

/** The declared name, lower case: the header's first, as browsers do. */
export function declaredEncoding(page: RawPage): string | undefined {
  const header = page.contentType?.match(charsetParameter)?.[1];
  if (header !== undefined) return header.toLowerCase();
  if (page.kind === 'text' || page.kind === 'markdown') return undefined;
  const head = surfaceOf(page.bytes.subarray(0, prescanBytes));
  return (head.match(metaTag) ?? head.match(xmlDeclaration) ?? head.match(wrapper))?.[1]?.toLowerCase();
}

/** The encoding that a byte-order mark names, and the mark's length. */
export function byteOrderMark(bytes: Uint8Array): { readonly name: string; readonly length: number } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', length: 3 };
  // A text in UTF-16 does not begin with NUL.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { name: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { name: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', length: 2 };
  return undefined;
}
