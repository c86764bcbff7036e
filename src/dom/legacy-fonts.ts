/**
 * Runs set in a legacy font inside a page that is something else: `<font face=".VnTime">Thñ ®«</font>` shows “Thủ đô” only
 * where that font is installed. The font tells the encoding; the letters must agree, because many pages were converted to
 * Unicode and kept their font names. `.VnTimeH` and its kin show capitals.
 */
import type { Encoding, Notice } from '../model/index.ts';
import {
  decodeShown,
  fontEncoding,
  fontFamilies,
  legacyEncoding,
  raiseAmongCapitals,
  toSurface,
  vietnameseOnly,
  vietnameseScorer,
} from '../text/index.ts';
import { isElement, isText, rawText, walk } from './read.ts';
import type { Document, Element, Text } from './tree.ts';

interface Font {
  readonly id: string;
  readonly capitals: boolean;
}

interface Run {
  readonly node: Text;
  readonly font: Font;
}

/** Cheap: nearly every page names no such font. */
const legacyFontName = /\.vn[a-z]|\bvni[- ]|\bvps[- ]|\bvi[- ](?:times|arial|helv)/i;

/**
 * A reading must be this much better (a common syllable is 2.5, a word that is none −2) where the font alone would decide.
 */
const minGain = 1;

/** Decode, in place, the text that legacy fonts show. `encoding`: how the page was read. */
export function decodeLegacyFonts(document: Document, source: string, encoding: Encoding): readonly Notice[] {
  if (!legacyFontName.test(source)) return [];
  const runs = legacyRuns(document);
  if (runs.length === 0) return [];
  const decoded = decodeRuns(runs);
  const read = `${encoding.name} ${encoding.repairs.join(' ')}`;
  let raised = 0;
  for (const { node, font } of runs) {
    // Converted pages kept the font's name but not its capitals: only where letters were still in its encoding is it
    // believed.
    if (!font.capitals || !(decoded.has(font.id) || read.includes(font.id))) continue;
    const upper = node.data.toUpperCase();
    if (upper === node.data) continue;
    node.data = upper;
    raised++;
  }
  return [
    ...[...decoded].map(([id, count]) => repaired(`font/${id}`, count)),
    ...(raised > 0 ? [repaired('font/capitals', raised)] : []),
  ];
}

const repaired = (repair: string, count: number): Notice => ({
  rule: 'encoding/repaired',
  level: 'info',
  params: { repair, count },
});

/** Encoding → how many runs were decoded. */
function decodeRuns(runs: readonly Run[]): ReadonlyMap<string, number> {
  const scorer = vietnameseScorer();
  const decoded = new Map<string, number>();
  const unsure: { readonly run: Run; readonly text: string }[] = [];
  const write = ({ node, font }: Run, text: string): void => {
    node.data = raiseAmongCapitals(text);
    decoded.set(font.id, (decoded.get(font.id) ?? 0) + 1);
  };
  const unicode = new Map<string, number>();
  for (const run of runs) {
    const { node, font } = run;
    const text = decodeIn(font.id, node.data);
    if (vietnameseOnly.test(node.data)) unicode.set(font.id, (unicode.get(font.id) ?? 0) + 1);
    if (text === node.data) continue;
    const [before, after] = [scorer(node.data), scorer(text)];
    if (after.score >= before.score + minGain && after.valid >= before.valid) write(run, text);
    else if (after.score > before.score - minGain && after.valid === after.words) unsure.push({ run, text });
  }
  // “Bé” is a word as it stands and another (“Bộ”) in the font: it follows the other runs of that font.
  for (const { run, text } of unsure)
    if ((decoded.get(run.font.id) ?? 0) > (unicode.get(run.font.id) ?? 0)) write(run, text);
  return decoded;
}

function decodeIn(id: string, text: string): string {
  const encoding = legacyEncoding(id);
  return encoding === undefined ? text : decodeShown(toSurface(text, 'windows-1252'), encoding.decode);
}

/** The text nodes that a legacy font shows, by the nearest font named above them. */
function legacyRuns(document: Document): Run[] {
  const classFonts = styleRules(document);
  const fonts = new Map<Element, Font | undefined>();
  const runs: Run[] = [];
  walk(document, (node) => {
    const parent = node.parent !== null && isElement(node.parent) ? node.parent : undefined;
    const inherited = parent && fonts.get(parent);
    if (isElement(node)) {
      const own = ownFamilies(node, classFonts);
      const known = own === undefined ? inherited : firstLegacy(own);
      if (known !== undefined) fonts.set(node, known);
      return node.name !== 'script' && node.name !== 'style';
    }
    if (isText(node) && inherited !== undefined && node.data.trim() !== '') runs.push({ node, font: inherited });
    return true;
  });
  return runs;
}

const firstLegacy = (families: readonly string[]): Font | undefined =>
  families[0] === undefined ? undefined : fontEncoding(families[0]);

/** The font families that an element names itself: by attribute, style or class. */
function ownFamilies(
  { name, attribs }: Element,
  rules: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const styled = attribs.style === undefined ? [] : fontFamilies(attribs.style);
  if (styled.length > 0) return styled;
  if (name === 'font' && attribs.face !== undefined) return attribs.face.split(',');
  const keys = (attribs.class ?? '').split(/\s+/).flatMap((c) => (c === '' ? [] : [`${name}.${c}`, `.${c}`]));
  for (const key of [...(attribs.id === undefined ? [] : [`#${attribs.id}`]), ...keys, name]) {
    const found = rules.get(key.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Selectors of `<style>` sheets that set a font: `.class`, `tag`, `tag.class`, `#id`, each by its last part. */
function styleRules(document: Document): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, readonly string[]>();
  walk(document, (node) => {
    if (!isElement(node) || node.name !== 'style') return true;
    for (const block of rawText(node).split('}')) {
      // The last two parts: before them stands the `@media` that a rule may be nested in.
      const [selectors = '', body = ''] = block.split('{').slice(-2);
      const families = fontFamilies(body);
      if (families.length === 0) continue;
      for (const selector of selectors.split(',')) {
        const last = selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1)
          ?.replace(/:.*$/, '');
        if (last) rules.set(last.toLowerCase(), families);
      }
    }
    return false;
  });
  return rules;
}
