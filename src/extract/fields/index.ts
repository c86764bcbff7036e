/** Newsroom parts of an article, each the best of ranked candidates, with the evidence kept for `--explain`. */
import { type AnyNode, contains, type Element, type PageDom, select, walk } from '../../dom/index.ts';
import type { ArticleFields, Evidence, SiteProfile } from '../../model/index.ts';
import { hinted } from '../hints.ts';
import { linesOf, type PageLine } from '../lines.ts';
import { selectPart, type Template } from '../templates/index.ts';
import { findBylines, withCoAuthors } from './byline.ts';
import { findDateline } from './dateline.ts';
import { filed, findArticleDates } from './dates.ts';
import { drawnTitle } from './drawn-title.ts';
import { findKickers } from './kicker.ts';
import { findLanguage } from './language.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { best, bestIn, type Candidate, toEvidence } from './rank.ts';
import { findSapos } from './sapo.ts';
import { findSections } from './section.ts';
import { findTags } from './tags.ts';
import { findTitles, isOneTitle } from './title.ts';

export { linesOf, type PageLine } from '../lines.ts';
export { type Metadata, readMetadata } from './metadata.ts';

export interface FieldContext {
  readonly template?: Template;
  /** The node that holds the article's text. */
  readonly body?: Element;
  /** Nodes inside the body that were not chosen as text. */
  readonly unkept?: ReadonlySet<AnyNode>;
  readonly profile?: SiteProfile;
  /** A person gave the profile: what it names is the part, whatever else speaks against it. */
  readonly isFirm?: boolean;
  /** Dates after it are not believed. */
  readonly today?: string;
}

export type FieldNode = 'title' | 'kicker' | 'sapo' | 'byline' | 'date' | 'section' | 'tags';

export interface FoundFields {
  readonly fields: ArticleFields;
  /** Where each stands, so that the body drops or marks it. */
  readonly nodes: ReadonlyMap<FieldNode, readonly AnyNode[]>;
  readonly evidence: readonly Evidence[];
  /** Elements between the title and what follows the text: the box of attachments is among them. */
  readonly beside: readonly Element[];
  /** The page as its lines, for whoever judges the page. */
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
}

/** What must speak for a candidate before it is believed: one strong sign or two weak ones (measured on folds by site). */
const thresholds = { title: 2, kicker: 1.5, sapo: 1.6, byline: 2, section: 2 } as const;

/** The lines inside some nodes. */
function linesIn(nodes: readonly Element[], lines: readonly PageLine[]): ReadonlySet<PageLine> {
  if (nodes.length === 0) return new Set();
  const inside = new Set<AnyNode>();
  for (const node of nodes)
    walk(node, (at) => {
      inside.add(at);
      return true;
    });
  return new Set(lines.filter(({ element, texts }) => inside.has(element) || texts.some((text) => inside.has(text))));
}

/** Where the text begins and ends among the lines. */
function bodyRange(lines: readonly PageLine[]): { readonly bodyStart?: number; readonly bodyEnd?: number } {
  const first = lines.findIndex((line) => line.inBody);
  if (first < 0) return {};
  return { bodyStart: first, bodyEnd: lines.findLastIndex((line) => line.inBody) + 1 };
}

/** The lines of a sapo in several paragraphs: those that follow under the same class. */
function sapoLines(sapo: Candidate, lines: readonly PageLine[], marked: ReadonlySet<PageLine>): readonly PageLine[] {
  const { line } = sapo;
  if (!line) return [];
  const found = [line];
  for (let next = lines[line.index + 1]; next; next = lines[next.index + 1]) {
    const together =
      next.element.parent === line.element.parent &&
      sapo.rule !== 'sapo/first-paragraph' &&
      next.hints.join() === line.hints.join();
    if (
      !(together && (marked.has(line) ? marked.has(next) : line.hints.length > 0)) ||
      next.text.length < 20 ||
      next.inBody
    )
      break;
    found.push(next);
  }
  return found;
}

/**
 * “(Bạc Liêu)”, “(Đoàn Luật sư TP Vĩnh Sa)”: where whoever signs is from, in brackets under the name at the end of a text.
 */
const placeInBrackets = /^\([\p{Lu}\d][^()]{1,60}\)$/u;
function placeUnder(line: PageLine, lines: readonly PageLine[]): readonly PageLine[] {
  const below = lines[line.index + 1];
  const isUnder =
    below !== undefined &&
    placeInBrackets.test(below.text) &&
    (below.element === line.element || below.element.parent === line.element.parent) &&
    !lines.slice(below.index + 1, below.index + 3).some(({ inBody, text }) => inBody && text.length > 100);
  return isUnder ? [below] : [];
}

/** The lines of a title that breaks in two, in reading order. */
function titleLines({ line, rule }: Candidate, lines: readonly PageLine[]): readonly PageLine[] {
  if (!line || line.heading > 0 || rule === 'site/profile') return line ? [line] : [];
  const above = lines[line.index - 1];
  const below = lines[line.index + 1];
  if (above && isOneTitle(above, line)) return [above, line];
  return below && isOneTitle(line, below) ? [line, below] : [line];
}

/** The nodes that make up a line: its element when the line is all of it, its text nodes otherwise. */
function nodesOf({ index, element, text, texts }: PageLine, lines: readonly PageLine[]): readonly AnyNode[] {
  // The link to the section, a line of its own, is in the middle of that sentence.
  if (filed.test(text)) return [element];
  // The lines of one element follow one another.
  const beside = [lines[index - 1], lines[index + 1]];
  return beside.some((other) => other !== undefined && contains(element, other.element)) ? texts : [element];
}

/** The address that a page gives itself. */
function canonicalOf(page: PageDom): string | undefined {
  const link =
    select(page, 'link[rel=canonical]')[0]?.attribs.href ?? select(page, 'meta[property="og:url"]')[0]?.attribs.content;
  return link !== undefined && URL.canParse(link) ? link : undefined;
}

/** Find the fields of an article. */
export function findFields(page: PageDom, context: FieldContext): FoundFields {
  const lines = linesOf(page.document, context.body, context.unkept);
  const metadata = readMetadata(page);
  const range = bodyRange(lines);
  const drawn = drawnTitle(context.body);
  const parts = { lines, metadata, range, drawn, ...namedParts(page, lines, context) };
  const answers = findAnswers(page, parts, context.today);
  const fields = fieldsOfAnswers(answers);
  return {
    fields,
    nodes: nodesOfAnswers(answers, lines),
    evidence: evidenceOfAnswers(answers, fields),
    beside: besideText(lines, answers.title?.line, range.bodyEnd),
    lines,
    metadata,
  };
}

interface NamedParts {
  /** The lines that the site profile or the template names for a part. */
  readonly marked: (part: FieldNode) => ReadonlySet<PageLine>;
  /** What a profile that a person gave says that the part is. */
  readonly firm: (part: FieldNode, candidates: readonly Candidate[]) => Candidate | undefined;
}

/** What is known of the site and its CMS about where each part stands. */
function namedParts(page: PageDom, lines: readonly PageLine[], context: FieldContext): NamedParts {
  const { template, profile, isFirm = false } = context;
  const profiled = (part: FieldNode): readonly Element[] =>
    part === 'kicker' || part === 'tags' ? [] : selectPart(page, profile?.selectors?.[part]);
  return {
    marked: (part) => linesIn([...profiled(part), ...selectPart(page, template?.[part])], lines),
    firm(part, candidates) {
      const named = isFirm ? linesIn(profiled(part), lines) : new Set<PageLine>();
      const [first] = named;
      // A line that nothing else spoke for is no candidate; a name with its label is not the name.
      const plain = first && part !== 'date' && part !== 'byline';
      return (
        bestIn(candidates, named) ??
        (plain ? { value: first.text, line: first, rule: 'site/profile', score: 0 } : undefined)
      );
    },
  };
}

interface PageParts extends NamedParts {
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
  readonly range: ReturnType<typeof bodyRange>;
  /** A headline that is a picture. */
  readonly drawn?: string | undefined;
}

/** Find each part, with all that was thought of for it. The title comes first: the others are looked for around it. */
function findAnswers(
  page: PageDom,
  { lines, metadata, range, drawn, marked, firm }: PageParts,
  today: string | undefined,
) {
  const choose = (part: keyof typeof thresholds, candidates: readonly Candidate[]): Candidate | undefined =>
    firm(part, candidates) ?? best(candidates, thresholds[part]);
  const { bodyStart = 0, bodyEnd = lines.length } = range;
  const prose = lines.slice(bodyStart, bodyEnd).filter(({ text }) => text.length > 30);
  const said = (prose.length > 0 ? prose : lines).map(({ text }) => text).join(' ');
  const { language, rule: languageRule } = findLanguage(page, metadata, said);
  const inLanguage = language === undefined ? {} : { language };
  const url = page.url ?? canonicalOf(page);
  const shared = { lines, metadata, ...range, ...(url !== undefined && { url }) };

  const titles = findTitles({ ...shared, marked: marked('title'), ...(drawn !== undefined && { drawn }) });
  const chosen = choose('title', titles);
  const headline = chosen ? titleLines(chosen, lines) : [];
  const title =
    chosen && headline.length > 1 ? { ...chosen, value: headline.map(({ text }) => text).join(' ') } : chosen;
  const titled = { ...shared, ...(title?.line && { title: title.line }), ...(title && { titleText: title.value }) };

  const dated = { ...titled, marked: marked('date'), ...inLanguage, ...(today !== undefined && { today }) };
  const foundDates = findArticleDates(dated);
  const named = firm('date', foundDates.candidates);
  const dates = named ? { ...foundDates, published: named } : foundDates;

  const bylines = findBylines({ ...titled, marked: marked('byline'), ...inLanguage });
  const byline = choose('byline', bylines);

  const sapoMarked = marked('sapo');
  const sapos = findSapos({ ...titled, marked: sapoMarked, ...inLanguage });
  const sapo = choose('sapo', sapos);
  const leads = sapo ? sapoLines(sapo, lines, sapoMarked) : [];
  const dateline = findDateline(leads[0]?.text ?? '') ?? findDateline(prose[0]?.text ?? '');

  const sections = findSections({ ...titled, marked: marked('section') });
  const section = choose('section', sections);
  const kicker = best(findKickers(lines, title?.line, marked('kicker')), thresholds.kicker);
  const tags = findTags(lines, metadata, title?.line?.index ?? 0, marked('tags'));
  const parts = { title, dates, byline, sapo, dateline, section, kicker, tags, language };
  return { ...parts, titles, chosen, headline, bylines, sapos, leads, sections, languageRule };
}

type Answers = ReturnType<typeof findAnswers>;

function fieldsOfAnswers(answers: Answers): ArticleFields {
  const { title, kicker, leads, byline, bylines, dateline, section, dates, tags, language } = answers;
  return {
    ...(title && { title: title.value }),
    ...(kicker && { kicker: kicker.value }),
    ...(leads.length > 0 && { sapo: leads.map(({ text }) => text).join('\n\n') }),
    ...(byline && { byline: withCoAuthors(byline, bylines) }),
    ...(dateline !== undefined && { dateline }),
    ...(section && { section: section.value }),
    ...(dates.published && { publishedAt: dates.published.value }),
    ...(dates.modified && { modifiedAt: dates.modified.value }),
    ...(tags && { tags: tags.tags }),
    ...(language !== undefined && { language }),
  };
}

function nodesOfAnswers(answers: Answers, lines: readonly PageLine[]): FoundFields['nodes'] {
  const { headline, kicker, leads, byline, dates, section, tags } = answers;
  const nodes = new Map<FieldNode, readonly AnyNode[]>();
  const note = (name: FieldNode, found: readonly PageLine[]): void => {
    if (found.length > 0)
      nodes.set(
        name,
        found.flatMap((line) => nodesOf(line, lines)),
      );
  };
  note('title', headline);
  note('kicker', kicker?.line ? [kicker.line] : []);
  note('sapo', leads);
  note('byline', byline?.line ? [byline.line, ...placeUnder(byline.line, lines)] : []);
  note('date', dates.published?.line ? [dates.published.line] : []);
  note('section', section?.line ? [section.line] : []);
  note('tags', tags?.lines ?? []);
  return nodes;
}

function evidenceOfAnswers(answers: Answers, fields: ArticleFields): Evidence[] {
  const { titles, chosen, dates, bylines, byline, sapos, sapo, sections, section, tags } = answers;
  const { language, languageRule } = answers;
  return [
    ...toEvidence('title', titles, { taken: chosen, says: [fields.title] }),
    ...toEvidence('publishedAt', dates.candidates, {
      taken: dates.published,
      says: [fields.publishedAt, fields.modifiedAt],
    }),
    ...toEvidence('byline', bylines, { taken: byline, says: [fields.byline] }),
    ...toEvidence('sapo', sapos, { taken: sapo, says: [fields.sapo] }),
    ...toEvidence('section', sections, { taken: section, says: [fields.section] }),
    ...(tags ? [{ about: 'tags', rule: tags.rule, value: tags.tags.join(', ') }] : []),
    ...(language !== undefined ? [{ about: 'language', rule: languageRule, value: language }] : []),
  ];
}

/** Attachments stand under the title or under the text, at most so many lines below it. */
const maxLinesBelow = 8;

function besideText(lines: readonly PageLine[], title: PageLine | undefined, bodyEnd?: number): readonly Element[] {
  if (!title) return [];
  return lines
    .slice(title.index + 1, (bodyEnd ?? title.index + 1) + maxLinesBelow)
    .filter((line) => !line.inBody && line.zone === 'content' && hinted(line.hints, 'related') === 0)
    .map(({ element }) => element);
}
