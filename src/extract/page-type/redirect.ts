/**
 * Pages with nothing on them but the way to another one: a refresh at once, a script that goes there, the line by which a
 * server says that a page has moved. Archives are full of them: the front page of a portal is one more often than not.
 */
import { type Element, isText, select, selectFirst } from '../../dom/index.ts';
import { refreshOf, scriptTarget } from '../../text/index.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';
import { letters } from './line-kinds.ts';

/** A page that says more than “you are being taken there” has a text of its own, and may be read before it goes. */
const maxLettersByRefresh = 200;
/** A script may stand in a function that nobody calls: only where there is nothing to read it is the page. */
const maxLettersByScript = 60;
/** A longer script does more than that. */
const maxScriptLetters = 1000;
/** Later than this a page is reloaded, or shows one after the other. */
const maxSeconds = 20;

/** Apache, IIS and nginx, to browsers that do not follow by themselves. */
const moved =
  /\b(?:(?:object|document) (?:has )?moved|document may be found|moved (?:permanently|temporarily)|30[1278] (?:found|moved|redirect))\b/i;

/** A page that only sends its reader on, and where to. */
export function redirectStub(input: PageTypeInput): Verdict | undefined {
  const { page, lines, images, attachments } = input;
  const count = letters(lines);
  if (count > maxLettersByRefresh || images > 0 || attachments > 0) return undefined;
  const target = refreshTarget(input) ?? (count <= maxLettersByScript ? byScript(input) : undefined) ?? movedTo(input);
  if (target === undefined) return undefined;
  return { pageType: 'empty', reason: 'redirect', ...(target !== page.url && target !== '' && { target }) };
}

function refreshTarget({ page }: PageTypeInput): string | undefined {
  for (const { attribs } of select(page, 'meta')) {
    const refresh = /^refresh$/i.test(attribs['http-equiv']?.trim() ?? '') ? refreshOf(attribs.content) : undefined;
    if (refresh?.target !== undefined && refresh.seconds <= maxSeconds && !isSame(refresh.target, page.url))
      return refresh.target;
  }
  return undefined;
}

/** A page that names itself is reloaded. */
const isSame = (target: string, url: string | undefined): boolean =>
  url !== undefined && URL.canParse(target, url) && new URL(target, url).href === url;

function byScript({ page }: PageTypeInput): string | undefined {
  const onLoad = selectFirst(page, ['body[onload]'])?.attribs.onload ?? '';
  const scripts = select(page, 'script').map(textIn);
  return [onLoad, ...scripts]
    .filter((script) => script.length <= maxScriptLetters)
    .map(scriptTarget)
    .find((target) => target !== undefined);
}

/** The letters of an element that a browser does not show. */
const textIn = ({ children }: Element): string => children.map((node) => (isText(node) ? node.data : '')).join('');

function movedTo({ page, lines }: PageTypeInput): string | undefined {
  const title = selectFirst(page, ['title']);
  const said = [...lines.map(({ text }) => text), ...(title ? [textIn(title)] : [])];
  return said.some((text) => moved.test(text)) ? (selectFirst(page, ['a[href]'])?.attribs.href ?? '') : undefined;
}
