/**
 * What stands under the text of a notice: who gets it, who signs it. Official as it is, it has too few words to be judged
 * by.
 */
import { lowestCommon, type Segment, type Survey } from '../classify/survey.ts';
import { signed, signedAs } from '../fields/byline.ts';
import { nameLikeness } from '../fields/names.ts';

/** Longer lines are text; a cell may hold all receivers, parted by breaks. */
const maxLineLetters = 80;
const maxReceiversLetters = 300;
/** From the last line of the text up to a cell of a table behind it. */
const maxDepthBehind = 4;

/** “Nơi nhận: - Như trên; - Lưu: VT.” */
const receivers = /^(?:nơi nhận(?:\s?:.*|\s[-–•]\s.*)?|[-–•]\s.{2,70}[;.])$/iu;
const onBehalf = /^(?:TM|KT|TL|TUQ)\.\s?\p{Lu}/u;
/** Place, day and office in one line. */
const endsInOffice = /^.{3,60}\d{4}\s(?:TM|KT|TL|TUQ)\.\s?\p{Lu}[\p{Lu}\s,.]{3,80}$/u;
/** Office, “(Đã ký)” and name in one cell. */
const signedInOne = /^\p{Lu}[\p{Lu}\s,.]{3,60}\((?:đã ký|Đã ký|ĐÃ KÝ)\)/u;

/** The choice, with the signature right under the text: receivers, office, “(Đã ký)” and name. */
export function withSignatures({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const last = segments[kept.lastIndexOf(true)];
  if (last === undefined) return kept;
  let end = last.index + 1;
  let office = isOffice(last.text) || endsInOffice.test(last.text) ? last.index : -1;
  for (let line = segments[end]; line && isBehind(line, last); line = segments[line.index + 1]) {
    const { index, text } = line;
    if (isOffice(text)) office = index;
    else if (office >= 0 ? !isSigner(text) : !receivers.test(text)) break;
    if (office >= 0) end = index + 1;
  }
  return kept.map((isKept, i) => isKept || (i > last.index && i < end));
}

const isOffice = (text: string): boolean => signedAs.test(text) || onBehalf.test(text) || signedInOne.test(text);
const isSigner = (text: string): boolean => signed.test(text) || nameLikeness(text) > 0.5;

/** Is it a short line in the box of the last line, or in one of its own beside that? */
function isBehind({ text, linkChars, hidden, region }: Segment, last: Segment): boolean {
  const box = lowestCommon(region, last.region);
  return (
    !hidden &&
    linkChars === 0 &&
    text.length <= (receivers.test(text) ? maxReceiversLetters : maxLineLetters) &&
    box !== undefined &&
    last.region.depth - box.depth <= 2 &&
    region.depth - box.depth <= maxDepthBehind + 1
  );
}
