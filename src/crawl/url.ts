import { isUtf8 } from 'node:buffer';

/**
 * A link as written → the absolute address to ask for, or undefined when it is not the web's (mailto:,
 * javascript:, nonsense). `link` holds one character a byte, as headers and undecoded pages do: whatever encoding the
 * portal wrote its names in, the server gets its own bytes back, percent-encoded.
 */
export function resolveLink(link: string, base: string): string | undefined {
  const ascii = link.replace(/[\u0080-\uffff]/g, (char) =>
    char > '\u00ff' ? encodeURIComponent(char) : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (!URL.canParse(ascii, base)) return undefined;
  const url = new URL(ascii, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  return url.href;
}

/**
 * How a browser asks for an address whose path holds letters in a legacy encoding: in UTF-8, read as its page says; the
 * query keeps its bytes. Undefined where that is the same. Portals that were moved know their files by this name, those that
 * were not by the other.
 */
export function asBrowserAsks(url: string, encoding: string | undefined): string | undefined {
  const { pathname } = new URL(url);
  if (!/%[89A-F]/i.test(pathname) || isUtf8(Buffer.from(bytesOf(pathname), 'latin1'))) return undefined;
  const decoder = decoderOf(encoding);
  const other = new URL(url);
  other.pathname = pathname.replace(/(?:%[89A-F][\dA-F])+/gi, (run) =>
    encodeURIComponent(decoder.decode(Buffer.from(bytesOf(run), 'latin1'))),
  );
  return canonicalUrl(other.href);
}

const bytesOf = (escaped: string): string =>
  escaped.replace(/%([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What browsers read a page in that names no encoding, or one they do not know, is Windows-1252. */
function decoderOf(encoding: string | undefined): InstanceType<typeof TextDecoder> {
  const browsers = 'windows-1252';
  try {
    return new TextDecoder(encoding ?? browsers);
  } catch {
    return new TextDecoder(browsers);
  }
}

/** Query parameters that may name a visitor, not a page: `osCsid`, `SESSID`, `BV_SessionID`; their values decide. */
const sessionParams = /(?:^|[._-])(?:php|j)?sess(?:ion)?[._-]?(?:id|key)?$|^(?:oscsid|zenid|sid|s)$/i;
const alwaysSession = /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken)$/i;
/** The longest names of sections and the shortest ids of sessions. */
const minSessionLetters = 16;
/** Of 26 letters and digits drawn by lot, two in a thousand have fewer; `hopdandot2nam2009` has three. */
const minSessionChanges = 4;
const sessionInPath = /;(?:jsessionid|phpsessid|sid)=[^/;]*/gi;
/** ASP.NET without cookies: `/(S(abc…))/Default.aspx`, `/(X(1)S(abc…))/`. */
const aspNetSession = /\/\((?:[A-Z]\([^()/]*\))+\)(?=\/)/g;

/**
 * One address for all the ways of writing it: no fragment, no session, percent-encoding in one form. Deliberately mild:
 * `www.`, parameter order and `index.html` may matter to an old server; pages that are the same for all that are found
 * by their canonical link and their text.
 */
export function canonicalUrl(absolute: string): string {
  const url = new URL(absolute);
  url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  url.pathname = normalizeEscapes(url.pathname.replace(sessionInPath, '').replace(aspNetSession, ''));
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isSession(pair))
    .map(normalizeEscapes)
    .join('&');
  url.search = query && `?${query}`;
  return url.href;
}

function isSession(pair: string): boolean {
  const [name = '', value = ''] = pair.split('=', 2);
  return alwaysSession.test(name) || (sessionParams.test(name) && isSessionValue(value));
}

/** `?s=tin` is a search, `?sid=12` a section and `?sid=khanh-thanh-cau-moi-2009` an article. */
function isSessionValue(value: string): boolean {
  if (value.length < minSessionLetters || !/^[\w,-]+$/.test(value)) return false;
  const isHex = /^[\da-f]+$/i.test(value) && /\d/.test(value);
  return isHex || (/[a-z\d]{8}/i.test(value) && changesOf(value) >= minSessionChanges);
}

/**
 * How often letters and digits stand side by side: by lot they often do (`x7k2p9`), words and their numbers are parted
 * (`dot-2`).
 */
export function changesOf(value: string): number {
  return value.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
}

/** RFC 3986, 6.2.2: escapes in upper case, and none for letters that need none. */
export function normalizeEscapes(part: string): string {
  return part
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(char) ? char : code.toUpperCase();
    })
    .replace(/%(?![0-9A-F]{2})/g, '%25');
}
