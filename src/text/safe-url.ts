/**
 * Which addresses may stand in output: what is read, written and told asks here, and nowhere else. A browser drops tabs,
 * line ends and controls before it reads the scheme, so `java\tscript:` is a script: they are dropped here first, and what
 * is judged is what is written.
 */
const safeSchemes = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);

/** Controls, soft and zero-width characters that hide a scheme from the eye but not from a lenient reader. */
const invisible = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g;

/** The scheme of an address: what stands before a colon that no slash, query or fragment precedes. */
const schemeOf = (address: string): string | undefined => /^([^/?#:]*):/.exec(address)?.[1];

/**
 * Make an address fit for output; undefined when it may not be linked to.
 * Relative addresses pass; spaces and angle brackets are percent-encoded, as a browser would.
 *
 *     safeUrl(' tep dinh kem.doc') → 'tep%20dinh%20kem.doc'        safeUrl('JAVA\nSCRIPT:x') → undefined
 */
export function safeUrl(address: string): string | undefined {
  const shown = address.replace(invisible, '').trim();
  if (shown === '') return undefined;
  const scheme = schemeOf(shown.replace(/\s/g, ''));
  if (scheme !== undefined && !safeSchemes.has(scheme.toLowerCase())) return undefined;
  return shown.replace(/[\s<>"`]/g, (letter) => encodeURIComponent(letter));
}
