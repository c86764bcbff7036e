/**
 * `<script src="a.js"/>`, as XHTML has it. Sent as HTML the tag is open: a browser takes all up to the next `</script>` for
 * the script, and shows an empty page. Where the page says that it is XHTML and hardly any text would be left otherwise, such
 * tags are read as closed, as its author meant them; all others are read as browsers read them.
 */
import type { Notice } from '../model/index.ts';
import { readTags, type SourceTag } from './tags.ts';

/** In the first letters of the source: the XML declaration, the doctype, the namespace, or the type in a `<meta>`. */
const saysXhtml =
  /<\?xml\s|<!doctype[^>]*\bxhtml\b|\bxmlns\s*=\s*["']?http:\/\/www\.w3\.org\/1999\/xhtml|application\/xhtml\+xml/i;
const headLetters = 4096;

/** Elements that hold no markup, by an empty one that takes their place: as long, so that places stay. */
const emptyNames: Readonly<Record<string, string>> = {
  script: 'link',
  style: 'link',
  title: 'link',
  textarea: 'link',
  // What it shows is told as that of a frame is.
  iframe: 'embed',
};
const anyOfThem = /<(?:script|style|title|textarea|iframe)(?:\s[^<>]*)?\/>/i;

/** Fewer letters behind such a tag are no article. */
const minLost = 80;
/** So many times the letters that are left. */
const minTimesLeft = 4;
/** The head of a page has some; each costs a look to the end of the page. */
const maxClosed = 100;

/** The page with such tags closed, where it would be lost otherwise. */
export function closeSelfClosed(source: string): { readonly text: string; readonly notices: readonly Notice[] } {
  const untouched = { text: source, notices: [] };
  if (!anyOfThem.test(source) || !saysXhtml.test(source.slice(0, headLetters))) return untouched;
  const text = closed(source);
  const left = lettersOf(source);
  const lost = lettersOf(text) - left;
  if (lost < minLost || lost < minTimesLeft * left) return untouched;
  return { text, notices: [{ rule: 'markup/self-closed', level: 'warning', params: { count: lost } }] };
}

function closed(source: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let count = 0, from = 0; count < maxClosed; count += 1) {
    const tag = nextSelfClosed(source.slice(from));
    if (!tag) break;
    const start = from + tag.start + 1;
    parts.push(source.slice(copied, start), (emptyNames[tag.name] ?? '').padEnd(tag.name.length));
    copied = start + tag.name.length;
    from += tag.end;
  }
  return [...parts, source.slice(copied)].join('');
}

function nextSelfClosed(source: string): SourceTag | undefined {
  let found: SourceTag | undefined;
  readTags(source, (tag) => {
    const isOne = !tag.closes && source.startsWith('/>', tag.end - 2) && Object.hasOwn(emptyNames, tag.name);
    if (isOne) found = tag;
    return !isOne;
  });
  return found;
}

/** Letters outside tags and of what is no markup. */
function lettersOf(source: string): number {
  let count = 0;
  let at = 0;
  readTags(source, ({ start, next }) => {
    count += source.slice(at, start).replace(/\s+/g, '').length;
    at = next;
    return true;
  });
  return count + source.slice(at).replace(/\s+/g, '').length;
}
