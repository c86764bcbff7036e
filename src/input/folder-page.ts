/** Which files of a folder are pages: mirrors and browsers leave much beside them that is called as pages are. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { beginsAsFeed } from '../text/index.ts';
import { isCapture } from './capture.ts';
import { unreadCapture } from './capture-format.ts';
import { kindOf } from './file.ts';

/** What a mirror keeps for programs: `robots.txt`, the log and the cache of HTTrack. */
const forPrograms = /(?:^|\/)(?:robots\.txt|hts-log\.txt|hts-cache\/[^/]+|hts-[a-z]+\.tmp)$/i;

/**
 * Endings of files that may begin as HTML and are no pages of their own: unfinished and older copies, documents that are
 * attachments, what pages are shown with (saved under whose names there is the server's 404), and what they are made of.
 */
const otherEnding = new RegExp(
  `\\.(?:${[
    'orig bak old tmp delayed part crdownload swp svn-base',
    'doc dot docx xls xlt xlsx ppt pps pptx rtf pdf odt eml msg',
    'css js mjs json map xml xsl xslt svg ico png gif jpe?g bmp webp tiff? swf woff2? ttf eot mp[34] flv wm[av] avi zip rar 7z gz',
    'tpl tmpl ascx master inc dwt lbi vue ejs hbs mustache twig j2 erb',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
  'i',
);

/** What HTML begins with; a feed, a script or a drawing may hold tags of HTML further on. */
const htmlBeginning =
  /^[\xef\xbb\xbf\xff\xfe\s]*(?:<\?xml\b[^>]{0,300}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body|meta|title)[\s>]/i;

/** WordPress answers programs at addresses like those of pages: mirrors save `wp-json/index.html`. */
const jsonBeginning = /^\s*(?:\{\s*"|\[\s*[{"])/;

/** HTTrack writes a page of its own for each redirect, and a list of the sites it mirrored. */
const ofHttrack = /HTTrack[\s\S]*<title>(?:page has moved|local index - httrack[^<]{0,60})<\/title>/i;

/**
 * Is a file of a folder a page or a capture? Old portals named pages as their programs did (`.cfm`, `.vnp`, `index.php?p=1`,
 * `gioi-thieu`): what such a file is, its beginning tells.
 */
export function isPageOrCapture(path: string): boolean {
  if (forPrograms.test(path)) return false;
  // One that is not read is told when its turn comes.
  if (isCapture(path) || unreadCapture(path)) return true;
  const kind = kindOf(path);
  if (kind === 'text') return !isPartOfSavedPage(path);
  if (kind === 'markdown') return true;
  if (kind === undefined) return !otherEnding.test(path) && htmlBeginning.test(headOf(path) ?? '');
  const head = headOf(path);
  // What cannot be read is told when its turn comes.
  return head === undefined || !(beginsAsFeed(head) || jsonBeginning.test(head) || ofHttrack.test(head));
}

/** “Save page as, complete” of browsers and Word: `bai.html` and beside it a folder with what it shows. */
const partsFolder = /^(.*)(?:_files|\.files)\/[^/]+$/i;

/** Whether a file lies in the folder of the parts of a page that was saved whole. */
export function isPartOfSavedPage(path: string): boolean {
  const page = partsFolder.exec(path)?.[1];
  return page !== undefined && ['.htm', '.html', '.mht', '.xhtml'].some((ending) => existsSync(page + ending));
}

/** The first letters of a file, one character a byte; undefined when it cannot be read. */
function headOf(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(1024);
      return head.toString('latin1', 0, readSync(file, head)).replaceAll('\0', '');
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
