import { beginsAsFeed, isPageAnswer } from '../text/index.ts';

/** Kinds of file that portals publish, by their first bytes: names and headers lie. */
const magics: readonly { readonly type: string; readonly at?: number; readonly bytes: string }[] = [
  { type: 'jpg', bytes: '\xff\xd8\xff' },
  { type: 'png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'gif', bytes: 'GIF8' },
  { type: 'webp', at: 8, bytes: 'WEBP' },
  { type: 'bmp', bytes: 'BM' },
  { type: 'tif', bytes: 'II*\0' },
  { type: 'tif', bytes: 'MM\0*' },
  { type: 'ico', bytes: '\0\0\x01\0' },
  { type: 'pdf', bytes: '%PDF-' },
  { type: 'rtf', bytes: '{\\rtf' },
  { type: 'rar', bytes: 'Rar!\x1a' },
  { type: '7z', bytes: "7z\xbc\xaf'\x1c" },
  { type: 'zip', bytes: 'PK\x03\x04' },
  { type: 'doc', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { type: 'swf', bytes: 'FWS' },
  { type: 'swf', bytes: 'CWS' },
  { type: 'mp3', bytes: 'ID3' },
  { type: 'flv', bytes: 'FLV\x01' },
  { type: 'mp4', at: 4, bytes: 'ftyp' },
];

/** Formats that share a container: the name decides among them. */
const containers: Readonly<Record<string, readonly string[]>> = {
  doc: ['doc', 'xls', 'ppt', 'msg', 'dot', 'xlt', 'pps'],
  zip: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'ppsx', 'jar'],
};

const byContentType: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/javascript': 'js',
  'application/javascript': 'js',
  'application/x-javascript': 'js',
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'audio/mpeg': 'mp3',
  'video/x-ms-wmv': 'wmv',
};

export const imageTypes: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'webp', 'bmp', 'tif', 'ico', 'svg']);
/** What a page is made with, not what it publishes. */
export const machineryTypes: ReadonlySet<string> = new Set(['css', 'js', 'json', 'xml', 'ico']);

/** What an article has attached, rather than shows or plays. */
export const documentTypes: ReadonlySet<string> = new Set([
  ...Object.values(containers).flat(),
  ...['pdf', 'rtf', 'rar', '7z', 'txt', 'csv'],
]);

/** File extension that fits the bytes; `html` for pages. `name`: what the server calls the file. */
export function fileType(bytes: Uint8Array, url: string, contentType = '', name = ''): string {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const named = extensionOf(name) ?? extensionOf(new URL(url).pathname);
  const magic = magics.find(({ bytes: start, at = 0 }) => head.startsWith(start, at))?.type;
  if (magic) return named && containers[magic]?.includes(named) ? named : magic;
  const declared = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // Old scripts call a feed a page, or nothing.
  if (beginsAsFeed(head)) return 'xml';
  if (isPageAnswer(declared, head)) return 'html';
  return byContentType[declared] ?? (named && !isScript(named) ? named : 'bin');
}

const extensionOf = (name: string): string | undefined => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();

const isScript = (extension: string): boolean => /^(?:aspx?|php\d?|jsp|cgi|html?|ashx|do)$/.test(extension);
