/** A page to write to somebody: a form, and an address beside it. */
import { type PageDom, select } from '../../dom/index.ts';
import { windowNames } from '../fields/site-name.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';

/** What portals call it; “Liên hệ công tác tại huyện bạn” is an article. */
const formTitle =
  /^(?:liên hệ(?: với chúng tôi)?|(?:hòm thư |hộp thư )?góp ý|gửi (?:câu hỏi|ý kiến|góp ý|liên hệ)|đặt câu hỏi|đăng ký (?:thành viên|nhận tin)|contact(?: us)?)(?: ?[-|:–—].*)?$/iu;
/** Name, mail, telephone; a comment or a search asks for less. */
const minFields = 3;
/** More text is an article with a form for comments under it. */
const maxFormLetters = 400;

const asked = (page: PageDom): number =>
  select(page, 'textarea').length +
  select(page, 'input').filter(({ attribs: { type = 'text' } }) => /^(?:text|email|tel)$/iu.test(type)).length;

/** Is there nothing but a form to fill in? */
export function formPage({ page, fields, text, dateLine, attachments }: PageTypeInput): Verdict | undefined {
  if (dateLine !== undefined || attachments > 0 || text.length > maxFormLetters) return undefined;
  if (![fields.title ?? '', ...windowNames(page)].some((name) => formTitle.test(name))) return undefined;
  return asked(page) >= minFields ? { pageType: 'empty', reason: 'form' } : undefined;
}
