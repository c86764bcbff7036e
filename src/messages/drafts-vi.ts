import type { draftsEn } from './drafts-en.ts';

export const draftsVi: Record<keyof typeof draftsEn, string> = {
  'markup/front-matter': 'Không đọc được phần đầu trang (front matter): {reason}',
  'error/not-utf-8': '{source}: văn bản không ở dạng UTF-8.',
  'error/not-utf-8.hint':
    'Hãy chuyển mã trước (sach clean đọc được mọi bảng mã); văn bản không phải UTF-8 thì không thể ghi lại đúng như cũ.',
};
