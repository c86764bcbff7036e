/**
 * A link as written → the absolute address a browser would ask for, or undefined when it is not the web's (mailto:,
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

/** Query parameters and path pieces that name a visitor, not a page. */
const sessionParams =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id|sess_id|cfid|cftoken|oscsid|zenid|sid|s)$/i;
/** A session's value is long and random; `?s=tin` is a search and `?sid=12` a section. */
const sessionValue = /^(?=.*\d)[0-9a-z_-]{16,}$/i;
const alwaysSession = /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken)$/i;
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
  return sessionParams.test(name) && (alwaysSession.test(name) || sessionValue.test(value));
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
