/** Words that a letter or number only names one of: what follows their colon is said of it. “Lớp 5A : 30 em” is no ratio. */
const labels: ReadonlySet<string> = new Set(
  'bài bảng bước buổi ca câu chương cột dãy đề đội gói hạng hình hộp khối khu kỳ lô loại lớp mã mục nhà nhóm phần phòng quý tầng tập thứ tổ tuyến vitamin vòng xóm ý điều khoản đoạn đợt'.split(
    ' ',
  ),
);

/** How long a text is looked at on either side. */
const window = 40;

/** `3`, `2,5`, `h`, `3y`, `y²`, `A'`; a product or sum of such. */
const number = '\\p{Nd}+(?:[.,]\\p{Nd}+)?';
const single = `(?:${number}(?:[A-Za-zα-ωΑ-Ω]['′²³]?)?|[A-Za-zα-ωΑ-Ω]\\p{Nd}?['′²³]?)`;
/** The sides and angles of a figure: `AB`, `ABCD`. */
const figure = `[A-Z]{2,4}['′]?`;
const formula = (operand: string): RegExp => new RegExp(`^${operand}(?:[-+×·*/^=−]${operand})*$`, 'u');
const isOperand = { ':': formula(`(?:${single}|${figure})`), ';': formula(single) };

/** An operand without the brackets it stands in and the marks behind it: `N(x`, `y).`. */
function bare(token: string): string {
  const [inner = ''] = (token.split(/[([{|]/).at(-1) ?? '').split(/[)\]}]/);
  return inner.replace(/(?<![.,;?!…])[.,;?!…]+$/u, '');
}

/**
 * Does a mark stand between two operands, so that it is a sign of division or ratio (`AB : CD`, `3y : 4`, `f : X → Y`) or
 * parts two coordinates (`(x ; y)`)? School books leave a space on both sides of it. `at`: of the space before it. In a list
 * of abbreviations (`UBND ; HĐND`) a semicolon is a semicolon.
 */
export function isSignOfFormula(text: string, at: number): boolean {
  const [, mark, right = ''] = /^[ \u00a0]+([:;])[ \u00a0]+(\S*)/.exec(text.slice(at, at + window)) ?? [];
  if (mark !== ':' && mark !== ';') return false;
  const [left = '', before = ''] = text
    .slice(Math.max(0, at - window), at)
    .split(/[ \u00a0\n]+/)
    .reverse();
  if (labels.has(before.toLowerCase())) return false;
  return [left, right].every((token) => isOperand[mark].test(bare(token)));
}
