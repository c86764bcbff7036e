/** What a page says in the place of an article: a server's error, “not found”, “log in first”. */
import { contains, select } from '../../dom/index.ts';
import { windowNames } from '../fields/site-name.ts';
import { type JunkRule, junkRules, readyRule, ruleFinder } from '../junk/index.ts';
import type { PageLine } from '../lines.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';
import { isDated, isGreatest, isHeaded, isTitleLine } from './headed.ts';
import { letters, teasersOf } from './line-kinds.ts';
import { type Around, isThePage, maxLinkShare, maxProseOfErrorPage, ofPages, type Said } from './message-place.ts';
import { reasonSaid } from './message-reason.ts';

const pageRules = ruleFinder(junkRules.filter(({ page }) => page !== undefined).map((rule) => readyRule(rule)));
const emptyReasons = new Set(['no-content-yet', 'no-text', 'placeholder-text', 'nothing-found', 'done']);
/**
 * A server's own error screen: nothing stands over its first line, or the portal's frame around it has no other title, and
 * more lines than that one are the server's.
 */
export function errorScreen({ lines, fields }: PageTypeInput): Verdict | undefined {
  const ruleOf = (line: PageLine): JunkRule | undefined => pageRules(line.text).find(({ error }) => error === true);
  const first = lines.find((line, i) => (i === 0 || isTitleLine(line, fields)) && ruleOf(line)?.page !== undefined);
  const reason = first && ruleOf(first)?.page;
  if (first === undefined || reason === undefined || fields.publishedAt !== undefined) return undefined;
  return lines.some((line) => line !== first && ruleOf(line) !== undefined) ? { pageType: 'error', reason } : undefined;
}

/** All of them, failures and sentences first. */
function saidBy(lines: readonly PageLine[]): readonly Said[] {
  const said = lines.flatMap((line): Said[] => {
    const reason = line.linkShare > maxLinkShare ? undefined : reasonSaid(line.text);
    if (reason !== undefined) return [{ line, reason, isSentence: true }];
    const [rule] = pageRules(line.text);
    if (rule?.page === undefined) return [];
    return [{ line, reason: rule.page, isSentence: rule.error === true || rule.page !== 'login-wall', rule }];
  });
  // A failure says more than that there is nothing, and a sentence more than a label.
  const rank = ({ reason, isSentence }: Said): number => (isSentence ? 0 : 2) + (emptyReasons.has(reason) ? 1 : 0);
  return said.sort((a, b) => rank(a) - rank(b));
}

/** A longer paragraph was written for the page: where it has a day too, no message is what the page is about. */
const isParagraph = ({ text, linkShare }: PageLine): boolean => text.length > maxProseOfErrorPage && linkShare < 0.4;

/** A message that the page consists of, or that stands in an alert box where the article should be. */
export function errorLine(input: PageTypeInput): Verdict | undefined {
  const { lines, fields, named } = input;
  // No article has such a title, whatever the boxes around it tell.
  const reasons = [fields.title ?? '', ...windowNames(input.page)].map(reasonSaid);
  const reasonOfTitle = reasons.find((reason) => reason !== undefined && ofPages.has(reason));
  if (reasonOfTitle !== undefined && !isDated(input)) return { pageType: 'error', reason: reasonOfTitle };
  const inside = lines.filter(({ inBody }) => inBody);
  if (isDated(input) && inside.some(isParagraph)) return undefined;
  const content = lines.filter(({ zone }) => zone === 'content' || zone === 'header');
  const said = saidBy(content);
  if (said.length === 0) return undefined;
  const messages = new Set(said.filter(({ isSentence }) => isSentence).map(({ line }) => line));
  const around: Around = {
    input,
    content,
    inside,
    messages,
    teasers: teasersOf(lines, fields.title),
    isTold: named || isDated(input) || fields.sapo !== undefined || fields.byline !== undefined,
    isHeaded: isHeaded(input, messages),
  };
  const own = said.find((message) => isThePage(message, around));
  return own && { pageType: emptyReasons.has(own.reason) ? 'empty' : 'error', reason: own.reason };
}

/** Between a heading and a field for a password stand a hint and labels. */
const maxLinesToField = 6;

/**
 * Does the page's greatest heading stand straight over a field for a password? A forum's name does, and leads to its first
 * page.
 */
export function loginForm(input: PageTypeInput): Verdict | undefined {
  const { page, lines } = input;
  const heading = lines.find((line) => isGreatest(line, lines));
  if (heading === undefined || isOfSite(heading) || isDated(input)) return undefined;
  const isOver = select(page, 'input[type=password]').some((field) => {
    let label: PageLine | undefined;
    for (let box = field.parent; box && !label; box = box.parent)
      label = lines.find(({ element }) => contains(box, element));
    const between = lines.slice(heading.index + 1, label?.index);
    return (
      label !== undefined &&
      label.index > heading.index &&
      between.length <= maxLinesToField &&
      between.every((line) => line.heading === 0)
    );
  });
  return isOver ? { pageType: 'error', reason: 'login-wall' } : undefined;
}

/** The name of a site, in its header or as a link to its first page. */
const isOfSite = ({ zone, linkShare }: PageLine): boolean => zone === 'header' || linkShare > maxLinkShare;

/** A page of a few lines that says it has nothing, or wants a log-in first. */
export function shortRefusal(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields } = input;
  const all = lines.filter(({ zone }) => zone !== 'nav' && zone !== 'footer');
  if (letters(all.filter(({ linkShare }) => linkShare < maxLinkShare)) > maxProseOfErrorPage) return undefined;
  if (fields.publishedAt !== undefined) return undefined;
  const said = saidBy(lines).filter(({ reason, isSentence }) => isSentence && !emptyReasons.has(reason));
  if (isHeaded(input, new Set(said.map(({ line }) => line)))) return undefined;
  const asksPassword = select(page, 'input[type=password]').length > 0 && asksIn.test(fields.title ?? '');
  const reason = said[0]?.reason ?? (asksPassword ? 'login-wall' : undefined);
  return reason === undefined ? undefined : { pageType: 'error', reason };
}

const asksIn = /đăng nhập|log ?in|sign in|mật khẩu|password/iu;
