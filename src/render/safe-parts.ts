/**
 * What records and front matter tell of an article beside its text: only what has an address that is safe, written as in the
 * text.
 */
import { type Article, type ArticleImage, type Attachment, imagesOf } from '../model/index.ts';
import { safeUrl } from '../text/index.ts';

export const safeAttachments = ({ attachments }: Article): readonly Attachment[] =>
  attachments.flatMap((attachment) => {
    const href = safeUrl(attachment.href);
    return href === undefined ? [] : [{ ...attachment, href }];
  });

export const safeImages = ({ body }: Article): readonly ArticleImage[] =>
  imagesOf(body).flatMap((image) => {
    const src = safeUrl(image.src);
    return src === undefined ? [] : [{ ...image, src }];
  });
