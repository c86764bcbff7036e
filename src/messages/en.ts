import { cliEn } from './cli-en.ts';
import { crawlEn } from './crawl-en.ts';
import { dataEn } from './data-en.ts';
import { draftsEn } from './drafts-en.ts';
import { pagesEn } from './pages-en.ts';
import { reviewEn } from './review-en.ts';

/**
 * Every sentence sach says, by the rule or error that says it. `{name}` is filled in from the notice's params.
 * An error has a `hint`: what to try next, one imperative sentence.
 */
export const en = {
  ...cliEn,
  ...dataEn,
  ...draftsEn,
  ...pagesEn,
  ...crawlEn,
  ...reviewEn,
  'page/too-large':
    'The page has more than {tags} tags, {letters} letters or {chars} characters of source: no article was looked for, all its text was kept as it stands.',
  'page/too-large.hint': 'Clean the articles that it was put together from, one by one, or split it.',
  'page/cut': 'The page breaks off: its bytes end too early, and what followed is missing.',
  'page/cut.hint': 'Look for another capture of the page, or fetch it again.',
  'page/redirect': 'The page only sends its reader on, to {url}.',
  'page/redirect.hint': 'Clean the page that it leads to; nothing of this one is an article.',
  'page/frames': 'The page shows others in frames: {frames}.',
  'page/frames.hint': 'Clean the pages that stand in the frames; the article is in one of them.',
  'page/checksum': 'The checksum of the packed page does not fit: some of its letters may have become others.',
  'page/checksum.hint': 'Compare the article with the page in a browser, or look for another capture of it.',
  'page/not-corrected': 'The text is longer than {limit} letters; it was not corrected.',
  'page/not-corrected.hint': 'Save the text to a file and correct it with sach fix, or split the page.',
  'markup/too-deep': 'Elements nest deeper than {limit}; {tags} tags were left out, their text kept.',
  'markup/too-many-attributes': 'A tag has more than {limit} attributes; the rest were left out.',
  'markup/too-deep.hint':
    'Compare the text with the page in a browser; tables or boxes may have run together where tags were left out.',
  'markup/self-closed':
    'Tags such as <script/> were read as closed, as in XHTML; read as HTML they hide {count} letters, nearly all of the page.',
  'markup/self-closed.hint': 'Nothing need be done; a browser shows this page empty.',
  'markup/unclosed':
    '{what} opens here and is never closed; {count} characters of source behind it were not read as text.',
  'reason/comment': 'A comment',
  'reason/quote': 'A quotation mark in a tag',
  'markup/unclosed.hint': 'Close it in the page, or look for another capture: this one may be torn.',
  'markup/unclosed-formatting':
    'Formatting tags stay open until the parser would repeat more than {limit} of them; all were left out, their text kept.',
  'error/cannot-read': '{source}: cannot be read ({reason}).',
  'error/cannot-read.hint': 'Check the path and its permissions.',
  'encoding/declared-unknown': 'The page declares an encoding that does not exist: {declared}.',
  'encoding/lost-letters': '{count} letters were lost before this page was saved; they are kept as �.',
  'encoding/lost-letters.hint': 'Look for another capture of the page; what was lost is not in this one.',
  'encoding/declared-wrong': 'The page declares {declared} but is in {name}.',
  'encoding/forced-wrong':
    'The text was read in {name}, as was asked, but it is Vietnamese in UTF-8: letters may have become others.',
  'encoding/forced-wrong.hint': 'Leave --encoding out, in the configuration too: UTF-8 is recognised.',
  'encoding/mixed': 'Parts of the page were in {name}.',
  'encoding/repaired': 'Text was repaired ({repair}, {count} places).',
  'encoding/private-use': '{count} characters are from a private font and cannot be read.',
  'encoding/binary': 'This is not text but a binary file ({kind}).',
  'error/unknown-encoding': 'There is no encoding named “{name}”.',
  'error/unknown-encoding.hint':
    'Use a name such as utf-8, tcvn3, vni, viscii, vps, viqr or windows-1258, or leave the option out.',
} as const;
