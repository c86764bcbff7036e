import { type AnyNode, contains, type Element, isElement, type PageDom, selectFirst, textOf } from '../dom/index.ts';
import {
  type Article,
  type ArticleFields,
  type Attachment,
  type Block,
  imagesOf,
  layoutText,
  lowConfidence,
  type Notice,
  type Removed,
  type SiteProfile,
  type Staged,
} from '../model/index.ts';
import { cutText, safeUrl } from '../text/index.ts';
import { findAttachments } from './attachments.ts';
import { toBlocks } from './blocks/index.ts';
import { type Body, findBody } from './body.ts';
import { findCards } from './cards.ts';
import { type Survey, surveyReadable } from './classify/survey.ts';
import { confidenceOf } from './confidence.ts';
import { type Drops, dropUnkept } from './drops.ts';
import { type FoundFields, findFields } from './fields/index.ts';
import { isSiteName, windowNames } from './fields/site-name.ts';
import { findGluedTags, findJunk } from './junk/index.ts';
import { picturesOver } from './lead-picture.ts';
import { counted, findLeftOut, permalinksIn } from './left-out.ts';
import type { PageLine } from './lines.ts';
import { type Judgement, judgePageType } from './page-type/index.ts';
import { type PageTraits, profileFor, repeatedIn, showsProfile, traitsOf } from './site/index.ts';
import { addressOf, siteOf } from './site-of.ts';
import { findTemplate, selectPart, type Template } from './templates/index.ts';

export { toBlocks } from './blocks/index.ts';
export { type JunkRule, junkRules, readyRule } from './junk/index.ts';
export { learnSites, type PageTraits } from './site/index.ts';

export interface ExtractOptions {
  /** What is known of the page's site; of several profiles the one of its host, or whose template the page shows. */
  readonly profile?: SiteProfile | readonly SiteProfile[] | undefined;
  /** Profiles learnt from pages of the same run; the one that fits the page is used. */
  readonly learned?: readonly SiteProfile[] | undefined;
  /** `2026-11-24`: dates after it are not believed. */
  readonly today?: string | undefined;
}

/** Find the article in a page. */
export function extract(page: PageDom, options: ExtractOptions = {}): Staged<Article> {
  return examine(page, options).found;
}

/** What was found, and where. */
interface Examined {
  readonly found: Staged<Article>;
  readonly survey: Survey;
  readonly body: Body | undefined;
  readonly nodes: FoundFields['nodes'];
}

function examine(page: PageDom, options: ExtractOptions): Examined {
  const template = findTemplate(page);
  const surveyed = surveyReadable(page);
  const site = siteOf(page.url);
  const { profile, isGiven = false } = profileFor(surveyed, site, options) ?? {};
  const body = findBody(page, surveyed, {
    ...(template && { template }),
    ...(profile && { profile }),
    ...(profile && { repeated: repeatedIn(surveyed, profile) }),
  });
  const unkept = body && dropUnkept(body);
  const found = findFields(page, {
    ...(template && { template }),
    ...(body && unkept && { body: body.root, unkept: unkept.nodes }),
    ...(profile && { profile, isFirm: isGiven }),
    ...(options.today !== undefined && { today: options.today }),
  });
  const captions = selectPart(page, profile?.selectors?.caption);
  const content = readContent(page, found, { body, unkept, template, captions });
  const { fields, judged } = judge(page, body, found, content);
  const shown = profile && showsProfile(surveyed, profile, body?.evidence.rule);
  const value: Article = {
    ...ownFields(fields, judged),
    ...addressOf(page.url),
    ...(template && { template: template.id }),
    pageType: judged.pageType,
    confidence: confidenceOf(body, judged.pageType),
    body: judged.hasText ? content.blocks : [],
    attachments: content.attachments,
    removed: removedOf({ body, found, content, judged }),
    evidence: [
      ...(body ? [body.evidence] : []),
      ...(shown ? [{ about: 'site', rule: 'site/profile', value: profile.site }] : []),
      ...found.evidence,
    ],
  };
  const isStale = isGiven && !shown && judged.pageType === 'article';
  const stale: Notice[] = isStale
    ? [{ rule: 'page/profile', level: 'warning', params: { site: profile?.site || (site ?? '') } }]
    : [];
  return {
    found: { value, notices: [...noticesOf(judged, baseOf(page)), ...doubtsOf(value), ...stale] },
    survey: surveyed,
    body,
    nodes: found.nodes,
  };
}

/** What was found and tells of this page: day, names and lead of a list are those of the article that it shows first. */
function ownFields(fields: ArticleFields, { pageType, hasText, hasFields }: Judgement): ArticleFields {
  if (!hasFields) return {};
  if (pageType !== 'listing' || hasText) return fields;
  const { kicker: _, sapo: __, byline: ___, dateline: ____, publishedAt: _____, modifiedAt: ______, ...own } = fields;
  return own;
}

/** What the body says, junk and fields gone, and what went. */
interface Content {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly dropped: readonly Removed[];
  /** Nodes that no letters stand for and that are told all the same, as a film is by its link. */
  readonly shown: ReadonlySet<AnyNode>;
  /** Small signs that the blocks leave out. */
  readonly signs: readonly Removed[];
}

interface Around {
  readonly body: Body | undefined;
  /** What of the body's node was not chosen as text. */
  readonly unkept: Drops | undefined;
  readonly template: Template | undefined;
  /** Elements that the site's profile calls captions. */
  readonly captions: readonly Element[];
}

function readContent(page: PageDom, found: FoundFields, { body, unkept, template, captions }: Around): Content {
  const base = baseOf(page);
  const attachments = findAttachments([...(body ? [body.root] : []), ...found.beside], base, page.encoding);
  const shown = new Set<AnyNode>();
  const signs: Removed[] = [];
  const sapo = found.nodes.get('sapo') ?? [];
  if (!body || !unkept) return { blocks: [], text: '', attachments, dropped: [], shown, signs };
  const drops = dropsOf(page, body, unkept, found, template);
  const tags = findGluedTags(body.root);
  const told = {
    base,
    encoding: page.encoding,
    dropped: drops.nodes,
    rest: tags.rest,
    sapo: new Set(sapo),
    captions: new Set(captions),
    shown,
    removed: signs,
  };
  const blocks = [
    ...toBlocks(
      sapo.filter((node) => !contains(body.root, node)),
      told,
    ),
    ...leadFigures(page, body, template, found.nodes.get('title')?.[0], base),
    ...toBlocks([body.root], told),
  ];
  const dropped = [...drops.removed, ...tags.cut.map((text) => ({ rule: 'junk/word-tags', text }))];
  return { blocks, text: layoutText(blocks).text, attachments, dropped, shown, signs };
}

/** What the page is, and the fields that are its own if it is an article. */
function judge(page: PageDom, body: Body | undefined, found: FoundFields, content: Content) {
  const names = windowNames(page).filter((name) => !isSiteName(name, found.metadata, page.url));
  const cards = findCards(found.lines, names);
  const fields = withoutCardDates(found, cards);
  const judged = judgePageType({
    page,
    fields,
    lines: found.lines,
    ...dateLineOf(found),
    named: body !== undefined && body.evidence.rule !== 'classify/blocks' && fields.title !== undefined,
    cards,
    text: content.text,
    images: imagesOf(content.blocks).length,
    attachments: content.attachments.length,
  });
  return { fields, judged };
}

/** All that stands in the article's node and is not told as its text. */
function removedOf({
  body,
  found,
  content: { dropped, shown, signs, text },
  judged,
}: {
  readonly body: Body | undefined;
  readonly found: FoundFields;
  readonly content: Content;
  readonly judged: Judgement;
}): Removed[] {
  const leftOut =
    body && judged.pageType === 'article' ? [...findLeftOut(body.root, shown), ...signsOf(body, found, signs)] : [];
  return [...dropped, ...leftOut, ...(judged.hasText || text === '' ? [] : [{ rule: leftOutBy(judged), text }])];
}

/** What is small and many: the signs that the blocks leave out, and those beside the headings of text and title. */
function signsOf({ root }: Body, { nodes }: FoundFields, removed: readonly Removed[]): readonly Removed[] {
  const titles = (nodes.get('title') ?? []).filter((node) => !contains(root, node));
  return counted([...removed, ...permalinksIn([root, ...titles])]);
}

/** Below this an article may be a side column: nothing is learnt of where it stands. */
const minConfidenceToLearn = 0.7;

/** What is remembered of a page to learn its site from. */
export function siteTraits(page: PageDom): PageTraits {
  const { found, survey, body, nodes } = examine(page, {});
  const { pageType, confidence, body: blocks, site, title } = found.value;
  const isSure = pageType === 'article' && confidence >= minConfidenceToLearn;
  const captions = imagesOf(blocks).flatMap(({ caption }) => caption ?? []);
  return traitsOf({
    page,
    survey,
    ...(site !== undefined && { site }),
    ...(title !== undefined && { title }),
    ...(body && isSure && { article: { kept: body.kept, nodes, captions } }),
  });
}

/** The picture that the CMS prints over the body, with its caption: where the template says, else between title and text. */
function leadFigures(
  page: PageDom,
  { root, evidence }: Body,
  template: Template | undefined,
  title: AnyNode | undefined,
  base: string | undefined,
): readonly Block[] {
  const [named] = selectPart(page, template?.picture).filter((node) => !contains(root, node));
  const isNamed = template !== undefined && evidence.rule === template.id;
  const leads = named ? [named] : isNamed && title ? picturesOver(root, title) : [];
  // What stands beside the picture in its box is its caption.
  const captions = new Set(named?.children.filter((child) => isElement(child) && textOf(child) !== '') ?? []);
  const pictures = imagesOf(toBlocks(leads, { base, captions }));
  return pictures.map(({ src, alt, caption }) => ({
    kind: 'figure',
    images: [{ kind: 'image', src, ...(alt !== undefined && { alt }) }],
    ...(caption !== undefined && { caption: [{ kind: 'text', value: caption }] }),
  }));
}

/** All that stands in the body's node and is not its text, each with the rule that says so. */
function dropsOf(page: PageDom, body: Body, unkept: Drops, found: FoundFields, template?: Template): Drops {
  const nodes = new Set(unkept.nodes);
  const removed = [...unkept.removed];
  const drop = (node: AnyNode, rule: string): void => {
    if (!contains(body.root, node)) return;
    nodes.add(node);
    const text = textOf(node);
    // What became a field is told once, though the template names it too.
    const isField =
      rule.startsWith('template/') && removed.some((one) => one.text === text && one.rule.startsWith('field/'));
    if (text !== '' && !isField) removed.push({ rule, text });
  };
  for (const name of ['title', 'kicker', 'byline', 'date', 'section', 'tags'] as const)
    for (const node of found.nodes.get(name) ?? []) drop(node, `field/${name}`);
  for (const selector of template?.drop ?? [])
    for (const node of selectPart(page, [selector])) drop(node, template?.id ?? '');
  for (const node of found.nodes.get('sapo') ?? []) keepWhole(node, nodes);
  for (const { node, rule } of junkOf(body, nodes, found.fields)) drop(node, rule);
  return { nodes, removed };
}

/** A prune that takes more than this share of the text has misread the page. */
const maxJunkShare = 0.7;

function junkOf(body: Body, unkept: ReadonlySet<AnyNode>, { title }: ArticleFields): ReturnType<typeof findJunk> {
  const hits = findJunk(body.root, { unkept, ...(title !== undefined && { title }) });
  if (hits.length === 0) return hits;
  const all = textOf(body.root).length;
  const lost = hits.reduce((sum, { node }) => sum + textOf(node).length, 0);
  return lost > maxJunkShare * all && all > 600 ? [] : hits;
}

/** The sapo is wanted even where the classifier did not want it. */
function keepWhole(node: AnyNode, dropped: Set<AnyNode>): void {
  for (const other of [...dropped]) if (contains(node, other) || contains(other, node)) dropped.delete(other);
}

function dateLineOf({ lines, nodes }: FoundFields): { readonly dateLine?: PageLine } {
  const [node] = nodes.get('date') ?? [];
  const dateLine =
    node && lines.find(({ element, texts }) => contains(node, element) || texts.some((text) => contains(node, text)));
  return dateLine ? { dateLine } : {};
}

/** A day that stands in a card of a list is that of another article. */
function withoutCardDates({ fields, nodes }: FoundFields, cards: ReadonlySet<AnyNode>): ArticleFields {
  const inCard = (nodes.get('date') ?? []).some((node) => [...cards].some((card) => contains(card, node)));
  const { publishedAt: _, modifiedAt: __, ...rest } = fields;
  return inCard ? rest : fields;
}

/**
 * As the HTML standard has it, a `<base>` of a script, of data, or that is no address does not count; nor does one of other
 * unsafe schemes.
 */
function baseOf(page: PageDom): string | undefined {
  const href = selectFirst(page, ['base[href]'])?.attribs.href;
  if (href === undefined) return page.url;
  try {
    const base = new URL(href, page.url).href;
    return safeUrl(base) === undefined ? page.url : base;
  } catch {
    return page.url;
  }
}

/** Why what was read is not told as the page's text: the page is no article, or is its attached file. */
const leftOutBy = ({ pageType }: Judgement): string =>
  pageType === 'article' ? 'boilerplate/block' : `page/${pageType}`;

/** The sides of a page may pass for its article: a person is to compare. */
const doubtsOf = ({ pageType, confidence }: Article): Notice[] =>
  pageType === 'article' && confidence < lowConfidence
    ? [{ rule: 'page/low-confidence', level: 'warning', params: { percent: Math.round(confidence * 100) } }]
    : [];

function noticesOf({ pageType, reason, target }: Judgement, base: string | undefined): Notice[] {
  if (pageType === 'article') return [];
  const address = target !== undefined && URL.canParse(target, base) ? new URL(target, base).href : target;
  return [
    { rule: `page/${pageType}`, level: 'error', ...(reason !== undefined && { params: { reason } }) },
    ...(address === undefined
      ? []
      : [{ rule: 'page/redirect', level: 'warning' as const, params: { url: cutText(address, maxAddressLetters) } }]),
  ];
}

/** An address that is told is cut here; a page may hold any. */
const maxAddressLetters = 300;
