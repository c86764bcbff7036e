import { type RawPage, SachError } from '../model/index.ts';
import { type Headers, mimeOf, parseHeaders } from './http-message.ts';

interface Part {
  readonly headers: Headers;
  readonly body: string;
  /** Nothing says that it ends here: the file does. */
  readonly isOpen?: boolean;
}

const headBytes = 16_384;

/** Whether bytes begin as MHTML does: a mail's header lines, of several parts. */
export function isMhtml(bytes: Buffer): boolean {
  const [head = ''] = bytes.toString('latin1', 0, headBytes).split(/\r?\n\r?\n/, 1);
  return /^[\w-]{1,60}:/.test(head) && /^mime-version:/im.test(head) && /^content-type:\s*multipart\//im.test(head);
}

/**
 * Read the page of an MHTML file (`.mht`, `.mhtml`): its root part, the first that is HTML; of a frameset its longest frame.
 * Throws SachError `no-html-part`.
 */
export function readMhtml(bytes: Buffer, source: string): RawPage {
  const whole = toPart(bytes.toString('latin1'));
  const start = parameter(whole.headers.get('content-type'), 'start');
  const pages = leavesOf(whole).filter(({ headers }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(mimeOf(headers.get('content-type'))),
  );
  const root = pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? pages[0];
  if (!root) throw new SachError('no-html-part', { source });
  const page = isFrameset(root) ? (longest(pages.filter((other) => other !== root)) ?? root) : root;
  const url = whole.headers.get('snapshot-content-location') ?? page.headers.get('content-location');
  const date = new Date(whole.headers.get('date') ?? '');
  const contentType = page.headers.get('content-type');
  const body = decodeBody(page);
  // Some programs forget the last boundary; a page that is all there ends in its own tag.
  const isCut = page.isOpen === true && !/<\/html\s*>\s*$/i.test(Buffer.from(body).toString('latin1').slice(-200));
  return {
    source,
    bytes: body,
    ...(isCut && { damage: 'cut' as const }),
    kind: 'html',
    ...(url !== undefined && /^https?:/i.test(url) && { url }),
    ...(contentType !== undefined && { contentType }),
    ...(!Number.isNaN(date.getTime()) && { fetchedAt: date.toISOString() }),
  };
}

/** A page of frames has no text of its own: menu, head and article are parts of their own, the article the longest. */
const isFrameset = (part: Part): boolean => /<frameset[\s>]/i.test(Buffer.from(decodeBody(part)).toString('latin1'));

const longest = (parts: readonly Part[]): Part | undefined =>
  [...parts].sort((a, b) => b.body.length - a.body.length)[0];

function toPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return { headers: new Map(), body: text };
  return {
    headers: parseHeaders(text.slice(0, end.index).split(/\r?\n/)),
    body: text.slice(end.index + end[0].length),
  };
}

function parameter(value: string | undefined, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value ?? '');
  return found?.[1] ?? found?.[2];
}

/** Parts within parts deeper than this are an attack: mail programs nest three. */
const maxDepth = 10;

/** The parts that hold no others, in order: a page may stand in `multipart/alternative` within `multipart/related`. */
function leavesOf(part: Part, depth = 0): Part[] {
  const boundary = parameter(part.headers.get('content-type'), 'boundary');
  if (boundary === undefined || depth === maxDepth) return [part];
  return partsOf(part.body, boundary).flatMap((inner) => leavesOf(inner, depth + 1));
}

/** What stands between the lines of the boundary; the text before the first belongs to no part. */
function partsOf(body: string, boundary: string): Part[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1);
  const isClosed = pieces.some((part) => part.startsWith('--'));
  return pieces
    .filter((part) => !part.startsWith('--'))
    .map((part, i, parts) => ({
      ...toPart(part.replace(/^\s*?\n/, '').replace(/\r$/, '')),
      ...(!isClosed && i === parts.length - 1 && { isOpen: true }),
    }));
}

function decodeBody({ headers, body }: Part): Uint8Array {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          // White space at the end of a line was added on the way (RFC 2045, 6.7); before a “=” it is the text's.
          .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, '')
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    default:
      return Buffer.from(body, 'latin1');
  }
}
