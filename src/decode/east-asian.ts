/**
 * Chinese, Japanese and Korean pages that declare nothing. Their charsets accept nearly any bytes, so what is read is
 * judged: text of the language has its commonest characters, a wrong reading has rare ones.
 */
import { type Charset, charset } from './charset.ts';

const hanzi =
  '的一是不了在有人我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长新些問這個國來會時說們為後對過還發經動長開無當沒麼裡學';

const candidates: readonly { readonly name: string; readonly common: RegExp; readonly minShare: number }[] = [
  { name: 'euc-jp', common: /[\u3040-\u30ff]/g, minShare: 0.35 },
  { name: 'shift_jis', common: /[\u3040-\u30ff]/g, minShare: 0.35 },
  { name: 'euc-kr', common: /[\uac00-\ud7a3]/g, minShare: 0.8 },
  { name: 'gb18030', common: new RegExp(`[${hanzi}]`, 'g'), minShare: 0.12 },
  { name: 'big5', common: new RegExp(`[${hanzi}]`, 'g'), minShare: 0.12 },
];

/** Characters of which a page needs this many to be judged. */
const minCharacters = 20;
/** A capture cut in mid-letter, or a stray byte, does not make the charset wrong. */
const maxLostShare = 0.01;

/** The East Asian charset of bytes, if they are in one. */
export function guessEastAsian(bytes: Uint8Array): Charset | undefined {
  let best: { readonly share: number; readonly found: Charset } | undefined;
  for (const { name, common, minShare } of candidates) {
    const found = charset(name);
    if (found === undefined) continue;
    const letters = found.decode(bytes).match(/[^\x00-\x7f\u3000-\u303f\uff00-\uffef]|\ufffd/gu) ?? [];
    if (letters.length < minCharacters) continue;
    const text = letters.join('');
    if ((text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0) > letters.length * maxLostShare) continue;
    const share = (text.match(common)?.length ?? 0) / letters.length / minShare;
    if (share >= 1 && share > (best?.share ?? 0)) best = { share, found };
  }
  return best?.found;
}
