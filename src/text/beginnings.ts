/** What the first letters of a file tell of it, one character a byte: headers and names of files lie. */

/** A byte-order mark, white space, an XML declaration and instructions, a comment: what may stand before the first tag. */
const before =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\ufeff)?\s*(?:<\?xml\b[^>]{0,300}>\s*(?:<\?[\w-]+\b[^>]{0,300}>\s*)*)?/i;

/** Two bytes a letter: every other one of a tag is zero. */
const firstTag = (head: string): string => head.replaceAll('\0', '').replace(before, '');

/** A page, or a part of one. */
export const beginsAsPage = (head: string): boolean =>
  /^<(?:!doctype html|html|head|body|!--|meta|title|script|table|div|p\b)/i.test(firstTag(head));

/** RSS, Atom, or a map of a site. */
export const beginsAsFeed = (head: string): boolean =>
  /^(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]/i.test(firstTag(head));

/**
 * Whether an answer is a page: its type says so, or says nothing or too little, and it begins as one. `declared`: the type
 * without its parameters, in lower case.
 */
export const isPageAnswer = (declared: string, head: string): boolean =>
  /\bx?html\b/.test(declared) || (/^$|octet-stream|text\/plain|xml/.test(declared) && beginsAsPage(head));
