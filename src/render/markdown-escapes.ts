import type { Run } from './runs.ts';

/**
 * Which characters of plain text need a backslash, so that Markdown reads them as text. As few as are safe: articles
 * are read and edited by people, and “Ngày 12-3 * 5” needs none.
 */

/** Where text is written. */
export interface Place {
  /** Delimiters that cannot pair here, because the paragraph holds only one: a lone `(*)` needs no backslash. */
  readonly lone: string;
  readonly inLink: boolean;
  readonly inCell: boolean;
  /** Inside a mark or a link, whose delimiters stand at the ends of the text. */
  readonly enclosed: boolean;
  /** The runs beside the text; undefined at the ends of the line. */
  readonly before?: Run;
  readonly after?: Run;
}

/** A row of one special character within a text. */
interface Spot {
  readonly text: string;
  readonly index: number;
  readonly end: number;
  readonly place: Place;
}

export interface InlineEscape {
  readonly id: string;
  readonly character: string;
  readonly why: string;
  needed(spot: Spot): boolean;
  /** Text → how it is written. */
  readonly escapes: Readonly<Record<string, string>>;
  /** Near-misses, written as they are. */
  readonly leaves: readonly string[];
}

const spaceOrEnd = (char: string | undefined, neighbour: Run | undefined, place: Place): boolean =>
  char === undefined ? neighbour === undefined && !place.enclosed : /\s/.test(char);
const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** A delimiter with space on both sides opens and closes nothing; nor does one without a partner. */
const canPair = ({ text, index, end, place }: Spot): boolean =>
  !place.lone.includes(text[index] ?? '') &&
  !(spaceOrEnd(text[index - 1], place.before, place) && spaceOrEnd(text[end], place.after, place));

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/y;

export const inlineEscapes: readonly InlineEscape[] = [
  {
    id: 'backslash',
    character: '\\',
    why: 'A backslash before punctuation or at the end of a line is itself markup.',
    needed: ({ text, end }) => end >= text.length || /[!-/:-@[-`{-~]/.test(text[end] ?? ''),
    escapes: { 'C:\\_tam\\': 'C:\\\\_tam\\\\' },
    leaves: ['D:\\hoso\\tin'],
  },
  {
    id: 'backtick',
    character: '`',
    why: 'Two backticks make the text between them code.',
    needed: ({ place }) => !place.lone.includes('`'),
    escapes: { 'gõ `ls` rồi': 'gõ \\`ls\\` rồi' },
    leaves: ['dấu ` đơn'],
  },
  {
    id: 'star',
    character: '*',
    why: 'Stars at the edge of a word are emphasis.',
    needed: canPair,
    escapes: { 'số *liệu* mới': 'số \\*liệu\\* mới' },
    leaves: ['2 * 3 * 4', '(*) Ghi chú'],
  },
  {
    id: 'underscore',
    character: '_',
    why: 'Underscores at the edge of a word are emphasis; inside a word they are not.',
    needed: (spot) => canPair(spot) && !(isWordChar(spot.text[spot.index - 1]) && isWordChar(spot.text[spot.end])),
    escapes: { '_a_ và _b_': '\\_a\\_ và \\_b\\_' },
    leaves: ['tin_tuc_moi.doc'],
  },
  {
    id: 'tilde',
    character: '~',
    why: 'Tildes around a word strike it out.',
    needed: canPair,
    escapes: { '~5~ km': '\\~5\\~ km' },
    leaves: ['khoảng ~5 km'],
  },
  {
    id: 'bracket',
    character: '[',
    why: 'Inside the text of a link, brackets would end it early; before a caret they lead to a footnote.',
    needed: ({ text, end, place }) => place.inLink || text[end] === '^',
    escapes: { 'Xem [^1]': 'Xem \\[^1]' },
    leaves: ['[1] Nguồn'],
  },
  {
    id: 'link-end',
    character: ']',
    why: 'Text in brackets is a link only when a parenthesis follows at once.',
    needed: ({ text, end, place }) => place.inLink || text[end] === '(',
    escapes: { 'Xem [kế hoạch](tại đây)': 'Xem [kế hoạch\\](tại đây)' },
    leaves: ['[xem] (tại đây)'],
  },
  {
    id: 'tag',
    character: '<',
    why: 'A tag shown as text must not become a tag.',
    needed: ({ text, end, place }) =>
      end < text.length ? /[A-Za-z/!?]/.test(text[end] ?? '') : place.after !== undefined,
    escapes: { '<script>': '\\<script>', '</o:p>': '\\</o:p>' },
    leaves: ['a < b', 'pH <7'],
  },
  {
    id: 'reference',
    character: '&',
    why: 'A character reference shown as text must not become its character.',
    needed: ({ text, index }) => {
      reference.lastIndex = index;
      return reference.test(text);
    },
    escapes: { 'gõ &lt; hoặc &#60;': 'gõ \\&lt; hoặc \\&#60;' },
    leaves: ['Lan & Mai', 'a=1&b=2'],
  },
  {
    id: 'image',
    character: '!',
    why: 'An exclamation mark right before a link makes it an image.',
    needed: ({ text, end, place }) =>
      end >= text.length && (place.after?.href !== undefined || place.after?.kind === 'reference'),
    escapes: {},
    leaves: ['Nhanh lên! [1]'],
  },
  {
    id: 'pipe',
    character: '|',
    why: 'In a table a pipe ends the cell.',
    needed: ({ place }) => place.inCell,
    escapes: {},
    leaves: ['Trang chủ | Tin tức'],
  },
];

const byCharacter = new Map(inlineEscapes.map((rule) => [rule.character, rule]));
const special = /\\|`+|\*+|_+|~+|[[\]<&!|]/g;

/** An address that readers link by themselves: a backslash inside would become part of it. */
const bareAddress = /(?:(?:https?|ftp):\/\/|www\.)\S*/gi;

/** Write plain text as Markdown. */
export function escapeText(text: string, place: Place): string {
  const escaped = text.replace(special, (row: string, index: number) => {
    const rule = byCharacter.get(row[0] ?? '');
    const spot = { text, index, end: index + row.length, place };
    return rule?.needed(spot) ? row.replace(/./g, '\\$&') : row;
  });
  if (!/https?:|ftp:|www\./i.test(escaped)) return escaped;
  const unfinished = place.after !== undefined && !place.inLink;
  return escaped.replace(bareAddress, (address: string, offset: number) => {
    const runsOn = unfinished && offset + address.length === escaped.length;
    return runsOn || address.includes('\\') ? address.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&') : address;
  });
}

export interface LineEscape {
  readonly id: string;
  readonly why: string;
  /** What stands at the start of a line; the backslash goes before the last character matched. */
  readonly pattern: RegExp;
  /** Only a line that another line precedes in its paragraph is in danger. */
  readonly continued?: true;
  readonly escapes: Readonly<Record<string, string>>;
  readonly leaves: readonly string[];
}

export const lineEscapes: readonly LineEscape[] = [
  {
    id: 'heading',
    why: 'Number signs and a space open a heading.',
    pattern: /^#(?=#{0,5}(?:[ \t]|$))/,
    escapes: { '# 5': '\\# 5' },
    leaves: ['#chuyendoiso'],
  },
  {
    id: 'quote',
    why: 'A right angle opens a quotation.',
    pattern: /^>/,
    escapes: { '> 5': '\\> 5' },
    leaves: ['5 > 3'],
  },
  {
    id: 'bullet',
    why: 'A dash and a space open a list; many portals write “- ” as plain text.',
    pattern: /^[-+*](?=[ \t]|$)/,
    escapes: { '- Đối với xã': '\\- Đối với xã', '*': '\\*' },
    leaves: ['-5 độ', '+84 251'],
  },
  {
    id: 'number',
    why: 'A number and a dot open a list, and a list counts for itself.',
    pattern: /^\d{1,9}[.)](?=[ \t]|$)/,
    escapes: { '1. Về kinh tế': '1\\. Về kinh tế', '12) Hết': '12\\) Hết' },
    leaves: ['1.500 người', 'a) Đối với'],
  },
  {
    id: 'fence',
    why: 'Three backticks or tildes open a code block.',
    pattern: /^(?:`(?=``+[^`]*$)|~(?=~~))/,
    escapes: { '```': '\\```', '~~~ a': '\\~~~ a' },
    leaves: ['dòng ```'],
  },
  {
    id: 'rule',
    why: 'Three dashes, stars or underscores are a line across the page.',
    pattern: /^(?:-(?=[ \t]*-[ \t]*-[- \t]*$)|\*(?=[ \t]*\*[ \t]*\*[* \t]*$)|_(?=[ \t]*_[ \t]*_[_ \t]*$))/,
    escapes: { '---': '\\---', ___: '\\___' },
    leaves: ['--- hết ---', '--'],
  },
  {
    id: 'underline',
    why: 'A line of dashes or equals signs makes a heading of the line above.',
    pattern: /^(?:=(?==*[ \t]*$)|-(?=-*[ \t]*$))/,
    continued: true,
    escapes: { '===': '\\===', '--': '\\--' },
    leaves: ['= 5'],
  },
  {
    id: 'table',
    why: 'A line of dashes, colons and pipes makes a table of the line above.',
    pattern: /^[|:-](?=[ |:-]*$)/,
    continued: true,
    escapes: { '|---|': '\\|---|', ':-': '\\:-' },
    leaves: ['| a |'],
  },
  {
    id: 'definition',
    why: 'Brackets and a colon define a link or a footnote, which is not shown.',
    pattern: /^\[(?=(?:[^[\]\\]|\\.)*(?:\]:|\\?$))/,
    escapes: { '[1]: Nguồn': '\\[1]: Nguồn' },
    leaves: ['[1] Nguồn:'],
  },
  {
    id: 'task',
    why: 'Empty or ticked brackets that open a list item are a checkbox.',
    pattern: /^\[(?=[ xX]\](?:\s|$))/,
    escapes: { '[x] Đạt': '\\[x] Đạt' },
    leaves: ['[xx] Đạt'],
  },
];

/** Escape what is markup only at the start of a line. `continued`: another line of the same paragraph precedes. */
export function escapeLineStart(line: string, continued: boolean): string {
  if (!/^[#>\-+*\d`~_=|:[]/.test(line)) return line;
  for (const rule of lineEscapes) {
    if (rule.continued && !continued) continue;
    const at = rule.pattern.exec(line)?.[0].length;
    if (at !== undefined) return `${line.slice(0, at - 1)}\\${line.slice(at - 1)}`;
  }
  return line;
}
