import type { RawPage, RuleInfo } from '../model/index.ts';
import { isWebAddress } from '../text/index.ts';

/** A comment that a program leaves in the pages it saves. */
interface SavedMark extends RuleInfo {
  /** Groups `url` and `date`, where they stand. */
  readonly pattern: RegExp;
  readonly examples: Readonly<Record<string, { readonly url?: string; readonly fetchedAt?: string }>>;
}

export const savedMarks: readonly SavedMark[] = [
  {
    id: 'saved/httrack',
    why: 'HTTrack names the address without its scheme, and the day it mirrored it.',
    source: 'HTTrack Website Copier 3, option “footer string”',
    pattern:
      /<!-- Mirrored from (?<url>[^\s<>]{3,2000}) by HTTrack[^<>]{0,200}?, (?<date>\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT) -->/,
    examples: {
      '<!-- Mirrored from xa.example.vn/tin/1.html by HTTrack Website Copier/3.x [XR&CO’2014], Mon, 12 Mar 2012 08:15:00 GMT -->':
        { url: 'http://xa.example.vn/tin/1.html', fetchedAt: '2012-03-12T08:15:00.000Z' },
    },
  },
  {
    id: 'saved/browser',
    why: 'Browsers write the address when a page is saved whole; the number is its length.',
    source: 'the “mark of the web” of Internet Explorer, also written by Chrome',
    pattern: /<!-- saved from url=\(\d{4}\)(?<url>https?:[^\s<>]{3,2000}) -->/,
    examples: {
      '<!-- saved from url=(0031)http://xa.example.vn/tin/1.html -->': { url: 'http://xa.example.vn/tin/1.html' },
    },
  },
  {
    id: 'saved/singlefile',
    why: 'SingleFile writes address and time at the top of the page.',
    source: 'SingleFile browser extension',
    pattern:
      /Page saved with SingleFile\s{1,20}url: (?<url>https?:[^\s<>]{3,2000})\s{1,20}saved date: (?<date>[^\n<>()]{10,60})/,
    examples: {
      '<!--\n Page saved with SingleFile \n url: https://xa.example.vn/tin/1.html \n saved date: Mon Mar 12 2012 15:15:00 GMT+0700 (Giờ Đông Dương)\n-->':
        { url: 'https://xa.example.vn/tin/1.html', fetchedAt: '2012-03-12T08:15:00.000Z' },
    },
  },
  {
    id: 'saved/wayback',
    why: 'The Wayback Machine notes when it captured the page it replays.',
    source: 'the comment at the end of each page of web.archive.org',
    pattern: /FILE ARCHIVED ON (?<date>\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM/,
    examples: {
      'FILE ARCHIVED ON 08:15:00 Mar 12, 2012 AND RETRIEVED FROM THE': { fetchedAt: '2012-03-12T08:15:00.000Z' },
    },
  },
];

/** Where the marks stand: HTTrack's and the browsers' in the head, the Wayback Machine's at the very end. */
const markBytes = 4096;

/** What the program that saved a page noted in it: address and day. */
export function savedFrom(bytes: Uint8Array): Pick<RawPage, 'url' | 'fetchedAt'> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [buffer.subarray(0, markBytes), buffer.subarray(-markBytes)].map((part) => part.toString('latin1'));
  return readMarks(ends.join('\n'));
}

/** The address and day that the marks of a text tell; the first mark that has each. */
export function readMarks(text: string): Pick<RawPage, 'url' | 'fetchedAt'> {
  let [url, fetchedAt]: (string | undefined)[] = [];
  for (const { pattern } of savedMarks) {
    const { url: told, date } = pattern.exec(text)?.groups ?? {};
    if (told !== undefined) url ??= told.includes('://') ? told : `http://${told}`;
    // Times without a zone are Greenwich's.
    const time = date === undefined ? undefined : new Date(/GMT/.test(date) ? date : `${date} GMT`);
    if (time && !Number.isNaN(time.getTime())) fetchedAt ??= time.toISOString();
  }
  return { ...(url !== undefined && isWebAddress(url) && { url }), ...(fetchedAt !== undefined && { fetchedAt }) };
}

/** Top-level names that a folder of a mirror is told to be a host by; `index.php` is none. */
const hostFolder = /(?:^|\/)((?:[a-z0-9-]+\.)+(?:vn|com|org|net|info|edu|gov))\/(.*)$/i;

/** wget and its like keep one folder a host: the address is the path. */
export function addressOfPath(path: string): string | undefined {
  const [, host, rest] = hostFolder.exec(path.replace(/\.gz$/, '')) ?? [];
  const url = `http://${host}/${rest?.replace(/(^|\/)index\.html?$/, '$1')}`;
  return host !== undefined && URL.canParse(url) ? url : undefined;
}
