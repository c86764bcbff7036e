/** What is remembered of a page to learn its site from: plain data, without the tree. */
import { type AnyNode, contains, type Element, isElement, type PageDom, textOf } from '../../dom/index.ts';
import type { SelectorPart } from '../../model/index.ts';
import { commonRegion, isLinked, type Segment, type Survey } from '../classify/survey.ts';
import { fingerprintOf } from './fingerprint.ts';
import { countForms, formsOf, type NamedPart } from './forms.ts';

export interface PageTraits {
  /** Host name, when the address is known. */
  readonly site?: string;
  readonly title?: string;
  /** Runs of text by fingerprint. */
  readonly texts: ReadonlyMap<string, string>;
  /** How often each stands there. */
  readonly times: ReadonlyMap<string, number>;
  readonly links: ReadonlySet<string>;
  /** The runs that were taken for text; absent where that is not to be believed. */
  readonly kept?: ReadonlySet<string>;
  /** Selectors that name anything on the page. */
  readonly forms: ReadonlySet<string>;
  /** Where the parts of the article stand. */
  readonly parts: Readonly<Partial<Record<SelectorPart, NamedPart>>>;
  /** Nodes that hold the whole text, the smallest first. */
  readonly bodies: readonly BodyPlace[];
}

export interface BodyPlace {
  readonly forms: readonly string[];
  readonly chars: number;
  /** What else stands in the node, by fingerprint: the letters of each run. */
  readonly strays: ReadonlyMap<string, number>;
}

/** What was found on a page. */
export interface Finds {
  readonly page: PageDom;
  readonly survey: Survey;
  readonly site?: string;
  readonly title?: string;
  /** Absent where there is no article. */
  readonly article?: {
    readonly kept: readonly boolean[];
    readonly nodes: ReadonlyMap<string, readonly AnyNode[]>;
    readonly captions: readonly string[];
  };
}

/** A node with more strange text than this share of its own is too wide to be the body, whatever repeats. */
const maxStrayShare = 1;
/** Boxes around the body that are looked at. */
const maxAround = 6;

/** Note what learning a site needs of one page, so that the page itself can be let go. */
export function traitsOf({ page, survey, site, title, article }: Finds): PageTraits {
  const texts = new Map<string, string>();
  const times = new Map<string, number>();
  const links = new Set<string>();
  const kept = new Set<string>();
  survey.segments.forEach((segment, i) => {
    const hash = fingerprintOf(segment);
    if (hash === undefined) return;
    texts.set(hash, segment.text);
    times.set(hash, (times.get(hash) ?? 0) + 1);
    if (isLinked(segment)) links.add(hash);
    if (article?.kept[i]) kept.add(hash);
  });
  const counts = countForms(page);
  const once = (element: Element): string[] => formsOf(element).filter((form) => counts.get(form) === 1);
  const parts: Partial<Record<SelectorPart, NamedPart>> = {};
  for (const part of ['title', 'sapo', 'byline', 'date', 'section'] as const) {
    const around = article ? wrappersOf(article.nodes.get(part) ?? []) : [];
    if (around[0]) parts[part] = { text: textOf(around[0]), forms: around.flatMap(once) };
  }
  const caption = article && captionForms(survey, article.captions, counts);
  if (caption) parts.caption = caption;
  return {
    texts,
    times,
    links,
    ...(article && { kept }),
    forms: new Set(counts.keys()),
    parts,
    bodies: article ? bodyPlaces(survey, article, once) : [],
    ...(site !== undefined && { site }),
    ...(title !== undefined && { title }),
  };
}

/** The elements whose text is just that of these nodes, the innermost first. */
function wrappersOf(nodes: readonly AnyNode[]): Element[] {
  const [first] = nodes;
  if (!first) return [];
  const text = nodes.map(textOf).join('');
  const squeezed = text.replace(/\s/g, '');
  const found: Element[] = [];
  for (let at: AnyNode | null = first; at && isElement(at) === (at !== first || isElement(first)); at = at.parent) {
    if (!isElement(at)) continue;
    const own = textOf(at).replace(/\s/g, '');
    if (own.length > squeezed.length) break;
    if (own === squeezed) found.push(at);
  }
  return found;
}

/** Captions are several: a selector is right that names no other text of the page. */
function captionForms(
  survey: Survey,
  captions: readonly string[],
  counts: ReadonlyMap<string, number>,
): NamedPart | undefined {
  if (captions.length === 0) return undefined;
  const wanted = new Set(captions);
  const named = new Map<string, number>();
  for (const { text, region } of survey.segments) {
    if (!wanted.has(text)) continue;
    for (const form of formsOf(region.element)) named.set(form, (named.get(form) ?? 0) + 1);
  }
  const forms = [...named].filter(([form, count]) => counts.get(form) === count).map(([form]) => form);
  return { text: captions.join('\n'), forms };
}

function bodyPlaces(
  { segments }: Survey,
  { kept, nodes }: NonNullable<Finds['article']>,
  once: (element: Element) => string[],
): BodyPlace[] {
  // The sapo is text. A node with other parts in it is no body: it would make text of the title.
  const others = [...nodes].flatMap(([part, found]) => (part === 'sapo' ? [] : found));
  const isIn = (fields: readonly AnyNode[], segment: Segment): boolean =>
    fields.some((field) => segment.nodes.some((node) => contains(field, node)));
  const text = segments.filter((segment, i) => kept[i] && !isIn(others, segment));
  const chars = text.reduce((sum, { text: run }) => sum + run.length, 0);
  const sapo = nodes.get('sapo') ?? [];
  const strays = segments.filter(
    (segment, i) => !kept[i] && !segment.hidden && segment.text !== '' && !isIn(sapo, segment),
  );
  const places: BodyPlace[] = [];
  for (
    let at: AnyNode | null = commonRegion(text)?.element ?? null;
    at && isElement(at) && at.name !== 'body' && places.length < maxAround;
    at = at.parent
  ) {
    const around = at;
    if (others.some((node) => contains(around, node))) break;
    const inside = strays.filter(({ nodes: [node] }) => node !== undefined && contains(around, node));
    if (inside.reduce((sum, { text }) => sum + text.length, 0) > maxStrayShare * chars) break;
    places.push({
      forms: once(around),
      chars,
      strays: new Map(inside.map((segment) => [fingerprintOf(segment) ?? segment.text, segment.text.length])),
    });
  }
  return places;
}
