import { constants, gunzipSync } from 'node:zlib';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What a sitemap or feed lists, in its order; addresses as written, one character a byte. */
export interface Listed {
  /** `index` lists sitemaps, the others pages. */
  readonly kind: 'sitemap' | 'index' | 'feed' | 'text' | 'unknown';
  /**
   * What is wrong with it; what could be read is kept. `slips`: mistakes that were read past · `cut`: it ends in the middle
   * · `unreadable`: it cannot be unpacked.
   */
  readonly broken?: 'slips' | 'cut' | 'unreadable';
}

/** The protocol allows 50 MB. */
const maxSitemapBytes = 50 * 2 ** 20;
/** With this flush, what breaks off is unpacked up to there. */
const unpacking = { maxOutputLength: maxSitemapBytes, finishFlush: constants.Z_SYNC_FLUSH };

/** Read a sitemap, sitemap index, RSS, RDF or Atom feed, plain or gzipped, calling `onUrl` for each address it lists. */
export function readSitemap(bytes: Uint8Array, onUrl: (url: string) => void): Listed {
  try {
    const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = utf8(gzipped ? gunzipSync(bytes, unpacking) : bytes);
    const start = plain.subarray(0, 1024).toString('latin1').trimStart();
    return start.startsWith('<') ? readXml(plain, onUrl) : readLines(plain, onUrl);
  } catch {
    return { kind: 'unknown', broken: 'unreadable' };
  }
}

/** UTF-16 becomes UTF-8; other encodings agree with it on the letters of an address, or keep their bytes. */
function utf8(bytes: Uint8Array): Buffer {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(bytes));
  if (a === 0xfe && b === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(bytes));
  return Buffer.from(a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes);
}

function readLines(bytes: Buffer, onUrl: (url: string) => void): Listed {
  const lines = bytes.toString('latin1').split(/[\r\n]+/);
  const urls = lines.map((line) => line.trim()).filter((line) => /^https?:\/\/\S+$/i.test(line));
  urls.forEach(onUrl);
  return { kind: urls.length > 0 ? 'text' : 'unknown' };
}

/** Where an address stands, by parent and element: other `loc`s belong to images and videos. */
const places: Readonly<Record<string, 'text' | 'href'>> = {
  'url/loc': 'text',
  'sitemap/loc': 'text',
  'item/link': 'text',
  'entry/link': 'href',
};
const roots: Readonly<Record<string, Listed['kind']>> = {
  urlset: 'sitemap',
  sitemapindex: 'index',
  rss: 'feed',
  feed: 'feed',
  RDF: 'feed',
};

/**
 * Portals print their lists with scripts of their own, which escape nothing: the parser tells of mistakes and goes on behind
 * them.
 */
function readXml(bytes: Buffer, onUrl: (url: string) => void): Listed {
  const parser = new SaxesParser();
  const path: string[] = [];
  let kind: Listed['kind'] = 'unknown';
  let text: string | undefined;
  let hasSlips = false;
  const prefix = (name: string) => name.slice(0, name.indexOf(':') + 1);
  const place = (name: string) => {
    const parent = path.at(-2) ?? '';
    return prefix(parent) === prefix(name) ? places[`${local(parent)}/${local(name)}`] : undefined;
  };
  parser.on('opentag', (tag: SaxesTagPlain) => {
    // Not the first element only: a warning of PHP may stand before it.
    if (kind === 'unknown') kind = roots[local(tag.name)] ?? 'unknown';
    path.push(tag.name);
    const where = place(tag.name);
    if (where === 'text') text = '';
    const { rel = 'alternate', href } = tag.attributes;
    if (where === 'href' && rel === 'alternate' && href) onUrl(href);
  });
  const add = (part: string) => {
    if (text !== undefined) text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    path.pop();
    if (text?.trim()) onUrl(text.trim());
    text = undefined;
  });
  parser.on('error', () => {
    hasSlips = true;
    // An address with a mistake in it is none.
    text = undefined;
  });
  let isVerbatim = false;
  for (const slice of slices(bytes)) {
    for (const part of slice.split(/(<!\[CDATA\[|\]\]>)/)) {
      if (part === '<![CDATA[') isVerbatim = true;
      if (part === ']]>') isVerbatim = false;
      const escaped = isVerbatim ? part : part.replace(bareAmpersand, '&amp;');
      if (escaped !== part) hasSlips = true;
      parser.write(escaped);
    }
  }
  if (kind === 'unknown') return { kind };
  const broken = path.length > 0 ? 'cut' : hasSlips ? 'slips' : undefined;
  return { kind, ...(broken && { broken }) };
}

/** `Default.aspx?tabid=5&id=2`: to the parser all that follows, up to a semicolon, is the name of an entity. */
const bareAmpersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});)/gi;

const sliceBytes = 65_536;

/** The whole text at once would stand in memory three times. Slices end with a tag, so that no entity is cut through. */
function* slices(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const slice = bytes.subarray(at, at + sliceBytes);
    const end = slice.lastIndexOf('>') + 1 || slice.length;
    yield slice.toString('latin1', 0, end);
    at += end;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
