import { refreshOf, scriptTarget } from '../text/index.ts';
import { isScriptLink } from './script-links.ts';
import { resolveLink } from './url.ts';

/** What an HTML page points to; absolute addresses, in the page's order, each once. */
export interface PageLinks {
  /** Anchors, areas, frames, meta refresh, `next` and `prev`, and what a click leads to where its script names it. */
  readonly pages: readonly string[];
  readonly feeds: readonly string[];
  readonly canonical?: string;
  /** Links that only a script can follow (`__doPostBack`, `javascript:xemTin(1)`, `#!/tin/1`). */
  readonly postbacks: number;
}

/**
 * Find the links of a page without parsing it: tags are read as they stand, so that nothing a broken page hides in
 * wrong nesting is lost, and time grows with the page only. Bytes are read as one character each: tags are ASCII in
 * every encoding portals use (UTF-16 is turned into UTF-8 first), and addresses keep their own bytes.
 */
export function findLinks(bytes: Uint8Array, url: string): PageLinks {
  const html = asByteText(bytes);
  const pages = new Set<string>();
  const feeds = new Set<string>();
  let base = url;
  let canonical: string | undefined;
  let postbacks = 0;
  const add = (to: Set<string>, link: string | undefined) => {
    const target = link === undefined ? undefined : resolveLink(link, base);
    if (target !== undefined) to.add(target);
  };
  for (const { name, attributes, script } of tags(html)) {
    const { href, src, onclick } = attributes;
    const clicked = onclick === undefined ? undefined : scriptTarget(onclick);
    add(pages, clicked);
    // Of a longer page the scripts do other things: they lead on when something is clicked, or on a telephone.
    if (script !== undefined && html.length <= maxStubLetters) add(pages, scriptTarget(script));
    switch (name) {
      case 'base':
        // The first one counts, and only for what comes after it: before it stand no links on real pages.
        if (href && base === url) base = resolveLink(href, url) ?? url;
        break;
      case 'a':
      case 'area':
        if (href !== undefined && scriptedFragment.test(href)) postbacks += 1;
        if (href !== undefined && /^\s*javascript:/i.test(href)) {
          const target = scriptTarget(href);
          add(pages, target);
          if (target === undefined && clicked === undefined && isScriptLink(`${href} ${onclick}`)) postbacks += 1;
        } else if (href && !/^\s*#/.test(href)) add(pages, href);
        else if (onclick && clicked === undefined && isScriptLink(onclick)) postbacks += 1;
        break;
      case 'tr':
      case 'td':
      case 'input':
      case 'button':
        // Boxes and most buttons open menus; these post the form of the page.
        if (onclick && clicked === undefined && /__doPostBack/i.test(onclick)) postbacks += 1;
        break;
      case 'frame':
      case 'iframe':
        add(pages, src);
        break;
      case 'meta':
        if (/^refresh$/i.test(attributes['http-equiv'] ?? '')) add(pages, refreshOf(attributes.content)?.target);
        break;
      case 'link': {
        const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
        if (rel.includes('canonical')) canonical ??= href && resolveLink(href, base);
        else if (rel.includes('next') || rel.includes('prev')) add(pages, href);
        else if (rel.includes('alternate') && /rss|atom/i.test(attributes.type ?? '')) add(feeds, href);
      }
    }
  }
  return { pages: [...pages], feeds: [...feeds], postbacks, ...(canonical !== undefined && { canonical }) };
}

/** A page that only sends its reader on by a script has no more. */
const maxStubLetters = 4000;

/** `#!/tin/1`, `/#/tin/1`: a page that the server knows nothing of. */
const scriptedFragment = /#!?\/|#!/;

function asByteText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  return (utf16 ? Buffer.from(new TextDecoder(utf16).decode(bytes)) : Buffer.from(bytes)).toString('latin1');
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the tags of a script. */
  readonly script?: string;
}

const wanted =
  /<(?:!--|(script|style|textarea|a|area|base|frame|iframe|meta|link|td|tr|div|li|span|button|input)(?=[\s/>]))/gi;

/**
 * The start tags that may hold links, rows and buttons that lead on by a click among them. Comments, scripts and styles are
 * skipped whole.
 */
function* tags(html: string): Generator<Tag> {
  const lower = html.toLowerCase();
  const missing = new Set<string>();
  /** Behind the next `what`; an unclosed comment or script hides nothing but its own opening. */
  const after = (what: string, from: number): number => {
    const found = missing.has(what) ? -1 : lower.indexOf(what, from);
    if (found < 0) missing.add(what);
    return found < 0 ? from : found + what.length;
  };
  wanted.lastIndex = 0;
  for (let match = wanted.exec(html); match; match = wanted.exec(html)) {
    const name = match[1]?.toLowerCase();
    let at = wanted.lastIndex;
    if (name === undefined) at = after('-->', at);
    else {
      const { end, attributes } = readAttributes(html, at);
      at = end;
      // `<script src="a.js"/>` of XHTML hides no links.
      if (html[at - 2] !== '/' && (name === 'script' || name === 'style' || name === 'textarea')) {
        const from = at;
        at = after(`</${name}`, at);
        if (name === 'script') yield { name, attributes, script: html.slice(from, at) };
      } else yield { name, attributes };
    }
    wanted.lastIndex = at;
  }
}

/** name = "value" | 'value' | value, or the end of the tag. */
const attribute = /[\s/]*(?:(>)|([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/y;
/** No real tag has more; a page made to cost time does. */
const maxAttributes = 256;

function readAttributes(html: string, from: number): { end: number; attributes: Record<string, string> } {
  const attributes: Record<string, string> = {};
  attribute.lastIndex = from;
  let end = from;
  for (let count = 0; count < maxAttributes; count += 1) {
    const match = attribute.exec(html);
    if (!match) break;
    end = attribute.lastIndex;
    if (match[1]) break;
    const name = (match[2] ?? '').toLowerCase();
    if (!(name in attributes)) attributes[name] = decodeEntities(match[3] ?? match[4] ?? match[5] ?? '');
  }
  return { end, attributes };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The entities that stand in addresses; letters by number become UTF-8 bytes, as the rest of the address is bytes. */
function decodeEntities(value: string): string {
  return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : Buffer.from(String.fromCodePoint(code)).toString('latin1');
  });
}
